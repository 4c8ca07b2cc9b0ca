import type { DischargeReason } from '../curriculum/discharge-reason.ts';
import { afterEvent } from './after-event.ts';
import { resetPhaseCounters } from './apply-signals.ts';
import { beginDay } from './begin-day.ts';
import type { EpisodeContext, ReviewFlag } from './episode-context.ts';
import type { MachineEvent } from './machine-event.ts';
import type { Plan } from './plan.ts';

type Arguments = { context: EpisodeContext; event: MachineEvent };

/** What the actions of a plan's machine do to its context. Pure functions of context, event and parameters. */
export function machineAssignments(plan: Plan) {
  return {
    /** Takes the event into the counters, dates, leaves and tasks. */
    record: ({ context, event }: Arguments): EpisodeContext => afterEvent(plan, context, event),

    /** Hears of an event that does not apply: its day begins, and nothing is counted. */
    hear: ({ context, event }: Arguments): EpisodeContext => beginDay(plan, context, event.day),

    enterPhase: ({ context, event }: Arguments, params: { phase: number }): EpisodeContext => {
      const day = event.day;
      const returned = event.type === 'ReturnedToPhase' || (event.type === 'PhasePlaced' && event.returned);
      const counters =
        context.phaseEnteredOn === null
          ? context.counters
          : resetPhaseCounters(plan, context.counters, context.ofToday);
      const returns = context.returns.map((span) => (span.to === null ? { ...span, to: day } : span));
      return {
        ...context,
        counters,
        phase: params.phase,
        phaseEnteredOn: day,
        returned,
        stays: [...context.stays, { phase: params.phase, from: day, returned }],
        returns: returned ? [...returns, { from: day, to: null }] : returns,
      };
    },

    enterMonitorState: (
      { context, event }: Arguments,
      params: { monitor: number; state: number },
    ): EpisodeContext => {
      const { monitor, state } = params;
      const day = event.day;
      const late = event.type === 'DeadlineReached' && plan.deadlines[event.deadline]?.monitor === monitor;
      const raised = (plan.monitors[monitor]?.states[state]?.tasks ?? []).map((task) => ({
        id: `${plan.monitors[monitor]?.id}/${plan.monitors[monitor]?.states[state]?.id}/${task.id}`,
        title: task.title,
        role: task.role,
        monitor,
        raisedOn: day,
        days: task.withinDays,
        clock: task.clock,
        closesWithState: task.closesWithState,
      }));
      const kept = context.tasks.filter((task) => task.monitor !== monitor || !task.closesWithState);
      return {
        ...context,
        monitors: context.monitors.map((s, m) => (m === monitor ? state : s)),
        monitorEnteredOn: context.monitorEnteredOn.map((d, m) => (m === monitor ? day : d)),
        monitorWaits: context.monitorWaits.map((w, m) => (m === monitor ? late : w)),
        tasks: [...kept, ...raised.filter((task) => !kept.some(({ id }) => id === task.id))],
      };
    },

    end: (
      { context, event }: Arguments,
      params: { reason: DischargeReason; graduated: boolean },
    ): EpisodeContext => ({
      ...context,
      ended: { reason: params.reason, on: event.day, graduated: params.graduated },
      tasks: [],
    }),

    flag: (
      { context, event }: Arguments,
      params: { code: ReviewFlag['code']; message: string },
    ): EpisodeContext => ({
      ...context,
      flags: [
        ...context.flags,
        { code: params.code, fact: event.fact, on: event.day, message: params.message },
      ],
    }),
  };
}
