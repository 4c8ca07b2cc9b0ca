// A curriculum of your own, as a value or as a folder of YAML files. The guide "write a curriculum" tells all of it.
import { type Curriculum, formatIssue, loadCurriculumFile, openEngine, StepwellError } from '../src/index.ts';

const clock = { today: () => '2026-03-02', now: () => '2026-03-02T12:00:00.000Z' };

const evenings: Curriculum = {
  id: 'evenings',
  version: '1.0.0',
  title: 'Four evenings on sleep',
  levelOfCare: { system: 'asam-3', level: '1' },
  sources: {},
  phases: [
    { id: 'course', title: 'Course', weeks: '1-2', exit: { type: 'sessions', track: 'sleep', atLeast: 3 } },
    { id: 'done', title: 'Done', final: 'completed' },
  ],
  tracks: [
    {
      id: 'sleep',
      title: 'Sleep',
      kind: 'psychoeducation',
      format: 'group',
      order: 'fixed',
      during: ['course'],
      schedule: [{ weekdays: ['monday', 'thursday'], weeks: '1-2', start: '18:00', minutes: 60 }],
      sessions: ['How sleep works', 'The bedroom', 'The day', 'Keeping it'].map((title, i) => ({
        number: i + 1,
        title,
      })),
    },
  ],
};

const engine = await openEngine({ clock, curricula: [evenings] });
await engine.admit({ episode: 'e-1', patient: 'p-1', curriculum: 'evenings' });
for (const { date, start, session, title } of await engine.agenda('e-1', { days: 14 }))
  console.log(date, start, session, title);
//=> 2026-03-02 18:00 1 How sleep works
//=> 2026-03-05 18:00 2 The bedroom
//=> 2026-03-09 18:00 3 The day
//=> 2026-03-12 18:00 4 Keeping it
await engine.close();

// What makes no sense is refused before anybody is admitted to it.
const phases = evenings.phases.map((phase) =>
  phase.id === 'course'
    ? { ...phase, exit: { type: 'sessions' as const, track: 'slep', atLeast: 3 } }
    : phase,
);
const wrong = await openEngine({ clock, curricula: [{ ...evenings, phases }] });
await wrong.admit({ patient: 'p-1', curriculum: 'evenings' }).catch((error: unknown) => {
  if (error instanceof StepwellError) console.log(`${error.code}: ${error.message}`);
});
//=> invalid-curriculum: evenings@1.0.0: phases.0.exit.track: there is no track slep: did you mean sleep?

// A file tells the line, too. A folder is given in the same way: openEngine({ curricula: ['our-curricula'] }).
const loaded = loadCurriculumFile('no-such-file.yaml');
if (!loaded.ok) for (const issue of loaded.issues) console.log(formatIssue(issue));
//=> no-such-file.yaml:1:1 file-unreadable this file cannot be read (ENOENT)
