import { isShare } from '../../simulation/results/is-share.ts';
import { parameterValue } from '../../simulation/scenario/with-parameters.ts';
import type { ExperimentOptions } from './experiment-options.ts';
import { loadStudy } from './load-study.ts';
import { prepareStudy, setParameters } from './prepare-study.ts';
import { renderTable } from './render-table.ts';
import { faint, print, printJson } from './screen.ts';

/** So many patients show what the figures are about. */
const PATIENTS = 2000;
const MORE =
  'Besides: retention.<day>, retention.week.<n>, attendance.week.<n>, tests-negative.week.<n>; quantiles as stay.discharged.q25, sessions-attended.median; of one level of a trait with `of`.';

/** Runs `stepwell calibrate --list`: the figures and parameters that targets of a fit may name, with what they come to now. */
export async function listTargets(
  file: string,
  options: ExperimentOptions,
  folders: readonly string[],
): Promise<void> {
  const { runCohortFigures } = await import('../../simulation/experiment/run-cohort-figures.ts');
  const study = await setParameters(await loadStudy(file, folders), options.set ?? {});
  const patients = options.patients ?? Math.min(PATIENTS, study.scenario.cohort.patients);
  const seed = options.seed ?? study.scenario.seed ?? 1;
  const figures = runCohortFigures(await prepareStudy(study), { seed, patients });
  const parameters = Object.entries(study.scenario.parameters ?? {}).map(([name, { low, high, fit }]) => ({
    ...{ name, value: parameterValue(study, name), low: fit?.low ?? low, high: fit?.high ?? high },
  }));
  if (options.json) return printJson({ patients, seed, figures, parameters });
  const shown = (value: number | null) => (value === null ? '–' : String(Number(value.toPrecision(4))));
  print(
    renderTable(
      ['Figure', `Of ${patients.toLocaleString('en-US')} patients`, ''],
      Object.entries(figures).map(([name, value]) => [name, shown(value), isShare(name) ? 'share' : null]),
    ),
  );
  print(faint(MORE));
  if (parameters.length === 0)
    return print(
      'The scenario declares no parameters: fit takes ways to numbers, as behaviour.dropOut.probability.',
    );
  print('');
  print(
    renderTable(
      ['Parameter', 'Now', 'Range'],
      parameters.map(({ name, value, low, high }) => [name, shown(value), `${shown(low)} to ${shown(high)}`]),
    ),
  );
}
