// A step-up where usual therapy is not enough: never kept back by criteria, only advised; and the way down again.
import { type Command, openEngine } from '../src/index.ts';

let today = '2026-01-05';
const clock = { today: () => today, now: () => `${today}T12:00:00.000Z` };
const engine = await openEngine({ clock, by: 'kim' });
const give = async (command: object) => {
  const outcome = await engine.execute({ episode: 'e-1', ...command } as Command);
  if (!outcome.accepted) console.log(outcome.refusal.code);
};

await engine.admit({ episode: 'e-1', patient: 'p-1', curriculum: 'step-up' });
console.log((await engine.status('e-1')).levelOfCare?.name); //=> Outpatient services

// Without criteria that speak for it, a step-up needs a reason: a person decides.
today = '2026-01-13';
await give({ type: 'StepUp', stage: 'iop' }); //=> reason-needed

// With them it is work that falls due, and needs none.
await give({ type: 'SignOff', role: 'supervisor', subject: 'usual-therapy-not-enough' });
for (const { item, dueOn } of await engine.due({ upTo: today }))
  if (item.startsWith('move/')) console.log(item, dueOn);
//=> move/iop 2026-01-13
await give({ type: 'StepUp', stage: 'iop' });
const { pathway, levelOfCare } = await engine.status('e-1');
console.log(levelOfCare?.name, '-', pathway?.stage.title); //=> Intensive outpatient services - Intensive outpatient treatment

// Down again not before its criteria hold: they bind.
today = '2026-01-14';
const move = (await engine.status('e-1')).pathway?.moves.find(({ kind }) => kind === 'step-down');
console.log(move?.stage, move?.open, move?.binding); //=> outpatient false true
await engine.close();
