import type { Direction, Setting } from '../../model.ts';
import type { Cue } from './cues.ts';
import { directionOf, statusIn, topicOf } from './words.ts';

export interface BlockSetting {
  readonly direction: Direction;
  readonly setting: Setting;
}

/** What the words around a block say of it: the nearest that says anything wins. */
export function readSetting(cues: readonly Cue[]): BlockSetting {
  const direction = firstOf(cues, (cue) => (cue.far ? undefined : directionOf(cue)));
  const topic = firstOf(cues, topicOf);
  // "Response" below the heading "Webhooks" is an answer; "Payload" there is an event.
  const counts = topic && (!direction?.said.firm || topic.at < direction.at || topic.said.own);
  const status = firstOf(cues, (cue) => (cue.far ? undefined : statusIn(cue)))?.said;
  const named = counts ? topic.said.topic : status && /^[45]/.test(status) ? 'error' : undefined;
  const words = cues.find(({ form }) => form === 'lead') ?? cues[direction?.at ?? topic?.at ?? -1];
  return {
    direction: named === 'event' ? 'unknown' : (direction?.said.direction ?? impliedDirection(named, status)),
    setting: {
      ...(named && { topic: named }),
      ...(status !== undefined && { status }),
      ...(words && { words: words.text.slice(-200) }),
    },
  };
}

/** Only answers have a status, and only they are errors. */
function impliedDirection(topic: Setting['topic'], status: string | undefined): Direction {
  return topic === 'error' || status !== undefined ? 'response' : 'unknown';
}

function firstOf<Said>(
  cues: readonly Cue[],
  say: (cue: Cue) => Said | undefined,
): { said: Said; at: number } | undefined {
  for (const [at, cue] of cues.entries()) {
    const said = say(cue);
    if (said !== undefined) return { said, at };
  }
  return undefined;
}
