import { expect, it } from 'vitest';
import { prepareKernel } from '../../../src/simulation/experiment/prepare-kernel.ts';
import { runCohortFigures } from '../../../src/simulation/experiment/run-cohort-figures.ts';
import type { Study } from '../../../src/simulation/scenario/study.ts';
import { readCurriculum } from '../../curricula/read-curriculum.ts';
import { plausibleBehaviour } from '../plausible-behaviour.ts';
import { weeklyStudy } from './weekly-hazards.ts';

const curriculum = readCurriculum('matrix-iop');
const { scenario } = weeklyStudy();
const study: Study = { curriculum, scenario: { ...scenario, behaviour: plausibleBehaviour() } };
/** The same program with a session a week fewer of one track: other draws are asked for. */
const fewer: Study = {
  ...study,
  curriculum: {
    ...curriculum,
    tracks: curriculum.tracks.map((track) =>
      track.id === 'relapse-prevention'
        ? { ...track, schedule: track.schedule.map((one) => ({ ...one, weekdays: ['monday' as const] })) }
        : track,
    ),
  },
};
const REPLICATIONS = 60;

function variance(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
}

it('draws by patient, day and purpose tell two schedules apart several times as precisely as other patients would', () => {
  const figuresOf = (of: Study, seed: number) => {
    const prepared = prepareKernel(of);
    return Array.from(
      { length: REPLICATIONS },
      (_, replication) => runCohortFigures(prepared, { seed, patients: 300, replication })['retention.90']!,
    );
  };
  const [before, same, other] = [figuresOf(study, 5), figuresOf(fewer, 5), figuresOf(fewer, 6)];
  const differences = (b: readonly number[]) => b.map((value, r) => value - before[r]!);
  const narrow = variance(differences(same));
  expect(narrow).toBeGreaterThan(0);
  // 16.8 times, with these seeds; a stream of draws for each patient would give less than 2.
  expect(variance(differences(other)) / narrow).toBeGreaterThan(6);
});
