import { didYouMean } from '../../curriculum/did-you-mean.ts';
import { CliFailure } from './cli-failure.ts';
import { EXIT } from './exit-codes.ts';

/** Figures that are shown unless others are asked for. */
const USUAL = [
  'completed',
  'retention.90',
  'stay.median',
  'sessions-attended.mean',
  'cost.mean',
  'cost.per-completed',
  'clinic.wait.mean',
  'clinic.lost.share',
];

/** The figures asked for, or the usual ones that a cohort has. Fails for a name that no cohort has. */
export function chosenFigures(
  asked: readonly string[] | undefined,
  known: readonly string[],
): readonly string[] {
  const unknown = asked?.find((name) => !known.includes(name));
  if (unknown !== undefined)
    throw new CliFailure(
      EXIT.usage,
      'usage',
      `a cohort has no figure ${unknown}${didYouMean(unknown, known) || `; it has ${known.join(', ')}`}`,
    );
  return asked ?? USUAL.filter((name) => known.includes(name));
}
