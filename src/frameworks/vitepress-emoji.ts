import type { InlineToken } from './vitepress-tokens.ts';

/** Names of the emoji that stand in headings. Of the other 1800 we only know that a word between colons may be one. */
const names = new Set(
  (
    '+1 -1 100 1234 alarm_clock apple arrow_down arrow_left arrow_right arrow_up art bangbang bar_chart beer beetle bell ' +
    'bomb book bookmark bookmark_tabs books boom brain bricks bug building_construction bulb calendar card_index ' +
    'chart_with_upwards_trend checkered_flag clap clipboard closed_lock_with_key cloud computer construction ' +
    'construction_worker cop crab credit_card crystal_ball dart deciduous_tree desktop_computer dizzy earth_africa ' +
    'earth_americas electric_plug email envelope evergreen_tree exclamation eyes fast_forward file_folder fire ' +
    'floppy_disk gear gem gift globe_with_meridians green_apple green_heart grey_question guard hammer ' +
    'hammer_and_wrench handshake heart heavy_check_mark heavy_exclamation_mark hourglass house id inbox_tray ' +
    'information_source jigsaw key label link lock mag mag_right mailbox mega memo microscope money_with_wings ' +
    'mountain muscle new no_entry no_entry_sign nut_and_bolt ok ok_hand open_file_folder package page_facing_up ' +
    'page_with_curl paperclip pencil pencil2 phone point_right pray pushpin question rabbit rainbow ' +
    'raised_hands recycle robot rocket rotating_light satellite scroll seedling shield ship smile snail snake ' +
    'sos sparkles speech_balloon star star2 stop_sign straight_ruler stopwatch sunny tada test_tube thinking thought_balloon ' +
    'thumbsdown thumbsup toolbox traffic_light trophy truck turtle unlock wastebasket warning wave whale ' +
    'white_check_mark world_map wrench writing_hand x zap'
  ).split(' '),
);

/** Shortcuts of markdown-it-emoji (`data/shortcuts.mjs`), which count where no letter touches them. */
const shortcuts = new Set(
  (
    `>:( >:-( :") :-") </3 <\\3 :/ :-/ :'( :'-( :,( :,-( :( :-( <3 ]:( ]:-( o:) O:) o:-) O:-) 0:) 0:-) :') :'-) :,) :,-) ` +
    `:'D :'-D :,D :,-D :* :-* x-) X-) :| :-| :o :-o :O :-O :@ :-@ :D :-D :) :-) ]:) ]:-) :,'( :,'-( ;( ;-( :P :-P 8-) ` +
    'B-) ,:( ,:-( ,:) ,:-) :s :-S :z :-Z :$ :-$ ;) ;-)'
  ).split(' '),
);
const longestShortcut = 5;

const breakable = /^[\p{Z}\p{P}\p{Cc}]?$/u;

/** Tokens behind markdown-it-emoji. An emoji is a token of its own, which ids leave out. */
export interface WithoutEmoji {
  readonly tokens: readonly InlineToken[];
  /** There is a `:word:` that may be an emoji or not. */
  readonly uncertain: boolean;
}

/** The rule `emoji` of markdown-it-emoji 3 (`full`), which VitePress has on. Escapes and references do not take part. */
export function takeEmoji(tokens: readonly InlineToken[]): WithoutEmoji {
  let uncertain = false;
  const rest = tokens.flatMap((token): readonly InlineToken[] => {
    if (token.kind !== 'text' || token.restored !== undefined || !/[:;<>\]-]/.test(token.content)) return [token];
    const split = splitText(token.content);
    uncertain ||= split.uncertain;
    return split.tokens;
  });
  return { tokens: rest, uncertain };
}

function splitText(text: string): WithoutEmoji {
  const tokens: InlineToken[] = [];
  let uncertain = false;
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const name = nameAt(text, at);
    const known = name !== undefined && names.has(name);
    uncertain ||= name !== undefined && !known && /\D/.test(name);
    const length = known ? name.length + 2 : shortcutAt(text, at);
    if (length === 0) continue;
    if (at > from) tokens.push({ kind: 'text', content: text.slice(from, at) });
    tokens.push({ kind: 'other' });
    from = at + length;
    at = from - 1;
  }
  if (from < text.length) tokens.push({ kind: 'text', content: text.slice(from) });
  return { tokens, uncertain };
}

function nameAt(text: string, at: number): string | undefined {
  if (text[at] !== ':') return undefined;
  const word = /:([a-z0-9_+-]+):/y;
  word.lastIndex = at;
  return word.exec(text)?.[1];
}

function shortcutAt(text: string, at: number): number {
  if (!breakable.test(text.charAt(at - 1))) return 0;
  for (let length = 2; length <= longestShortcut; length++)
    if (shortcuts.has(text.slice(at, at + length)) && breakable.test(text.charAt(at + length))) return length;
  return 0;
}
