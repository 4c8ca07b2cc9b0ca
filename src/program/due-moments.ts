import { clockArithmetic, clockDays, clockReaches, programReaches } from './clock-days.ts';
import type { EpisodeContext } from './episode-context.ts';
import { evaluateCriterion } from './evaluate-criterion.ts';
import { fewestAWeek } from './fewest-a-week.ts';
import { mondayOf } from './monday-of.ts';
import { exitGate } from './phase-gate.ts';
import type { Plan, PlanCriterion, PlanDeadline } from './plan.ts';

/**
 * A day on which time alone may change something: a deadline of a monitor, a criterion that counts days, or one that holds
 * already. A monitor or an automatic phase moves once on a fact; where the next move is open by then, it comes with the next day, unless a deadline had brought the monitor where it is.
 */
export type DueMoment = {
  readonly day: number;
  /** Index in `Plan.deadlines`, or null for a criterion that counts days or a credit. */
  readonly deadline: number | null;
  /** Index in the context's credits of the one that expires, or null. */
  readonly credit: number | null;
  /** True where only a person's view changes (a gate becomes ready), not the machine. */
  readonly silent: boolean;
  /** The Monday of a week whose dose is to be looked at, now that it has ended. */
  readonly doseWeek?: number;
};

/** What time alone will do next, earliest first; before admission only an offer of a place ends, after the end nothing. On leave monitors go on, and no phase does. */
export function dueMoments(plan: Plan, context: EpisodeContext): readonly DueMoment[] {
  let moments = known.get(context);
  if (!moments) {
    moments = findMoments(plan, context);
    known.set(context, moments);
  }
  return moments;
}

/** A context is immutable and belongs to one plan, so what time will do from it is found once. */
const known = new WeakMap<EpisodeContext, readonly DueMoment[]>();

function findMoments(plan: Plan, context: EpisodeContext): DueMoment[] {
  if (context.ended !== null || context.today === null) return [];
  if (context.admittedOn === null) return offerEnds(context);
  const moments: DueMoment[] = context.credits.flatMap(({ expiresOn }, credit) =>
    expiresOn === null ? [] : [{ day: expiresOn + 1, deadline: null, credit, silent: false }],
  );
  const counted = plan.dose?.counted ?? null;
  if (counted !== null) {
    const monday = mondayOf((context.counters[counted] as number | null) ?? context.admittedOn);
    moments.push({ day: monday + 7, deadline: null, credit: null, silent: false, doseWeek: monday });
  }
  const away = context.leaves.some((leave) => leave.to === null);
  plan.deadlines.forEach((deadline, index) => {
    const day = deadlineDay(plan, context, deadline);
    if (day !== null) moments.push({ day, deadline: index, credit: null, silent: false });
  });
  const gate = away ? null : exitGate(plan, context);
  const automatic = !away && movesByItself(plan, context);
  const watched = plan.monitors.map((_, m) => monitorCriteria(plan, context, m));
  for (const root of watched.flat()) addMarks(plan, context, root, false, moments);
  if (gate !== null) addMarks(plan, context, gate, !automatic, moments);
  for (const { gate: move } of plan.stage?.moves ?? [])
    if (move !== null) addMarks(plan, context, move, true, moments);
  const open = watched.filter((_, m) => !context.monitorWaits[m]).flat();
  if (automatic && gate !== null) open.push(gate);
  const holds = open.some((root) => evaluateCriterion(plan, context, root) === 'satisfied');
  if (holds || (automatic && gate === null)) moments.push(tomorrow(context));
  return moments.sort((a, b) => a.day - b.day || Number(a.deadline === null) - Number(b.deadline === null));
}

/** The day after the last one of an offer of a place that is open. */
function offerEnds({ waitlist }: EpisodeContext): DueMoment[] {
  if (!waitlist?.offer) return [];
  return [{ day: waitlist.offer.until + 1, deadline: null, credit: null, silent: false }];
}

function movesByItself(plan: Plan, context: EpisodeContext): boolean {
  const phase = plan.phases[context.phase];
  return phase?.automatic === true && phase.next.length > 0;
}

function tomorrow(context: EpisodeContext): DueMoment {
  return { day: (context.today ?? 0) + 1, deadline: null, credit: null, silent: false };
}

/** The day on which a deadline falls due (at its beginning), or null where it is not running. A monitor is moved by one deadline a day. */
export function deadlineDay(plan: Plan, context: EpisodeContext, deadline: PlanDeadline): number | null {
  if (context.monitors[deadline.monitor] !== deadline.state) return null;
  const today = context.today ?? 0;
  const entered = context.monitorEnteredOn[deadline.monitor] ?? 0;
  const earliest = entered + (context.monitorWaits[deadline.monitor] ? 1 : 0);
  const from = startOf(plan, context, deadline, entered);
  if (from === null) return null;
  if (deadline.clock === 'attended') {
    return clockDays(context, 'attended', from, today) >= deadline.days ? Math.max(today, earliest) : null;
  }
  const day = clockReaches(context, deadline.clock, from, deadline.days);
  return day === null ? null : Math.max(day, earliest);
}

/** How the day of a deadline follows from its clock, in words; null where it is not running. */
export function deadlineArithmetic(
  plan: Plan,
  context: EpisodeContext,
  deadline: PlanDeadline,
): string | null {
  const entered = context.monitorEnteredOn[deadline.monitor] ?? 0;
  const from = startOf(plan, context, deadline, entered);
  return from === null ? null : clockArithmetic(context, deadline.clock, from, deadline.days);
}

function startOf(
  plan: Plan,
  context: EpisodeContext,
  deadline: PlanDeadline,
  entered: number,
): number | null {
  const date = (counter: number) => context.counters[counter] as number | null;
  switch (deadline.since) {
    case 'state-entry':
      return entered;
    case 'last-contact':
      return sinceEntry(context, date(plan.common.lastContact));
    case 'last-attendance':
      return date(plan.common.lastAttended) ?? context.admittedOn;
    case 'phase-entry':
      return context.phaseEnteredOn;
    case 'admission':
      return context.admittedOn;
  }
}

/** A day, or that of the admission to the level of care where it is later: whoever moves there is seen that day. */
function sinceEntry({ admittedOn }: EpisodeContext, day: number | null): number | null {
  if (day === null || admittedOn === null) return day ?? admittedOn;
  return Math.max(day, admittedOn);
}

function monitorCriteria(plan: Plan, context: EpisodeContext, monitor: number): number[] {
  const state = plan.monitors[monitor]?.states[context.monitors[monitor] ?? 0];
  return (state?.transitions ?? []).flatMap(({ when }) => (when === null ? [] : [when]));
}

/** The days still to come on which a leaf that counts days changes between holding and not holding. */
function addMarks(
  plan: Plan,
  context: EpisodeContext,
  root: number,
  silent: boolean,
  moments: DueMoment[],
): void {
  const node = plan.criteria[root];
  if (!node) return;
  if (node.node !== 'compare') {
    const children = node.node === 'not' ? [node.of] : node.of;
    for (const child of children) addMarks(plan, context, child, silent, moments);
    return;
  }
  const day = turningDay(context, node);
  if (day !== null && day > (context.today ?? 0)) moments.push({ day, deadline: null, credit: null, silent });
}

/** The day on which a leaf that counts days turns, or one over a score becomes too old, if nothing else happens; null for other leaves. */
export function turningDay(
  context: EpisodeContext,
  node: Extract<PlanCriterion, { node: 'compare' }>,
): number | null {
  const days = node.value + (node.compare === 'at-most' ? 1 : 0);
  if (node.quantity.quantity === 'days-since') {
    const date = context.counters[node.quantity.counter];
    return typeof date === 'number' ? date + days : null;
  }
  if (node.quantity.quantity === 'value' || node.quantity.quantity === 'difference') {
    const { fresh } = node.quantity;
    const on = fresh && context.counters[fresh.on];
    return fresh !== undefined && typeof on === 'number' ? on + fresh.days + 1 : null;
  }
  if (node.quantity.quantity === 'fewest-a-week') return slidingDay(context, node);
  if (node.quantity.quantity === 'stay') {
    if (node.quantity.in === 'program' && node.quantity.clock === 'program')
      return programReaches(context, days);
    const from = node.quantity.in === 'phase' ? context.phaseEnteredOn : context.admittedOn;
    return from === null ? null : clockReaches(context, node.quantity.clock, from, days);
  }
  return null;
}

/** The next day on which a measure of the last weeks turns because they slide on. */
function slidingDay(
  context: EpisodeContext,
  node: Extract<PlanCriterion, { node: 'compare' }>,
): number | null {
  const { quantity, compare, value, today } = { ...node, today: context.today };
  if (quantity.quantity !== 'fewest-a-week' || today === null) return null;
  const holds = (day: number) => {
    const found = fewestAWeek({ ...context, today: day }, quantity.counter, quantity.weeks) ?? 0;
    return compare === 'at-least' ? found >= value : found <= value;
  };
  const now = holds(today);
  for (let day = today + 1; day <= today + 7 * quantity.weeks; day += 1) if (holds(day) !== now) return day;
  return null;
}
