import { type Fold, foldAsOf } from '../fold.ts';
import type { Plan } from '../plan.ts';
import { tellDay } from './live-day.ts';
import { perfectDay } from './perfect-day.ts';
import type { Trial } from './trial.ts';

const DAYS = 56;

/** A patient who does everything up to the phase entered last before the end, and is then absent from every meeting for eight weeks; none where there is no such phase. */
export function lateDropout(plan: Plan, trial: Trial): Fold[] {
  const entries = [...trial.entries].filter(([phase]) => (plan.phases[phase]?.next.length ?? 0) > 0);
  const last = entries.sort(([, a], [, b]) => a.day - b.day).at(-1)?.[1];
  if (last === undefined) return [];
  let fold = last.fold;
  for (let day = last.day + 1; day <= last.day + DAYS; day += 1) {
    const morning = foldAsOf(plan, fold, day);
    if (morning.snapshot.context.ended !== null) return [morning];
    const absent = perfectDay(plan, morning.snapshot.context, day, []).flatMap((fact) =>
      fact.type === 'AttendanceRecorded' ? [{ ...fact, status: 'absent' as const }] : [],
    );
    fold = tellDay(plan, morning, absent);
  }
  return [fold];
}
