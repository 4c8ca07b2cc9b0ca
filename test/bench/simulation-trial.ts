import { simulationTrials } from './simulation-trials.ts';

/** One trial of the simulation in a process of its own: `node simulation-trial.ts NAME FOLDER`. Prints its figures as one line of JSON. */
const [name = '', folder = '.'] = process.argv.slice(2);
const trials = simulationTrials(folder);
const trial = trials[name];
if (!trial) throw new Error(`no trial ${name}; there are ${Object.keys(trials).join(', ')}`);
process.stdout.write(`${JSON.stringify(await trial())}\n`);
