// Questions to simulated cohorts, with answers and pictures. Run it: node examples/questions/questions.ts
// It writes questions.md and the pictures beside this file; of another size and elsewhere with --patients, --replications and --out.
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const MAIN = join(HERE, '../../src/faces/cli/main.ts'); // the command stepwell
const { values } = parseArgs({
  options: {
    patients: { type: 'string', default: '4000' },
    replications: { type: 'string', default: '10' },
    out: { type: 'string', default: HERE },
  },
});
const FIGURES = ['--figures', 'completed,retention.90,stay.median,cost.mean'];
const scenario = (name: string) => `examples/scenarios/${name}.yaml`;

const QUESTIONS = [
  {
    name: 'vouchers',
    title: 'What would vouchers do in the Matrix Model?',
    asked: ['compare', scenario('matrix'), scenario('matrix-with-vouchers'), ...FIGURES],
    pictures: ['retention', 'cost-effectiveness'],
    reading:
      'Only the direction is published (Petry 2005; Roll 2006); how large the effect on use is, and what a session costs with vouchers, is assumed.',
  },
  {
    name: 'generic-iop',
    title: 'The Matrix Model, or a generic intensive outpatient program?',
    asked: ['compare', scenario('matrix'), scenario('generic-iop'), ...FIGURES],
    pictures: ['retention', 'cost-effectiveness'],
    reading:
      'The same patients behave alike in both, so that the programs alone differ: how long they are, how much they offer, and what they ask for.',
  },
  {
    name: 'gate',
    title: 'What if the attendance gate were lower, or higher?',
    asked: ['sweep', scenario('matrix'), '--vary', 'gate.attendance=0.6:0.9:0.05', '--figures', 'completed'],
    pictures: ['sweep-completed'],
    reading: 'All points have the same patients and the same chance: what differs between them is the gate.',
  },
  {
    name: 'beds',
    title: 'How many places does the step-down from twenty beds need?',
    asked: [
      ...['sweep', scenario('residential-20-beds'), '--vary', 'clinic.stations.step-down.places=8:24:4'],
      ...['--figures', 'clinic.wait.mean,clinic.lost.share,clinic.residential.blocked'],
    ],
    pictures: ['sweep-clinic-wait-mean', 'sweep-clinic-residential-blocked'],
    reading: 'Too few places below keep beds taken above, by patients who wait for them.',
  },
];

const work = mkdtempSync(join(tmpdir(), 'questions-'));
const parts = QUESTIONS.map(({ name, title, asked, pictures, reading }) => {
  const command = [...asked, '--patients', values.patients, '--replications', values.replications];
  const told = execFileSync(process.execPath, [MAIN, ...command, '--out', join(work, name)], {
    cwd: join(HERE, '../..'),
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const shown = pictures.map((picture) => {
    copyFileSync(join(work, name, 'pictures', `${picture}.svg`), join(values.out, `${name}-${picture}.svg`));
    return `![${title} ${picture}](${name}-${picture}.svg)`;
  });
  const text = told.replaceAll(/ +$/gm, '').trimEnd();
  return `## ${title}\n\n\`\`\`console\n$ stepwell ${command.join(' ')}\n${text}\n\`\`\`\n\n${reading}\n\n${shown.join('\n\n')}\n`;
});
rmSync(work, { recursive: true, force: true });
const head = `# Questions to simulated cohorts

Each is asked of the curriculum that a clinic would use, with the command that stands there;
\`node examples/questions/questions.ts\` asks all of them again and writes this page. **How patients behave is assumed throughout**: the
answers show what follows from that and from the programs, and not what will happen in a clinic.
`;
writeFileSync(join(values.out, 'questions.md'), [head, ...parts].join('\n'));
