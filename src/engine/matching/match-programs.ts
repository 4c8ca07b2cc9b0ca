import type { Curriculum } from '../../curriculum/curriculum.ts';
import type { Intake } from '../../curriculum/intake/intake.ts';
import type { ProgramDirectory } from '../../curriculum/program-directory/program-directory.ts';
import type { ProgramEntry } from '../../curriculum/program-directory/program-entry.ts';
import { ageReason, languageReason } from './admission-reasons.ts';
import { coverageReason } from './coverage-reason.ts';
import { eligibilityReasons } from './eligibility-reasons.ts';
import { conditionReasons, peopleReasons } from './experience-reasons.ts';
import { hoursReason } from './hours-reason.ts';
import { isAtNeededLevel, levelReasons } from './level-reasons.ts';
import { nineAnswers } from './nine-answers.ts';
import { priorityReasons } from './priority-reasons.ts';
import { type Matching, type MatchOption, type ProgramMatch, questionsTo } from './program-match.ts';
import { rankMatches, standingOf } from './rank-matches.ts';
import { transportReasons, waitReason } from './reach-reasons.ts';
import type { Reason } from './reason.ts';
import { curriculaRun, type Run } from './run-by.ts';

/**
 * Recommends programs of a directory to a patient, best first, with the reasons for and against each and what is not known.
 *
 * Pure. Every program is listed, those that do not fit last; a person decides and signs. Three-valued: what nobody
 * knows is neither for nor against, and becomes a question. `curricula` are those at hand; the last version of an id counts.
 *
 * ```ts
 * matchPrograms(directory, { age: 16 }, curricula).programs.at(-1)
 * //=> { program: 'adults-only', standing: 'does-not-fit', reasons: [{ code: 'age', verdict: 'against', … }, …], … }
 * ```
 */
export function matchPrograms(
  directory: ProgramDirectory,
  intake: Intake,
  curricula: readonly Curriculum[],
): Matching {
  const programs = rankMatches(directory.programs.map((entry) => matchOf(entry, intake, curricula)));
  const reasons = programs.flatMap((program) => program.reasons);
  return { directory: directory.title, programs, questions: questionsTo('patient', reasons) };
}

function matchOf(
  entry: ProgramEntry,
  intake: Intake,
  curricula: readonly Curriculum[],
): Omit<ProgramMatch, 'rank'> {
  const runBy = curriculaRun(entry, curricula);
  const runs: readonly (Run | null)[] = runBy.runs.length > 0 ? runBy.runs : [null];
  const ways = runs.map((run) => ({ run, option: optionOf(entry, run, intake) }));
  const best = ways.reduce((one, other) => (suits(other.option) < suits(one.option) ? other : one));
  const reasons: Reason[] = [
    ...levelReasons(runBy, intake),
    ...conditionReasons(entry, intake),
    ageReason(entry, intake),
    languageReason(entry, intake),
    ...eligibilityReasons(best.run, intake),
    coverageReason(entry, intake),
    best.option.hours,
    ...peopleReasons(entry, intake),
    ...transportReasons(entry, intake),
    waitReason(entry, intake),
    ...priorityReasons(entry, intake),
  ];
  return {
    program: entry.id,
    title: entry.title,
    place: entry.place ?? null,
    statedOn: entry.statedOn ?? null,
    standing: standingOf(reasons),
    curriculum: best.option.curriculum,
    options: ways.map(({ option }) => option),
    reasons,
    answers: nineAnswers(entry, best.run, intake),
    questions: questionsTo('program', reasons),
  };
}

function optionOf(entry: ProgramEntry, run: Run | null, intake: Intake): MatchOption {
  const level = run?.curriculum?.levelOfCare ?? null;
  return {
    curriculum: run?.id ?? null,
    atNeededLevel: isAtNeededLevel(level, intake),
    admits: admits(eligibilityReasons(run, intake)),
    hours: hoursReason(entry, run, intake),
  };
}

function admits(reasons: readonly Reason[]): boolean | null {
  if (reasons.some(({ verdict }) => verdict === 'against')) return false;
  return reasons.some(({ verdict }) => verdict === 'unknown') ? null : true;
}

/** The lower, the better a curriculum suits: the level that is needed first, then whether it admits the patient, then the hours. */
function suits({ atNeededLevel, admits: admitted, hours }: MatchOption): number {
  const rank = (truth: boolean | null) => (truth === null ? 1 : truth ? 0 : 2);
  return rank(atNeededLevel) * 9 + rank(admitted) * 3 + ['for', 'unknown', 'against'].indexOf(hours.verdict);
}
