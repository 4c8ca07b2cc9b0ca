// Why a patient cannot go on yet: the gate as a tree of what holds, what does not, and what nobody knows.
import { type Explanation, openEngine } from '../src/index.ts';

const clock = { today: () => '2026-02-03', now: () => '2026-02-03T12:00:00.000Z' };
const engine = await openEngine({ clock, by: 'kim' });
const first = { episode: 'e-1', on: '2026-01-05' };
await engine.admit({ ...first, patient: 'p-1', curriculum: 'matrix-iop' });
await engine.execute([
  { type: 'RecordAttendance', ...first, track: 'individual-conjoint', status: 'attended' },
  { type: 'SignOff', ...first, role: 'counselor', subject: 'service-agreement' },
  { type: 'Advance', ...first },
]);
for (const on of ['2026-01-05', '2026-01-09', '2026-01-12', '2026-01-16', '2026-01-19'])
  await attend(on, 'attended');
await attend('2026-01-26', 'absent');

const gate = (await engine.status('e-1')).gate;
console.log(`to ${gate?.to}, at the earliest on ${gate?.explanation.earliest}`);
//=> to relapse-prevention, at the earliest on 2026-02-10
if (gate) print(gate.explanation, '');
//=> unknown: 1 of 3 hold
//=>   satisfied: 29 of 28 days in the program
//=>   unknown: 3 attendance records are missing: 5 of 6 sessions of Early recovery skills attended so far, by events 5 6 7 8 9
//=>   unknown: no drug test is recorded yet, 2 negative in a row needed

// Nobody recorded who came on 23 and 30 January and 2 February: that is not taken for an absence.
await attend('2026-01-23', 'attended');
await engine.execute({ type: 'RecordDrugTest', episode: 'e-1', on: '2026-01-20', result: 'negative' });
await engine.execute({ type: 'RecordDrugTest', episode: 'e-1', on: '2026-01-27', result: 'negative' });
console.log((await engine.status('e-1')).gate?.explanation.truth); //=> satisfied

const advance = await engine.execute({ type: 'Advance', episode: 'e-1' });
console.log(advance.accepted && advance.changes.find(({ kind }) => kind === 'phase')?.text);
//=> Relapse prevention
await engine.close();

function attend(on: string, status: 'attended' | 'absent') {
  return engine.execute({
    type: 'RecordAttendance',
    episode: 'e-1',
    on,
    track: 'early-recovery-skills',
    status,
  });
}

/** Each criterion with its truth, the numbers of the events it rests on, and what is missing. */
function print({ truth, sentence, facts = [], missing, of = [] }: Explanation, indent: string): void {
  const rest = facts.length > 0 ? `, by events ${facts.join(' ')}` : '';
  console.log(`${indent}${truth}: ${of.length > 0 ? sentence : (missing ?? sentence)}${rest}`);
  for (const part of of) print(part, `${indent}  `);
}
