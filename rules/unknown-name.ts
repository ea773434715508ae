import { distance } from 'fastest-levenshtein';
import type { FactBinding, Sample, Span } from '../src/model.ts';
import { defineRule, speaksOfToday } from '../src/rule.ts';
import { likeName, wordsOf } from '../src/text/like-names.ts';
import { isPlaceholder } from '../src/text/placeholder.ts';
import { discrepanciesOf } from '../src/truth/schema/discrepancies.ts';
import type { Vocabulary } from '../src/truth/schema/schema.ts';

/**
 * What no call around it explains can still be told from the words alone: a name that occurs nowhere in the specs, among names
 * that do, and that only its spelling or the order of its words tells from one of theirs.
 */
export default defineRule({
  id: 'unknown-name',
  summary: 'A name among names of the spec that differs from one of them in its spelling alone must be spelt like it.',
  severity: 'warning',
  messages: {
    field: 'No spec knows `{name}`; did you mean `{nearest}`?',
    value: 'No spec knows the value `{name}` of `{field}`; did you mean `{nearest}`?',
  },
  facts(bindings, { report, schemas, vocabulary }) {
    for (const binding of bindings) {
      const { file, mention, target } = binding;
      if (!speaksOfToday(mention) || mention.kind !== 'payload') continue;
      const members = membersOf(mention.value);
      const isTold = (at: number) =>
        target.status === 'bound' && discrepanciesOf(mention, target, schemas).some(({ span }) => span.start === at);
      for (const { name, nearest, span } of target.status === 'unplaced'
        ? strangeNames(binding, members, vocabulary)
        : []) {
        report({ message: 'field', at: { file, span }, data: { name, nearest }, suggestions: [nearest] });
      }
      for (const { field, name, nearest, span } of strangeValues(members, vocabulary)) {
        if (isTold(span.start) || isTold(span.start - 1)) continue;
        report({ message: 'value', at: { file, span }, data: { name, field, nearest }, suggestions: [nearest] });
      }
    }
  },
});

interface Member {
  readonly name: string;
  readonly span: Span;
  readonly value: Sample;
}

function membersOf(sample: Sample): readonly Member[] {
  const members: Member[] = [];
  const add = (value: Sample): void => {
    if (value.kind === 'array') value.items.forEach(add);
    if (value.kind !== 'object') return;
    for (const member of value.members) {
      members.push({ name: member.name, span: member.nameSpan, value: member.value });
      add(member.value);
    }
  };
  add(sample);
  return members;
}

/** A block of which less is known is another API's, or the reader's own. */
const ENOUGH = 0.6;

function strangeNames({ mention }: FactBinding, members: readonly Member[], vocabulary: Vocabulary) {
  const topic = mention.setting?.topic;
  if (topic === 'config' || topic === 'other') return [];
  const names = new Set(members.map(({ name }) => name));
  const known = [...names].filter((name) => vocabulary.has(name, 'property') || vocabulary.has(name, 'parameter'));
  if (known.length === 0) return [];
  const familiar = known.length > 2 && known.length / names.size >= ENOUGH;
  return members.flatMap(({ name, span }) => {
    if (name.length < 6 || !/^[A-Za-z][\w-]*$/.test(name) || vocabulary.occursAnywhere(name)) return [];
    const near = vocabulary.nearest(name, 'property');
    // The right name beside it shows that the other one is meant as another.
    if (near === undefined || names.has(near.word)) return [];
    // The same words in another order are no accident; a letter may be.
    return near.likeness === 'reordered' || (familiar && isSlip(name, near.word))
      ? [{ name, nearest: near.word, span }]
      : [];
  });
}

/**
 * One letter of one long word: `recieved_at`. Another case or separator is another API's habit, and a word more (`action_by`)
 * another thing.
 */
function isSlip(name: string, other: string): boolean {
  const [own, words] = [wordsOf(name), wordsOf(other)];
  const different = own.flatMap((word, index) => (word === words[index] ? [] : [[word, words[index] ?? ''] as const]));
  const [only, ...more] = different;
  if (own.length !== words.length || !only || more.length > 0) return false;
  const [written, right] = only;
  const swapped = [...written].sort().join('') === [...right].sort().join('');
  // Of a single word another letter may make another word: `feller`, `felled`.
  const near = swapped || (own.length > 1 && distance(written, right) === 1);
  return written.length > 4 && near && !isPlural(written, right);
}

/** `shared_links` may hold several of what `shared_link` holds one of. */
function isPlural(one: string, other: string): boolean {
  return one === `${other}s` || other === `${one}s`;
}

function strangeValues(members: readonly Member[], vocabulary: Vocabulary) {
  return members.flatMap(({ name: field, value }) => {
    if (value.kind !== 'string' || value.text.length < 6 || !/^[A-Za-z][\w-]*$/.test(value.text)) return [];
    const values = vocabulary.valuesOf(field);
    if (values.length === 0 || values.includes(value.text) || isPlaceholder(value.text)) return [];
    const like = vocabulary.occursAnywhere(value.text) ? undefined : likeName(value.text, values);
    return like?.firm ? [{ field, name: value.text, nearest: like.name, span: value.span }] : [];
  });
}
