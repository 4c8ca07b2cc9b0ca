import { type AnyStateMachine, assign, raise, type StateValue, setup } from 'xstate';
import { type Course, courseOf } from './course.ts';
import { type EpisodeContext, initialContext } from './episode-context.ts';
import { machineAssignments } from './machine-assignments.ts';
import { machineConfig } from './machine-config.ts';
import type { MachineEvent } from './machine-event.ts';
import { machineGuards } from './machine-guards.ts';
import type { Plan } from './plan.ts';

/** The XState machine of a plan. Its states come from data, so their names have no static type. */
export type EpisodeMachine = AnyStateMachine;

/** A state of an episode's machine: `value` to read from, `context` with the counters. */
export type EpisodeSnapshot = {
  readonly status: string;
  readonly value: StateValue;
  readonly context: EpisodeContext;
};

const machines = new WeakMap<Course, EpisodeMachine>();

/**
 * Builds the XState machine of a plan, or of a course of several stages. It is pure: days come with the events, nothing is delayed inside it.
 *
 * Use it with `transition(machine, snapshot, event)`, or run it as an actor of your own. The same object gives the
 * same machine.
 */
export function createEpisodeMachine(of: Plan | Course): EpisodeMachine {
  const course = courseOf(of);
  let machine = machines.get(course);
  if (!machine) {
    machine = build(course);
    machines.set(course, machine);
  }
  return machine;
}

function build(course: Course): EpisodeMachine {
  const { record, hear, enterPhase, enterMonitorState, enterStage, readmit, end, flag } =
    machineAssignments(course);
  return setup({
    types: { context: {} as EpisodeContext, events: {} as MachineEvent },
    guards: machineGuards(course),
    actions: {
      record: assign(record),
      hear: assign(hear),
      enterPhase: assign(enterPhase),
      enterMonitorState: assign(enterMonitorState),
      enterStage: assign(enterStage),
      readmit: assign(readmit),
      end: assign(end),
      flag: assign(flag),
      settle: raise(({ event }) => ({ type: 'DayBegan' as const, day: event.day, fact: 0 })),
      dischargeNow: raise(({ event }, params: { reason: 'dropped-out' }) => ({
        type: 'Discharged' as const,
        day: event.day,
        fact: event.fact,
        by: 'stepwell',
        discharge: params.reason,
      })),
    },
  }).createMachine({
    ...machineConfig(course),
    context: () => initialContext(course.stages[0]!.plan),
  } as never) as unknown as EpisodeMachine;
}
