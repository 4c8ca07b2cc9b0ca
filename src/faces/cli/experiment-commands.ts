import { type Command as CliCommand, InvalidArgumentError } from 'commander';
import { addExample } from './add-example.ts';
import { curriculumFolders } from './curriculum-folders.ts';
import type { ExperimentOptions } from './experiment-options.ts';
import { nameList } from './option-values.ts';
import type { RepeatOptions } from './run-repeat.ts';
import { addSimulationOptions, largeNumber } from './simulation-options.ts';
import { addCurriculaOption } from './store-options.ts';

const TARGETS_HELP = `A file of targets:
  id: teds-d-2004-iop
  title: TEDS-D 2004, intensive outpatient treatment
  fit: [drop-out, terminated]      # parameters of the scenario; all of them unless given
  targets:
    - { figure: discharged.completed, value: 37.7 %, n: 2000, source: TEDS-D 2004 }
    - { figure: stay.discharged.median, value: 41, within: 5, source: TEDS-D 2004 }
    - { figure: longest-abstinence.mean, value: 5, sd: 4, n: 83, unit: weeks, source: … }
    - { figure: completed, of: { severity: severe }, value: 0.3, low: 0.2, high: 0.4, source: … }
  curves:
    - { curve: retention.week, n: 400, source: …, points: [{ at: 4, value: 0.8 }, { at: 8, value: 0.6 }] }
stepwell schema --of targets prints its JSON Schema.`;

/** Adds compare, sweep, sensitivity and calibrate. */
export function addExperimentCommands(program: CliCommand): void {
  const figures = ['--figures <names>', 'which figures, with commas between them'] as const;
  const replications = [
    '--replications <n>',
    'repetitions with other patients; as in the scenario, or 10',
    largeNumber,
  ] as const;
  const compare = addSimulationOptions(
    program
      .command('compare <a> <b>')
      .summary('Compare two scenarios on the same random numbers')
      .description(
        'Simulate two scenarios with the same patients and random numbers, and tell how far their figures differ. In place of a scenario may stand a folder that observe or simulate wrote: real and simulated patients side by side.',
      ),
  )
    .option(...replications)
    .option(...figures, nameList)
    .action(async (a: string, b: string, options: ExperimentOptions) => {
      const { runCompare } = await import('./run-compare.ts');
      await runCompare(a, b, options, curriculumFolders(options));
    });
  addCurriculaOption(compare);
  addExample(
    compare,
    'stepwell compare matrix.yaml matrix-with-vouchers.yaml --replications 20 --out difference',
    'stepwell compare observed matrix.yaml --patients 20000 --out real-and-simulated',
  );

  const sweep = addSimulationOptions(
    program
      .command('sweep <scenario>')
      .summary('Simulate a scenario with many values of its parameters')
      .description(
        'Simulate a scenario with each value of a parameter, or with a Latin hypercube of values of several, on the same random numbers.',
      ),
  )
    .requiredOption(
      '--vary <name=values>',
      'gate.attendance=0.6:0.9:0.05 or =0.6,0.8; may be given several times',
      variation,
    )
    .option(
      '--latin <n>',
      'so many points of a Latin hypercube between the least and greatest values, and no grid',
      largeNumber,
    )
    .option(...replications)
    .option(...figures, nameList)
    .action(async (file: string, options: ExperimentOptions) => {
      const { runSweep } = await import('./run-sweep.ts');
      await runSweep(file, options, curriculumFolders(options));
    });
  addCurriculaOption(sweep);
  addExample(
    sweep,
    'stepwell sweep matrix.yaml --vary gate.attendance=0.6:0.9:0.05 --figures completed,stay.median',
  );

  const sensitivity = addSimulationOptions(
    program
      .command('sensitivity <scenario>')
      .summary('Tell which parameters move the figures of a scenario')
      .description(
        'Set each parameter of a scenario to its low and its high value, and draw all of them at once from their distributions.',
      ),
  )
    .option('--draws <n>', 'draws of all parameters at once; 100 unless given, 0 for none', largeNumber)
    .option(...replications)
    .option(...figures, nameList)
    .action(async (file: string, options: ExperimentOptions) => {
      const { runSensitivity } = await import('./run-sensitivity.ts');
      await runSensitivity(file, options, curriculumFolders(options));
    });
  addCurriculaOption(sensitivity);
  addExample(
    sensitivity,
    'stepwell sensitivity matrix.yaml --figures completed,cost.per-completed --out tornado',
  );

  const calibrate = addSimulationOptions(
    program
      .command('calibrate <scenario>')
      .summary('Fit parameters of a scenario to published figures')
      .description(
        'Fit parameters of a scenario to published figures, with intervals, what is not identifiable, and a warning where the model does not fit.',
      ),
  )
    .option('--targets <file>', 'the published figures, and which parameters may move')
    .option('--list', 'print the figures and parameters that targets may name, with their values, and stop')
    .option(
      '--fitted <file>',
      'write the scenario with the fitted values into this file; fitted.yaml in --out unless given',
    )
    .action(async (file: string, options: ExperimentOptions) => {
      if (options.list) {
        const { listTargets } = await import('./list-targets.ts');
        return listTargets(file, options, curriculumFolders(options));
      }
      if (options.targets === undefined)
        calibrate.error('error: write --targets FILE, or --list to see what targets may name');
      const { runCalibrate } = await import('./run-calibrate.ts');
      await runCalibrate(file, options, curriculumFolders(options));
    });
  addCurriculaOption(calibrate);
  addExample(
    calibrate,
    'stepwell calibrate iop.yaml --list',
    'stepwell calibrate iop.yaml --targets teds-d-2004-iop.yaml --fitted iop-fitted.yaml --out fit',
  );
  calibrate.addHelpText('after', `\n${TARGETS_HELP}`);

  const repeat = program
    .command('repeat <folder>')
    .summary('Make a run again from its folder')
    .description(
      'Make a run of simulate, compare, sweep, sensitivity or calibrate again from the folder that --out wrote, and fail where a file is not the same to the byte.',
    )
    .option('--threads <n>', 'worker threads; all cores unless given', largeNumber)
    .option('--out <folder>', 'keep the second run in this folder')
    .option('--json', 'print JSON')
    .action(async (folder: string, options: RepeatOptions) => {
      const { runRepeat } = await import('./run-repeat.ts');
      await runRepeat(folder, options);
    });
  addExample(repeat, 'stepwell repeat matrix-run');
}

function variation(text: string, before: Readonly<Record<string, string>> = {}): Record<string, string> {
  const at = text.indexOf('=');
  if (at < 1)
    throw new InvalidArgumentError('Write name=from:to:step, for example gate.attendance=0.6:0.9:0.05.');
  return { ...before, [text.slice(0, at)]: text.slice(at + 1) };
}
