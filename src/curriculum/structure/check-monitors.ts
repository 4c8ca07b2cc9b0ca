import type { Curriculum } from '../curriculum.ts';
import type { CurriculumPath } from '../curriculum-path.ts';
import { durationDays } from '../duration.ts';
import type { Monitor, MonitorState, MonitorTransition } from '../monitor.ts';
import { type StructureIssue, structureError, structureWarning } from '../structure-issue.ts';
import { reachable } from './phase-graph.ts';

type Deadline = NonNullable<MonitorTransition['after']>;

/** Finds states that no patient reaches or leaves, and deadlines that fire at once or never. Pure. */
export function checkMonitors(curriculum: Curriculum): StructureIssue[] {
  return (curriculum.monitors ?? []).flatMap((monitor, m) => {
    const targets = (s: number) =>
      (monitor.states[s]?.transitions ?? [])
        .map(({ to }) => monitor.states.findIndex(({ id }) => id === to))
        .filter((i) => i >= 0);
    const reached = reachable([0], targets);
    return monitor.states.flatMap((state, s) => {
      const path = ['monitors', m, 'states', s];
      return [
        ...(reached.has(s) ? [] : [unreachable(state, path)]),
        ...(isEnd(state, s, targets) ? [noWayOut(state, path)] : []),
        ...checkDeadlines(monitor, state, s, path),
      ];
    });
  });
}

function isEnd(state: MonitorState, s: number, targets: (s: number) => number[]): boolean {
  return (
    state.lasting !== true && state.discharge === undefined && targets(s).every((target) => target === s)
  );
}

function unreachable({ id }: MonitorState, path: CurriculumPath): StructureIssue {
  const message = `no transition leads to ${id}; name it in to of another state, or remove it`;
  return structureError('state-unreachable', [...path, 'id'], message);
}

function noWayOut({ id }: MonitorState, path: CurriculumPath): StructureIssue {
  const message = `no transition leads out of ${id}; add one, or write lasting: true where that is intended`;
  return structureError('state-without-way-out', [...path, 'id'], message);
}

function checkDeadlines(
  monitor: Monitor,
  state: MonitorState,
  s: number,
  path: CurriculumPath,
): StructureIssue[] {
  const issues: StructureIssue[] = [];
  for (const [t, { after }] of (state.transitions ?? []).entries()) {
    if (after === undefined) continue;
    const here = [...path, 'transitions', t, 'after'];
    if (durationDays(after) === 0) {
      issues.push(
        structureError(
          'deadline-too-early',
          here,
          'a deadline of no days passes the moment it is set; give it at least one day',
        ),
      );
    } else if (after.since === 'last-attendance' && after.clock === 'attended') {
      const message =
        'no attended day ever lies after the last attended one; use another clock, or another since';
      issues.push(structureError('deadline-never', here, message));
    } else if (s > 0 && passedOnEntry(monitor, state.id, after)) {
      const message = `${state.id} is entered only when ${durationDays(after)} days since ${after.since} have passed already; give this deadline more days`;
      issues.push(structureError('deadline-too-early', here, message));
    }
  }
  return [...issues, ...checkTasks(state, path)];
}

/** Whether every way into a state is a deadline of the same kind that is at least as long. */
function passedOnEntry(monitor: Monitor, id: string, deadline: Deadline): boolean {
  if (deadline.since === undefined || deadline.since === 'state-entry') return false;
  const ways = monitor.states.flatMap((from) =>
    from.id === id ? [] : (from.transitions ?? []).filter(({ to }) => to === id),
  );
  return (
    ways.length > 0 &&
    ways.every(
      ({ after }) =>
        after !== undefined &&
        after.since === deadline.since &&
        (after.clock ?? 'program') === (deadline.clock ?? 'program') &&
        durationDays(after) >= durationDays(deadline),
    )
  );
}

/** Tasks that fall due when the state's own deadline has long moved the patient on. */
function checkTasks(state: MonitorState, path: CurriculumPath): StructureIssue[] {
  const deadlines = (state.transitions ?? []).flatMap(({ after }) =>
    after !== undefined && (after.since ?? 'state-entry') === 'state-entry' && after.clock !== 'attended'
      ? [durationDays(after)]
      : [],
  );
  const soonest = Math.min(...deadlines);
  return (state.tasks ?? []).flatMap(({ id, within }, t) => {
    if (within === undefined || within.clock === 'attended' || durationDays(within) <= soonest) return [];
    const message = `${id} is due after ${durationDays(within)} days, but ${state.id} is left after ${soonest}; make it due earlier`;
    return [structureWarning('task-after-deadline', [...path, 'tasks', t, 'within'], message)];
  });
}
