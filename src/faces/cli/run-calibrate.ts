import { writeFileSync } from 'node:fs';
import { fitParts } from '../../adapters/report/fit-report.ts';
import { amount } from '../../adapters/report/shown.ts';
import { writeYaml } from '../../adapters/yaml/write-yaml.ts';
import { fitStudy } from '../../simulation/calibration/fit-study.ts';
import { fittedStudy } from '../../simulation/calibration/fitted-study.ts';
import { prepareStudy } from '../../simulation/experiment/prepare-study.ts';
import type { ExperimentOptions } from './experiment-options.ts';
import { loadStudy, loadTargets } from './load-study.ts';
import { setParameters, withUsage } from './prepare-study.ts';
import { createProgress } from './progress.ts';
import { renderTable } from './render-table.ts';
import { bad, good, open, print, printJson, say } from './screen.ts';
import { writeReport } from './write-report.ts';

/** Runs `stepwell calibrate`. */
export async function runCalibrate(
  file: string,
  options: ExperimentOptions,
  folders: readonly string[],
): Promise<void> {
  const study = await setParameters(await loadStudy(file, folders), options.set ?? {});
  const read = await loadTargets(options.targets!);
  const targets = options.patients === undefined ? read : { ...read, patients: options.patients };
  const progress = createProgress('trials');
  const seed = options.seed === undefined ? {} : { seed: options.seed };
  const fit = withUsage(() => fitStudy(prepareStudy, study, targets, { ...seed, onProgress: progress.step }));
  progress.end();
  if (options.fitted !== undefined) {
    const comment = `${study.scenario.title}, fitted to ${targets.title}: ${fit.verdict}.\n${fit.warnings.join('\n')}`;
    writeFileSync(options.fitted, writeYaml(fittedStudy(study, fit).scenario, comment.trimEnd()));
  }
  if (options.out !== undefined) {
    const report = {
      title: `${study.scenario.title}, fitted to ${targets.title}`,
      subtitle: `${fit.trials} trials of ${fit.patients.toLocaleString('en-US')} simulated patients, seed ${fit.seed}.`,
      parts: fitParts(fit),
    };
    const note = await writeReport(options.out, report, options.png === true);
    if (note !== null) say(note);
  }
  if (options.json) return printJson(fit);
  const show = (value: number | null) => (value === null ? '–' : String(Number(value.toPrecision(4))));
  print(
    renderTable(
      ['Parameter', 'Before', 'Fitted', '95 % interval', ''],
      fit.parameters.map((one) => [
        ...[one.name, show(one.start), show(one.value), `${show(one.low)} to ${show(one.high)}`],
        one.identifiable ? (one.atBound ? open('at an end of its range') : null) : open('not identifiable'),
      ]),
    ),
  );
  print(
    renderTable(
      ['Figure', 'Published', 'Simulated', 'Errors off', ''],
      fit.figures.map((one) => [
        ...[one.figure, show(one.target), show(one.simulated), one.off === null ? null : amount(one.off)],
        one.heldOut ? 'held out' : null,
      ]),
    ),
  );
  print(fit.verdict === 'fits' ? good('✓ fits') : bad(`✗ ${fit.verdict}`));
  for (const warning of fit.warnings) print(open(warning));
}
