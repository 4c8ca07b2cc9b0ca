import type { Curriculum } from '../curriculum.ts';
import type { CurriculumPath } from '../curriculum-path.ts';
import { didYouMean } from '../did-you-mean.ts';
import { SCREENING_INSTRUMENTS } from '../intake/screening.ts';
import { type StructureIssue, structureError } from '../structure-issue.ts';

/** Finds criteria for the admission that nobody can meet, and instruments that neither the program nor the intake has. Pure. */
export function checkEligibility({ eligibility, instruments }: Curriculum): StructureIssue[] {
  const known = new Set([...(instruments ?? []).map(({ id }) => id), ...Object.keys(SCREENING_INSTRUMENTS)]);
  return (['include', 'exclude'] as const).flatMap((side) =>
    (eligibility?.[side] ?? []).flatMap((criterion, index): StructureIssue[] => {
      const path: CurriculumPath = ['eligibility', side, index];
      const { atLeast, atMost } =
        'atLeast' in criterion ? criterion : { atLeast: undefined, atMost: undefined };
      const empty = atLeast !== undefined && atMost !== undefined && atLeast > atMost;
      const stranger =
        criterion.type === 'score' && instruments !== undefined && !known.has(criterion.instrument)
          ? criterion.instrument
          : null;
      return [
        ...(empty
          ? [
              structureError(
                'threshold-impossible',
                [...path, 'atMost'],
                `nothing is at least ${atLeast} and at most ${atMost}; put the limits right`,
              ),
            ]
          : []),
        ...(stranger === null
          ? []
          : [
              structureError(
                'dangling-reference',
                [...path, 'instrument'],
                `there is no instrument ${stranger}${didYouMean(stranger, known) || `; name one of ${[...known].join(', ')}`}`,
              ),
            ]),
      ];
    }),
  );
}
