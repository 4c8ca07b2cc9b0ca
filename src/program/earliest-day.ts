import { afterEvent } from './after-event.ts';
import { turningDay } from './due-moments.ts';
import type { EpisodeContext } from './episode-context.ts';
import { compareMeasured, type Truth } from './evaluate-criterion.ts';
import type { ExpectedMeeting } from './expected-meeting.ts';
import { expectedMeetings } from './expected-meetings.ts';
import { fewestAWeek } from './fewest-a-week.ts';
import { measure } from './measure.ts';
import { mondayOf } from './monday-of.ts';
import type { Plan, PlanCriterion } from './plan.ts';
import { takeMeeting } from './take-meeting.ts';

type Leaf = Extract<PlanCriterion, { node: 'compare' }>;

const HORIZON = 400;

/**
 * The earliest day on which a leaf could hold, if the patient stays in his phase, attends every meeting of his calendar,
 * gives a negative test whenever the program tests, people sign at once, and no deadline discharges him before. Null where it will not come that way:
 * too many positive tests stay too many, a score does not move by itself.
 */
export function earliestDay(plan: Plan, context: EpisodeContext, leaf: Leaf, truth: Truth): number | null {
  const today = context.today;
  if (today === null) return null;
  if (truth === 'satisfied') return today;
  if (context.ended !== null || context.leaves.some((leave) => leave.to === null)) return null;
  const ages = leaf.leaf.type === 'score' || leaf.leaf.type === 'score-change';
  const turning = ages ? null : turningDay(context, leaf);
  if (turning !== null) return leaf.compare === 'at-least' ? Math.max(turning, today) : null;
  return leaf.compare === 'at-least'
    ? whenEnough(plan, context, leaf, today)
    : whenFewEnough(plan, context, leaf);
}

function whenEnough(plan: Plan, context: EpisodeContext, leaf: Leaf, today: number): number | null {
  switch (leaf.leaf.type) {
    case 'mutual-help-weekly':
      return meetingsEachDay(context, leaf, today);
    case 'holds':
    case 'signed-off':
    case 'homework':
    case 'mutual-help':
      return today;
    case 'negative-tests':
      return testDay(plan, context, leaf.value - (measure(context, leaf.quantity)?.low ?? 0));
    case 'days-abstinent':
      return testDay(plan, context, 1) + leaf.value;
    case 'dose-weeks':
      return weekEnd(context, leaf, today);
    case 'stay':
      return leaf.leaf.clock === 'attended' ? meetingsAhead(plan, context, leaf) : null;
    case 'sessions':
    case 'track-completed':
    case 'meetings':
    case 'minutes':
    case 'attendance-rate':
    case 'attended-days':
      return meetingsAhead(plan, context, leaf);
    default:
      return null;
  }
}

/** The end of the so-manieth week from the present one on, if each of them is met. */
function weekEnd(context: EpisodeContext, leaf: Leaf, today: number): number | null {
  if (leaf.leaf.type !== 'dose-weeks' || leaf.leaf.outcome === 'not-met') return null;
  return mondayOf(today) + 7 * Math.max(1, leaf.value - (measure(context, leaf.quantity)?.low ?? 0));
}

/** Weeks that are over cannot be filled any more: the day on which the last of them has left the window, with a meeting a day from now on. */
function meetingsEachDay(context: EpisodeContext, leaf: Leaf, today: number): number | null {
  if (leaf.quantity.quantity !== 'fewest-a-week') return null;
  const { counter, weeks } = leaf.quantity;
  let noted = context.counters[counter] as readonly number[];
  for (let day = today; day < today + HORIZON; day += 1) {
    noted = [...noted, ...Array.from({ length: Math.ceil(leaf.value) }, () => day)];
    const counters = context.counters.map((value, index) => (index === counter ? noted : value));
    if ((fewestAWeek({ ...context, counters, today: day }, counter, weeks) ?? 0) >= leaf.value) return day;
  }
  return null;
}

/** A run of absences ends with the next meeting attended, the signs of use with the next negative test. */
function whenFewEnough(plan: Plan, context: EpisodeContext, leaf: Leaf): number | null {
  if (leaf.value < 0) return null;
  if (leaf.leaf.type === 'evidence-of-use') return testDay(plan, context, 1);
  const run = leaf.leaf.type === 'absences' && leaf.leaf.consecutive === true;
  return run ? meetingsAhead(plan, context, leaf) : null;
}

/** The day of the so-manieth test from today on: spread over the week as often as the program tests, counted from the last one. */
function testDay(plan: Plan, context: EpisodeContext, number: number): number {
  const today = context.today ?? 0;
  const interval = Math.ceil(7 / Math.max(1, ...plan.drugTests.map((test) => test.perWeek)));
  const last = context.counters[plan.common.lastTest] as number | null;
  const first = last === null ? today : Math.max(today, last + interval);
  return first + Math.max(0, number - 1) * interval;
}

/** Walks the meetings to come as if each were attended, until the leaf holds. */
function meetingsAhead(plan: Plan, context: EpisodeContext, leaf: Leaf): number | null {
  const today = context.today ?? 0;
  let ahead = context;
  for (let day = today; day < today + HORIZON; day += 1) {
    const met = day === today ? [...context.metToday] : [];
    for (const meeting of expectedMeetings(plan, ahead, day)) {
      if (!takeMeeting(plan, met, meeting.track)) ahead = attended(plan, ahead, meeting);
    }
    const measured = measure({ ...ahead, today: day }, leaf.quantity);
    if (measured !== null && compareMeasured(measured, leaf.compare, leaf.value) === 'satisfied') return day;
  }
  return null;
}

function attended(plan: Plan, context: EpisodeContext, meeting: ExpectedMeeting): EpisodeContext {
  const event = {
    type: 'AttendanceRecorded',
    day: meeting.day,
    fact: 0,
    by: 'stepwell',
    track: plan.tracks[meeting.track]!.id,
    session: meeting.session ?? 1,
    status: 'attended',
  } as const;
  return { ...afterEvent(plan, context, event), today: context.today };
}
