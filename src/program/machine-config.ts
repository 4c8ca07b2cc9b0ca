import { DischargeReason } from '../curriculum/discharge-reason.ts';
import type { MachineEvent } from './machine-event.ts';
import type { Plan } from './plan.ts';

type Named = { type: string; params?: Record<string, unknown> };
type Transition = { target?: string; guard?: Named; actions?: Named[]; reenter?: boolean };

/** A state of the machine's configuration as plain JSON: names and parameters, no functions. */
export type StateConfig = {
  id?: string;
  type?: 'parallel' | 'history';
  history?: 'deep';
  initial?: { target: string; actions?: Named[] };
  states?: Record<string, StateConfig>;
  on?: Record<string, Transition[]>;
  description?: string;
};

/** The facts that a patient in treatment, present or on leave, may give rise to. */
export const RECORDED: readonly MachineEvent['type'][] = [
  'AttendanceRecorded',
  'MeetingUnrecorded',
  'DrugTestRecorded',
  'UseReported',
  'MutualHelpRecorded',
  'AssessmentRecorded',
  'HomeworkRecorded',
  'SignedOff',
  'ContactRecorded',
  'TaskCompleted',
  'GateOverridden',
  'CreditGranted',
  'CreditExpired',
  'CounselorAssigned',
  'NoteAdded',
  'DeadlineReached',
  'DayBegan',
];
const OUTSIDE: readonly MachineEvent['type'][] = [
  'AssessmentRecorded',
  'ContactRecorded',
  'TaskCompleted',
  'CounselorAssigned',
  'NoteAdded',
  'DayBegan',
];
const record: Named = { type: 'record' };
const hear: Named = { type: 'hear' };

/**
 * The statechart of a plan as plain JSON: it opens in a visualiser and can be written to a file.
 *
 * `referred`, then `active` with the level of care, in it side by side the record of facts, the phase, each track and
 * each monitor; `on-leave` with the phase left; `discharged` with the reason; `graduated`.
 */
export function machineConfig(plan: Plan): StateConfig & { id: string } {
  const ends = dischargeTransitions(plan);
  return {
    id: plan.curriculum.id,
    initial: { target: 'referred' },
    on: {
      '*': [
        {
          actions: [hear, flag('not-applicable', 'does not apply to where the patient stood on that day')],
        },
      ],
    },
    states: {
      referred: {
        on: {
          Referred: [{ actions: [record] }],
          ...recorded(OUTSIDE),
          Admitted: [{ target: '#active', actions: [record] }],
          Discharged: ends,
        },
      },
      active: {
        id: 'active',
        initial: { target: plan.levelOfCare.key },
        on: { Discharged: ends },
        states: {
          [plan.levelOfCare.key]: {
            id: 'level',
            type: 'parallel',
            description: plan.levelOfCare.name,
            states: regions(plan),
          },
          'where-left': { id: 'where-left', type: 'history', history: 'deep' },
        },
      },
      'on-leave': {
        id: 'on-leave',
        initial: { target: plan.phases[0]?.id ?? '' },
        on: {
          ...recorded(RECORDED),
          LeaveEnded: [{ target: '#where-left', actions: [record, { type: 'settle' }] }],
          PhaseAdvanced: [{ actions: [hear, flag('advance-withdrawn', DECIDED_ON_LEAVE)] }],
          ReturnedToPhase: [{ actions: [hear, flag('not-applicable', DECIDED_ON_LEAVE)] }],
          Discharged: ends,
        },
        states: Object.fromEntries(
          plan.phases.filter((p) => p.final === null).map((p) => [p.id, { id: `on-leave-${p.id}` }]),
        ),
      },
      discharged: {
        id: 'discharged',
        initial: { target: 'other' },
        on: recorded(OUTSIDE),
        states: Object.fromEntries(
          DischargeReason.options.map((reason) => [reason, { id: `discharged-${reason}` }]),
        ),
      },
      graduated: { id: 'graduated', on: recorded(OUTSIDE) },
    },
  };
}

const DECIDED_ON_LEAVE = 'was decided on a day on which the patient was on leave; it is withdrawn';

function regions(plan: Plan): Record<string, StateConfig> {
  return {
    record: {
      initial: { target: 'open' },
      states: {
        open: {
          on: recorded([...RECORDED, 'PhaseAdvanced', 'ReturnedToPhase', 'PhasePlaced', 'LeaveStarted']),
        },
      },
    },
    phase: {
      initial: { target: plan.phases[0]?.id ?? '', actions: [{ type: 'enterPhase', params: { phase: 0 } }] },
      states: Object.fromEntries(
        plan.phases.flatMap((phase, p) => (phase.final === null ? [[phase.id, phaseState(plan, p)]] : [])),
      ),
    },
    tracks: {
      type: 'parallel',
      states: Object.fromEntries(plan.tracks.map((track, t) => [track.id, trackRegion(plan, t)])),
    },
    ...(plan.monitors.length === 0
      ? {}
      : {
          monitors: {
            type: 'parallel' as const,
            states: Object.fromEntries(
              plan.monitors.map((monitor, m) => [monitor.id, monitorRegion(plan, m)]),
            ),
          },
        }),
  };
}

function phaseState(plan: Plan, p: number): StateConfig {
  const phase = plan.phases[p]!;
  const go = (to: number, guard: Named, extra: Named[] = []): Transition => {
    const target = plan.phases[to]!;
    if (target.final === 'completed')
      return { guard, target: '#graduated', actions: [enter(to), ended('completed', true), ...extra] };
    if (target.final === 'transferred')
      return {
        guard,
        target: '#discharged-transferred',
        actions: [enter(to), ended('transferred', false), ...extra],
      };
    return { guard, target: `#phase-${target.id}`, actions: [enter(to), ...extra] };
  };
  const advance = phase.next.flatMap((to) => {
    const params = { to: plan.phases[to]!.id };
    return [
      go(to, { type: 'mayAdvance', params }),
      go(to, { type: 'advanceStands', params }, [
        flag(
          'advance-without-gate',
          `the gate of ${phase.title} does not hold; the advance stands and is to be reviewed`,
        ),
      ]),
    ];
  });
  const withdrawn = {
    actions: [
      flag(
        'advance-withdrawn',
        `the gate of ${phase.title} does not hold, or the phase named does not follow it; the advance is withdrawn`,
      ),
    ],
  };
  const automatic =
    phase.automatic && phase.next[0] !== undefined ? go(phase.next[0], { type: 'gateSatisfied' }) : null;
  return {
    id: `phase-${phase.id}`,
    description: phase.title,
    on: {
      PhaseAdvanced: [...advance, withdrawn],
      ReturnedToPhase: [
        ...phase.returnsTo.map((to) => go(to, { type: 'returnsTo', params: { to: plan.phases[to]!.id } })),
        { actions: [flag('not-applicable', `there is no return from ${phase.title} to the phase named`)] },
      ],
      PhasePlaced: plan.phases.flatMap((other, to) =>
        to === p ? [] : [go(to, { type: 'placedIn', params: { to: other.id } })],
      ),
      LeaveStarted: [{ target: `#on-leave-${phase.id}` }],
      ...(automatic ? Object.fromEntries(RECORDED.map((type) => [type, [automatic]])) : {}),
    },
  };
}

/** A track moves on with what is attended or credited, and back where a credit expires; what came during a leave shows with the return. */
function trackRegion(plan: Plan, t: number): StateConfig {
  const required = plan.tracks[t]!.required;
  const when = (type: string, sessions: number, target: string): Transition => ({
    guard: { type, params: { track: t, sessions } },
    target,
  });
  const complete = required > 0 ? [when('sessionsAttended', required, 'completed')] : [];
  const begun = when('sessionsAttended', 1, 'underway');
  const empty = when('sessionsBelow', 1, 'not-started');
  const forward = (transitions: Transition[]) => ({
    AttendanceRecorded: transitions,
    CreditGranted: transitions,
  });
  return {
    initial: { target: 'not-started' },
    states: {
      'not-started': {
        on: { ...forward([...complete, begun]), DayBegan: [...complete, begun] },
      },
      underway: {
        on: { ...forward(complete), CreditExpired: [empty], DayBegan: [empty, ...complete] },
      },
      ...(required > 0 ? { completed: { on: lessThan(required) } } : {}),
    },
  };

  function lessThan(sessions: number): Record<string, Transition[]> {
    const back = [empty, when('sessionsBelow', sessions, 'underway')];
    return { CreditExpired: back, DayBegan: back };
  }
}

function monitorRegion(plan: Plan, m: number): StateConfig {
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

function dischargeTransitions(plan: Plan): Transition[] {
  const to = (reason: DischargeReason, guard: string, extra: Named[]): Transition => ({
    guard: { type: guard, params: { reason } },
    target: `#discharged-${reason}`,
    actions: [record, ended(reason, false), ...extra],
  });
  const stands = flag(
    'discharge-without-ground',
    'what the discharge rested on has changed; it stands and is to be reviewed',
  );
  const withdrawn = flag('discharge-withdrawn', 'what the discharge rested on has changed; it is withdrawn');
  return [
    ...DischargeReason.options.map((reason) => to(reason, 'dischargeGrounded', [])),
    ...(plan.policies.dischargeAfterCorrection === 'stands'
      ? DischargeReason.options.map((reason) => to(reason, 'dischargeStands', [stands]))
      : []),
    { actions: [hear, withdrawn] },
  ];
}

function recorded(types: readonly string[]): Record<string, Transition[]> {
  return Object.fromEntries(types.map((type) => [type, [{ actions: [record] }]]));
}

const enter = (phase: number): Named => ({ type: 'enterPhase', params: { phase } });
const ended = (reason: DischargeReason, graduated: boolean): Named => ({
  type: 'end',
  params: { reason, graduated },
});
const flag = (code: string, message: string): Named => ({ type: 'flag', params: { code, message } });
