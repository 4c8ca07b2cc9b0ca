// Nine hours on three days, what a payer authorized, and two levels of care that differ.
import { openEngine } from '../src/index.ts';

let today = '2026-03-02';
const clock = { today: () => today, now: () => `${today}T12:00:00.000Z` };
const engine = await openEngine({ clock, by: 'counselor-1' });
const episode = 'e-1';
const say = async () => (await engine.status(episode)).dose?.week?.text;

await engine.admit({ episode, patient: 'p-1', curriculum: 'generic-iop' });
const intake = {
  type: 'RecordAttendance',
  episode,
  track: 'intake',
  session: 1,
  status: 'attended',
} as const;
await engine.execute(intake);
await engine.execute({ type: 'SignOff', episode, role: 'counselor', subject: 'treatment-plan' });
await engine.execute({ type: 'Advance', episode });

// The payer authorized four visits, at a level below the one that the patient is at.
await engine.execute({
  type: 'RecordAuthorization',
  episode,
  payer: 'Health plan',
  levelOfCare: { system: 'asam-3', level: '1' },
  unit: 'visits',
  units: 4,
  from: '2026-03-02',
  to: '2026-03-31',
});

const evening = async (on: string, tracks: readonly string[]) => {
  today = on;
  for (const track of tracks)
    await engine.execute({ type: 'RecordAttendance', episode, track, status: 'attended' });
};
await evening('2026-03-02', ['process-group', 'recovery-skills']);
await evening('2026-03-03', ['individual-counseling']);
await evening('2026-03-04', ['process-group', 'psychoeducation', 'family-education']);
console.log(await say()); //=> 500 minutes on 3 days; 1 more meeting: 2026-03-06 17:30 Process group

await evening('2026-03-06', ['process-group', 'recovery-skills']);
console.log(await say()); //=> met: 680 minutes on 4 days

const { authorizations, due } = await engine.status(episode);
const [given] = authorizations?.authorizations ?? [];
console.log(given?.used, given?.left, given?.state);
//=> { atLeast: 4, atMost: 4 } { atLeast: 0, atMost: 0 } used-up
console.log(authorizations?.level?.agreement, authorizations?.level?.since, authorizations?.level?.days);
//=> different 2026-03-02 5
for (const { kind, dueOn, title } of due) if (kind === 'authorization') console.log(dueOn, title);
//=> 2026-03-03 0 of 4 visits left of the authorization by Health plan: ask for more
//=> 2026-03-24 The authorization by Health plan ends on 2026-03-31: ask for more, or plan the end
//=> 2026-04-01 Review of the continued stay is due
