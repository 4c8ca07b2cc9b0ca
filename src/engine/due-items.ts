import { fromDayNumber, toDayNumber } from '../curriculum/calendar-date.ts';
import { clockArithmetic, programWeek } from '../program/clock-days.ts';
import { clockDue } from '../program/clock-due.ts';
import { stagePlan } from '../program/course.ts';
import { deadlineArithmetic, dueMoments } from '../program/due-moments.ts';
import type { EpisodeContext } from '../program/episode-context.ts';
import { evaluateCriterion } from '../program/evaluate-criterion.ts';
import type { Fold } from '../program/fold.ts';
import type { Plan } from '../program/plan.ts';
import { standingMigrations } from '../program/standing-migrations.ts';
import { admissionEligibility } from './admission-eligibility.ts';
import { authorizationDue } from './authorization/authorization-due.ts';
import { nextReview } from './continued-stay-status.ts';
import type { DueItem } from './due-item.ts';
import type { DueKind } from './due-row.ts';
import type { Episode } from './episode.ts';
import { stayLimit } from './stay-limit.ts';
import { waitlistDue } from './waitlist-due.ts';

export type { DueItem } from './due-item.ts';

/** All that falls due for an episode from where it stands, earliest first. While a patient is on leave program time stands still, and monitors go on. */
export function dueItems(episode: Episode, fold: Fold): DueItem[] {
  const { plan } = episode;
  const context = fold.snapshot.context;
  const always = [...reviews(context), ...scheduled(episode, context.today ?? Number.NEGATIVE_INFINITY)];
  if (context.ended !== null) return sorted(always);
  if (context.admittedOn === null) return sorted([...always, ...waitlistDue(episode, context)]);
  const leave = context.leaves.find((l) => l.to === null);
  const present = leave
    ? leaveReturn(plan, context, leave)
    : [...stayMaximum(plan, context), ...drugTests(plan, context)];
  return sorted([
    ...always,
    ...tasks(plan, context),
    ...moments(plan, context),
    ...discharges(plan, context),
    ...moves(plan, context),
    ...authorizationDue(episode, fold),
    ...stayReview(episode, fold),
    ...eligibility(episode, fold),
    ...present,
  ]);
}

function item(
  kind: DueKind,
  id: string,
  day: number | null,
  work: boolean,
  title: string,
  role = 'counselor',
  because: string | null = null,
): DueItem[] {
  if (day === null) return [];
  const due = { item: id, kind, dueOn: fromDayNumber(day), work, title, role };
  return [because === null ? due : { ...due, because }];
}

function reviews(context: EpisodeContext): DueItem[] {
  return context.flags.flatMap((flag) =>
    item(
      'review',
      `review/${flag.fact}`,
      flag.on,
      true,
      `Review event ${flag.fact}: ${flag.message}`,
      'supervisor',
    ),
  );
}

function scheduled(episode: Episode, today: number): DueItem[] {
  const facts = episode.facts.slice(episode.told).map(({ version, fact }) => ({ version, on: fact.on }));
  const migrations = standingMigrations(episode.records).map(({ version, event }) => ({
    version,
    on: event.on,
  }));
  const ahead = [...facts, ...migrations.filter(({ on }) => toDayNumber(on) > today)];
  return ahead.map(({ version, on }) => ({
    item: `scheduled/${version}`,
    kind: 'scheduled' as const,
    dueOn: on,
    work: false,
    title: `Event ${version} takes effect`,
    role: 'counselor',
  }));
}

function tasks(plan: Plan, context: EpisodeContext): DueItem[] {
  return context.tasks.flatMap((task) => {
    const due = clockDue(plan, context, task.clock, task.raisedOn, task.days);
    const { day, because } = due ?? { day: null, because: null };
    return item('task', `task/${task.id}`, day, true, task.title, task.role, because);
  });
}

function moments(plan: Plan, context: EpisodeContext): DueItem[] {
  return dueMoments(plan, context).flatMap(({ day, deadline: index, credit }) => {
    const expiring = credit === null ? undefined : context.credits[credit];
    if (expiring) {
      const { fact, track } = expiring;
      const title = plan.tracks.find(({ id }) => id === track)?.title ?? track;
      return item(
        'deadline',
        `credit/${fact}/${track}/${day}`,
        day,
        false,
        `Credit for ${title} (event ${fact}) expires`,
      );
    }
    const deadline = index === null ? undefined : plan.deadlines[index];
    if (!deadline)
      return item('gate-check', `gate-check/${day}`, day, false, 'A time that a gate counts is reached');
    const monitor = plan.monitors[deadline.monitor];
    const title = `${monitor?.title}: ${monitor?.states[deadline.to]?.title}`;
    const because = deadlineArithmetic(plan, context, deadline);
    return item('deadline', `deadline/${deadline.id}`, day, false, title, 'counselor', because);
  });
}

function stayReview(episode: Episode, fold: Fold): DueItem[] {
  const next = nextReview(episode, fold);
  if (next === null) return [];
  const title = 'Review of the continued stay is due';
  return item('authorization', 'continued-stay-review', toDayNumber(next), true, title);
}

function discharges(plan: Plan, context: EpisodeContext): DueItem[] {
  return plan.monitors.flatMap((monitor, m) => {
    const state = monitor.states[context.monitors[m] ?? 0];
    if (!state?.discharge || state.discharge.automatic) return [];
    const title = `Decide on discharge: ${state.discharge.reason} (${state.title})`;
    return item(
      'task',
      `discharge/${monitor.id}/${state.id}`,
      context.monitorEnteredOn[m] ?? null,
      true,
      title,
    );
  });
}

function leaveReturn(
  plan: Plan,
  context: EpisodeContext,
  leave: EpisodeContext['leaves'][number],
): DueItem[] {
  const maximum = plan.policies.leaveMaximumDays;
  const latest = maximum === null ? null : leave.from + maximum;
  const day = leave.expectedReturn ?? latest ?? leave.from + OPEN_LEAVE_REVIEW;
  const because =
    leave.expectedReturn === null && maximum !== null
      ? clockArithmetic(context, 'wall', leave.from, maximum)
      : `on leave from ${fromDayNumber(leave.from)}`;
  return item(
    'leave-return',
    'leave-return',
    day,
    true,
    'Return from leave is expected',
    'counselor',
    because,
  );
}

/** How many days an open-ended leave may go on before somebody looks at it, where the program sets no maximum. */
const OPEN_LEAVE_REVIEW = 7;

function stayMaximum(plan: Plan, context: EpisodeContext): DueItem[] {
  return (['phase', 'stage'] as const).flatMap((of) => {
    const limit = stayLimit(plan, context, of);
    if (limit === null) return [];
    const id = of === 'phase' ? `stay-maximum/${limit.id}` : `stay-maximum/stage/${limit.id}`;
    const title = `Stay in ${limit.title} reaches its maximum: review`;
    return item('stay-maximum', id, toDayNumber(limit.on), true, title, 'counselor', limit.because);
  });
}

/** An admission that the program would not allow by what is known now, answers that it asks for, and scores that were too old at it. */
function eligibility(episode: Episode, fold: Fold): DueItem[] {
  const found = admissionEligibility(episode, fold);
  const { context } = fold.snapshot;
  if (found === null || found.overridden || found.explanation.truth === 'satisfied') return [];
  const words = found.explanation.missing ?? '';
  if (found.explanation.truth === 'unsatisfied')
    return item('review', 'eligibility', context.today, true, `Review the admission: ${words}`, 'supervisor');
  const last = context.stages.at(-1);
  const asked = stagePlan(episode.course, last ?? { stage: 0 }).eligibility?.unknown;
  const aged = found.explanation.of?.some(({ tooOld }) => tooOld) === true;
  if (asked !== 'ask' && !aged) return [];
  return item('review', 'eligibility', last?.from ?? null, true, `Find out: ${words}`);
}

/** Moves to another level of care whose criteria hold: somebody decides. */
function moves(plan: Plan, context: EpisodeContext): DueItem[] {
  return (plan.stage?.moves ?? []).flatMap(({ kind, stage, title, gate }) => {
    if (gate === null || evaluateCriterion(plan, context, gate) !== 'satisfied') return [];
    const words = `Decide on the ${kind} to ${title}: its criteria hold`;
    return item('move', `move/${stage}`, context.today, true, words);
  });
}

/** The next test of each kind: within a week of the one before, or sooner where the program tests more often. */
function drugTests(plan: Plan, context: EpisodeContext): DueItem[] {
  const today = context.today ?? 0;
  const week = programWeek(context, today);
  const last = context.counters[plan.common.lastTest] as number | null;
  return plan.drugTests.flatMap((test) => {
    const inWeeks = test.weeks.some((range) => week !== null && week >= range.from && week <= range.to);
    const always = test.weeks.length === 0 && test.during.length === 0;
    const now = always || inWeeks || test.during.includes(context.phase);
    if (!now) return [];
    const from = last ?? (context.admittedOn ?? today) - 1;
    return item(
      'drug-test',
      `drug-test/${test.id}`,
      from + Math.ceil(7 / test.perWeek),
      true,
      `${test.title} due`,
    );
  });
}

function sorted(items: readonly DueItem[]): DueItem[] {
  const unique = [...new Map(items.map((due) => [due.item, due])).values()];
  return unique.sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : a.item < b.item ? -1 : 1));
}
