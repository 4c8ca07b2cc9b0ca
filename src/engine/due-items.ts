import { type CalendarDate, fromDayNumber } from '../curriculum/calendar-date.ts';
import { clockReaches, programWeek } from '../program/clock-days.ts';
import { dueMoments } from '../program/due-moments.ts';
import type { Fold } from '../program/fold.ts';
import type { Plan } from '../program/plan.ts';
import type { DueKind } from './due-row.ts';
import type { Episode } from './episode.ts';

/** Something that falls due for an episode: work for a person, or a day on which the clock has something to look at. */
export type DueItem = {
  readonly item: string;
  readonly kind: DueKind;
  readonly dueOn: CalendarDate;
  readonly work: boolean;
  readonly title: string;
  readonly role: string;
};

/** All that falls due for an episode from where it stands, earliest first. */
export function dueItems(episode: Episode, fold: Fold): DueItem[] {
  const { plan } = episode;
  const context = fold.snapshot.context;
  const items: DueItem[] = [];
  const add = (
    kind: DueKind,
    item: string,
    day: number | null,
    work: boolean,
    title: string,
    role = 'counselor',
  ) => {
    if (day !== null) items.push({ item, kind, dueOn: fromDayNumber(day), work, title, role });
  };
  for (const flag of context.flags)
    add(
      'review',
      `review/${flag.fact}`,
      flag.on,
      true,
      `Review event ${flag.fact}: ${flag.message}`,
      'supervisor',
    );
  for (const { version, fact } of episode.facts.slice(episode.told)) {
    items.push({
      item: `scheduled/${version}`,
      kind: 'scheduled',
      dueOn: fact.on,
      work: false,
      title: `Event ${version} takes effect`,
      role: 'counselor',
    });
  }
  if (context.ended !== null || context.admittedOn === null) return sorted(items);
  for (const task of context.tasks) add('task', `task/${task.id}`, task.dueOn, true, task.title, task.role);
  for (const moment of dueMoments(plan, context)) {
    const id =
      moment.deadline === null
        ? `gate-check/${moment.day}`
        : `deadline/${plan.deadlines[moment.deadline]?.id}`;
    const title =
      moment.deadline === null
        ? 'A time that a gate counts is reached'
        : deadlineTitle(plan, moment.deadline);
    add(moment.deadline === null ? 'gate-check' : 'deadline', id, moment.day, false, title);
  }
  plan.monitors.forEach((monitor, m) => {
    const state = monitor.states[context.monitors[m] ?? 0];
    if (!state?.discharge || state.discharge.automatic) return;
    add(
      'task',
      `discharge/${monitor.id}/${state.id}`,
      context.monitorEnteredOn[m] ?? null,
      true,
      `Decide on discharge: ${state.discharge.reason} (${state.title})`,
    );
  });
  const leave = context.leaves.find((l) => l.to === null);
  if (leave)
    add(
      'leave-return',
      'leave-return',
      leave.expectedReturn ?? maximumReturn(plan, leave.from),
      true,
      'Return from leave is expected',
    );
  const phase = plan.phases[context.phase];
  if (phase?.maximumDays && context.phaseEnteredOn !== null && !leave) {
    const day = clockReaches(
      context,
      phase.maximumDays.clock,
      context.phaseEnteredOn,
      phase.maximumDays.days,
    );
    add(
      'stay-maximum',
      `stay-maximum/${phase.id}`,
      day,
      true,
      `Stay in ${phase.title} reaches its maximum: review`,
    );
  }
  if (!leave) addDrugTests(plan, fold, add);
  return sorted(unique(items));
}

function addDrugTests(
  plan: Plan,
  fold: Fold,
  add: (kind: DueKind, item: string, day: number | null, work: boolean, title: string) => void,
): void {
  const context = fold.snapshot.context;
  const today = context.today ?? 0;
  const week = programWeek(context, today);
  if (week === null) return;
  const last = context.counters[plan.common.lastTest] as number | null;
  for (const test of plan.drugTests) {
    if (test.weeks.length > 0 && !test.weeks.some((range) => week >= range.from && week <= range.to))
      continue;
    const interval = Math.ceil(7 / test.perWeek);
    const from = last ?? (context.admittedOn ?? today) - 1;
    add('drug-test', `drug-test/${test.id}`, from + interval, true, `${test.title} due`);
  }
}

function maximumReturn(plan: Plan, from: number): number | null {
  return plan.policies.leaveMaximumDays === null ? null : from + plan.policies.leaveMaximumDays;
}

function deadlineTitle(plan: Plan, index: number): string {
  const deadline = plan.deadlines[index]!;
  const monitor = plan.monitors[deadline.monitor]!;
  return `${monitor.title}: ${monitor.states[deadline.to]?.title}`;
}

function unique(items: readonly DueItem[]): DueItem[] {
  return [...new Map(items.map((item) => [item.item, item])).values()];
}

function sorted(items: readonly DueItem[]): DueItem[] {
  return [...items].sort((a, b) =>
    a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : a.item < b.item ? -1 : 1,
  );
}
