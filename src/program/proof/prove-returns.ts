import { fromDayNumber } from '../../curriculum/calendar-date.ts';
import type { Curriculum } from '../../curriculum/curriculum.ts';
import type { Plan } from '../plan.ts';
import { blockingLeaves, sentenceOf, weekByWeek, weekOf, whoOf } from './counter-example.ts';
import { liveDay } from './live-day.ts';
import type { Proof } from './proof.ts';
import { gatePath } from './prove-gates.ts';
import { type Trial, waitForGate } from './trial.ts';

/** The phases to which a patient can be sent back and out of which he never comes again; `reached` takes up those returned to. */
export function proveReturns(
  curriculum: Curriculum,
  plan: Plan,
  trial: Trial,
  reached: Set<number>,
  blocked: ReadonlySet<number>,
): Proof[] {
  const tried = new Set<number>();
  const proofs: Proof[] = [];
  for (const [from, entry] of trial.entries) {
    for (const to of plan.phases[from]?.returnsTo ?? []) {
      if (tried.has(to) || entry.fold.snapshot.context.ended !== null) continue;
      const target = plan.phases[to]!;
      const sameGate = target.exitAfterReturn === target.exit;
      if (entry.fold.snapshot.context.phase !== from) continue;
      tried.add(to);
      reached.add(to);
      if (sameGate && blocked.has(to)) continue;
      const day = entry.day + 1;
      const back = liveDay(plan, entry.fold, day, () => null, [
        {
          type: 'ReturnedToPhase',
          on: fromDayNumber(day),
          by: 'perfect patient',
          reason: 'the proof',
          to: target.id,
        },
      ]);
      if (back.snapshot.context.ended !== null || back.snapshot.context.phase !== to) continue;
      const wait = waitForGate(plan, back, day + 1);
      if (wait.openedOn !== null) continue;
      const leaves = blockingLeaves(plan, target.exitAfterReturn ?? -1, wait.decisive);
      const left = leaves.map((leaf) => sentenceOf(leaf, wait.decisive)).join('; ');
      const gate = curriculum.phases[to]?.exitAfterReturn === undefined ? 'exit' : 'exitAfterReturn';
      proofs.push({
        code: 'exit-after-return-never-satisfied',
        severity: 'error',
        path: gatePath(curriculum, to, gate, leaves),
        message: `A patient sent back from ${plan.phases[from]!.title} to ${target.title} can never leave it again: ${left}. Give ${target.title} an exitAfterReturn that its calendar can meet.`,
        counterExample: `${whoOf(trial.admittedOn)}, sent back to ${target.title} on ${fromDayNumber(day)}\n${weekByWeek(plan, leaves, wait.weeks, day)}\nnever, up to week ${weekOf(wait.decisive)}`,
      });
    }
  }
  return proofs;
}
