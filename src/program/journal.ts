import { fromDayNumber } from '../curriculum/calendar-date.ts';
import { type Course, courseOf, stagePlan } from './course.ts';
import type { EpisodeSnapshot } from './create-machine.ts';
import type { EpisodeContext } from './episode-context.ts';
import type { MachineEvent } from './machine-event.ts';
import type { Plan } from './plan.ts';
import { type Lifecycle, type Referral, readState } from './read-state.ts';

/**
 * One thing that changed: the lifecycle, the phase, a track, a monitor, an open task, or a flag for review.
 * `fact` is the number of the event that caused it, 0 where time did.
 */
export type JournalEntry = {
  readonly day: number;
  readonly fact: number;
  readonly kind: 'lifecycle' | 'level' | 'phase' | 'track' | 'monitor' | 'task' | 'flag' | 'waitlist';
  readonly id: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly text: string;
};

/** What changed from one state of the machine to the next. */
export function journalOf(
  of: Plan | Course,
  before: EpisodeSnapshot,
  after: EpisodeSnapshot,
  event: MachineEvent,
): JournalEntry[] {
  const course = courseOf(of);
  const plan = stagePlan(course, after.context);
  const entries: JournalEntry[] = [];
  const add = (
    kind: JournalEntry['kind'],
    id: string,
    from: string | null,
    to: string | null,
    text: string,
  ) => entries.push({ day: event.day, fact: event.fact, kind, id, from, to, text });
  if (before.value !== after.value) {
    const was = readState(plan, before.value);
    const is = readState(plan, after.value);
    if (was.lifecycle !== is.lifecycle) {
      const to = is.dischargeReason ?? is.lifecycle;
      const text = is.dischargeReason
        ? `Discharged: ${is.dischargeReason}`
        : lifecycleText(was.lifecycle, is.lifecycle);
      add('lifecycle', 'lifecycle', was.lifecycle, to, text);
    }
    if (was.referral !== null && is.referral !== null && was.referral !== is.referral)
      add(
        'waitlist',
        'waitlist',
        was.referral,
        is.referral,
        waitlistText(before.context, after.context, is.referral),
      );
    const moved = before.context.stage !== after.context.stage && before.context.stages.length > 0;
    if (moved) {
      const stage = course.stages[after.context.stage];
      add(
        'level',
        'level',
        course.stages[before.context.stage]?.id ?? null,
        stage?.id ?? null,
        `Moved to ${stage?.title}`,
      );
    }
    if (is.phase !== null && (moved || was.phase !== is.phase)) {
      const phase = plan.phases.find((p) => p.id === is.phase);
      const milestone = phase?.milestone ? `. ${phase.milestone}` : '';
      add('phase', 'phase', was.phase, is.phase, `${phase?.title ?? is.phase}${milestone}`);
    }
    if (was.tracks && is.tracks && !moved)
      changes(was.tracks, is.tracks, (id, from, to) =>
        add('track', id, from, to, `${titleOf(plan.tracks, id)}: ${to}`),
      );
  }
  const sameStage = before.context.stages.length === after.context.stages.length;
  if (before.context.admittedOn !== null && sameStage) addMonitors(plan, before.context, after.context, add);
  addTasks(before.context, after.context, add);
  for (const flag of after.context.flags.slice(before.context.flags.length))
    add('flag', flag.code, null, flag.code, flag.message);
  return entries;
}

/** The moves of monitors, read from the context: a move that ends the episode is no longer in the state value. */
function addMonitors(
  plan: Plan,
  before: EpisodeContext,
  after: EpisodeContext,
  add: (kind: 'monitor', id: string, from: string | null, to: string | null, text: string) => unknown,
): void {
  plan.monitors.forEach((monitor, m) => {
    const from = monitor.states[before.monitors[m] ?? 0];
    const to = monitor.states[after.monitors[m] ?? 0];
    if (from === to || to === undefined) return;
    add('monitor', monitor.id, from?.id ?? null, to.id, `${monitor.title}: ${to.title}`);
  });
}

function addTasks(
  before: EpisodeContext,
  after: EpisodeContext,
  add: (kind: 'task', id: string, from: string | null, to: string | null, text: string) => unknown,
): void {
  if (before.tasks === after.tasks) return;
  for (const task of after.tasks)
    if (!before.tasks.includes(task)) add('task', task.id, null, 'open', `due: ${task.title}`);
  for (const task of before.tasks)
    if (!after.tasks.includes(task)) add('task', task.id, 'open', 'closed', `no longer due: ${task.title}`);
}

function changes(
  before: Readonly<Record<string, string>>,
  after: Readonly<Record<string, string>>,
  visit: (id: string, from: string | null, to: string) => void,
): void {
  for (const [id, to] of Object.entries(after)) {
    const from = before[id] ?? null;
    if (from !== to) visit(id, from, to);
  }
}

function titleOf(list: readonly { id: string; title: string }[], id: string): string {
  return list.find((item) => item.id === id)?.title ?? id;
}

function waitlistText(before: EpisodeContext, { waitlist }: EpisodeContext, to: Referral): string {
  const program = waitlist?.program ?? before.waitlist?.program ?? '';
  if (to === 'new') return `Off the waitlist of ${program}`;
  if (to === 'accepted') return `Accepted a place in ${program}`;
  if (to === 'offered')
    return `Offered a place in ${program} until ${fromDayNumber(waitlist?.offer?.until ?? 0)}`;
  if (before.waitlist === null) return `On the waitlist of ${program}`;
  return waitlist?.lapsedOn != null && before.waitlist.offer !== null
    ? `The offer of a place in ${program} ran out without an answer`
    : `Declined the place in ${program}`;
}

function lifecycleText(from: Lifecycle, to: Lifecycle): string {
  if (to === 'active') return from === 'on-leave' ? 'Back from leave' : 'Admitted';
  if (to === 'on-leave') return 'On leave';
  return to === 'graduated' ? 'Graduated' : 'Referred';
}
