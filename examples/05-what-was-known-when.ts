// Two times: the day that an answer is about (asOf), and the moment of whose knowledge it speaks (knownAt).
import { openEngine } from '../src/index.ts';

let now = '2026-01-05T18:00:00.000Z';
const clock = { today: () => now.slice(0, 10), now: () => now };
const engine = await openEngine({ clock, by: 'kim' });
await engine.admit({ episode: 'e-1', patient: 'p-1', curriculum: 'matrix-iop' });
await engine.execute([
  { type: 'RecordAttendance', episode: 'e-1', track: 'individual-conjoint', status: 'attended' },
  { type: 'SignOff', episode: 'e-1', role: 'counselor', subject: 'service-agreement' },
  { type: 'Advance', episode: 'e-1' },
]);

now = '2026-01-13T18:00:00.000Z';
await engine.execute({ type: 'RecordDrugTest', episode: 'e-1', result: 'negative' });

// On the 16th the laboratory reports that the specimen of the 13th was positive.
now = '2026-01-16T09:00:00.000Z';
await engine.execute({
  type: 'Amend',
  episode: 'e-1',
  fact: 5,
  change: { result: 'positive' },
  reason: 'confirmed by the laboratory',
});

now = '2026-01-20T09:00:00.000Z';
const asOf = '2026-01-14';
const [then, later] = ['2026-01-14T12:00:00.000Z', '2026-01-20T12:00:00.000Z'];

// What did we believe on the 14th, and what do we know on the 20th about the 14th?
for (const knownAt of [then, later]) {
  const { drugTests, monitors } = await engine.status('e-1', { asOf, knownAt });
  const abstinence = monitors.find(({ id }) => id === 'abstinence')?.stateTitle;
  console.log(`${drugTests.negative} negative, ${drugTests.positive} positive: ${abstinence}`);
}
//=> 1 negative, 0 positive: Abstinent
//=> 0 negative, 1 positive: Not confirmed by a test

// The same as sentences.
for (const { sentence } of await engine.diffKnowledge('e-1', { asOf, from: then, to: later }))
  console.log(sentence);
//=> Abstinence: Not confirmed by a test instead of Abstinent
//=> The gate out of Early recovery needs 19 more days (9 of 28 days in the program); 6 more sessions (0 of 6 sessions of Early recovery skills attended); 2 more tests (0 of 2 negative drug tests in a row); earliest date now 2026-02-02
//=> Take a urine and breath test at the next visit: due 2026-01-12
await engine.close();
