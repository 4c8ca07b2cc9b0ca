// From the intake over a recommendation and a place on the waiting list to the admission. A person decides.
import * as stepwell from '../src/index.ts';

let today = '2026-03-02';
const clock = { today: () => today, now: () => `${today}T12:00:00.000Z` };
const engine = await stepwell.openEngine({ clock, by: 'intake-counselor' });
const give = async (command: object) => {
  const outcome = await engine.execute({ episode: 'e-1', ...command } as stepwell.Command);
  if (!outcome.accepted) console.log(outcome.refusal.message);
};

// What the call found out; what is left out was not asked yet, and becomes a question.
const intake = stepwell.Intake.parse({
  on: today,
  conditions: ['substance-use'],
  screenings: [
    { instrument: 'audit', score: 21 },
    { instrument: 'ciwa-ar', items: [1, 0, 0, 0, 1, 0, 0, 0, 0, 0] },
  ],
  findings: { 'acute-danger': false },
  neededLevels: [{ level: { system: 'asam-3', level: '2.1' }, by: 'intake-counselor' }],
  age: 34,
  languages: ['es'],
  networks: ['example-health'],
  workHours: [{ weekdays: ['monday', 'wednesday', 'thursday'], from: '08:00', to: '16:30' }],
});
const directory = stepwell.loadDirectoryFile('curricula/directory/example.yaml');
const evening = stepwell.loadCurriculumFile('curricula/sites/matrix-iop-evening.yaml', {
  folders: ['curricula'],
});
if (!directory.ok || !evening.ok) throw new Error('a file has problems');
const { programs, questions } = stepwell.matchPrograms(directory.value, intake, [evening.curriculum]);
for (const { rank, title, standing } of programs.slice(0, 2)) console.log(rank, title, standing);
//=> 1 Made-up Evening Matrix Program fits
//=> 2 Made-up Program of the Fourth Edition open
const [first] = programs;
const open = first?.reasons.filter(({ verdict }) => verdict === 'unknown') ?? [];
for (const { verdict, sentence } of [...(first?.reasons.slice(3, 5) ?? []), ...open.slice(0, 1)])
  console.log(verdict, sentence);
//=> for It treats in Spanish.
//=> for Matrix Model intensive outpatient program, evening asks: age at least 18: 34.
//=> unknown Whether the patient needs experience with particular people is not known.
console.log(questions[0]); //=> Are there people with whom the program should have experience?

await give({ type: 'Refer', patient: 'p-1' });
await give({ type: 'RecordIntake', intake });
const curriculum = 'matrix-iop-evening';
await give({ type: 'DecidePlacement', program: first?.program, curriculum });

// The places are taken meanwhile: the patient waits, and is then offered one for three days.
await give({ type: 'JoinWaitlist', program: first?.program, contactEveryDays: 7 });
for (const { position, program } of await engine.waitlist()) console.log(position, program); //=> 1 made-up-evening-matrix
today = '2026-03-09';
await give({ type: 'OfferPlace', until: '2026-03-12' });
today = '2026-03-11';
await give({ type: 'AcceptOffer' });
await give({ type: 'Admit', patient: 'p-1', curriculum });
const { lifecycle, phase } = await engine.status('e-1');
console.log(lifecycle, phase?.title); //=> active Orientation
await engine.close();
