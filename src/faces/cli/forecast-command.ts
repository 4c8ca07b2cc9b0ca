import type { Command as CliCommand } from 'commander';
import { addExample } from './add-example.ts';
import type { ForecastCommandOptions } from './run-forecast.ts';
import { largeNumber, seedNumber } from './simulation-options.ts';
import { addReadOptions } from './store-options.ts';

/** Adds forecast. */
export function addForecastCommand(program: CliCommand): void {
  const command = program
    .command('forecast <episode>')
    .summary('Simulate how one episode may go on from where it stands')
    .description(
      'Simulate one episode from where it stands today: the chance to complete and the time to the next phase with intervals, and what happens for certain if the patient comes to everything. A simulation under the assumptions of a scenario, and no statement about the patient.',
    )
    .requiredOption('--scenario <file>', 'the scenario whose behaviour is assumed')
    .option('--runs <n>', 'how often it is simulated; 200 unless given', largeNumber)
    .option('--horizon <days>', 'how far ahead; as in the scenario unless given', largeNumber)
    .option('--seed <n>', 'the seed of the random numbers; as in the scenario, or 1', seedNumber);
  addReadOptions(command).action(async (episode: string, options: ForecastCommandOptions) => {
    const { runForecast } = await import('./run-forecast.ts');
    await runForecast(episode, options);
  });
  addExample(command, 'stepwell forecast e-1 --scenario examples/scenarios/matrix.yaml');
}
