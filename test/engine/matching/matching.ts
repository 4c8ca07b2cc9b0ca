import type { Curriculum } from '../../../src/curriculum/curriculum.ts';
import { Intake } from '../../../src/curriculum/intake/intake.ts';
import { ProgramDirectory } from '../../../src/curriculum/program-directory/program-directory.ts';
import { matchPrograms } from '../../../src/engine/matching/match-programs.ts';
import type { Matching, ProgramMatch } from '../../../src/engine/matching/program-match.ts';
import type { Reason, ReasonCode } from '../../../src/engine/matching/reason.ts';
import { readCurriculum } from '../../curricula/read-curriculum.ts';

/** The curricula that the programs of these tests run. */
export const CURRICULA: readonly Curriculum[] = [
  'generic-iop',
  'sites/generic-iop-evening',
  'sites/generic-iop-morning',
  'sites/matrix-iop-evening',
  'partial-hospitalization',
  'residential-short-term',
  'match-cbt',
].map(readCurriculum);

/** Matches an intake against programs that are named a, b, c … unless they name themselves. */
export function match(intake: object, ...entries: readonly object[]): Matching {
  const programs = entries.map((entry, index) => ({
    id: String.fromCharCode(97 + index),
    title: `Program ${index + 1}`,
    ...entry,
  }));
  const directory = ProgramDirectory.parse({ title: 'Made up', programs });
  return matchPrograms(directory, Intake.parse(intake), CURRICULA);
}

/** The match of the one program that there is. */
export function matchOne(intake: object, entry: object): ProgramMatch {
  return match(intake, entry).programs[0]!;
}

/** The one reason of a code; fails where there are none or several. */
export function reasonOf(code: ReasonCode, { reasons }: ProgramMatch): Reason {
  const found = reasons.filter((reason) => reason.code === code);
  if (found.length !== 1) throw new Error(`${found.length} reasons of ${code}`);
  return found[0]!;
}

/** The verdict of the one reason of a code. */
export function verdict(code: ReasonCode, intake: object, entry: object): Reason['verdict'] {
  return reasonOf(code, matchOne(intake, entry)).verdict;
}
