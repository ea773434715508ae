import type { BoundFact, Content, Operation, Response, Setting, SpecIndex, TruthPlace } from '../../model.ts';

/** A part of an operation that a fact may speak of, with the schemas of which one must hold it. */
export interface Destination {
  readonly where: BoundFact['where'];
  readonly schemas: readonly TruthPlace[];
}

/** What the operation takes as its body, in the media type that is stated, or in any. */
export function requestDestination(operation: Operation, mediaType?: string): Destination {
  return once(operation, `request ${mediaType}`, () => ({
    where: 'request',
    schemas: schemasOf(operation.body?.content ?? [], mediaType),
  }));
}

/** The answers that the words around a fact allow: those of a status, those that refuse, or else those that succeed. */
export function responseDestination(operation: Operation, setting: Setting | undefined): Destination {
  const { status, topic } = setting ?? {};
  return once(operation, `response ${status} ${topic === 'error'}`, () => ({
    where: 'response',
    schemas: responsesMeant(operation.responses, setting).flatMap((response) => schemasOf(response.content)),
  }));
}

/** All answers, whatever the words say. */
export function anyResponseDestination(operation: Operation): Destination {
  return once(operation, 'responses', () => ({
    where: 'response',
    schemas: operation.responses.flatMap((response) => schemasOf(response.content)),
  }));
}

const known = new WeakMap<Operation, Map<string, Destination>>();

/** Facts ask for the same parts again and again; of one that is the same object, the same is known. */
function once(operation: Operation, part: string, find: () => Destination): Destination {
  const parts = known.get(operation) ?? new Map<string, Destination>();
  if (parts.size === 0) known.set(operation, parts);
  const destination = parts.get(part) ?? find();
  parts.set(part, destination);
  return destination;
}

function responsesMeant(responses: readonly Response[], setting: Setting | undefined): readonly Response[] {
  const stated = setting?.status === undefined ? [] : responsesAt(responses, setting.status);
  if (stated.length > 0) return stated;
  // A status that is not listed is wrong by itself; what is shown with it may be right all the same.
  const refuses = setting?.status === undefined ? setting?.topic === 'error' : /^[45]/.test(setting.status);
  const ranked = responses.filter(({ status }) => (refuses ? /^[45]/ : /^[23]/).test(status));
  // Some specs describe everything by `default` alone.
  return ranked.length > 0 ? ranked : responses.filter(({ status }) => status === 'default');
}

/** The answer of a status; where it is not listed its range, and then `default` (OpenAPI 3.1, section 4.8.16). */
export function responsesAt(responses: readonly Response[], status: string): readonly Response[] {
  const range = `${status.charAt(0)}XX`;
  for (const wanted of [status.toUpperCase(), range, 'DEFAULT']) {
    const found = responses.filter((response) => response.status.toUpperCase() === wanted);
    if (found.length > 0) return found;
  }
  return [];
}

/** Two media types are one whatever their parameters; a range in the spec (`application/*`) takes all of its kind. */
export function suitsMediaType(spec: string, stated: string): boolean {
  const [wanted, given] = [plainMediaType(spec), plainMediaType(stated)];
  if (wanted === '' || wanted === '*/*' || wanted === given) return true;
  return wanted.endsWith('/*') && given.startsWith(wanted.slice(0, -1));
}

function plainMediaType(text: string): string {
  return text.replace(/;.*$/s, '').trim().toLowerCase();
}

function schemasOf(contents: readonly Content[], mediaType?: string): readonly TruthPlace[] {
  const suiting =
    mediaType === undefined ? contents : contents.filter((each) => suitsMediaType(each.mediaType, mediaType));
  return (suiting.length > 0 ? suiting : contents).flatMap(({ schema }) => schema ?? []);
}

/** The bodies that a spec's API sends by itself. */
export function eventsOf(
  truth: SpecIndex,
): readonly { readonly spec: string; readonly name: string; readonly schemas: readonly TruthPlace[] }[] {
  return truth.specs.flatMap(({ name: spec, events }) =>
    events.map(({ name, body }) => ({ spec, name, schemas: schemasOf(body) })),
  );
}
