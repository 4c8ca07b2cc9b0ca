import type { Behaviour } from '../../src/simulation/behaviour.ts';

const source = 'assumed';

/** Behaviour in which everything that can happen does, now and then; made for tests. */
export function plausibleBehaviour(change: Partial<Behaviour> = {}): Behaviour {
  return {
    traits: [
      {
        id: 'engagement',
        levels: [
          { id: 'low', share: 0.3 },
          { id: 'middle', share: 0.4 },
          { id: 'high', share: 0.3 },
        ],
        source,
      },
      {
        id: 'severity',
        levels: [
          { id: 'mild', share: 0.5 },
          { id: 'severe', share: 0.5 },
        ],
        source,
      },
    ],
    attendance: {
      probability: 0.85,
      source,
      traits: { engagement: { low: -0.8, high: 0.9 } },
      terms: {
        week: [0, 0, -0.1, -0.2, -0.3],
        absences: [0, -0.4, -0.7],
        using: [0, -0.6],
        weekday: [0, 0, 0, 0, -0.2],
        hour: [0, 0, 0, 0, 0, 0, 0, 0, -0.3, 0, 0.1, 0, 0, 0, 0, 0, 0, 0.2],
      },
    },
    excused: { probability: 0.2, source },
    late: { probability: 0.1, source, terms: { hour: [0, 0, 0, 0, 0, 0, 0, 0, 0.5, 0] } },
    leavesEarly: { chance: { probability: 0.08, source }, stays: 0.4, source },
    makeUps: { afterDays: 3, attends: { probability: 0.4, source, terms: { using: [0, -0.5] } }, source },
    use: {
      atAdmission: { probability: 0.5, source, traits: { severity: { severe: 0.7 } } },
      start: {
        probability: 0.08,
        source,
        traits: { severity: { severe: 0.5 } },
        terms: { 'clean-weeks': [0, 0, -0.3, -0.5, -0.8] },
      },
      stop: {
        probability: 0.35,
        source,
        terms: { absences: [0, -0.3, -0.6] },
        trends: { 'reward/vouchers': { logarithm: 0.3, upTo: 40 } },
      },
      reports: { probability: 0.3, source },
    },
    tests: {
      missed: { probability: 0.1, source, terms: { using: [0, 0.5] } },
      sensitivity: 0.9,
      specificity: 0.98,
      source,
    },
    dropOut: {
      probability: 0.015,
      source,
      traits: { engagement: { low: 0.7, high: -0.7 } },
      terms: { using: [0, 0.6] },
    },
    reached: { probability: 0.5, source },
    comesBack: { probability: 0.4, source },
    exits: {
      transferred: { probability: 0.002, source },
      incarcerated: { probability: 0.001, source },
      death: { probability: 0.0002, source },
    },
    homework: { probability: 0.5, source },
    mutualHelp: { timesAWeek: 2, attends: { probability: 0.4, source } },
    assessments: [
      {
        instrument: 'phq-9',
        everyDays: 14,
        start: 14,
        perWeek: -0.6,
        deviation: 3,
        whileUsing: 2,
        minimum: 0,
        maximum: 27,
        source,
      },
    ],
    staff: {
      admissionWeekdays: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'],
      advanceAfterDays: 1,
      signOffs: [{ afterDays: 3, share: 0.9, source }],
      outreachAfterDays: 1,
      dischargeAfterDays: 5,
      source,
    },
    ...change,
  };
}
