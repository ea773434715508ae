import type {
  BoundFact,
  FactBinding,
  PayloadMention,
  Sample,
  SampleMember,
  Severity,
  Span,
  SpecIndex,
  TruthPlace,
} from '../../model.ts';
import { likeName } from '../../text/like-names.ts';
import { joinPath, listNames } from '../../text/list-names.ts';
import { describeFactTarget } from '../openapi/lookup.ts';
import { describeField, pathOf } from './described-field.ts';
import { discrepanciesOf } from './discrepancies.ts';
import type { UnknownField } from './discrepancy.ts';
import { findElsewhere } from './find-elsewhere.ts';
import { lookUpPath } from './look-up-path.ts';
import type { Schemas } from './schema.ts';

/** A name that a guide gives to a member of a body or an answer, and that nothing in the spec describes there. */
export interface UnknownMember {
  readonly name: string;
  readonly span: Span;
  /** The way to the object that should have it; [] for the body itself. */
  readonly above: readonly string[];
  /** The members that the object has. */
  readonly names: readonly string[];
  readonly place: TruthPlace;
  /** The spec forbids further members outright. */
  readonly closed: boolean;
  /** What was meant, where it can be told. */
  readonly nearest?: string;
  /** Only the spelling differs: the name may be put in its place. */
  readonly firm: boolean;
  /** Nothing else can be meant. */
  readonly sure: boolean;
  /** All names of the object that are unknown, where they are told together, and where the others stand. */
  readonly all?: readonly string[];
  readonly also?: readonly Span[];
  /** Where else below the body a member of that name is. */
  readonly elsewhere?: readonly string[];
}

interface Truth {
  readonly truth: SpecIndex;
  readonly schemas: Schemas;
}

/** The members of a bound fact that the spec does not have. */
export function unknownMembers(binding: FactBinding, target: BoundFact, truth: Truth): readonly UnknownMember[] {
  const { mention } = binding;
  if (mention.kind === 'payload') return unknownInPayload(mention, target, truth.schemas);
  const described = describeField(binding, truth);
  if (mention.kind !== 'field' || described.status !== 'absent') return [];
  const { names, place, above, closed } = described;
  const path = pathOf(mention, target);
  const name = path[above.length] ?? '';
  const own = path.slice(0, above.length + 1);
  const elsewhere = own.length === path.length ? placeNear(own, target.schemas, truth.schemas) : undefined;
  const member = { name, span: mention.span, above, names, place, closed, ...(elsewhere && { elsewhere }) };
  return [withNearest(member, names)];
}

interface UnknownInObject {
  /** The members of the sample's object, known and unknown. */
  readonly beside: readonly SampleMember[];
  readonly members: UnknownField[];
}

function unknownInPayload(mention: PayloadMention, target: BoundFact, schemas: Schemas): readonly UnknownMember[] {
  const objects = new Map<number, UnknownInObject>();
  for (const each of discrepanciesOf(mention, target, schemas)) {
    // What one of several answers has may be in a sample that resembles another one more.
    if (each.kind !== 'unknown-field' || lookUpPath(schemas, target.schemas, each.path).status === 'found') continue;
    const beside = membersBeside(mention.value, each.span);
    const key = beside[0]?.nameSpan.start ?? each.span.start;
    const object = objects.get(key) ?? { beside, members: [] };
    object.members.push(each);
    objects.set(key, object);
  }
  return [...objects.values()].flatMap((object) => membersOfObject(object, target, schemas));
}

function membersOfObject(
  { beside, members }: UnknownInObject,
  target: BoundFact,
  schemas: Schemas,
): readonly UnknownMember[] {
  const shown = beside.map(({ name }) => name);
  const unknown = members.map(({ name, span, path, names, place, closed }) => {
    const free = names.filter((other) => !shown.includes(other));
    const elsewhere = placeNear(path, target.schemas, schemas);
    const member = { name, span, above: path.slice(0, -1), names, place, closed, ...(elsewhere && { elsewhere }) };
    // Where an answer shows all members but one, and one that is unknown, that one was meant.
    const [left, ...more] = free;
    const whole = target.where === 'response' && members.length === 1 && more.length === 0 && names.length > 2;
    return withNearest(member, free, whole ? left : undefined);
  });
  return asOne(unknown, unknown.length === beside.length);
}

/** Of an object that is described in part, or not at all, what is unknown is told once, and not member by member. */
function asOne(members: readonly UnknownMember[], all: boolean): readonly UnknownMember[] {
  const plain = members.filter(({ closed, nearest, elsewhere }) => !closed && nearest === undefined && !elsewhere);
  const [first, ...others] = plain;
  if (!first || plain.length < (all ? 2 : 3)) return members;
  const told = { ...first, all: plain.map(({ name }) => name), also: others.map(({ span }) => span) };
  return [told, ...members.filter((member) => !plain.includes(member))];
}

/** Where a name belongs that stands one level too high or too low. */
function placeNear(
  path: readonly string[],
  roots: readonly TruthPlace[],
  schemas: Schemas,
): readonly string[] | undefined {
  const [only, ...others] = findElsewhere(schemas, roots, path.at(-1) ?? '');
  if (only === undefined || others.length > 0) return undefined;
  const [short, long] = only.length < path.length ? [only, path] : [path, only];
  const owner = short.slice(0, -1);
  const near = long.length - short.length === 1 && owner.every((step, index) => step === long[index]);
  return near ? only : undefined;
}

/** The members of the object in a sample that has one at this place. */
function membersBeside(value: Sample, span: Span): readonly SampleMember[] {
  if (value.kind === 'array') return membersBesideIn(value.items, span);
  if (value.kind !== 'object') return [];
  if (value.members.some(({ nameSpan }) => nameSpan.start === span.start)) return value.members;
  return membersBesideIn(
    value.members.map((member) => member.value),
    span,
  );
}

function membersBesideIn(values: readonly Sample[], span: Span): readonly SampleMember[] {
  const inside = values.find((value) => value.span.start <= span.start && span.start < value.span.end);
  return inside ? membersBeside(inside, span) : [];
}

/** `free`: the members that may have been meant; `left`: the one that must have been. */
function withNearest(
  member: Omit<UnknownMember, 'firm' | 'nearest' | 'sure'>,
  free: readonly string[],
  left?: string,
): UnknownMember {
  const like = likeName(member.name, free);
  const nearest = like?.name ?? (member.elsewhere ? undefined : left);
  return { ...member, ...(nearest !== undefined && { nearest }), firm: like?.firm ?? false, sure: like?.sure ?? false };
}

/** An object that lists its members and does not say whether there are others refutes a name only where it has it in another form. */
function severityOf({ closed, firm, elsewhere }: UnknownMember, { certainty }: BoundFact): Severity {
  return certainty === 'certain' && (closed || firm || elsewhere !== undefined) ? 'error' : 'warning';
}

/** What a rule reports of an unknown member: which of its messages, and all that any of them may need. */
export function reportableMember(member: UnknownMember, file: string, target: BoundFact, truth: SpecIndex) {
  const { name, span, above, names, all, also = [], nearest, elsewhere, sure, place } = member;
  // A span of any other length has more than the name, or escapes.
  const isPlain = span.end - span.start === name.length;
  const operation = describeFactTarget(truth, target);
  const message = all
    ? 'several'
    : nearest !== undefined
      ? 'similar'
      : elsewhere
        ? 'elsewhere'
        : names.length > 0
          ? 'unknown'
          : 'none';
  const inside = (field: string) => joinPath([...above, field]);
  return {
    message,
    at: { file, span },
    data: {
      operation,
      field: inside(name),
      nearest: inside(nearest ?? ''),
      path: joinPath(elsewhere ?? []),
      fields: listNames((all ?? []).map(inside)),
      names: listNames(names.map(inside)),
    },
    operation,
    truth: place,
    severity: severityOf(member, target),
    related: also.map((other) => ({ file, span: other })),
    suggestions: nearest === undefined ? [] : [nearest],
    edits: nearest !== undefined && sure && isPlain && target.certainty === 'certain' ? [{ span, text: nearest }] : [],
  } as const;
}
