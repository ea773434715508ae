import { defineRule, speaksOfToday } from '../src/rule.ts';
import { listNames } from '../src/text/list-names.ts';
import { haveServers, toolAt } from '../src/truth/tools/known-tools.ts';

/** Whether a name is meant for a tool of these servers is decided where it is bound; here it is only put into words. */
export default defineRule({
  id: 'unknown-mcp-tool',
  summary: 'A guide may only name tools that the MCP server lists.',
  severity: 'error',
  messages: {
    similar: '{servers} no tool `{tool}`; did you mean `{nearest}`?',
    elsewhere: '{servers} no tool `{tool}`; it is a tool of `{other}`.',
    unknown: '{servers} no tool `{tool}`; listed are {tools}.',
  },
  tool({ file, mention, target }, { report, truth }) {
    if (mention.kind !== 'tool' || target.status !== 'missing' || !speaksOfToday(mention)) return;
    const known = truth.mcpServers ?? [];
    const at = { file, span: mention.span };
    const data = { servers: haveServers(known, target.servers), tool: mention.text };
    const severity = target.certainty === 'likely' ? { severity: 'warning' as const } : {};
    const other = target.elsewhere === undefined ? undefined : known[target.elsewhere];
    const [first] = target.servers;
    if (other && target.elsewhere !== undefined) {
      const place = toolAt(known, target.elsewhere, mention.text)?.place;
      report({ message: 'elsewhere', at, data: { ...data, other: other.name ?? '' }, ...severity, truth: place });
    } else if (target.nearest) {
      const { server, tool: nearest, firm } = target.nearest;
      const edits = firm ? [{ span: mention.span, text: nearest }] : [];
      const place = toolAt(known, server, nearest)?.place;
      const shared = { at, ...severity, truth: place, suggestions: [nearest], edits };
      report({ message: 'similar', data: { ...data, nearest }, ...shared });
    } else {
      const names = target.servers.flatMap((index) => (known[index]?.tools ?? []).map(({ name }) => name));
      const place = first === undefined ? undefined : known[first]?.place;
      report({ message: 'unknown', at, data: { ...data, tools: listNames(names) }, ...severity, truth: place });
    }
  },
});
