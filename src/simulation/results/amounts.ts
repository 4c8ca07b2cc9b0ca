import type { PatientColumns } from '../patient-columns.ts';

/** The columns that are amounts of something for each patient, with what they are called and counted in. */
export const AMOUNTS = [
  { name: 'sessions-offered', title: 'Sessions offered', unit: 'sessions', column: 'offered' },
  { name: 'sessions-attended', title: 'Sessions attended', unit: 'sessions', column: 'attended' },
  { name: 'sessions-absent', title: 'Sessions missed', unit: 'sessions', column: 'absent' },
  { name: 'sessions-excused', title: 'Sessions excused', unit: 'sessions', column: 'excused' },
  { name: 'minutes-attended', title: 'Dose: minutes attended', unit: 'minutes', column: 'minutes' },
  { name: 'tests-negative', title: 'Negative drug tests', unit: 'tests', column: 'negative' },
  { name: 'tests-positive', title: 'Positive drug tests', unit: 'tests', column: 'positive' },
  { name: 'tests-missed', title: 'Missed drug tests', unit: 'tests', column: 'missedTests' },
  { name: 'longest-abstinence', title: 'Longest abstinence', unit: 'days', column: 'longestAbstinence' },
  { name: 'days-waited', title: 'Days on the waiting list', unit: 'days', column: 'waited' },
  { name: 'incentives-earned', title: 'Incentives earned', unit: 'cents', column: 'earned' },
] as const satisfies readonly {
  readonly name: string;
  readonly title: string;
  readonly unit: string;
  readonly column: keyof PatientColumns;
}[];
