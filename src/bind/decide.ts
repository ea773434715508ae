import type { Target } from '../model.ts';
import { decideById } from './decide-by-id.ts';
import { boundElsewhere, decideFit, isServedHere } from './decide-fit.ts';
import { decideMissing } from './decide-missing.ts';
import type { Knowledge } from './knowledge.ts';
import { isFirm, type PlacedMention } from './place.ts';
import { because } from './reasons.ts';

/** The one outcome of a placed mention, with the reasons that led to it. */
export function decideTarget(entry: PlacedMention, knowledge: Knowledge): Target {
  const { mention, placement } = entry;
  if (!mention.target) return decideById(mention, knowledge);
  const [best] = placement.fits;
  if (placement.host === 'unknown' && !knowledge.usage.serves(mention.target.host?.text ?? '')) {
    const stray = best && isFirm(best) && mention.target.host?.kind === 'literal';
    return stray && knowledge.usage.amongOwn(entry) ? boundElsewhere(best, entry, knowledge) : decideForeign(entry);
  }
  if (best) {
    const target = decideFit(best, entry, knowledge);
    return target.status === 'bound' && placement.host === 'unknown' ? { ...target, adopted: true } : target;
  }
  const [elsewhere] = placement.elsewhere;
  const other = elsewhere && isFirm(elsewhere) && !isServedHere(elsewhere, entry, knowledge.truth);
  return other ? boundElsewhere(elsewhere, entry, knowledge) : decideMissing(entry, knowledge);
}

function decideForeign({ mention, placement }: PlacedMention): Target {
  const host = mention.target?.host?.text;
  const fits = placement.fits.length > 0 ? [because('path', 'a spec has this path, but on other servers')] : [];
  return { status: 'foreign', host, evidence: [because('host', `no spec names the server \`${host}\``), ...fits] };
}
