import { afterEvent } from './after-event.ts';
import { turningDay } from './due-moments.ts';
import type { EpisodeContext } from './episode-context.ts';
import type { Truth } from './evaluate-criterion.ts';
import { type ExpectedMeeting, expectedMeetings } from './expected-meetings.ts';
import { measure } from './measure.ts';
import type { Plan, PlanCriterion } from './plan.ts';

type Leaf = Extract<PlanCriterion, { node: 'compare' }>;

const HORIZON = 400;

/**
 * The earliest day on which a leaf could hold, if the patient stays in his phase, attends every meeting of his calendar,
 * gives a negative test whenever the program tests, and people sign at once. Null where it will not come that way:
 * too many absences stay too many, a score does not move by itself.
 */
export function earliestDay(plan: Plan, context: EpisodeContext, leaf: Leaf, truth: Truth): number | null {
  const today = context.today;
  if (today === null) return null;
  if (truth === 'satisfied') return today;
  if (context.ended !== null || context.leaves.some((leave) => leave.to === null)) return null;
  const turning = turningDay(context, leaf);
  if (turning !== null) return leaf.compare === 'at-least' ? Math.max(turning, today) : null;
  if (leaf.compare === 'at-most') return null;
  const measured = measure(context, leaf.quantity);
  switch (leaf.leaf.type) {
    case 'signed-off':
    case 'homework':
    case 'mutual-help':
      return today;
    case 'negative-tests':
      return testsAhead(plan, today, leaf.value - (measured?.low ?? 0));
    case 'days-abstinent':
      return testsAhead(plan, today, 1) + leaf.value;
    case 'attended-days':
      return daysAhead(plan, context, leaf.value - (measured?.low ?? 0), () => true);
    case 'stay':
      return daysAhead(plan, context, leaf.value - (measured?.low ?? 0), () => true);
    case 'sessions':
    case 'track-completed':
    case 'meetings':
    case 'minutes':
    case 'attendance-rate':
      return meetingsAhead(plan, context, leaf);
    default:
      return null;
  }
}

/** When so many more tests can have been negative: tests are spread over a week as often as the program gives them. */
function testsAhead(plan: Plan, today: number, more: number): number {
  const perWeek = Math.max(1, ...plan.drugTests.map((test) => test.perWeek));
  return today + Math.max(0, Math.ceil(((more - 1) * 7) / perWeek));
}

function daysAhead(
  plan: Plan,
  context: EpisodeContext,
  more: number,
  counts: (meetings: ExpectedMeeting[]) => boolean,
): number | null {
  let left = more;
  const today = context.today ?? 0;
  for (let day = firstOpenDay(context); day < today + HORIZON; day += 1) {
    const meetings = expectedMeetings(plan, context, day);
    if (meetings.length > 0 && counts(meetings)) left -= 1;
    if (left <= 0) return day;
  }
  return null;
}

/** Walks the meetings to come as if each were attended, until the leaf's measure is reached. */
function meetingsAhead(plan: Plan, context: EpisodeContext, leaf: Leaf): number | null {
  const today = context.today ?? 0;
  let ahead = context;
  for (let day = firstOpenDay(context); day < today + HORIZON; day += 1) {
    for (const meeting of expectedMeetings(plan, ahead, day)) {
      ahead = attended(plan, ahead, meeting);
    }
    const measured = measure({ ...ahead, today: day }, leaf.quantity);
    if (measured !== null && measured.low >= leaf.value) return day;
  }
  return null;
}

/** Today, or tomorrow where today's meetings are recorded already. */
function firstOpenDay(context: EpisodeContext): number {
  const today = context.today ?? 0;
  return context.metToday.length > 0 ? today + 1 : today;
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
