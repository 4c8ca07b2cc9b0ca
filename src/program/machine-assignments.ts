import type { DischargeReason } from '../curriculum/discharge-reason.ts';
import { afterEvent } from './after-event.ts';
import { resetPhaseCounters } from './apply-signals.ts';
import { beginDay } from './begin-day.ts';
import { type Course, stagePlan } from './course.ts';
import { enterStage } from './enter-stage.ts';
import type { EpisodeContext, ReviewFlag } from './episode-context.ts';
import type { MachineEvent } from './machine-event.ts';
import { gateOverride } from './phase-gate.ts';
import { keepPrivileges } from './privileges-kept.ts';

type Arguments = { context: EpisodeContext; event: MachineEvent };

/** What the actions of a course's machine do to its context. Pure functions of context, event and parameters. */
export function machineAssignments(course: Course) {
  return {
    /** Leaves one stage of the pathway and begins another. */
    enterStage: ({ context, event }: Arguments, params: { stage: number }): EpisodeContext =>
      enterStage(course, context, event, params.stage),

    /** Takes the patient back where he was when he was discharged; the days in between are like a leave. */
    readmit: ({ context, event }: Arguments): EpisodeContext => {
      const plan = stagePlan(course, context);
      const begun = beginDay(plan, context, event.day);
      const from = context.ended?.on ?? event.day;
      const away = { from, to: event.day, expectedReturn: null, planned: false, phase: context.phase };
      const seen = [plan.common.lastContact, plan.common.lastSeen];
      const counters = begun.counters.map((value, index) => (seen.includes(index) ? event.day : value));
      return { ...begun, counters, ended: null, leaves: [...begun.leaves, away] };
    },

    /** Takes the event into the counters, dates, leaves and tasks. */
    record: ({ context, event }: Arguments): EpisodeContext =>
      afterEvent(stagePlan(course, context), context, event),

    /** Hears of an event that does not apply: its day begins, and nothing is counted. */
    hear: ({ context, event }: Arguments): EpisodeContext =>
      beginDay(stagePlan(course, context), context, event.day),

    /** Enters a phase. An override of the gate of the one that is left is used up, so that it does not open it again on the same day. */
    enterPhase: ({ context, event }: Arguments, params: { phase: number }): EpisodeContext => {
      const day = event.day;
      const returned = event.type === 'ReturnedToPhase' || (event.type === 'PhasePlaced' && event.returned);
      const counters =
        context.phaseEnteredOn === null
          ? context.counters
          : resetPhaseCounters(stagePlan(course, context), context.counters, context.ofToday);
      const returns = context.returns.map((span) => (span.to === null ? { ...span, to: day } : span));
      return keepPrivileges(stagePlan(course, context), {
        ...context,
        counters,
        phase: params.phase,
        phaseEnteredOn: day,
        returned,
        overrides: context.overrides.filter((override) => override !== gateOverride(context)),
        stays: [...context.stays, { phase: params.phase, from: day, returned }],
        returns: returned ? [...returns, { from: day, to: null }] : returns,
      });
    },

    enterMonitorState: (
      { context, event }: Arguments,
      params: { monitor: number; state: number },
    ): EpisodeContext => {
      const plan = stagePlan(course, context);
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
      return keepPrivileges(plan, {
        ...context,
        monitors: context.monitors.map((s, m) => (m === monitor ? state : s)),
        monitorEnteredOn: context.monitorEnteredOn.map((d, m) => (m === monitor ? day : d)),
        monitorWaits: context.monitorWaits.map((w, m) => (m === monitor ? late : w)),
        tasks: [...kept, ...raised.filter((task) => !kept.some(({ id }) => id === task.id))],
      });
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
