import type { Binding, BoundFact, FactBinding, Sample, Span, SpecIndex, TruthPlace } from '../../src/model.ts';
import { operationAt } from '../../src/truth/openapi/lookup.ts';
import { itemsOf } from '../../src/truth/schema/describe.ts';
import { findParameter, pathOf } from '../../src/truth/schema/described-field.ts';
import { lookUpField } from '../../src/truth/schema/look-up-field.ts';
import { lookUpPath } from '../../src/truth/schema/look-up-path.ts';
import type { Schemas } from '../../src/truth/schema/schema.ts';

/** A place of a guide that states something which one place of a spec decides. */
export interface Stated {
  readonly file: string;
  readonly span: Span;
  /** The form: `curl payload`, `table field`. */
  readonly form: string;
  readonly place: TruthPlace;
  readonly name: string;
  readonly where: BoundFact['where'];
  /** The value that is stated for it, where it is a plain one. */
  readonly value?: Extract<Sample, { text: string }>;
  /** A word for its type. */
  readonly type?: string;
  /** Of the enclosing object and operation, for what is missing. */
  readonly binding: FactBinding;
}

interface Truth {
  readonly truth: SpecIndex;
  readonly schemas: Schemas;
}

/** Everything that the bound facts of a run state about members and parameters of the specs. */
export function statedFields(bindings: readonly Binding[], truth: Truth): readonly Stated[] {
  return bindings.flatMap((binding) => {
    if (!isFact(binding) || binding.target.status !== 'bound' || binding.mention.stance !== 'claim') return [];
    return statedBy(binding, binding.target, truth);
  });
}

export function isFact(binding: Binding): binding is FactBinding {
  const { kind } = binding.mention;
  return kind === 'credential' || kind === 'field' || kind === 'payload' || kind === 'status';
}

function statedBy(binding: FactBinding, target: BoundFact, truth: Truth): Stated[] {
  const { mention, file } = binding;
  const form = `${mention.source} ${mention.kind}`;
  if (mention.kind === 'status' || mention.kind === 'credential') return [];
  if (mention.kind === 'payload') {
    return membersOf(mention.value, target.schemas, truth.schemas).map((member) => ({
      ...member,
      file,
      form,
      where: target.where,
      binding,
    }));
  }
  const path = pathOf(mention, target);
  const { type, value } = mention.claims;
  const shared = {
    file,
    span: mention.span,
    form,
    where: target.where,
    binding,
    ...(type && { type: type.value }),
    ...(value && { value: { kind: 'text' as const, span: value.span, text: value.value } }),
  };
  if (target.where === 'request' || target.where === 'response') {
    const answer = lookUpPath(truth.schemas, target.schemas, path);
    const [place, ...others] = answer.status === 'found' ? answer.places : [];
    return place && others.length === 0 ? [{ ...shared, place, name: path.at(-1) ?? '' }] : [];
  }
  const operation = operationAt(truth.truth, target.operations[0] ?? '');
  const own = operation?.parameters.filter((parameter) => parameter.in === target.where) ?? [];
  const parameter = findParameter(own, path.join('.'));
  return parameter ? [{ ...shared, place: parameter.place, name: parameter.name }] : [];
}

type Member = Pick<Stated, 'span' | 'place' | 'name' | 'value'>;

/** The members of a sample that exactly one place of the spec describes. */
function membersOf(sample: Sample, roots: readonly TruthPlace[], schemas: Schemas): Member[] {
  if (sample.kind === 'array') {
    const items = itemsOf(schemas, roots);
    return items.length === 0 ? [] : sample.items.flatMap((item) => membersOf(item, items, schemas));
  }
  if (sample.kind !== 'object') return [];
  return sample.members.flatMap(({ name, nameSpan, value }) => {
    const answer = lookUpField(schemas, roots, name);
    if (answer.status !== 'found') return [];
    const [place, ...others] = answer.places;
    const below = membersOf(value, answer.places, schemas);
    if (!place || others.length > 0) return below;
    return [{ span: nameSpan, place, name, ...('text' in value && { value }) }, ...below];
  });
}
