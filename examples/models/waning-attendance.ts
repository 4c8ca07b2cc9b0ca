import type { BehaviourModel } from '../../src/simulation.ts'; // from 'stepwell/simulation'

/**
 * Attendance that wanes as a power of time: the odds of coming fall by the factor (week + 1)^-rate. A model of your own is a
 * function that makes the numbers of one; the kernel is not touched, and the scenario's other models stay as they are.
 */
export const waningAttendance = (probability: number, rate: number): BehaviourModel => ({
  probability,
  source: 'assumed',
  terms: { week: Array.from({ length: 104 }, (_, week) => -rate * Math.log(week + 1)) },
});
