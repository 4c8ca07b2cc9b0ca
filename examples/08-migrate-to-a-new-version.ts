// A new version of a curriculum under patients who are in it: compare, plan, rehearse, apply, undo.
import { type Curriculum, diffCurricula, openEngine } from '../src/index.ts';

const clock = { today: () => '2026-03-12', now: () => '2026-03-12T12:00:00.000Z' };

const one = course('1.0.0', 'sleep', ['How sleep works', 'The bedroom', 'The day', 'Keeping it'], 3);
const two = course('2.0.0', 'nights', ['How sleep works', 'The bedroom', 'The day', 'Work and sleep'], 4);
for (const { sentence } of diffCurricula(one, two)) console.log(sentence);
//=> gate of course: sessions of sleep at least 3 -> sessions of nights at least 4
//=> track sleep removed
//=> track nights added

const engine = await openEngine({ clock, curricula: [one, two], by: 'director' });
await engine.admit({ episode: 'e-1', patient: 'p-1', curriculum: 'evenings@1.0.0', on: '2026-03-02' });
for (const on of ['2026-03-02', '2026-03-05', '2026-03-09', '2026-03-12'])
  await engine.execute({ type: 'RecordAttendance', episode: 'e-1', on, track: 'sleep', status: 'attended' });

// What follows from equal ids is filled in; what has no place is named.
const request = { curriculum: 'evenings', from: '1.0.0', to: '2.0.0' };
for (const { code, path, message } of (await engine.migration.plan(request)).issues)
  console.log(code, path, message);
//=> unmapped-track tracks.sleep track sleep has no place in 2.0.0; say where it goes, or drop

// The rehearsal is over the real caseload and writes nothing. Nothing that was recorded is orphaned silently.
const first = await engine.migration.rehearse(request);
console.log(first.refused[0]?.refusal.code, first.refused[0]?.refusal.message);
//=> fact-without-place the record speaks of track sleep, for which 2.0.0 has no place; say in the mapping where it goes, or drop

const mapping = { tracks: { sleep: 'nights' }, sessions: { sleep: { 4: 'drop' as const } } };
const second = await engine.migration.rehearse({ ...request, mapping });
console.log(JSON.stringify(second.landings[0]?.credit)); //=> [{"track":"nights","before":4,"after":3}]

await engine.migration.apply({ ...request, mapping, reason: 'new manual' }); // a result for each patient
console.log((await engine.status('e-1')).curriculum.version); //=> 2.0.0

const undone = await engine.migration.undo({ episode: 'e-1', reason: 'the manual was withdrawn' });
console.log(undone.accepted && undone.curriculum); //=> 1.0.0
await engine.close();

function course(version: string, track: string, titles: string[], atLeast: number): Curriculum {
  return {
    id: 'evenings',
    version,
    title: 'Four evenings on sleep',
    levelOfCare: { system: 'asam-3', level: '1' },
    sources: {},
    phases: [
      { id: 'course', title: 'Course', weeks: '1-2', exit: { type: 'sessions', track, atLeast } },
      { id: 'done', title: 'Done', final: 'completed' },
    ],
    tracks: [
      {
        ...{ id: track, title: 'Sleep', kind: 'psychoeducation', format: 'group', order: 'fixed' },
        during: ['course'],
        schedule: [{ weekdays: ['monday', 'thursday'], weeks: '1-2', start: '18:00', minutes: 60 }],
        sessions: titles.map((title, i) => ({ number: i + 1, title })),
      },
    ],
  };
}
