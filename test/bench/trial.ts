import { storeTrials } from './store-trials.ts';

/** One trial in a process of its own: `node trial.ts NAME FOLDER [NUMBER]`. Prints its figures as one line of JSON. */
const [name = '', folder = '.', argument = '0'] = process.argv.slice(2);
const trials = storeTrials(folder, argument);
const trial = trials[name];
if (!trial) throw new Error(`no trial ${name}; there are ${Object.keys(trials).join(', ')}`);
process.stdout.write(`${JSON.stringify(await trial())}\n`);
