// Admit a patient, record a first week, see what stands in the record. Run it: node examples/01-admit-and-attend.ts
import { openEngine } from '../src/index.ts';

const clock = { today: () => '2026-01-09', now: () => '2026-01-09T20:00:00.000Z' };
const engine = await openEngine({ clock, by: 'kim' }); // in memory; { file: 'clinic.db' } keeps it
const week = { episode: 'e-1', on: '2026-01-05' };

engine.subscribe(({ changes }) => {
  for (const { on, text } of changes) console.log(`${on} ${text}`);
});

await engine.admit({ ...week, patient: 'p-1', curriculum: 'matrix-iop', counselor: 'kim' });
//=> 2026-01-05 Admitted
//=> 2026-01-05 Orientation
//=> 2026-01-05 due: Take a urine and breath test at the next visit

// A refusal is a value with a reason, not an exception.
const early = await engine.execute({ type: 'Advance', ...week });
if (!early.accepted) console.log(early.refusal.code); //=> gate-not-satisfied

// Several commands in one transaction: all of them are written, or none.
await engine.execute([
  { type: 'RecordAttendance', ...week, track: 'individual-conjoint', status: 'attended' },
  { type: 'SignOff', ...week, role: 'counselor', subject: 'service-agreement' },
  { type: 'Advance', ...week },
  { type: 'RecordAttendance', ...week, track: 'early-recovery-skills', status: 'attended' },
]);
//=> 2026-01-05 Individual and conjoint sessions: underway
//=> 2026-01-05 Early recovery
//=> 2026-01-05 Early recovery skills: underway

// The same key again gives the first answer and writes nothing, so that a retry is harmless.
const wednesday = { type: 'RecordAttendance', episode: 'e-1', on: '2026-01-07', key: 'k-1' } as const;
await engine.execute({ ...wednesday, track: 'family-education', status: 'absent' });
const again = await engine.execute({ ...wednesday, track: 'family-education', status: 'absent' });
console.log(again.accepted && again.repeated); //=> true

const status = await engine.status('e-1');
console.log(`${status.phase?.title}, week ${status.week}, version ${status.version}`);
//=> Early recovery, week 1, version 6
for (const track of status.tracks.filter((t) => t.open && t.required > 0)) {
  const next = track.next ? `next ${track.next.date} ${track.next.start}` : 'none planned';
  console.log(`${track.id}: ${track.done.length} of ${track.required} done, ${next}`);
}
//=> individual-conjoint: 1 of 3 done, next 2026-02-02 17:00
//=> early-recovery-skills: 1 of 8 done, next 2026-01-09 18:00
//=> relapse-prevention: 0 of 32 done, next 2026-01-09 19:15
//=> family-education: 0 of 12 done, next 2026-01-14 19:00
await engine.close();
