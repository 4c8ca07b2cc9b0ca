import { durationDays } from '../curriculum/duration.ts';
import type { MonitorState, Task } from '../curriculum/monitor.ts';
import { compileCriterion } from './compile-criterion.ts';
import type { CriterionCompiler } from './criterion-compiler.ts';
import type { PlanDeadline, PlanMonitor, PlanTask } from './plan.ts';

/** Compiles the monitors; a way out after a time becomes a row in the table of deadlines. */
export function compileMonitors(compiler: CriterionCompiler): {
  monitors: PlanMonitor[];
  deadlines: PlanDeadline[];
} {
  const deadlines: PlanDeadline[] = [];
  const monitors = (compiler.curriculum.monitors ?? []).map((monitor, m) => {
    const indexOf = (id: string) => monitor.states.findIndex((state) => state.id === id);
    return {
      id: monitor.id,
      title: monitor.title,
      states: monitor.states.map((state, s) => ({
        id: state.id,
        title: state.title,
        transitions: (state.transitions ?? []).map((transition) => {
          const to = indexOf(transition.to);
          if (transition.when)
            return { to, when: compileCriterion(compiler, transition.when), deadline: null };
          const after = transition.after ?? { days: 0 };
          const row: PlanDeadline = {
            id: `${monitor.id}/${state.id}/${transition.to}`,
            monitor: m,
            state: s,
            to,
            days: durationDays(after),
            clock: after.clock ?? 'program',
            since: ('since' in after ? after.since : undefined) ?? 'state-entry',
          };
          return { to, when: null, deadline: deadlines.push(row) - 1 };
        }),
        tasks: (state.tasks ?? []).map(compileTask),
        discharge: dischargeOf(state),
      })),
    };
  });
  return { monitors, deadlines };
}

function compileTask(task: Task): PlanTask {
  return {
    id: task.id,
    title: task.title,
    role: task.role ?? 'counselor',
    withinDays: task.within ? durationDays(task.within) : 0,
    clock: task.within?.clock ?? 'wall',
    closesWithState: task.until === 'state',
  };
}

function dischargeOf(state: MonitorState): PlanMonitor['states'][number]['discharge'] {
  return state.discharge
    ? { reason: state.discharge.reason, automatic: state.discharge.mode === 'automatic' }
    : null;
}
