import { afterEvent } from './after-event.ts';
import { bearsOn } from './bears-on.ts';
import { type Course, courseOf, stagePlan } from './course.ts';
import type { EpisodeContext } from './episode-context.ts';
import { evaluateCriterion } from './evaluate-criterion.ts';
import type { MachineEvent } from './machine-event.ts';
import { moveOverride, moveTruth } from './move-gate.ts';
import { gateOverride, gateTruth } from './phase-gate.ts';
import type { Plan } from './plan.ts';

type Arguments = { context: EpisodeContext; event: MachineEvent };

/** The guards of a course's machine. Each reads the tables of the present stage's plan; the explanations read the same ones. */
export function machineGuards(of: Plan | Course) {
  const course = courseOf(of);
  const planOf = ({ context }: Arguments) => stagePlan(course, context);
  const after = (args: Arguments) => afterEvent(planOf(args), args.context, args.event);
  return {
    /** The gate of the present phase is satisfied. */
    gateSatisfied: (args: Arguments) => gateTruth(planOf(args), after(args)) === 'satisfied',
    /** A decision moves on to this phase, and the gate lets it, or an override does. */
    mayAdvance: (args: Arguments, params: { to: string }) => {
      if (!goesTo(args.event, params.to)) return false;
      const context = after(args);
      return gateTruth(planOf(args), context) === 'satisfied' || gateOverride(context) !== undefined;
    },
    /** A decision moves on to this phase although its gate does not hold, and the program lets such decisions stand. */
    advanceStands: (args: Arguments, params: { to: string }) =>
      goesTo(args.event, params.to) && planOf(args).policies.advanceAfterCorrection === 'stands',
    returnsTo: (args: Arguments, params: { to: string }) => goesTo(args.event, params.to),
    placedIn: ({ event }: Arguments, params: { to: string }) =>
      event.type === 'PhasePlaced' && event.to === params.to,
    /** The last day of the offer of a place has passed. */
    offerIsOver: ({ context, event }: Arguments) =>
      context.waitlist?.offer != null && event.day > context.waitlist.offer.until,
    /** The leave began in this phase, and no decision moved the patient since. */
    leftFrom: ({ context }: Arguments, params: { phase: number }) =>
      context.leaves.find((leave) => leave.to === null)?.phase === params.phase,
    /** The admission names this stage of the pathway. */
    admittedTo: ({ event }: Arguments, params: { stage: string }) =>
      event.type === 'Admitted' && event.stage === params.stage,
    /** Another version of the pathway had moved the patient to this stage. */
    placedAtStage: ({ event }: Arguments, params: { stage: string }) =>
      event.type === 'StagePlaced' && event.stage === params.stage,
    /** A move to this stage whose criteria hold, or are overridden, or only advise. */
    mayMove: (args: Arguments, params: { stage: string }) => {
      const { event } = args;
      if (!('stage' in event) || event.stage !== params.stage) return false;
      const context = after(args);
      return (
        moveTruth(planOf(args), context, params.stage) === 'satisfied' ||
        moveOverride(context, params.stage) !== undefined
      );
    },
    /** A move to this stage although its criteria do not hold, where the program lets such decisions stand. */
    moveStands: (args: Arguments, params: { stage: string }) =>
      'stage' in args.event &&
      args.event.stage === params.stage &&
      planOf(args).policies.advanceAfterCorrection === 'stands',
    /** The patient was in this phase of this stage when he was discharged, and comes back in time. */
    mayReadmit: (args: Arguments, params: { stage: number; phase: number }) => {
      const { context, event } = args;
      const within = planOf(args).policies.readmissionWithinDays ?? null;
      return (
        context.stage === params.stage &&
        context.phase === params.phase &&
        context.ended !== null &&
        within !== null &&
        event.day - context.ended.on <= within
      );
    },
    /** The criterion of a monitor's way out holds; for a monitor that a deadline moved, only by what comes since. */
    criterionHolds: (args: Arguments, params: { criterion: number; monitor: number }) => {
      const plan = planOf(args);
      const holds = (context: EpisodeContext) =>
        evaluateCriterion(plan, context, params.criterion) === 'satisfied';
      if (!holds(after(args))) return false;
      if (!args.context.monitorWaits[params.monitor]) return true;
      return bearsOn(plan, args.event, params.criterion) || !holds(args.context);
    },
    deadlineReached: ({ event }: Arguments, params: { deadline: number }) =>
      event.type === 'DeadlineReached' && event.deadline === params.deadline,
    sessionsAttended: (args: Arguments, params: { track: number; sessions: number }) =>
      sessionsOf(planOf(args), after(args), params.track) >= params.sessions,
    sessionsBelow: (args: Arguments, params: { track: number; sessions: number }) =>
      sessionsOf(planOf(args), after(args), params.track) < params.sessions,
    /** A discharge for this reason whose ground holds, or which needs none. */
    dischargeGrounded: (args: Arguments, params: { reason: string }) =>
      dischargesFor(args.event, params.reason) && groundHolds(planOf(args), args.context, args.event),
    dischargeStands: (args: Arguments, params: { reason: string }) =>
      dischargesFor(args.event, params.reason) && planOf(args).policies.dischargeAfterCorrection === 'stands',
  };
}

function sessionsOf(plan: Plan, context: EpisodeContext, track: number): number {
  const set = context.counters[plan.tracks[track]?.counters.sessions ?? -1];
  return Array.isArray(set) ? set.length : 0;
}

function goesTo(event: MachineEvent, phase: string): boolean {
  return (event.type === 'PhaseAdvanced' || event.type === 'ReturnedToPhase') && event.to === phase;
}

function dischargesFor(event: MachineEvent, reason: string): boolean {
  return event.type === 'Discharged' && event.discharge === reason;
}

/** Whether the monitor state that a discharge names as its ground is the present one. */
function groundHolds(plan: Plan, context: EpisodeContext, event: MachineEvent): boolean {
  if (event.type !== 'Discharged' || event.ground === undefined) return true;
  return plan.monitors.some((monitor, m) => {
    const state = monitor.states[context.monitors[m] ?? 0];
    return state !== undefined && `${monitor.id}/${state.id}` === event.ground;
  });
}
