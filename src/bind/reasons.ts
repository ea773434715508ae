import type { Evidence } from '../model.ts';
import type { PlacedMention } from './place.ts';

/** A reason in words: `cue` is what was looked at, `detail` goes on after a colon. */
export function because(cue: string, detail: string): Evidence {
  return { cue, detail };
}

/** What the host of a mention says, or that it says nothing. */
export function hostEvidence({ mention, placement }: PlacedMention): Evidence {
  const host = mention.target?.host?.text;
  switch (placement.host) {
    case 'own': {
      const specs = new Set(placement.servers.map((server) => server.spec.name));
      return because('host', `\`${host}\` is a server of ${[...specs].join(', ')}`);
    }
    case 'none':
      return because('host', 'no host is written');
    case 'variable':
      return because('host', `\`${host}\` may be any server`);
    case 'unknown':
      return because('host', `\`${host}\` is named by no spec, but its paths or its neighbours are those of a spec`);
  }
}
