import { type AnyStateMachine, assign, raise, type StateValue, setup } from 'xstate';
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

const machines = new WeakMap<Plan, EpisodeMachine>();

/**
 * Builds the XState machine of a plan. It is pure: days come with the events, nothing is delayed inside it.
 *
 * Use it with `transition(machine, snapshot, event)`, or run it as an actor of your own. The same plan object gives the
 * same machine.
 */
export function createEpisodeMachine(plan: Plan): EpisodeMachine {
  let machine = machines.get(plan);
  if (!machine) {
    machine = build(plan);
    machines.set(plan, machine);
  }
  return machine;
}

function build(plan: Plan): EpisodeMachine {
  const { record, hear, enterPhase, enterMonitorState, end, flag } = machineAssignments(plan);
  return setup({
    types: { context: {} as EpisodeContext, events: {} as MachineEvent },
    guards: machineGuards(plan),
    actions: {
      record: assign(record),
      hear: assign(hear),
      enterPhase: assign(enterPhase),
      enterMonitorState: assign(enterMonitorState),
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
    ...machineConfig(plan),
    context: () => initialContext(plan),
  } as never) as unknown as EpisodeMachine;
}
