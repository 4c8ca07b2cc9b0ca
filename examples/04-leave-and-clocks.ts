// A leave stops the program's clock, but not the wall clock: deadlines say which of them they follow.
import { openEngine } from '../src/index.ts';

let today = '2026-01-05';
const clock = { today: () => today, now: () => `${today}T12:00:00.000Z` };
const engine = await openEngine({ clock, by: 'kim' });
await engine.admit({ episode: 'e-1', patient: 'p-1', curriculum: 'matrix-iop' });
await engine.execute([
  { type: 'RecordAttendance', episode: 'e-1', track: 'individual-conjoint', status: 'attended' },
  { type: 'SignOff', episode: 'e-1', role: 'counselor', subject: 'service-agreement' },
  { type: 'Advance', episode: 'e-1' },
]);
await show();
//=> 2026-01-05 active, week 1: 0 of 28 days in the program
//=> Stay in Early recovery reaches its maximum: review (56 program days from 2026-01-05: 2026-03-02)

today = '2026-01-13';
await engine.execute({
  type: 'StartLeave',
  episode: 'e-1',
  expectedReturn: '2026-01-27',
  planned: true,
  reason: 'surgery',
});
await show();
//=> 2026-01-13 on-leave, week 2: 8 of 28 days in the program
//=> no deadline of the program runs

// The patient does not come back on the day: that is work for somebody.
today = '2026-01-28';
await engine.advanceClock(today);
const returns = (await engine.due({ upTo: today })).filter(({ kind }) => kind === 'leave-return');
for (const { dueOn, title } of returns) console.log(dueOn, title);
//=> 2026-01-27 Return from leave is expected

today = '2026-01-29';
await engine.execute({ type: 'EndLeave', episode: 'e-1' });
await show();
//=> 2026-01-29 active, week 2: 8 of 28 days in the program
//=> Stay in Early recovery reaches its maximum: review (56 program days from 2026-01-05, 16 days of leave left out: 2026-03-18)
await engine.close();

/** Where the patient stands, what the gate needs, and when the stay reaches its maximum, with the arithmetic. */
async function show(): Promise<void> {
  const { lifecycle, week, gate, due } = await engine.status('e-1');
  console.log(`${today} ${lifecycle}, week ${week}: ${gate?.explanation.of?.[0]?.sentence}`);
  const maximum = due.find(({ kind }) => kind === 'stay-maximum');
  console.log(maximum ? `${maximum.title} (${maximum.because})` : 'no deadline of the program runs');
}
