import { purposeOf } from '../purpose.ts';
import { modelThreshold } from './model-threshold.ts';
import { NO_LEAVE, type SimulatedPatient, scaled, standingOf, tell } from './simulated-patient.ts';

/**
 * What a discharged patient does on a day: in each week after the discharge he may come back, on a drawn day of it, as long as the
 * program takes him back in the same episode; none comes back who went through its end. False where he comes back no more; true where he may, or has.
 */
export function comeBack(simulated: SimulatedPatient, day: number): boolean {
  const { behaviour, end, endDay, table, plan, fold } = simulated;
  const { readmission } = behaviour;
  if (readmission === null || !readmission.after.includes(end)) return false;
  if (plan.phases[fold.snapshot.context.phase]?.final !== null) return false;
  const since = day - endDay;
  if (since > readmission.withinDays) return false;
  if (since < 1) return true;
  const week = Math.floor((since - 1) / 7);
  const { x, y } = simulated.draw(endDay + 7 * week, purposeOf('returns'));
  const on = endDay + 1 + 7 * week + scaled(y, 7);
  if (day !== on || x >>> 2 >= modelThreshold(standingOf(simulated, day), 'returns')) return true;
  const never = Number.POSITIVE_INFINITY;
  Object.assign(simulated, {
    end: 'in-treatment',
    endDay: 0,
    gone: false,
    left: null,
    leaves: 0,
    leave: NO_LEAVE,
  });
  Object.assign(simulated, { contact: never, decide: never, decideOf: -1, advance: never, move: null });
  tell(simulated, day, table.readmitted, { type: 'Readmitted', at: '00:04' });
  return true;
}
