// The statechart of a curriculum as an XState actor of your own: no store, no clock, days come with the events.
import { fileURLToPath } from 'node:url';
import { createActor } from 'xstate';
import { compilePlan, loadCurriculumFile } from '../src/index.ts';
import { createEpisodeMachine, type MachineEvent, readState, toDayNumber } from '../src/machine.ts';

const file = fileURLToPath(new URL('../curricula/matrix-iop.yaml', import.meta.url));
const loaded = loadCurriculumFile(file);
if (!loaded.ok) throw new Error('matrix-iop.yaml does not load');

const plan = compilePlan(loaded.curriculum);
const actor = createActor(createEpisodeMachine(plan)).start();
const show = () => {
  const { lifecycle, phase, tracks, monitors } = readState(plan, actor.getSnapshot().value);
  console.log(lifecycle, phase, tracks?.['early-recovery-skills'], monitors?.['attendance']);
};
show(); //=> referred null undefined undefined

let fact = 0;
const send = (event: Record<string, unknown>, on: string) => {
  fact += 1;
  actor.send({ by: 'kim', day: toDayNumber(on), fact, ...event } as MachineEvent);
};
send(
  {
    type: 'Admitted',
    patient: 'p-1',
    curriculum: 'matrix-iop',
    version: '1.0.0',
    lastUseOn: null,
    cycleStarts: {},
  },
  '2026-01-05',
);
// The machine takes what happened as a fact. Whether it was allowed is the engine's to decide; here it is flagged.
send({ type: 'PhaseAdvanced', to: 'early-recovery' }, '2026-01-05');
console.log(actor.getSnapshot().context.flags[0].code); //=> advance-without-gate

const meeting = { type: 'AttendanceRecorded', track: 'early-recovery-skills' };
send({ ...meeting, session: 1, status: 'attended' }, '2026-01-05');
show(); //=> active early-recovery underway regular
send({ ...meeting, session: 2, status: 'absent' }, '2026-01-09');
send({ ...meeting, session: 3, status: 'absent' }, '2026-01-12');
show(); //=> active early-recovery underway outreach
send({ type: 'LeaveStarted', expectedReturn: null, planned: true }, '2026-01-13');
show(); //=> on-leave early-recovery underway outreach
send({ type: 'LeaveEnded' }, '2026-01-20');
show(); //=> active early-recovery underway outreach

// A persisted snapshot goes on in another process. Keep the hash of the plan with it: another plan is another machine.
const kept = JSON.stringify(actor.getPersistedSnapshot());
const restored = createActor(createEpisodeMachine(plan), { snapshot: JSON.parse(kept) }).start();
console.log(readState(plan, restored.getSnapshot().value).phase); //=> early-recovery
actor.stop();
restored.stop();
