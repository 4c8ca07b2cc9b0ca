import { besideParts } from '../../adapters/report/beside-parts.ts';
import { cohortParts } from '../../adapters/report/cohort-report.ts';
import type { ReportPart } from '../../adapters/report/report-part.ts';
import { inWords } from '../../adapters/report/shown.ts';
import { didYouMean } from '../../curriculum/did-you-mean.ts';
import { FEWEST } from '../../simulation/observe/blur-patients.ts';
import { type ObservedCohort, observeCohort } from '../../simulation/observe/observe-cohort.ts';
import { checkDate } from './check-moment.ts';
import { CliFailure } from './cli-failure.ts';
import { EXIT } from './exit-codes.ts';
import { makeFolder } from './make-folder.ts';
import { type StoreOptions, withEngine } from './open-store.ts';
import { readObserved } from './read-observed.ts';
import { renderCohort } from './render-cohort.ts';
import { print, printJson, say } from './screen.ts';
import { besideCohort, readToldCohort, type ToldCohort } from './told-cohort.ts';
import { writeReport } from './write-report.ts';
import { writeTables } from './write-tables.ts';

/** Options of `stepwell observe`. */
export type ObserveOptions = StoreOptions & {
  readonly asOf?: string;
  readonly horizon?: number;
  readonly out?: string;
  readonly with?: string;
  readonly png?: boolean;
  readonly json?: boolean;
};

/** Runs `stepwell observe`. */
export async function runObserve(program: string, options: ObserveOptions): Promise<void> {
  if (options.out !== undefined) makeFolder(options.out);
  const horizonDays = options.horizon ?? 365;
  const asOf = await checkDate(options.asOf, '--as-of');
  const simulated = options.with === undefined ? null : readToldCohort(options.with);
  const { createSystemClock } = await import('../../system-clock.ts');
  const today = asOf ?? options.today ?? createSystemClock().today();
  const observed = await withEngine(options, 'read', (engine) =>
    readObserved(engine, program, today, horizonDays),
  );
  if (!('patients' in observed)) throw notObserved(program, observed);
  const cohort = observeCohort(observed.patients, { ...observed, horizonDays });
  if (cohort === null)
    throw new CliFailure(
      EXIT.refused,
      'too-few-patients',
      `fewer than ${FEWEST} patients of ${program} were admitted, or have ended: nothing is told of so few`,
    );
  const { result, figures, untold } = cohort;
  if (options.out !== undefined) {
    writeTables(options.out, result, { observed: program, untold }, { figures });
    const report = {
      title: `${observed.title}: what the record shows`,
      subtitle: `${result.all.patients.toLocaleString('en-US')} real patients, followed for up to ${horizonDays} days.`,
      parts: partsOf(cohort, simulated),
    };
    const note = await writeReport(options.out, report, options.png === true);
    if (note !== null) say(note);
  }
  if (options.json) return printJson({ observed: program, patients: result.all.patients, untold, figures });
  print(renderCohort(`${observed.title}: what the record shows`, result, null, 'real'));
  const left = untoldSentence(untold);
  if (left !== null) print(left);
}

/** Nobody was admitted to a program of that name: it may be misspelt. */
function notObserved(program: string, known: readonly string[]): CliFailure {
  const others = known.length === 0 ? '' : ` (there are patients of ${known.join(', ')})`;
  const message = `nobody was admitted to ${program}${didYouMean(program, known) || others}`;
  return new CliFailure(EXIT.notFound, 'not-found', message, { curriculum: program });
}

function partsOf(cohort: ObservedCohort, simulated: ToldCohort | null): ReportPart[] {
  const { result, figures, untold } = cohort;
  const parts: ReportPart[] = [
    {
      kind: 'warning',
      text: `Real patients, de-identified: no names, numbers or dates; days count from the admission. Patients stand in groups of at least ${FEWEST} of the same end, who all have the mean of their group, and counts of sessions and tests are told in steps of ${FEWEST}. Intervals do not know of that. Do not give away another look at the same record beside this one, of another day or with another horizon: what differs between the two may be few people.`,
    },
  ];
  const left = untoldSentence(untold);
  if (left !== null) parts.push({ kind: 'text', text: left });
  if (simulated !== null)
    parts.push(
      { kind: 'heading', text: 'The record beside the simulation' },
      ...besideParts({ name: 'the record', ...result, figures }, besideCohort(simulated)),
    );
  return [...parts, ...cohortParts('the record', result)];
}

/** What is not told, in a sentence; null where everything is. */
function untoldSentence(untold: readonly string[]): string | null {
  if (untold.length === 0) return null;
  return `Of fewer than ${FEWEST} patients each, and so not told but counted elsewhere or left out: ${untold.map(inWords).join(', ')}.`;
}
