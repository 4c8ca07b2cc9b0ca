import { advanceIncentives } from './advance-incentives.ts';
import { advanceTakeHome } from './advance-take-home.ts';
import { afterWaitlistEvent } from './after-waitlist-event.ts';
import { applySignals } from './apply-signals.ts';
import { beginDay } from './begin-day.ts';
import type { CounterValue, EpisodeContext } from './episode-context.ts';
import type { MachineEvent } from './machine-event.ts';
import type { Plan } from './plan.ts';
import { keepPrivileges } from './privileges-kept.ts';

const memory = new WeakMap<MachineEvent, { plan: Plan; before: EpisodeContext; after: EpisodeContext }>();

/**
 * The context after an event, as far as it does not depend on which state is entered. Pure.
 *
 * Guards look at this and not at the context before, so that the fact that satisfies a gate opens it at once.
 * The answer for the same event and context is remembered, because every region's guards ask for it.
 */
export function afterEvent(plan: Plan, context: EpisodeContext, event: MachineEvent): EpisodeContext {
  const known = memory.get(event);
  if (known && known.before === context && known.plan === plan) return known.after;
  const after = compute(plan, context, event);
  memory.set(event, { plan, before: context, after });
  return after;
}

function compute(plan: Plan, context: EpisodeContext, event: MachineEvent): EpisodeContext {
  const begun = beginDay(plan, context, event.day);
  const counters = applySignals(plan, begun.counters, event);
  const ofToday = applySignals(plan, begun.ofToday, event);
  const waitlist = afterWaitlistEvent(begun.waitlist, event);
  const told = { ...begun, counters, ofToday, waitlist, attendedDates: attendedDates(plan, begun, counters) };
  const next = advanceTakeHome(plan, advanceIncentives(plan, told, event), event);
  switch (event.type) {
    case 'PrivilegeGranted':
      return keepPrivileges(plan, next);
    case 'Admitted':
      return admitted(plan, next, event);
    case 'AttendanceRecorded':
    case 'MeetingUnrecorded': {
      if (event.type === 'AttendanceRecorded' && event.makeUp) return next;
      const track = plan.tracks.findIndex((t) => t.id === event.track);
      return { ...next, metToday: [...next.metToday, track] };
    }
    case 'TaskCompleted':
      return {
        ...next,
        tasks: next.tasks.filter((task) => task.id !== event.task),
        flags: next.flags.filter((flag) => `review/${flag.fact}` !== event.task),
      };
    case 'GateOverridden': {
      const phase = plan.phases.findIndex((p) => p.id === event.phase);
      const stage = event.stage === undefined ? {} : { stage: event.stage };
      const override = { phase, ...stage, fact: event.fact, on: event.day, expiresOn: event.expiresOn };
      return { ...next, overrides: [...next.overrides, override] };
    }
    case 'CreditGranted': {
      const { fact, track, sessions, expiresOn } = event;
      return { ...next, credits: [...next.credits, { fact, track, sessions, expiresOn }] };
    }
    case 'CreditExpired':
      return {
        ...next,
        credits: next.credits.filter(
          ({ fact, track, expiresOn }) =>
            fact !== event.credit || track !== event.track || expiresOn !== event.expiresOn,
        ),
      };
    case 'MeetingChanged':
      return {
        ...next,
        meetingChanges: [...(next.meetingChanges ?? []), event.change],
      };
    case 'CycleFollowed':
      return { ...next, cycleStarts: { ...next.cycleStarts, [event.track]: event.cycleStart } };
    case 'StayExtended': {
      const { of, until, fact } = event;
      return { ...next, extensions: [...next.extensions, { of, until, fact }] };
    }
    case 'ClinicClosed': {
      const { from, to, reason } = event;
      return { ...next, closures: [...(next.closures ?? []), { from, to, title: reason ?? 'closed' }] };
    }
    case 'LeaveStarted': {
      const leave = {
        from: event.day,
        to: null,
        expectedReturn: event.expectedReturn,
        planned: event.planned,
        phase: next.phase,
      };
      return { ...next, leaves: [...next.leaves, leave] };
    }
    case 'LeaveEnded':
    case 'Discharged':
      return {
        ...next,
        leaves: next.leaves.map((leave) => (leave.to === null ? { ...leave, to: event.day } : leave)),
      };
    default:
      return next;
  }
}

function attendedDates(
  plan: Plan,
  context: EpisodeContext,
  counters: readonly CounterValue[],
): readonly number[] {
  const day = context.today;
  if (day === null || counters[plan.common.lastAttended] !== day) return context.attendedDates;
  if (context.attendedDates.at(-1) === day) return context.attendedDates;
  return [...context.attendedDates, day];
}

function admitted(
  plan: Plan,
  context: EpisodeContext,
  event: Extract<MachineEvent, { type: 'Admitted' }>,
): EpisodeContext {
  const counters = [...context.counters];
  if (event.lastUseOn !== null) counters[plan.common.abstinentSince] = event.lastUseOn;
  const stages =
    context.stages.length === 0
      ? [{ stage: context.stage, from: event.day, fact: event.fact }]
      : context.stages;
  return { ...context, counters, admittedOn: event.day, cycleStarts: event.cycleStarts, stages };
}
