import { type CalendarDate, fromDayNumber, toDayNumber } from '../curriculum/calendar-date.ts';
import { clockDays, programWeek } from '../program/clock-days.ts';
import type { ReviewFlag } from '../program/episode-context.ts';
import { explainCriterion } from '../program/explain-criterion.ts';
import type { Explanation } from '../program/explanation.ts';
import type { Fold } from '../program/fold.ts';
import { measure } from '../program/measure.ts';
import { exitGate, gateOverrides } from '../program/phase-gate.ts';
import { type Lifecycle, type Referral, readState } from '../program/read-state.ts';
import type { WaitlistPlace } from '../program/waitlist-place.ts';
import { admissionEligibility } from './admission-eligibility.ts';
import { type AllowedCommand, allowedCommands } from './allowed-commands.ts';
import { type AuthorizationStatus, authorizationStatus } from './authorization/authorization-status.ts';
import { type ContinuedStayStatus, continuedStayStatus } from './continued-stay-status.ts';
import { type DoseStatus, doseStatus } from './dose-status.ts';
import { type DueItem, dueItems } from './due-items.ts';
import { dateOf, type Episode } from './episode.ts';
import { type IncentiveStatus, incentiveStatuses } from './incentive-status.ts';
import { type PathwayStatus, pathwayStatus } from './pathway-status.ts';
import { peopleOf } from './people.ts';
import { type PrivilegeStatus, privilegeStatuses } from './privilege-status.ts';
import { type TakeHomeStatus, takeHomeStatus } from './take-home-status.ts';
import { type TrackStatus, trackStatuses } from './track-status.ts';
import { waitingPriority } from './waiting-priority.ts';

/** Where an episode stands on a day, and why. */
export type Status = {
  readonly episode: string;
  readonly patient: string | null;
  readonly counselor: string | null;
  readonly site: string | null;
  readonly curriculum: { readonly id: string; readonly version: string; readonly title: string };
  readonly version: number;
  readonly asOf: CalendarDate;
  readonly knownAt: string | null;
  readonly lifecycle: Lifecycle;
  /** Where a referred patient is on the way to a place; null after the admission. The position is what `engine.waitlist` tells. */
  readonly waitlist: {
    readonly state: Referral;
    readonly program: string | null;
    readonly since: CalendarDate | null;
    readonly priority: number | null;
    readonly offerUntil: CalendarDate | null;
  } | null;
  readonly levelOfCare: { readonly key: string; readonly name: string } | null;
  /** Whether the program admits by what is known, explained; null where it does not say whom it admits, or nobody is admitted. */
  readonly eligibility: { readonly overridden: boolean; readonly explanation: Explanation } | null;
  /** The stage of the pathway with the ways out of it; null for a curriculum alone. */
  readonly pathway: PathwayStatus | null;
  readonly admittedOn: CalendarDate | null;
  /** Program week, from 1. */
  readonly week: number | null;
  readonly phase: {
    readonly id: string;
    readonly title: string;
    readonly since: CalendarDate | null;
    readonly days: number;
    readonly returned: boolean;
  } | null;
  readonly ended: { readonly reason: string; readonly on: CalendarDate; readonly graduated: boolean } | null;
  readonly leave: {
    readonly since: CalendarDate;
    readonly expectedReturn: CalendarDate | null;
    readonly planned: boolean;
  } | null;
  readonly tracks: readonly TrackStatus[];
  readonly monitors: readonly {
    readonly id: string;
    readonly title: string;
    readonly state: string;
    readonly stateTitle: string;
    readonly since: CalendarDate | null;
  }[];
  readonly drugTests: {
    readonly negative: number;
    readonly positive: number;
    readonly missed: number;
    readonly negativeInARow: number | null;
    readonly lastOn: CalendarDate | null;
    /** Days since the last known use, up to `abstinentUntil`. */
    readonly daysAbstinent: number | null;
    /** The last day on which the patient was seen, tested or reached, at the end of the episode at the latest; null where no use and no test is known. */
    readonly abstinentUntil: CalendarDate | null;
  };
  readonly mutualHelp: number;
  /** The weekly dose; null where the curriculum states none. */
  readonly dose: DoseStatus | null;
  /** What payers authorized, with the clinical and the authorized level; null where nothing was recorded. */
  readonly authorizations: AuthorizationStatus | null;
  /** The criteria and the reviews of a continued stay; null where there are none. */
  readonly continuedStay: ContinuedStayStatus | null;
  readonly incentives: readonly IncentiveStatus[];
  readonly privileges: readonly PrivilegeStatus[];
  /** The doses that may be taken at home; null where the curriculum says nothing of them, and outside treatment. */
  readonly takeHome: TakeHomeStatus | null;
  /** The gate out of the present phase; null where there is none or the episode has ended. */
  readonly gate: {
    readonly to: readonly string[];
    /** Who may decide on the advance. */
    readonly roles: readonly string[];
    readonly explanation: Explanation;
  } | null;
  readonly overrides: readonly {
    readonly phase: string;
    readonly fact: number;
    readonly on: CalendarDate;
    readonly expiresOn: CalendarDate | null;
  }[];
  /** Sessions credited for treatment elsewhere, for as long as the credit lasts. */
  readonly credits: readonly {
    readonly fact: number;
    readonly track: string;
    readonly sessions: readonly number[];
    readonly expiresOn: CalendarDate | null;
  }[];
  readonly due: readonly DueItem[];
  readonly flags: readonly (Omit<ReviewFlag, 'on'> & { readonly on: CalendarDate })[];
  readonly allowed: readonly AllowedCommand[];
};

/** Describes an episode as of the day of a fold. Pure. */
export function describeStatus(
  episode: Episode,
  fold: Fold,
  asOf: CalendarDate,
  knownAt: string | null,
): Status {
  const { plan } = episode;
  const context = fold.snapshot.context;
  const state = readState(plan, fold.snapshot.value);
  const day = toDayNumber(asOf);
  const treated = context.admittedOn !== null && context.ended === null;
  const phase = plan.phases[context.phase];
  const gate = exitGate(plan, context);
  const leave = context.leaves.find((l) => l.to === null);
  const number = (counter: number) => (context.counters[counter] as number | null) ?? 0;
  const { abstinentSince: counter, lastSeen: until } = plan.common;
  const abstinentSince = context.counters[counter] as number | null;
  const daysAbstinent = measure(context, { quantity: 'days-since', counter, until })?.low ?? null;
  return {
    episode: episode.id,
    ...peopleOf(episode, asOf),
    curriculum: plan.curriculum,
    version: episode.records.at(-1)?.version ?? 0,
    asOf,
    knownAt,
    lifecycle: state.lifecycle,
    waitlist: waitlistStatus(episode, state.referral, context.waitlist, asOf),
    levelOfCare: treated ? { key: plan.levelOfCare.key, name: plan.levelOfCare.name } : null,
    eligibility: admissionEligibility(episode, fold),
    pathway: pathwayStatus(episode, fold),
    admittedOn: dateOf(context.stages[0]?.from ?? context.admittedOn),
    week: treated ? programWeek(context, day) : null,
    phase:
      treated && phase
        ? {
            id: phase.id,
            title: phase.title,
            since: dateOf(context.phaseEnteredOn),
            days:
              context.phaseEnteredOn === null
                ? 0
                : clockDays(context, 'program', context.phaseEnteredOn, day),
            returned: context.returned,
          }
        : null,
    ended: context.ended ? { ...context.ended, on: fromDayNumber(context.ended.on) } : null,
    leave: leave
      ? {
          since: fromDayNumber(leave.from),
          expectedReturn: dateOf(leave.expectedReturn),
          planned: leave.planned,
        }
      : null,
    tracks: trackStatuses(plan, fold, day),
    monitors: plan.monitors.map((monitor, m) => {
      const now = monitor.states[context.monitors[m] ?? 0];
      return {
        id: monitor.id,
        title: monitor.title,
        state: now?.id ?? '',
        stateTitle: now?.title ?? '',
        since: context.admittedOn === null ? null : dateOf(context.monitorEnteredOn[m]),
      };
    }),
    drugTests: {
      negative: number(plan.common.negatives),
      positive: number(plan.common.positives),
      missed: number(plan.common.missedTests),
      negativeInARow: context.counters[plan.common.negativeRun] as number | null,
      lastOn: dateOf(context.counters[plan.common.lastTest] as number | null),
      daysAbstinent,
      abstinentUntil:
        abstinentSince === null || daysAbstinent === null
          ? null
          : fromDayNumber(abstinentSince + daysAbstinent),
    },
    mutualHelp: number(plan.common.mutualHelp),
    dose: doseStatus(plan, fold, asOf),
    authorizations: authorizationStatus(episode, fold, asOf),
    continuedStay: continuedStayStatus(episode, fold),
    incentives: incentiveStatuses(plan, context),
    privileges: privilegeStatuses(plan, context),
    takeHome: takeHomeStatus(episode, fold),
    gate:
      treated && gate !== null
        ? {
            to: (phase?.next ?? []).map((n) => plan.phases[n]?.id ?? ''),
            roles: plan.policies.advanceRoles,
            explanation: explainCriterion(plan, fold, episode.facts, gate),
          }
        : null,
    overrides: (treated ? gateOverrides(context) : []).map((o) => ({
      phase: plan.phases[o.phase]?.id ?? '',
      fact: o.fact,
      on: fromDayNumber(o.on),
      expiresOn: dateOf(o.expiresOn),
    })),
    credits: context.credits.map((credit) => ({ ...credit, expiresOn: dateOf(credit.expiresOn) })),
    due: dueItems(episode, fold),
    flags: context.flags.map((flag) => ({ ...flag, on: fromDayNumber(flag.on) })),
    allowed: allowedCommands(episode, fold),
  };
}

function waitlistStatus(
  episode: Episode,
  state: Referral | null,
  place: WaitlistPlace | null,
  asOf: CalendarDate,
): Status['waitlist'] {
  if (state === null) return null;
  return {
    state,
    program: place?.program ?? null,
    since: dateOf(place?.since),
    priority: place && waitingPriority(episode, place, asOf).priority,
    offerUntil: dateOf(place?.offer?.until),
  };
}
