import { RECORDED } from './machine-facts.ts';
import {
  ended,
  flag,
  type Named,
  RECORD,
  type StateConfig,
  type Transition,
} from './machine-state-config.ts';
import type { Plan } from './plan.ts';

/** Names the states of a stage, so that they are unique in the machine. */
export type StateId = (kind: string, id: string) => string;

/**
 * The region of the phase. In it the patient is present in a phase, or on leave from one; a return goes by history to
 * where he was, unless a decision that stands moved him in the meantime.
 */
export function phaseRegion(plan: Plan, id: StateId): StateConfig {
  const phases = plan.phases.flatMap((phase, p) => (phase.final === null ? [{ phase, p }] : []));
  return {
    initial: { target: 'present' },
    states: {
      present: {
        initial: {
          target: plan.phases[0]?.id ?? '',
          actions: [{ type: 'enterPhase', params: { phase: 0 } }],
        },
        states: {
          ...Object.fromEntries(phases.map(({ phase, p }) => [phase.id, presentIn(plan, id, p)])),
          'where-left': { id: id('leave', 'where-left'), type: 'history', history: 'shallow' },
        },
      },
      'on-leave': {
        initial: { target: plan.phases[0]?.id ?? '' },
        states: Object.fromEntries(phases.map(({ phase, p }) => [phase.id, onLeaveFrom(plan, id, p)])),
      },
    },
  };
}

function presentIn(plan: Plan, id: StateId, p: number): StateConfig {
  const phase = plan.phases[p]!;
  const withoutGate = flag(
    'advance-without-gate',
    `the gate of ${phase.title} does not hold; the advance stands and is to be reviewed`,
  );
  const withdrawn = flag(
    'advance-withdrawn',
    `the gate of ${phase.title} does not hold, or the phase named does not follow it; the advance is withdrawn`,
  );
  const noReturn = flag('not-applicable', `there is no return from ${phase.title} to the phase named`);
  const next = phase.next[0];
  const automatic =
    phase.automatic && next !== undefined ? go(plan, id, 'phase', next, { type: 'gateSatisfied' }) : null;
  return {
    id: id('phase', phase.id),
    description: phase.title,
    on: {
      PhaseAdvanced: [
        ...phase.next.flatMap((to) => {
          const params = { to: plan.phases[to]!.id };
          return [
            go(plan, id, 'phase', to, { type: 'mayAdvance', params }),
            go(plan, id, 'phase', to, { type: 'advanceStands', params }, [withoutGate]),
          ];
        }),
        { actions: [withdrawn] },
      ],
      ReturnedToPhase: [...returns(plan, id, 'phase', p, 'returnsTo'), { actions: [noReturn] }],
      PhasePlaced: placements(plan, id, 'phase', p),
      LeaveStarted: [{ target: `#${id('on-leave', phase.id)}`, actions: [RECORD] }],
      ...(automatic ? Object.fromEntries(RECORDED.map((type) => [type, [automatic]])) : {}),
    },
  };
}

/** On leave nobody is moved by a gate. A decision made on a day that turned out to be one of leave stands or is withdrawn, by policy. */
function onLeaveFrom(plan: Plan, id: StateId, p: number): StateConfig {
  const phase = plan.phases[p]!;
  const stands = flag(
    'advance-on-leave',
    'was decided on a day on which the patient was on leave; it stands and is to be reviewed',
  );
  const withdrawn = flag(
    'advance-withdrawn',
    'was decided on a day on which the patient was on leave; it is withdrawn',
  );
  const back = { actions: [RECORD, { type: 'settle' }] };
  return {
    id: id('on-leave', phase.id),
    description: `On leave from ${phase.title}`,
    on: {
      PhaseAdvanced: [
        ...phase.next.map((to) =>
          go(plan, id, 'on-leave', to, { type: 'advanceStands', params: { to: plan.phases[to]!.id } }, [
            stands,
          ]),
        ),
        { actions: [withdrawn] },
      ],
      ReturnedToPhase: [
        ...returns(plan, id, 'on-leave', p, 'advanceStands', [stands]),
        { actions: [withdrawn] },
      ],
      PhasePlaced: placements(plan, id, 'on-leave', p),
      LeaveEnded: [
        {
          guard: { type: 'leftFrom', params: { phase: p } },
          target: `#${id('leave', 'where-left')}`,
          ...back,
        },
        { target: `#${id('phase', phase.id)}`, ...back },
      ],
    },
  };
}

function returns(
  plan: Plan,
  id: StateId,
  kind: 'phase' | 'on-leave',
  p: number,
  guard: string,
  extra: Named[] = [],
): Transition[] {
  return plan.phases[p]!.returnsTo.map((to) =>
    go(plan, id, kind, to, { type: guard, params: { to: plan.phases[to]!.id } }, extra),
  );
}

function placements(plan: Plan, id: StateId, kind: 'phase' | 'on-leave', p: number): Transition[] {
  return plan.phases.flatMap((other, to) =>
    to === p ? [] : [go(plan, id, kind, to, { type: 'placedIn', params: { to: other.id } })],
  );
}

function go(
  plan: Plan,
  id: StateId,
  kind: 'phase' | 'on-leave',
  to: number,
  guard: Named,
  extra: Named[] = [],
): Transition {
  const phase = plan.phases[to]!;
  const enter: Named = { type: 'enterPhase', params: { phase: to } };
  if (phase.final === 'completed')
    return { guard, target: '#graduated', actions: [enter, ended('completed', true), ...extra] };
  if (phase.final === 'transferred')
    return {
      guard,
      target: '#discharged-transferred',
      actions: [enter, ended('transferred', false), ...extra],
    };
  return { guard, target: `#${id(kind, phase.id)}`, actions: [enter, ...extra] };
}
