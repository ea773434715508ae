import type { FactMention, Page, Sample } from '../../src/model.ts';
import { cut, readPage } from './read-page.ts';

/** The page's facts, one a line: what it is, then what is unlike a bare claim. */
export function factsIn(text: string, reading?: Parameters<typeof readPage>[1]): readonly string[] {
  const page = readPage(text, reading);
  return page.mentions.flatMap((mention) =>
    mention.kind === 'operation' || mention.kind === 'command' || mention.kind === 'tool'
      ? []
      : [describeFact(mention, page, text)],
  );
}

/** The bodies alone, without what the words around them state by themselves. */
export function payloadsIn(text: string): readonly string[] {
  const page = readPage(text);
  return page.mentions.flatMap((mention) => (mention.kind === 'payload' ? [describeFact(mention, page, text)] : []));
}

function describeFact(mention: FactMention, page: Page, text: string): string {
  const { setting, stance, request } = mention;
  const call = request === undefined ? undefined : page.mentions[request];
  return [
    describeOwn(mention, text),
    setting?.topic,
    setting?.status,
    stance === 'claim' ? undefined : stance,
    call?.kind === 'operation' ? `of ${[call.method?.value, call.target?.text].filter(Boolean).join(' ')}` : undefined,
  ]
    .filter((part) => part !== undefined)
    .join(' ');
}

function describeOwn(mention: FactMention, text: string): string {
  switch (mention.kind) {
    case 'field': {
      const value = mention.claims.value?.value;
      return `${mention.source} ${mention.place} ${mention.path.join('.')}${value === undefined ? '' : `=${value}`}`;
    }
    case 'credential':
      return `${mention.relation} ${mention.words.map(({ value }) => value).join(' ')}`;
    case 'status':
      return `status ${cut(text, mention.span)}${mention.reason ? ` "${mention.reason.value}"` : ''}`;
    case 'payload': {
      const type = mention.mediaType ? ` as ${mention.mediaType.value}` : '';
      return `${mention.source} ${mention.direction} ${showSample(mention.value)}${type}${mention.fragment ? ' part' : ''}`;
    }
  }
}

/** In one line: strings quoted, unknown values as `?text`, `...` where something was left out. */
export function showSample(sample: Sample): string {
  switch (sample.kind) {
    case 'object':
      return `{${[...sample.members.map(({ name, value }) => `${name}: ${showSample(value)}`), ...(sample.open ? ['...'] : [])].join(', ')}}`;
    case 'array':
      return `[${[...sample.items.map(showSample), ...(sample.open ? ['...'] : [])].join(', ')}]`;
    case 'string':
      return JSON.stringify(sample.text);
    case 'unknown':
      return `?${sample.text}`;
    case 'number':
    case 'boolean':
    case 'null':
    case 'text':
      return sample.text;
  }
}
