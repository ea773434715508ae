import type { Bound, OperationBinding, Place, Spec, SpecIndex, Target } from '../src/model.ts';
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
    stated: '`{path}` is not served by `{host}`, which the text names for it; the spec has it on {hosts}.',
    heading: '`{path}` stands under the heading `{host}`, and the spec has it on {hosts}.',
    whole: 'What is said to be on `{host}` here is on {hosts} in the spec, all of it.',
    other: '`{path}` is not served by `{host}`; the spec has it on {hosts}.',
    moved: 'These guides call `{host}`, and never {hosts}, which the spec names.',
  },
  operation({ file, mention, target }, { report, truth }) {
    const host = mention.target?.host;
    if (!host || !isServedElsewhere(target) || target.stated || !speaksOfToday(mention)) return;
    const [only, ...others] = target.otherHosts;
    report({
      ...placeOf({ target }, truth),
      message: 'other',
      at: { file, span: host.span },
      data: { path: target.template, host: host.text, hosts: describeHosts(target) },
      edits: only && others.length === 0 ? editsOf({ mention, target }, only, truth) : [],
    });
  },
  operations(bindings, { report, truth }) {
    for (const { statement, amiss } of statements(bindings)) {
      const [first, ...others] = amiss;
      if (!first) continue;
      // One wrong word above a table makes no row of it wrong.
      if (statement && others.length > 1) {
        const related = amiss.map((each) => ({ file: each.file, span: each.mention.span }));
        const data = { host: first.target.stated.text, hosts: describeHosts(first.target) };
        report({ ...placeOf(first, truth), message: 'whole', at: statement, data, related });
        continue;
      }
      for (const each of amiss) {
        const heading = each.target.stated.by === 'heading';
        report({
          ...placeOf(each, truth),
          message: heading ? 'heading' : 'stated',
          ...(heading && { severity: 'warning' as const }),
          at: { file: each.file, span: each.mention.span },
          data: { path: each.target.template, host: each.target.stated.text, hosts: describeHosts(each.target) },
        });
      }
    }
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

type Elsewhere = Bound & { readonly otherHosts: readonly string[] };
type Amiss = OperationBinding & { readonly target: Elsewhere & { readonly stated: NonNullable<Bound['stated']> } };

function isServedElsewhere(target: Target): target is Elsewhere {
  return target.status === 'bound' && target.otherHosts !== undefined;
}

function isAmiss(binding: OperationBinding): binding is Amiss {
  const { target, mention } = binding;
  return isServedElsewhere(target) && target.stated !== undefined && speaksOfToday(mention);
}

function describeHosts({ otherHosts, otherSurface }: Elsewhere): string {
  const surface = otherSurface === undefined ? '' : ` (${otherSurface})`;
  return `${otherHosts.map((host) => `\`${host}\``).join(', ')}${surface}`;
}

function placeOf({ target }: { readonly target: Elsewhere }, truth: SpecIndex) {
  const operation = operationAt(truth, target.operations[0] ?? '');
  return {
    suggestions: target.otherHosts,
    ...(operation && { operation: describeOperation(operation), truth: operation.place }),
  };
}

interface Statement {
  /** The words that name the host; absent where not all they speak of is amiss, or where a heading names it. */
  readonly statement?: Place;
  readonly amiss: readonly Amiss[];
}

/** What the text states of hosts, by the words that state it. */
function statements(bindings: readonly OperationBinding[]): Iterable<Statement> {
  const groups = new Map<string, { statement: Place; amiss: Amiss[]; whole: boolean }>();
  const alone: Statement[] = [];
  for (const binding of bindings) {
    const { file, mention } = binding;
    if (!mention.statedHost) {
      if (isAmiss(binding)) alone.push({ amiss: [binding] });
      continue;
    }
    const { span } = mention.statedHost;
    const key = `${span.start} ${file}`;
    const group = groups.get(key) ?? { statement: { file, span }, amiss: [], whole: true };
    groups.set(key, group);
    if (isAmiss(binding)) group.amiss.push(binding);
    else group.whole = false;
  }
  const told = [...groups.values()].map(({ statement, amiss, whole }) => ({ amiss, ...(whole && { statement }) }));
  return [...alone, ...told];
}

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
