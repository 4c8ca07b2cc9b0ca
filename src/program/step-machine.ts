import { type AnyActorScope, createActor } from 'xstate';
import type { Course } from './course.ts';
import { createEpisodeMachine, type EpisodeMachine, type EpisodeSnapshot } from './create-machine.ts';
import type { EpisodeContext } from './episode-context.ts';
import { isSameState } from './is-same-state.ts';
import type { MachineEvent } from './machine-event.ts';
import type { Plan } from './plan.ts';

const scopes = new WeakMap<EpisodeMachine, AnyActorScope>();

/**
 * The state of a plan's machine after one event. Pure: the same as `transition(machine, snapshot, event)` of XState, which a
 * test holds; that builds an actor for each call, and this one for each machine. An event that moves nothing, such as the second
 * note of a day, gives back the very same state.
 */
export function stepMachine(
  of: Plan | Course,
  snapshot: EpisodeSnapshot,
  event: MachineEvent,
): EpisodeSnapshot {
  const machine = createEpisodeMachine(of);
  let scope = scopes.get(machine);
  if (!scope) {
    scope = inertScope(machine);
    scopes.set(machine, scope);
  }
  const after = machine.transition(snapshot as never, event as never, scope) as unknown as EpisodeSnapshot;
  const names = Object.keys(after.context) as (keyof EpisodeContext)[];
  const still = names.every((name) => after.context[name] === snapshot.context[name]);
  return still && isSameState(snapshot, after) ? snapshot : after;
}

/** A scope in which nothing is carried out: all actions of these machines assign or raise. */
function inertScope(machine: EpisodeMachine): AnyActorScope {
  const self = createActor(machine);
  const nothing = () => {};
  return {
    self,
    id: self.id,
    sessionId: self.sessionId,
    system: self.system as AnyActorScope['system'],
    logger: nothing,
    defer: nothing,
    emit: nothing,
    stopChild: nothing,
    actionExecutor: nothing,
  };
}
