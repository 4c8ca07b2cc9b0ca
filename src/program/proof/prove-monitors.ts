import { fromDayNumber } from '../../curriculum/calendar-date.ts';
import type { Fold } from '../fold.ts';
import type { Plan } from '../plan.ts';
import { whoOf } from './counter-example.ts';
import { monitorVisits } from './monitor-visits.ts';
import type { Proof } from './proof.ts';
import type { Trial } from './trial.ts';

/**
 * The monitors that raise work or end the episode of a patient who did everything right: an error where a state
 * discharges, a warning where one that raises work stands on the way to a discharge.
 */
export function proveMonitors(plan: Plan, trials: readonly Trial[]): Proof[] {
  const proofs = new Map<string, Proof>();
  for (const trial of trials) {
    for (const { monitor: m, state: s, day } of monitorVisits(plan, trial.fold)) {
      const monitor = plan.monitors[m];
      const state = monitor?.states[s];
      if (!monitor || !state || s === 0) continue;
      const towardsDischarge = monitor.states.some((other) => other.discharge !== null);
      const severity = state.discharge
        ? 'error'
        : state.tasks.length > 0 && towardsDischarge
          ? 'warning'
          : null;
      const path = `monitors.${m}.states.${s}`;
      if (severity === null || proofs.has(path)) continue;
      proofs.set(path, {
        code: 'monitor-fires-on-perfect-patient',
        severity,
        path,
        message: `${monitor.title} comes to ${state.title} for a patient who attends everything and tests negative. Give the way there more room than the calendar has gaps.`,
        counterExample: `${whoOf(trial.admittedOn)}, ${state.title} on ${fromDayNumber(day)} (week ${weekOfDay(trial, day)}), in ${phaseOn(plan, trial, day)}`,
      });
    }
  }
  return [...proofs.values()];
}

function phaseOn(plan: Plan, trial: Trial, day: number): string {
  const stay = trial.fold.snapshot.context.stays.findLast(({ from }) => from <= day);
  return plan.phases[stay?.phase ?? 0]?.title ?? '';
}

/** The states of monitors that none of some patients came to. */
export function proveExercise(plan: Plan, folds: readonly Fold[]): Proof[] {
  const seen = new Set(
    folds.flatMap((fold) => monitorVisits(plan, fold).map(({ monitor, state }) => `${monitor}/${state}`)),
  );
  return plan.monitors.flatMap((monitor, m) =>
    monitor.states.flatMap((state, s): Proof[] =>
      s === 0 || seen.has(`${m}/${s}`)
        ? []
        : [
            {
              code: 'monitor-state-not-exercised',
              severity: 'warning',
              path: `monitors.${m}.states.${s}`,
              message: `${monitor.title} came to ${state.title} for none of the patients tried. Check that its criterion can hold and that another way out does not come first.`,
              counterExample:
                'tried: one who does everything, one who stops coming, one who stops coming in the last phase, one who tests positive, one who misses tests, one absent for ten days, one whose scores are poor, one whose sign-offs nobody gives',
            },
          ],
    ),
  );
}

function weekOfDay(trial: Trial, day: number): number {
  return Math.floor((day - trial.admittedOn) / 7) + 1;
}
