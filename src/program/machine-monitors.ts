import { RECORDED } from './machine-facts.ts';
import type { Named, StateConfig, Transition } from './machine-state-config.ts';
import type { Plan } from './plan.ts';

/** The region of a monitor: it moves when a criterion holds after a fact, or when a deadline is reached; on leave, too. */
export function monitorRegion(plan: Plan, m: number): StateConfig {
  const monitor = plan.monitors[m]!;
  const enterState = (state: number): Named[] => {
    const entered: Named = { type: 'enterMonitorState', params: { monitor: m, state } };
    const discharge = monitor.states[state]!.discharge;
    return discharge?.automatic
      ? [entered, { type: 'dischargeNow', params: { reason: discharge.reason } }]
      : [entered];
  };
  const states = monitor.states.map((state): [string, StateConfig] => {
    const transitions = state.transitions.map(
      (transition): Transition => ({
        guard:
          transition.when !== null
            ? { type: 'criterionHolds', params: { criterion: transition.when, monitor: m } }
            : { type: 'deadlineReached', params: { deadline: transition.deadline ?? -1 } },
        target: monitor.states[transition.to]!.id,
        actions: enterState(transition.to),
      }),
    );
    const config: StateConfig = { description: state.title };
    if (transitions.length > 0) config.on = Object.fromEntries(RECORDED.map((type) => [type, transitions]));
    return [state.id, config];
  });
  return {
    initial: { target: monitor.states[0]!.id, actions: enterState(0) },
    states: Object.fromEntries(states),
  };
}
