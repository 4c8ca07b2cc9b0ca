import { ENDS } from '../../../src/simulation/ends.ts';
import type { PrepareStudy } from '../../../src/simulation/experiment/prepared-study.ts';
import { Scenario } from '../../../src/simulation/scenario/scenario.ts';
import type { Study } from '../../../src/simulation/scenario/study.ts';
import { uniformDraws } from '../../../src/simulation/scenario/uniform-draws.ts';
import { readCurriculum } from '../../curricula/read-curriculum.ts';
import { columnsOf, emptyWeeks, type HandMade, SHAPE } from '../results/hand-made.ts';

const REASONS = ['dropped-out', 'terminated', 'transferred'] as const;
const [WEEKS, DAYS] = [8, 7];

/**
 * A clinic small enough to be solved by hand: in each of eight weeks a patient leaves for one of three reasons with a fixed
 * chance, on any day of it, and completes after the last. The chances stand where those of a scenario do.
 */
export const prepareWeeklyHazards: PrepareStudy = ({ scenario }) => {
  const { behaviour } = scenario;
  const chances = [
    behaviour.dropOut?.probability ?? 0,
    behaviour.exits?.terminated?.probability ?? 0,
    behaviour.exits?.transferred?.probability ?? 0,
  ];
  const shape = {
    ...SHAPE,
    costs: { ...SHAPE.costs, admission: (scenario.costs?.admission?.value ?? 0) * 100 },
  };
  return {
    shape,
    eventNames: [],
    whyNoEvents: null,
    execution: 'kernel',
    run(seed, first, count) {
      const patients = Array.from({ length: count }, (_, r) => patientOf(seed, first + r, chances));
      return { patients: columnsOf(patients, first), weeks: emptyWeeks(1) };
    },
  };
};

function patientOf(seed: number, patient: number, chances: readonly number[]): HandMade {
  const draw = uniformDraws(seed, patient + 1000);
  for (let week = 0; week < WEEKS; week += 1) {
    let left = draw(2 * week);
    for (const [r, chance] of chances.entries()) {
      if (left < chance)
        return { end: REASONS[r]!, endDay: week * DAYS + Math.floor(draw(2 * week + 1) * DAYS) };
      left -= chance;
    }
  }
  return { end: ENDS[0], endDay: WEEKS * DAYS };
}

/** A study of that clinic. */
export function weeklyStudy(dropOut = 0.05, terminated = 0.02, transferred = 0.03): Study {
  const model = (probability: number) => ({ probability, source: 'assumed' });
  const parameter = (at: string, low: number, high: number) => ({ at: [at], low, high, source: 'assumed' });
  const scenario = Scenario.parse({
    id: 'weekly',
    title: 'A clinic that can be solved by hand',
    curriculum: 'generic-iop',
    cohort: { patients: 2000, source: 'assumed' },
    behaviour: {
      traits: [],
      attendance: model(0.8),
      dropOut: model(dropOut),
      exits: { terminated: model(terminated), transferred: model(transferred) },
      staff: {
        ...{ admissionWeekdays: ['monday'], advanceAfterDays: 1, signOffs: [], outreachAfterDays: 1 },
        ...{ dischargeAfterDays: 0, source: 'assumed' },
      },
    },
    costs: { currency: 'USD', admission: { value: 100, source: 'assumed' } },
    horizon: { days: 100, source: 'assumed' },
    parameters: {
      'drop-out': parameter('behaviour.dropOut.probability', 0, 0.3),
      terminated: parameter('behaviour.exits.terminated.probability', 0, 0.2),
      transferred: parameter('behaviour.exits.transferred.probability', 0, 0.2),
      admission: parameter('costs.admission.value', 0, 1000),
    },
  });
  return { scenario, curriculum: readCurriculum('generic-iop') };
}

/** The share of each end, by arithmetic. */
export function weeklyShares(
  dropOut: number,
  terminated: number,
  transferred: number,
): Record<string, number> {
  const all = dropOut + terminated + transferred;
  const left = 1 - (1 - all) ** WEEKS;
  return {
    completed: (1 - all) ** WEEKS,
    'end.dropped-out': (left * dropOut) / all,
    'end.terminated': (left * terminated) / all,
    'end.transferred': (left * transferred) / all,
  };
}
