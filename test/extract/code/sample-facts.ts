import type { FactDraft } from '../../../src/extract/extractor.ts';
import type { Sample } from '../../../src/model.ts';
import { covered, samplesOf } from './read-sample.ts';

/** What the requests of a fence say, one fact a line; each request but the first starts with its address. */
export function factsIn(lang: string, code: string): readonly string[] {
  return samplesOf(lang, code).flatMap(({ target, facts = [] }, index) => [
    ...(index > 0 ? [`# ${target.text}`] : []),
    ...facts.map((fact) => describeFact(fact, code)),
  ]);
}

/** `place path = value`, or the body, or the status; then the stance, the setting, and a span that is not the name. */
function describeFact(fact: FactDraft, code: string): string {
  const spans = covered(code, fact.span);
  const rest = [
    fact.stance === 'claim' ? '' : fact.stance,
    fact.setting?.topic ?? '',
    fact.setting?.status ?? '',
    fact.kind !== 'payload' && spans !== fact.text ? `at «${spans}»` : '',
  ].filter((part) => part !== '');
  return [describe(fact, code), ...rest].join(' ');
}

function describe(fact: FactDraft, code: string): string {
  switch (fact.kind) {
    case 'payload': {
      const type = fact.mediaType;
      return `body ${describeSample(fact.value, code)}${type ? ` as ${type.value} «${covered(code, type.span)}»` : ''}`;
    }
    case 'field': {
      const { value } = fact.claims;
      return `${fact.place} ${fact.path.join('.')}${value ? ` = ${value.value}` : ''}`;
    }
    case 'credential':
      return `${fact.relation} ${fact.text}`;
    case 'status':
      return `status ${fact.code}`;
  }
}

/** Strings in quotes, texts of forms in angle marks, `?` for what is not said, `…` where more may be. Spans must agree. */
function describeSample(sample: Sample, code: string): string {
  const open = 'open' in sample && sample.open ? ['…'] : [];
  switch (sample.kind) {
    case 'object': {
      const members = sample.members.map(({ name, nameSpan, value }) => {
        const written = covered(code, nameSpan);
        return `${name}${written === name ? '' : ` «${written}»`}: ${describeSample(value, code)}`;
      });
      return `{${[...members, ...open].join(', ')}}`;
    }
    case 'array':
      return `[${[...sample.items.map((item) => describeSample(item, code)), ...open].join(', ')}]`;
    case 'string':
      return `'${sample.text}'`;
    case 'text':
      return `‹${sample.text}›`;
    case 'unknown':
      return `?${covered(code, sample.span)}`;
    case 'number':
    case 'boolean':
    case 'null':
      return sample.text;
  }
}
