// A step-down from residential treatment to the Matrix Model, then to continuing care; credit is shown before the move.
import { type Command, openEngine } from '../src/index.ts';

let today = '2026-01-05';
const clock = { today: () => today, now: () => `${today}T12:00:00.000Z` };
const engine = await openEngine({ clock, by: 'kim' });
const give = async (command: object) => {
  const outcome = await engine.execute({ episode: 'e-1', ...command } as Command);
  if (!outcome.accepted) console.log(outcome.refusal.message);
};

const curriculum = 'residential-to-community';
await engine.admit({ episode: 'e-1', patient: 'p-1', curriculum, stage: 'residential' });
await give({ type: 'RecordAttendance', track: 'medical-assessment', status: 'attended' });
await give({ type: 'SignOff', role: 'counselor', subject: 'treatment-plan' });
await give({ type: 'Advance' });
today = '2026-01-06';
await give({ type: 'RecordAttendance', track: 'relapse-prevention', session: 2, status: 'attended' });
today = '2026-01-07';
await give({ type: 'RecordAttendance', track: 'relapse-prevention', session: 3, status: 'attended' });

// The step-down has to wait; the reason is that of its criteria.
today = '2026-01-20';
await give({ type: 'StepDown', stage: 'iop-evening' });
//=> Matrix Model in the evening has to wait: phase Transferred to the next level of care or Completed is needed

// The director lets the patient go earlier, with a reason. What would move is shown first.
await give({ type: 'Override', role: 'director', stage: 'iop-evening', reason: 'a place at work' });
const down = { type: 'StepDown', episode: 'e-1', stage: 'iop-evening' } as const;
for (const { kind, sentence } of (await engine.preview(down)).episodes[0]?.movements ?? [])
  if (kind === 'level' || kind === 'credit') console.log(sentence);
//=> Moved to Matrix Model in the evening (Intensive outpatient services) on 2026-01-20
//=> Early recovery skills: session 2 counts as attended, until 2026-04-06
//=> Early recovery skills: session 3 counts as attended, until 2026-04-07

await give(down);
const { pathway, tracks } = await engine.status('e-1');
for (const { title, from, to } of pathway?.stages ?? []) console.log(title, from, to);
//=> Short-term residential treatment 2026-01-05 2026-01-20
//=> Matrix Model in the evening 2026-01-20 null
console.log(tracks.find(({ id }) => id === 'early-recovery-skills')?.done); //=> [ 2, 3 ]

today = '2026-01-21';
await give({ type: 'Override', role: 'director', stage: 'outpatient', reason: 'moves to another town' });
await give({ type: 'StepDown', stage: 'outpatient' });
console.log((await engine.status('e-1')).pathway?.stage.title); //=> Outpatient continuing care
await engine.close();
