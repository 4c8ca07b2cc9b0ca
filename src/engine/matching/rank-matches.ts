import type { ProgramMatch } from './program-match.ts';
import type { Reason } from './reason.ts';

const STANDINGS: readonly ProgramMatch['standing'][] = ['fits', 'open', 'does-not-fit'];

/** Says from the reasons that are musts whether a program fits. A level that is met in one edition needs no second. Pure. */
export function standingOf(reasons: readonly Reason[]): ProgramMatch['standing'] {
  const musts = reasons.filter(({ must }) => must);
  if (musts.some(({ verdict }) => verdict === 'against')) return 'does-not-fit';
  const levelMet = musts.some(({ code, verdict }) => code === 'level' && verdict === 'for');
  const open = musts.some(({ code, verdict }) => verdict === 'unknown' && !(levelMet && code === 'level'));
  return open ? 'open' : 'fits';
}

/**
 * Puts programs in order: those that fit, those of which something is not known, those that do not fit; in each, fewer
 * reasons against come first, then more for, then fewer unknown. The criteria of an eligibility count as one, and only where they
 * do not all hold: that a program asks for more does not make it better. What is still equal keeps the order of the directory. Pure.
 */
export function rankMatches(matches: readonly Omit<ProgramMatch, 'rank'>[]): ProgramMatch[] {
  return matches
    .map((match) => ({ match, key: keyOf(match) }))
    .sort((a, b) => a.key.map((value, i) => value - (b.key[i] ?? 0)).find((d) => d !== 0) ?? 0)
    .map(({ match }, index) => ({ rank: index + 1, ...match }));
}

function keyOf({ standing, reasons }: Omit<ProgramMatch, 'rank'>): number[] {
  const counted = reasons.filter(({ code }) => code !== 'eligibility');
  const barred = reasons.filter(({ code, verdict }) => code === 'eligibility' && verdict !== 'for');
  const worst = barred.find(({ verdict }) => verdict === 'against') ?? barred[0];
  const weighed = worst === undefined ? counted : [...counted, worst];
  const count = (verdict: Reason['verdict']) => weighed.filter((reason) => reason.verdict === verdict).length;
  return [STANDINGS.indexOf(standing), count('against'), -count('for'), count('unknown')];
}
