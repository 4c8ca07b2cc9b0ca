import { ENDS } from '../../../src/simulation/ends.ts';
import type { PatientColumns, WeekCounts } from '../../../src/simulation/patient-columns.ts';
import type { CohortShape } from '../../../src/simulation/results/cohort-shape.ts';
import { NO_COSTS } from '../../../src/simulation/results/unit-costs.ts';

/** A simulated patient as a test writes one; what is left out is 0. */
export type HandMade = {
  readonly end: (typeof ENDS)[number];
  readonly endDay: number;
  /** First day in each phase, −1 for never. */
  readonly phases?: readonly number[];
  /** Days until a return; left out where nobody of the cohort can come back. */
  readonly returnedAfter?: number;
  readonly days?: readonly number[];
  readonly group?: readonly number[];
} & Partial<Record<Amount, number>>;

type Amount =
  | 'waited'
  | 'offered'
  | 'attended'
  | 'absent'
  | 'excused'
  | 'minutes'
  | 'negative'
  | 'positive'
  | 'missedTests'
  | 'longestAbstinence'
  | 'earned';

/** The shape of hand-made cohorts: one level of care, three phases, one trait. */
export const SHAPE: CohortShape = {
  stages: ['iop'],
  phases: ['early', 'late', 'done'],
  groups: [{ trait: 'severity', values: ['mild', 'severe'] }],
  horizonDays: 100,
  costs: { ...NO_COSTS, sessionAttended: 1000, hourAttended: 6000, dayAtStage: [50], incentives: 1 },
};

/** Columns of hand-made patients. */
export function columnsOf(patients: readonly HandMade[], first = 0): PatientColumns {
  const ints = (of: (patient: HandMade) => number) => Int32Array.from(patients, of);
  const bytes = (of: (patient: HandMade) => number) => Uint8Array.from(patients, of);
  const amount = (name: Amount) => ints((patient) => patient[name] ?? 0);
  return {
    count: patients.length,
    first,
    end: bytes(({ end }) => ENDS.indexOf(end)),
    endDay: ints(({ endDay }) => endDay),
    waited: amount('waited'),
    stage: bytes(() => 0),
    phase: bytes(({ phases = [0] }) => phases.findLastIndex((day) => day >= 0)),
    phaseEntered: SHAPE.phases.map((_, p) => ints(({ phases = [0] }) => phases[p] ?? -1)),
    daysAtStage: [ints(({ days, endDay }) => days?.[0] ?? endDay)],
    ...(patients.some(({ returnedAfter }) => returnedAfter !== undefined)
      ? { returnedAfter: ints(({ returnedAfter }) => returnedAfter ?? -1) }
      : {}),
    offered: amount('offered'),
    attended: amount('attended'),
    absent: amount('absent'),
    excused: amount('excused'),
    minutes: amount('minutes'),
    negative: amount('negative'),
    positive: amount('positive'),
    missedTests: amount('missedTests'),
    longestAbstinence: amount('longestAbstinence'),
    earned: amount('earned'),
    group: [bytes(({ group }) => group?.[0] ?? 0)],
    events: ints(() => 0),
    hash: Uint32Array.from(patients, () => 0),
  };
}

/** Counts of weeks in which nobody is anywhere. */
export function emptyWeeks(weeks: number): WeekCounts {
  const states = [...SHAPE.phases.map((phase) => `iop/${phase}`), 'on-leave', ...ENDS];
  const zeros = () => new Uint32Array(weeks);
  return {
    ...{ weeks, states, occupancy: new Uint32Array(weeks * states.length) },
    ...{ offered: zeros(), attended: zeros(), negative: zeros(), positive: zeros(), missedTests: zeros() },
  };
}
