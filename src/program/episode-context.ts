import type { DischargeReason } from '../curriculum/discharge-reason.ts';
import type { Clock } from '../curriculum/duration.ts';
import type { IncentiveState } from './incentive-state.ts';
import type { MeetingChange } from './meeting-change.ts';
import type { Plan } from './plan.ts';
import type { PlanClosure } from './plan-dose.ts';
import type { TakeHomeState } from './take-home-state.ts';
import type { WaitlistPlace } from './waitlist-place.ts';

/** A counter's value: a number, a day number or score that may be unknown, or a set of session numbers in order. */
export type CounterValue = number | null | readonly number[];

/** Work that a monitor raised and nobody has done yet. Days are day numbers. */
export type OpenTask = {
  readonly id: string;
  readonly title: string;
  readonly role: string;
  readonly monitor: number;
  readonly raisedOn: number;
  /** It is due so many days on this clock after it was raised. */
  readonly days: number;
  readonly clock: Clock;
  readonly closesWithState: boolean;
};

/** Something that a person should look at again, because facts it rests on have changed or are missing. */
export type ReviewFlag = {
  readonly code:
    | 'advance-without-gate'
    | 'advance-withdrawn'
    | 'advance-on-leave'
    | 'move-without-gate'
    | 'move-withdrawn'
    | 'discharge-without-ground'
    | 'discharge-withdrawn'
    | 'take-home-beyond'
    | 'not-applicable';
  /** The number of the event concerned. */
  readonly fact: number;
  readonly on: number;
  readonly message: string;
};

/** A stretch of days; `to` is the first day after it, or null while it lasts. */
export type DaySpan = { readonly from: number; readonly to: number | null };

/**
 * What the machine knows beside its state: counters, dates, leaves, open work. Plain JSON; days are day numbers.
 *
 * `phase` and `monitors` repeat what the state value says, as indexes into the plan, so that guards can read them.
 */
export type EpisodeContext = {
  readonly planHash: string;
  /** Index of the present stage in the course; 0 for a curriculum alone. */
  readonly stage: number;
  /** The stages entered so far, with the number of the event that led there. */
  readonly stages: readonly { readonly stage: number; readonly from: number; readonly fact: number }[];
  /** The day up to which the episode has been told; null before the first fact. */
  readonly today: number | null;
  readonly counters: readonly CounterValue[];
  /** The counters as they were when `today` began. */
  readonly morning: readonly CounterValue[];
  /** The counters as if nothing had been known before `today`: a phase that is entered today begins with them. */
  readonly ofToday: readonly CounterValue[];
  /** The day on which the present stage began: the admission, or the move that led to it. */
  readonly admittedOn: number | null;
  readonly phase: number;
  readonly phaseEnteredOn: number | null;
  /** True while the patient is in a phase to which he was sent back. */
  readonly returned: boolean;
  readonly stays: readonly { readonly phase: number; readonly from: number; readonly returned: boolean }[];
  /** Stretches spent in phases returned to; the program week stands still in them. */
  readonly returns: readonly DaySpan[];
  readonly leaves: readonly (DaySpan & {
    readonly expectedReturn: number | null;
    readonly planned: boolean;
    /** The phase in which it began. */
    readonly phase: number;
  })[];
  readonly attendedDates: readonly number[];
  readonly monitors: readonly number[];
  readonly monitorEnteredOn: readonly number[];
  /** True for a monitor that a deadline moved: what held before that does not move it on with the next day, only what comes. */
  readonly monitorWaits: readonly boolean[];
  readonly cycleStarts: Readonly<Record<string, number>>;
  /** Tracks (by index) at which something was recorded on `today`. */
  readonly metToday: readonly number[];
  readonly tasks: readonly OpenTask[];
  readonly overrides: readonly {
    readonly phase: number;
    /** The stage to which the move is overridden; absent for the gate to the next phase. */
    readonly stage?: string;
    readonly fact: number;
    readonly on: number;
    readonly expiresOn: number | null;
  }[];
  /** Stays that were prolonged, with the last day granted. */
  readonly extensions: readonly {
    readonly of: 'phase' | 'stage';
    readonly until: number;
    readonly fact: number;
  }[];
  /** Sessions credited for treatment elsewhere, for as long as the credit lasts. */
  readonly credits: readonly {
    readonly fact: number;
    readonly track: string;
    readonly sessions: readonly number[];
    readonly expiresOn: number | null;
  }[];
  /** The place on a waitlist, before the admission; null where the patient is on none. */
  readonly waitlist: WaitlistPlace | null;
  readonly flags: readonly ReviewFlag[];
  /** Meetings of the own calendar that are called off or moved; absent before the first. */
  readonly meetingChanges?: readonly MeetingChange[];
  /** The rewards of `Plan.incentives`, in their order; absent before the first. */
  readonly incentives?: readonly IncentiveState[];
  /** Days on which the clinic was closed, beside those of the plan; absent before the first. */
  readonly closures?: readonly PlanClosure[];
  /** The doses at home; absent before the first, and before anything took doses away. */
  readonly takeHome?: TakeHomeState;
  readonly ended: {
    readonly reason: DischargeReason;
    readonly on: number;
    readonly graduated: boolean;
  } | null;
};

/** The counters before anything is known. */
export function initialCounters(plan: Plan): CounterValue[] {
  return plan.counters.map(
    (c): CounterValue => (c.kind === 'set' || c.kind === 'days' ? [] : c.kind === 'number' ? 0 : null),
  );
}

/** The context before anything is known. */
export function initialContext(plan: Plan): EpisodeContext {
  const counters = initialCounters(plan);
  return {
    planHash: plan.hash,
    stage: 0,
    stages: [],
    today: null,
    counters,
    morning: counters,
    ofToday: counters,
    admittedOn: null,
    phase: 0,
    phaseEnteredOn: null,
    returned: false,
    stays: [],
    returns: [],
    leaves: [],
    attendedDates: [],
    monitors: plan.monitors.map(() => 0),
    monitorEnteredOn: plan.monitors.map(() => 0),
    monitorWaits: plan.monitors.map(() => false),
    cycleStarts: {},
    metToday: [],
    tasks: [],
    overrides: [],
    extensions: [],
    credits: [],
    waitlist: null,
    flags: [],
    ended: null,
  };
}
