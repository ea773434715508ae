import type { OperationBinding, Spec, SpecIndex } from '../src/model.ts';
import { defineRule, replacing, speaksOfToday } from '../src/rule.ts';
import { listNames } from '../src/text/list-names.ts';
import { describeOperation, findSpec, operationAt } from '../src/truth/openapi/lookup.ts';

/**
 * The path is right, but it is asked of a server which the spec gives to other paths; or all guides ask a server of the same
 * domain which the spec does not name, and none asks the one that it names.
 */
export default defineRule({
  id: 'wrong-host',
  summary: 'A guide may only send a request to a server that serves its path.',
  severity: 'error',
  messages: {
    stated: '`{path}` is not served by `{host}`, which the text above names for it; the spec has it on {hosts}.',
    other: '`{path}` is not served by `{host}`; the spec has it on {hosts}.',
    moved: 'These guides call `{host}`, and never {hosts}, which the spec names.',
  },
  operation({ file, mention, target }, { report, truth }) {
    const host = mention.target?.host ?? mention.statedHost;
    if (target.status !== 'bound' || !target.otherHosts || !host || !speaksOfToday(mention)) return;
    const operation = operationAt(truth, target.operations[0] ?? '');
    if (!operation) return;
    const [only, ...others] = target.otherHosts;
    const isStated = mention.target?.host === undefined;
    report({
      message: isStated ? 'stated' : 'other',
      at: { file, span: isStated ? mention.span : host.span },
      data: {
        path: target.template,
        host: host.text,
        hosts: target.otherHosts.map((name) => `\`${name}\``).join(', '),
      },
      operation: describeOperation(operation),
      truth: operation.place,
      suggestions: target.otherHosts,
      edits: !isStated && only && others.length === 0 ? editsOf({ mention, target }, only, truth) : [],
    });
  },
  operations(bindings, { report, truth }) {
    for (const spec of truth.specs) {
      const own = bindings.filter(({ target }) => target.status === 'bound' && target.spec === spec.name);
      const named = publicHosts(spec);
      if (named.length === 0 || own.some(asksKnownServer)) continue;
      for (const [host, [first, ...others]] of strangers(own, named)) {
        if (!first || others.length < 2) continue;
        report({
          message: 'moved',
          at: first,
          data: { host, hosts: listNames(named) },
          severity: 'warning',
          truth: { file: spec.file, pointer: '/servers/0' },
          suggestions: named,
          related: others,
        });
      }
    }
  },
});

/** Replaces the host where the path is right behind the other one too. A host with server variables needs the reader's own value. */
function editsOf({ mention, target }: Pick<OperationBinding, 'mention' | 'target'>, by: string, truth: SpecIndex) {
  const { host, segments = [] } = mention.target ?? {};
  if (target.status !== 'bound' || host?.kind !== 'literal' || by.includes('{')) return [];
  const written = `/${segments.map(({ text }) => text).join('/')}`;
  const ending = partsOf(target.template).length;
  const bases = findSpec(truth, target.spec)?.servers.flatMap((server) => (server.host === by ? server.basePath : []));
  const fits = bases?.some(
    (base) => partsOf(base).length + ending === segments.length && (base === '' || written.startsWith(`${base}/`)),
  );
  return fits ? replacing(host.text, host.span, by) : [];
}

function partsOf(path: string): readonly string[] {
  return path.split('/').filter((part) => part !== '');
}

/** A host for everybody which a spec or the configuration knows. */
function asksKnownServer({ mention, target }: OperationBinding): boolean {
  const host = mention.target?.host;
  return host?.kind === 'literal' && isPublic(host.text) && target.status === 'bound' && !target.adopted;
}

/** Hosts that mean one server for everybody; none where one of them has a part that the reader fills in. */
function publicHosts({ servers }: Spec): readonly string[] {
  const hosts = servers.flatMap(({ host }) => host ?? []);
  return hosts.some((host) => host.includes('{')) ? [] : [...new Set(hosts.filter(isPublic))];
}

/** `localhost`, addresses and names without a domain are the reader's own. */
function isPublic(host: string): boolean {
  return /^[\w-]+(?:\.[\w-]+)+$/.test(host) && !/^\d+(?:\.\d+){3}$/.test(host);
}

/** The places at which each other host of the same domain is asked for the spec's paths. */
function strangers(own: readonly OperationBinding[], named: readonly string[]) {
  const domains = new Set(named.map(domainOf));
  const places = new Map<string, { file: string; span: { start: number; end: number } }[]>();
  for (const { file, mention, target } of own) {
    const host = mention.target?.host;
    if (host?.kind !== 'literal' || target.status !== 'bound' || !target.adopted || !speaksOfToday(mention)) continue;
    if (!domains.has(domainOf(host.text))) continue;
    places.set(host.text, [...(places.get(host.text) ?? []), { file, span: host.span }]);
  }
  return places;
}

/** The last two labels: `orchard.example` of `api.orchard.example`. */
function domainOf(host: string): string {
  return host.toLowerCase().split('.').slice(-2).join('.');
}
