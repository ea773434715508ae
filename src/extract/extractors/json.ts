import type { Code } from 'mdast';
import type { Setting, Stance } from '../../model.ts';
import { defineExtractor, type FactDraft } from '../extractor.ts';
import { liftCode } from '../lift.ts';
import { contentTopic } from '../sample/content-topic.ts';
import { readSample, type SampleText, type SampleValue } from '../sample/read-sample.ts';
import { type Cue, cuesAround } from '../setting/cues.ts';
import { fenceTitle } from '../setting/fence-title.ts';
import { type BlockSetting, readSetting } from '../setting/read-setting.ts';
import { directionOf } from '../setting/words.ts';

/** Fences of JSON: bodies, events, files, each with what the words around it say of it. */
export const json = defineExtractor({
  id: 'json',
  nodes: ['code'],
  extract(node, page) {
    const lang = (node.lang ?? '').toLowerCase();
    const named = /^(?:json|jsonc|json5|jsonl|ndjson|hjson)$/.test(lang);
    if (
      !(named ? JSON_START : lang === '' || PERHAPS.test(lang) ? OBJECT_START : NEVER).test(node.value.slice(0, 2000))
    )
      return;
    const source = liftCode(node, page.doc);
    const read = readSample(source);
    if (!read || !(named || isWhole(read, source.text))) return;
    const cues = cuesAround(node, page);
    const around = readSetting(cues);
    const block = page.spanOf(node).start;
    const stance = stanceOf(cues);
    const shows = fileOf(node);
    for (const value of read.values)
      page.fact({
        ...payloadOf(value, around),
        ...(shows !== undefined && { shows }),
        stance,
        block,
        text: titleOf(node),
      });
  },
});

/** A JSON fence may begin with a comment or an elision; elsewhere only an object or a list looks like a sample. */
const JSON_START = /^(?:\s|\/\/[^\n]*\n|\/\*[^*]*\*\/|#[^\n]*\n|\.{3}|…|,)*[{["]/;
const PERHAPS = /^(?:js|javascript|text|txt|plaintext|response)$/;
const OBJECT_START = /^\s*(?:\{\s*(?:["}…]|\.\.\.)|\[\s*(?:\{\s*["}]|"[^"\n]*"\s*[,\]]|\]))/;
const NEVER = /(?!)/;

function isWhole({ end, tidy }: SampleText, text: string): boolean {
  return tidy && end >= text.trimEnd().length;
}

function payloadOf(
  { value, fragment, label }: SampleValue,
  around: BlockSetting,
): Omit<FactDraft & { kind: 'payload' }, 'stance' | 'text'> {
  // A comment above one of several documents is nearer than all else.
  const said = label === undefined ? undefined : directionOf({ text: label, form: 'lead' });
  const setting: Setting = { ...around.setting, ...contentTopic(value) };
  return {
    kind: 'payload',
    source: 'json',
    span: value.span,
    direction: said?.direction ?? around.direction,
    value,
    fragment,
    ...(Object.keys(setting).length > 0 && { setting }),
  };
}

/** ```` ```json title="bodies/tree.json" ```` */
function fileOf({ meta }: Code): string | undefined {
  const title = fenceTitle(meta ?? '')?.trim();
  return title !== undefined && /^[\w./-]+\.\w{2,6}$/.test(title) ? title : undefined;
}

/** The first characters of the sample, to know it by. */
function titleOf({ value }: Code): string {
  return /^\s*([^\n]{0,80})/.exec(value)?.[1]?.trimEnd() ?? '';
}

const WRONG =
  /[❌✗✘🚫]|^\W*(?:wrong|incorrect|bad|invalid|don['’]t|do not|never|avoid|anti-?pattern)\b|\b(?:does not|doesn['’]t|won['’]t) work\b|\b(?:incorrect|wrong|invalid)\W*$/iu;
const PAST =
  /^\W*(?:before|old|legacy|deprecated|previously|previous|formerly|v?\d+(?:\.\d+)* \(?(?:old|legacy|deprecated))\b|\b(?:deprecated|no longer|used to be|legacy|old format)\b/i;

/** Title and lead-in may show how it is not done, or no longer. */
function stanceOf(cues: readonly Cue[]): Stance {
  const near = cues.filter(({ form, text }) => form === 'title' || (form === 'lead' && text.length < 200));
  if (near.some(({ text }) => WRONG.test(text))) return 'negated';
  return near.some(({ text }) => PAST.test(text)) ? 'historical' : 'claim';
}
