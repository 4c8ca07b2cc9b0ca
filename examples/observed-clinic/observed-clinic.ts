// A clinic whose past patients are made up, and what its record shows beside a simulation. Run it: node examples/observed-clinic/observed-clinic.ts
// It writes observed-clinic.md and the pictures beside this file; of another size and elsewhere with --patients and --out.
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { compilePlan, openEngine } from '../../src/index.ts'; // from 'stepwell'
import { loadStudy, simulatedCommands, simulatePatient, withParameters } from '../../src/simulation.ts'; // from 'stepwell/simulation'

const HERE = fileURLToPath(new URL('.', import.meta.url));
const ROOT = join(HERE, '../..');
const MAIN = join(ROOT, 'src/faces/cli/main.ts'); // the command stepwell
const { values } = parseArgs({
  options: { patients: { type: 'string', default: '330' }, out: { type: 'string', default: HERE } },
});
const work = mkdtempSync(join(tmpdir(), 'observed-clinic-'));

// The clinic is not as the scenario assumes: its patients come to fewer meetings, and more of them stop coming. The scenario does not know that.
const loaded = await loadStudy(join(ROOT, 'examples/scenarios/matrix.yaml'));
if (!loaded.ok) throw new Error(loaded.issues.map(({ message }) => message).join('\n'));
const { scenario, curriculum } = withParameters(loaded.study, { attendance: 0.8, 'drop-out': 0.05 });
const plan = compilePlan(curriculum);

// Each patient is told to the engine command by command, as a clinic would: what is in the file is a record like any other.
// All simulated patients are admitted early in January 2026; the clinic looks back in February 2027.
const TODAY = '2027-02-01';
const clock = { today: () => TODAY, now: () => `${TODAY}T12:00:00.000Z` };
const engine = await openEngine({ file: join(work, 'clinic.db'), by: 'clinic', clock });
for (let patient = 0; patient < Number(values.patients); patient += 1) {
  const run = simulatePatient(plan, scenario.behaviour, { seed: 2026, patient, horizonDays: 365 });
  for (const told of await engine.execute(simulatedCommands(run, `episode-${patient}`)))
    if (!told.accepted) throw new Error(told.refusal.message);
}
await engine.close();

const ASKED = [
  ['observe', 'matrix-iop', '--db', 'clinic.db', '--as-of', TODAY, '--out', 'record'],
  ['compare', 'record', 'matrix.yaml', '--patients', '4000', '--out', 'beside'],
];
const parts = ASKED.map((asked) => {
  const from = (name: string) =>
    name === 'matrix.yaml' ? join(ROOT, 'examples/scenarios/matrix.yaml') : name;
  const told = execFileSync(process.execPath, [MAIN, ...asked.map(from)], {
    cwd: work,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return `\`\`\`console\n$ stepwell ${asked.join(' ')}\n${told.replaceAll(/ +$/gm, '').trimEnd()}\n\`\`\`\n`;
});
const pictures = ['retention', 'ends', 'occupancy'].map((name) => {
  copyFileSync(join(work, 'beside/pictures', `${name}-side-by-side.svg`), join(values.out, `${name}.svg`));
  return `![the record beside the simulation: ${name}](${name}.svg)\n`;
});
rmSync(work, { recursive: true, force: true });
const page = `# A record beside a simulation

What would a clinic see that sets its own past patients beside a simulated cohort? \`node examples/observed-clinic/observed-clinic.ts\` makes such a clinic, asks, and
writes this page. **Nobody in it is real**: ${values.patients} past patients are simulated, each told to the engine command by command, so that the file is a record like any other.
They come to fewer meetings than the scenario assumes, and more of them stop coming; the scenario does not know that.

First what the record shows, de-identified: in groups of at least 11 who have the mean of their group.

${parts[0]}
Then both side by side. An interval of a difference that does not hold zero says that the scenario is not this clinic. What to do about it: put the figures of the record
into a file of targets and let \`stepwell calibrate\` fit the assumptions to them.

${parts[1]}
${pictures.join('\n')}`;
writeFileSync(join(values.out, 'observed-clinic.md'), page);
