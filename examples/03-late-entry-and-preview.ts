// What was entered late or wrong is put right by further events; the engine says beforehand what would move.
import { type Command, openEngine, type Preview } from '../src/index.ts';

const clock = { today: () => '2026-02-04', now: () => '2026-02-04T12:00:00.000Z' };
const engine = await openEngine({ clock, by: 'kim' });
const first = { episode: 'e-1', on: '2026-01-05' };
await engine.admit({ ...first, patient: 'p-1', curriculum: 'matrix-iop' });
await engine.execute([
  { type: 'RecordAttendance', ...first, track: 'individual-conjoint', status: 'attended' },
  { type: 'SignOff', ...first, role: 'counselor', subject: 'service-agreement' },
  { type: 'Advance', ...first },
]);
for (const on of ['2026-01-05', '2026-01-09', '2026-01-12', '2026-01-16', '2026-01-19', '2026-01-23'])
  await engine.execute(skills(on));
for (const on of ['2026-01-20', '2026-01-27'])
  await engine.execute({ type: 'RecordDrugTest', episode: 'e-1', on, result: 'negative' });
await engine.execute({ type: 'Advance', episode: 'e-1', on: '2026-02-02' });

// A late entry is nothing special: the day it is about is `on`.
tell(await engine.preview(skills('2026-01-26')));
//=> Attendance: Attends regularly instead of Outreach
//=> Early recovery skills: 7 sessions instead of 6
//=> Call the patient, and record the contact when reached: no longer due
//=> Call the contact person for whom the patient has given consent: no longer due

// Event 10 says that the patient came on 23 January. He did not, and the advance of 2 February rests on it.
const wrong: Command = {
  type: 'Amend',
  episode: 'e-1',
  fact: 10,
  change: { status: 'absent' },
  reason: 'entered for another patient',
};
tell(await engine.preview(wrong));
//=> Early recovery skills: 5 sessions instead of 6
//=> The advance to Relapse prevention on 2026-02-02 no longer holds: 2 attendance records are missing: 5 of 6 sessions of Early recovery skills attended so far; earliest date now 2026-02-02 (event 13; it stands, for review)
//=> Call the patient, and record the contact when reached: due 2026-01-28 instead of 2026-02-01
//=> Call the contact person for whom the patient has given consent: due 2026-01-30 instead of 2026-02-03
//=> Review event 13: the gate of Early recovery does not hold; the advance stands and is to be reviewed: due 2026-02-02
await engine.execute(wrong);

// The wrong entry and its correction both stay in the history.
for (const { version, on, standing, event } of await engine.history('e-1'))
  if (version === 10 || version === 14) console.log(version, on, standing, event.type);
//=> 10 2026-01-23 amended AttendanceRecorded
//=> 14 2026-02-04 correction Amended

// The advance stands until a person has looked at it: that is this curriculum's policy.
const { phase, flags } = await engine.status('e-1');
console.log(phase?.id, flags[0]?.message);
//=> relapse-prevention the gate of Early recovery does not hold; the advance stands and is to be reviewed
await engine.close();

function skills(on: string): Command {
  return { type: 'RecordAttendance', episode: 'e-1', on, track: 'early-recovery-skills', status: 'attended' };
}

function tell(preview: Preview): void {
  for (const { movements } of preview.episodes) for (const { sentence } of movements) console.log(sentence);
}
