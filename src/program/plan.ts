import type { CriterionLeaf } from '../curriculum/criterion.ts';
import type { DischargeReason } from '../curriculum/discharge-reason.ts';
import type { Clock } from '../curriculum/duration.ts';
import type { Eligibility } from '../curriculum/eligibility.ts';
import type { DeadlineStart } from '../curriculum/monitor.ts';
import type { SessionOrder } from '../curriculum/track.ts';
import type { WeekRange } from '../curriculum/weeks.ts';
import type { PlanContinuedStay } from './plan-continued-stay.ts';
import type { PlanClosure, PlanDose } from './plan-dose.ts';
import type { PlanIncentive } from './plan-incentive.ts';
import type { PlanPrivilege } from './plan-privilege.ts';
import type { PlanStage } from './plan-stage.ts';
import type { PlanTakeHome } from './plan-take-home.ts';

/**
 * One thing that is counted about a patient.
 *
 * `number` starts at its `initial`; `date` is a day number (days since 1970-01-01) or null while unknown;
 * `score` is a number or null while unknown; `set` holds session numbers, `days` the day numbers of what was noted, each as often as it was.
 * With scope `phase` it starts again when a phase is entered; facts of the day of entry count for both phases.
 */
export type PlanCounter = {
  readonly name: string;
  readonly kind: 'number' | 'date' | 'score' | 'set' | 'days';
  readonly scope: 'admission' | 'phase';
};

/** What one fact does to one counter. Counters are named by their index in `Plan.counters`. */
export type PlanOperation =
  | { readonly op: 'add'; readonly counter: number; readonly amount: number }
  | { readonly op: 'add-minutes'; readonly counter: number }
  | { readonly op: 'set'; readonly counter: number; readonly value: number }
  | {
      readonly op: 'set-date' | 'set-date-once' | 'set-score' | 'set-score-once' | 'clear';
      readonly counter: number;
    }
  | { readonly op: 'mark' | 'unmark' | 'note-day'; readonly counter: number }
  | { readonly op: 'count-day'; readonly counter: number; readonly last: number };

/**
 * The operations that a kind of fact has on the counters. `signal` names the kind of fact:
 * `attendance/<status>/<track>`, `test/<result>`, `use`, `contact`, `mutual-help`, `homework`,
 * `score/<instrument>`, `sign-off/<role>/<subject>`, `admission`.
 */
export type PlanEffect = { readonly signal: string; readonly operations: readonly PlanOperation[] };

/** A score says nothing any more when so many days have passed since the day in a counter. */
export type PlanFreshness = { readonly on: number; readonly days: number };

/** What a criterion measures, over counters. `pending` counts meetings without a record, which may turn out either way. */
export type PlanQuantity =
  | { readonly quantity: 'sum'; readonly counters: readonly number[]; readonly pending: readonly number[] }
  | {
      readonly quantity: 'rate';
      readonly part: readonly number[];
      readonly whole: readonly number[];
      readonly pending: readonly number[];
    }
  | { readonly quantity: 'value'; readonly counter: number; readonly fresh?: PlanFreshness }
  | {
      readonly quantity: 'difference';
      readonly of: number;
      readonly minus: number;
      readonly fresh?: PlanFreshness;
    }
  /** Days since a day, up to the one in `until`: those after it may or may not belong to them. */
  | { readonly quantity: 'days-since'; readonly counter: number; readonly until: number }
  | { readonly quantity: 'stay'; readonly in: 'phase' | 'program'; readonly clock: Clock }
  | { readonly quantity: 'fewest-a-week'; readonly counter: number; readonly weeks: number }
  | { readonly quantity: 'held'; readonly counter: number }
  | { readonly quantity: 'in-phase'; readonly phases: readonly number[] }
  | { readonly quantity: 'in-monitor'; readonly monitor: number; readonly states: readonly number[] };

/** A node of the flat table of criteria; `of` points at other nodes. */
export type PlanCriterion =
  | { readonly node: 'all' | 'any'; readonly of: readonly number[] }
  | { readonly node: 'at-least'; readonly count: number; readonly of: readonly number[] }
  | { readonly node: 'not'; readonly of: number }
  | {
      readonly node: 'compare';
      readonly quantity: PlanQuantity;
      readonly compare: 'at-least' | 'at-most';
      readonly value: number;
      /** What is measured, in words: `early recovery skills sessions attended`. */
      readonly label: string;
      readonly unit: string;
      /** The criterion as it was written. */
      readonly leaf: CriterionLeaf;
      readonly provisional: boolean;
    };

/** A phase: its place in the calendar, and its gates and deadlines as indexes. */
export type PlanPhase = {
  readonly id: string;
  readonly title: string;
  /** First and last published week; null for a phase that takes no calendar time. */
  readonly weeks: WeekRange | null;
  /** Index of the gate in `Plan.criteria`; null for a phase that may be left at any time. */
  readonly exit: number | null;
  readonly exitAfterReturn: number | null;
  readonly automatic: boolean;
  readonly next: readonly number[];
  readonly returnsTo: readonly number[];
  readonly maximumDays: { readonly days: number; readonly clock: Clock } | null;
  readonly milestone: string | null;
  readonly final: 'completed' | 'transferred' | null;
};

/** A weekly time at which a track meets. */
export type PlanSlot = {
  /** Weekday, 0 for Monday. */
  readonly weekday: number;
  readonly start: string;
  readonly minutes: number;
  readonly weeks: readonly WeekRange[];
  readonly everyWeeks: number;
  /** The week from which every so many weeks count where there are no weeks of its own. */
  readonly anchorWeek: number;
};

/** A track, with its sessions and its times. */
export type PlanTrack = {
  readonly id: string;
  readonly title: string;
  readonly kind: string;
  readonly format: string;
  readonly order: SessionOrder;
  readonly during: readonly number[];
  readonly weeksCountFrom: 'admission' | 'phase';
  readonly slots: readonly PlanSlot[];
  readonly firstWeek: number;
  /** The last published week; null for a track that meets in all weeks. */
  readonly lastWeek: number | null;
  readonly heldAt: number | null;
  readonly cycleStart: string | null;
  /** Distinct sessions that complete the track; 0 for an elective. */
  readonly required: number;
  readonly minutes: number;
  readonly sessions: readonly { readonly number: number; readonly title: string }[];
  /** Indexes of the counters that every status shows. */
  readonly counters: {
    readonly sessions: number;
    /** Like `sessions`, but since the present phase was entered for a track whose weeks count from there. */
    readonly current: number;
    readonly attended: number;
    readonly absent: number;
    readonly excused: number;
    readonly unrecorded: number;
    readonly minutes: number;
    /** Meetings of a fixed order that have passed, met or not. */
    readonly position: number;
  };
};

/** A way from one state of a monitor to another, taken by a criterion or by a deadline. */
export type PlanMonitorTransition = {
  readonly to: number;
  /** Index of the criterion, or null where a deadline decides. */
  readonly when: number | null;
  /** Index in `Plan.deadlines`, or null where a criterion decides. */
  readonly deadline: number | null;
};

/** Something that a person is asked to do when a monitor enters a state. */
export type PlanTask = {
  readonly id: string;
  readonly title: string;
  readonly role: string;
  readonly withinDays: number;
  readonly clock: Clock;
  /** True where the task has no point any more once the monitor leaves the state. */
  readonly closesWithState: boolean;
};

/** A region that watches, with its states in order. */
export type PlanMonitor = {
  readonly id: string;
  readonly title: string;
  readonly states: readonly {
    readonly id: string;
    readonly title: string;
    readonly transitions: readonly PlanMonitorTransition[];
    readonly tasks: readonly PlanTask[];
    readonly discharge: { readonly reason: DischargeReason; readonly automatic: boolean } | null;
  }[];
};

/** A time after which a monitor moves on, counted from a start on a clock. It falls due at the beginning of its day. */
export type PlanDeadline = {
  readonly id: string;
  readonly monitor: number;
  readonly state: number;
  readonly to: number;
  readonly days: number;
  readonly clock: Clock;
  readonly since: DeadlineStart;
};

/** A plan of drug tests: what is tested, how often and on which days. */
export type PlanDrugTest = {
  readonly id: string;
  readonly title: string;
  readonly specimens: readonly string[];
  readonly perWeek: number;
  readonly days: 'random' | readonly number[];
  readonly weeks: readonly WeekRange[];
  /** Phases in which it is given whatever the week. */
  readonly during: readonly number[];
};

/** The policies of a curriculum with every default filled in. */
export type PlanPolicies = {
  readonly countsFromFraction: number;
  readonly excusedCountsAsOffered: boolean;
  readonly makeUpWithinDays: number | null;
  readonly missedTestCountsAs: 'positive' | 'missed';
  readonly mutualHelpPerWeek: number | null;
  readonly leaveMaximumDays: number | null;
  readonly sessionsDuringLeave: 'not-owed' | 'owed';
  readonly advanceAfterCorrection: 'stands' | 'withdrawn';
  readonly dischargeAfterCorrection: 'stands' | 'withdrawn';
  readonly advanceRoles: readonly string[];
  readonly overrideRoles: readonly string[];
  /** Within so many days of a discharge a patient comes back in the same episode; absent where he never does. */
  readonly readmissionWithinDays?: number;
};

/** An assessment with the lowest and the highest score that it can give; null where that is not said. */
export type PlanInstrument = {
  readonly id: string;
  readonly title: string;
  readonly minimum: number | null;
  readonly maximum: number | null;
};

/** Indexes of the counters that every plan has. */
export type PlanCommonCounters = {
  readonly attendedDays: number;
  readonly lastAttended: number;
  readonly lastContact: number;
  /** The last day on which the patient was in contact, or gave a sample: up to it it is known whether he used. */
  readonly lastSeen: number;
  readonly absentRun: number;
  readonly unrecordedRun: number;
  readonly negativeRun: number;
  readonly negatives: number;
  readonly positives: number;
  readonly missedTests: number;
  readonly evidenceOfUse: number;
  readonly abstinentSince: number;
  readonly lastTest: number;
  readonly mutualHelp: number;
  readonly homework: number;
};

/**
 * The meaning of a curriculum as flat tables: no functions, no closures, all defaults resolved. The machine, the
 * simulator, the explanations and the diagrams are all made from it. Indexes point into its own arrays.
 */
export type Plan = {
  readonly format: 1;
  readonly curriculum: { readonly id: string; readonly version: string; readonly title: string };
  readonly levelOfCare: {
    readonly key: string;
    readonly system: string;
    readonly level: string;
    readonly name: string;
  };
  readonly counters: readonly PlanCounter[];
  readonly common: PlanCommonCounters;
  readonly effects: readonly PlanEffect[];
  readonly criteria: readonly PlanCriterion[];
  readonly phases: readonly PlanPhase[];
  readonly tracks: readonly PlanTrack[];
  readonly monitors: readonly PlanMonitor[];
  readonly deadlines: readonly PlanDeadline[];
  readonly drugTests: readonly PlanDrugTest[];
  readonly policies: PlanPolicies;
  /** The weekly dose, where the curriculum states one. */
  readonly dose?: PlanDose;
  /** What a review of a continued stay looks at, where the curriculum says. */
  readonly continuedStay?: PlanContinuedStay;
  /** Days on which the clinic is closed, in order; absent where none is named. */
  readonly closures?: readonly PlanClosure[];
  /** The assessments that the curriculum lists, with the range of their scores; absent where it lists none. */
  readonly instruments?: readonly PlanInstrument[];
  /** Absent where nothing is rewarded. */
  readonly incentives?: readonly PlanIncentive[];
  /** Absent where there are no privileges. */
  readonly privileges?: readonly PlanPrivilege[];
  /** The doses that may be taken at home; absent where there are none. */
  readonly takeHome?: PlanTakeHome;
  /** Whom the program admits; absent where it does not say. */
  readonly eligibility?: Eligibility;
  /** Where the curriculum runs as a stage of a pathway. */
  readonly stage?: PlanStage;
  /** SHA-256 of all the rest as canonical JSON. Same curriculum, same hash. */
  readonly hash: string;
};
