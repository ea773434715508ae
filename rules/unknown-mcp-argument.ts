import { defineRule, speaksOfToday } from '../src/rule.ts';
import { likeName } from '../src/text/like-names.ts';
import { listNames } from '../src/text/list-names.ts';
import { type ArgumentProblem, argumentProblems } from '../src/truth/tools/argument-problems.ts';

/** A call whose form leaves no doubt is an error; what is tied to a tool by its place alone is a warning. */
export default defineRule({
  id: 'unknown-mcp-argument',
  summary: 'A call of an MCP tool, and what is said of its arguments, must suit the input schema of the tool.',
  severity: 'error',
  messages: {
    similar: 'The tool `{tool}` takes no argument `{argument}`; did you mean `{nearest}`?',
    unknown: 'The tool `{tool}` takes no argument `{argument}`; it takes {names}.',
    missing: 'The tool `{tool}` requires the argument `{argument}`, which this call does not have.',
    type: '`{argument}` of the tool `{tool}` is {right}, and this is {written}.',
    word: '`{argument}` of the tool `{tool}` is {right}, not {written}.',
    value: '`{argument}` of the tool `{tool}` cannot be `{value}`; the server has {values}.',
    near: '`{argument}` of the tool `{tool}` cannot be `{value}`; did you mean `{nearest}`?',
  },
  tool(binding, { report, truth, schemas }) {
    const { file, mention, target } = binding;
    if (target.status !== 'bound' || !speaksOfToday(mention)) return;
    const severity = target.certainty === 'likely' ? { severity: 'warning' as const } : {};
    for (const problem of argumentProblems(binding, { servers: truth.mcpServers ?? [], schemas })) {
      const { span, place: truth, argument } = problem;
      const { message, fix, ...words } = inWords(problem);
      const data = { ...blank, ...words, tool: target.tool, argument };
      const edits = fix === undefined ? [] : [{ span, text: fix }];
      report({ message, at: { file, span }, data, truth, ...severity, suggestions: words.suggestions ?? [], edits });
    }
  },
});

const blank = { nearest: '', names: '', right: '', written: '', value: '', values: '' };

/** The message for a problem, what it is filled with, and what to write instead. */
function inWords(problem: ArgumentProblem) {
  switch (problem.kind) {
    case 'unknown': {
      const { nearest: near, names } = problem;
      if (near === undefined) return { message: 'unknown', names: listNames(names) || 'none' } as const;
      const { name, firm, argument: nearest } = near;
      return { message: 'similar', nearest, suggestions: [name], ...(firm && { fix: name }) } as const;
    }
    case 'missing':
      return { message: 'missing', suggestions: [problem.argument] } as const;
    case 'type':
      return { message: problem.word ? 'word' : 'type', ...typeWords(problem.right, problem.written) } as const;
    case 'presence': {
      const [right, written] = problem.required
        ? (['required', 'optional'] as const)
        : (['optional', 'required'] as const);
      return { message: 'word', right, written, suggestions: [right] } as const;
    }
    case 'value': {
      const { value, values } = problem;
      const like = likeName(value, values);
      if (!like?.firm) return { message: 'value', value, values: listNames(values) } as const;
      return { message: 'near', value, nearest: like.name, suggestions: [like.name], fix: like.name } as const;
    }
  }
}

function typeWords(right: readonly string[], written: readonly string[]) {
  return { right: right.map(withArticle).join(' or '), written: written.map(withArticle).join(' or ') };
}

function withArticle(type: string): string {
  if (type === 'null') return type;
  return /^[aeiou]/.test(type) ? `an ${type}` : `a ${type}`;
}
