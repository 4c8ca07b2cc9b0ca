import { dirname, join, relative, resolve } from 'node:path';
import { fitParts } from '../../adapters/report/fit-report.ts';
import { methodParts } from '../../adapters/report/method-parts.ts';
import { amount } from '../../adapters/report/shown.ts';
import type { FittedParameter } from '../../simulation/calibration/fit.ts';
import { fittedStudy } from '../../simulation/calibration/fitted-study.ts';
import { isMet, isOutOfReach } from '../../simulation/calibration/judge-fit.ts';
import { TargetProblems } from '../../simulation/calibration/target-problems.ts';
import type { Targets } from '../../simulation/calibration/targets.ts';
import type { Study } from '../../simulation/scenario/study.ts';
import { CliFailure } from './cli-failure.ts';
import { describeRun } from './describe-run.ts';
import { EXIT } from './exit-codes.ts';
import type { ExperimentOptions } from './experiment-options.ts';
import { fitOnThreads } from './fit-on-threads.ts';
import { type LoadedTargets, loadStudy, loadTargets } from './load-study.ts';
import { makeFolder } from './make-folder.ts';
import { prepareStudy, setParameters } from './prepare-study.ts';
import { renderTable } from './render-table.ts';
import { writeExperiment } from './run-inputs.ts';
import { bad, good, open, print, printJson, say } from './screen.ts';
import { writeFitted } from './write-fitted.ts';
import { writeReport } from './write-report.ts';

/** Runs `stepwell calibrate`. */
export async function runCalibrate(
  file: string,
  options: ExperimentOptions,
  folders: readonly string[],
): Promise<void> {
  const study = await setParameters(await loadStudy(file, folders), options.set ?? {});
  const { targets: read, place } = await loadTargets(options.targets!);
  const targets = options.patients === undefined ? read : { ...read, patients: options.patients };
  await calibrateStudy({ study, targets, from: resolve(file), place }, options);
}

/** A study that is to be fitted: to what, from which file it was read, and where something stands in the file of targets. */
export type Calibration = {
  readonly study: Study;
  readonly targets: Targets;
  readonly from: string;
  readonly place: LoadedTargets['place'];
  /** The folder in which the fitted scenario is to be named as lying; the one it is written into unless given. */
  readonly lies?: string;
};

/** Fits a study as `stepwell calibrate` does, tells how, and writes it where a folder is given. */
export async function calibrateStudy(of: Calibration, options: ExperimentOptions): Promise<void> {
  const { study, targets, from, place } = of;
  if (options.out !== undefined) makeFolder(options.out);
  await prepareStudy(study);
  const seed = options.seed ?? study.scenario.seed ?? 1;
  const fit = await fitOnThreads(study, targets, { seed, threads: options.threads }).catch((error) => {
    throw targetFailure(error, place);
  });
  const written =
    options.fitted ?? (options.out === undefined ? undefined : join(options.out, 'fitted.yaml'));
  if (written !== undefined) {
    const comment = `${study.scenario.title}, fitted to ${targets.title}: ${fit.verdict}.\n${fit.warnings.join('\n')}`;
    makeFolder(dirname(written));
    writeFitted(written, fittedStudy(study, fit), {
      from,
      study,
      ...(of.lies === undefined ? {} : { lies: of.lies }),
      comment: comment.trimEnd(),
    });
  }
  if (options.out !== undefined) {
    const report = {
      title: `${study.scenario.title}, fitted to ${targets.title}`,
      subtitle: `${fit.trials} trials of ${fit.patients.toLocaleString('en-US')} simulated patients, seed ${fit.seed}.`,
      parts: [
        ...fitParts(fit),
        ...methodParts(
          describeRun([study], {
            ...{ seed: fit.seed, patients: fit.patients },
            aims: `Values of ${fit.parameters.map(({ name }) => name).join(', ')} with which the model comes to the figures of ${targets.title}.`,
            logic: `${fit.trials} trials of other values within the ranges of the targets.`,
            estimation: `Squared errors of the figures, weighted by their published errors, were made small on common random numbers; figures are the means of four cohorts of ${fit.patients} other patients. Intervals of parameters are those of least squares, from the slopes of the figures, within the ranges.`,
          }),
        ),
      ],
    };
    const note = await writeReport(options.out, report, options.png === true);
    if (note !== null) say(note);
    const { out: _, fitted: __, targets: ___, ...kept } = options;
    const inputs = {
      command: 'calibrate',
      studies: [study],
      targets,
      from: relative(of.lies ?? options.out, from),
      options: kept,
    } as const;
    writeExperiment(options.out, inputs, fit);
  }
  if (options.json) return printJson(fit);
  const show = (value: number | null) => (value === null ? '–' : String(Number(value.toPrecision(4))));
  print(
    renderTable(
      ['Parameter', 'Before', 'Fitted', '95 % interval', ''],
      fit.parameters.map((one) => [
        ...[one.name, show(one.start), show(one.value), `${show(one.low)} to ${show(one.high)}`],
        remark(one) === null ? null : open(remark(one)!),
      ]),
    ),
  );
  print(
    renderTable(
      ['Figure', 'Published', 'Simulated', 'Errors off', ''],
      fit.figures.map((one) => [
        ...[one.figure, show(one.target), show(one.simulated), one.off === null ? null : amount(one.off)],
        [one.heldOut ? 'held out' : '', isMet(one) ? '' : isOutOfReach(one) ? 'out of reach' : 'missed']
          .filter((word) => word !== '')
          .join(', '),
      ]),
    ),
  );
  print(fit.verdict === 'fits' ? good('✓ fits') : bad(`✗ ${fit.verdict}`));
  for (const warning of fit.warnings) print(open(warning));
}

/** What is to be known of a fitted parameter in a word or two; null where there is nothing. */
function remark({ moves, held, identifiable, atBound }: FittedParameter): string | null {
  if (held === true) return 'held';
  if (!moves) return 'moves no figure';
  const words = [
    ...(identifiable ? [] : ['not identifiable']),
    ...(atBound ? ['at an end of its range'] : []),
  ];
  return words.length === 0 ? null : words.join(', ');
}

/** Problems of targets as a failure that names the line of each; anything else as it is. */
function targetFailure(error: unknown, place: LoadedTargets['place']): unknown {
  if (!(error instanceof TargetProblems)) return error;
  const lines = error.problems.map(({ message, path }) =>
    path.length === 0 ? message : `${place(path)} ${message}`,
  );
  return new CliFailure(EXIT.invalidFile, 'invalid-targets', lines.join('\n'), { problems: error.problems });
}
