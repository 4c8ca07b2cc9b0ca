import { afterEvent } from './after-event.ts';
import { bearsOn } from './bears-on.ts';
import type { EpisodeContext } from './episode-context.ts';
import { evaluateCriterion } from './evaluate-criterion.ts';
import type { MachineEvent } from './machine-event.ts';
import { gateOverride, gateTruth } from './phase-gate.ts';
import type { Plan } from './plan.ts';

type Arguments = { context: EpisodeContext; event: MachineEvent };

/** The guards of a plan's machine. Each reads the plan's tables; the explanations read the same ones. */
export function machineGuards(plan: Plan) {
  const after = ({ context, event }: Arguments) => afterEvent(plan, context, event);
  return {
    /** The gate of the present phase is satisfied. */
    gateSatisfied: (args: Arguments) => gateTruth(plan, after(args)) === 'satisfied',
    /** A decision moves on to this phase, and the gate lets it, or an override does. */
    mayAdvance: (args: Arguments, params: { to: string }) => {
      if (!goesTo(args.event, params.to)) return false;
      const context = after(args);
      return gateTruth(plan, context) === 'satisfied' || gateOverride(context) !== undefined;
    },
    /** A decision moves on to this phase although its gate does not hold, and the program lets such decisions stand. */
    advanceStands: (args: Arguments, params: { to: string }) =>
      goesTo(args.event, params.to) && plan.policies.advanceAfterCorrection === 'stands',
    returnsTo: (args: Arguments, params: { to: string }) => goesTo(args.event, params.to),
    placedIn: ({ event }: Arguments, params: { to: string }) =>
      event.type === 'PhasePlaced' && event.to === params.to,
    /** The criterion of a monitor's way out holds; for a monitor that a deadline moved, only by what comes since. */
    criterionHolds: (args: Arguments, params: { criterion: number; monitor: number }) => {
      const holds = (context: EpisodeContext) =>
        evaluateCriterion(plan, context, params.criterion) === 'satisfied';
      if (!holds(after(args))) return false;
      if (!args.context.monitorWaits[params.monitor]) return true;
      return bearsOn(plan, args.event, params.criterion) || !holds(args.context);
    },
    deadlineReached: ({ event }: Arguments, params: { deadline: number }) =>
      event.type === 'DeadlineReached' && event.deadline === params.deadline,
    sessionsAttended: (args: Arguments, params: { track: number; sessions: number }) =>
      sessionsOf(plan, after(args), params.track) >= params.sessions,
    sessionsBelow: (args: Arguments, params: { track: number; sessions: number }) =>
      sessionsOf(plan, after(args), params.track) < params.sessions,
    /** A discharge for this reason whose ground holds, or which needs none. */
    dischargeGrounded: (args: Arguments, params: { reason: string }) =>
      dischargesFor(args.event, params.reason) && groundHolds(plan, args.context, args.event),
    dischargeStands: (args: Arguments, params: { reason: string }) =>
      dischargesFor(args.event, params.reason) && plan.policies.dischargeAfterCorrection === 'stands',
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
