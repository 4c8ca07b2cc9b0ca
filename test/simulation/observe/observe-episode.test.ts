import { describe, expect, it } from 'vitest';
import { compilePlan } from '../../../src/program/compile-plan.ts';
import { courseOf } from '../../../src/program/course.ts';
import { ENDS } from '../../../src/simulation/ends.ts';
import { compileKernel } from '../../../src/simulation/kernel/compile-kernel.ts';
import { observeEpisode, phaseNames } from '../../../src/simulation/observe/observe-episode.ts';
import { simulatePatient } from '../../../src/simulation/reference/simulate-patient.ts';
import { readCurriculum } from '../../curricula/read-curriculum.ts';
import { plausibleBehaviour } from '../plausible-behaviour.ts';

const plan = compilePlan(readCurriculum('matrix-iop'));
const course = courseOf(plan);
const run = { seed: 3, count: 12, horizonDays: 180 };

describe('an episode that is observed', () => {
  it('comes to what the kernel says of the same patient', () => {
    const kernel = compileKernel(plan, plausibleBehaviour());
    if (!kernel.accepted) throw new Error('the kernel refuses');
    const { patients } = kernel.run({ ...run, first: 0 });
    const phases = phaseNames(course);
    for (let patient = 0; patient < run.count; patient += 1) {
      const told = simulatePatient(plan, plausibleBehaviour(), { ...run, patient });
      const { admittedOn, fold } = told;
      const facts = told.facts.map(({ fact }) => fact);
      const lastDay = admittedOn + run.horizonDays;
      const seen = observeEpisode({ course, fold, facts, admittedOn, lastDay, phases });
      const { offered, attended, absent, excused, minutes, negative, positive, missedTests } = seen.amounts;
      const at = (name: 'offered') => patients[name][patient];
      expect(seen).toMatchObject({ end: ENDS[patients.end[patient]!], endDay: patients.endDay[patient] });
      expect(phases.map((_, p) => seen.route.find(({ phase }) => phase === p)?.day ?? -1)).toEqual(
        phases.map((_, p) => patients.phaseEntered[p]![patient]),
      );
      expect({ offered, attended, absent, excused, minutes, negative, positive, missedTests }).toEqual(
        Object.fromEntries(
          ['offered', 'attended', 'absent', 'excused', 'minutes', 'negative', 'positive', 'missedTests'].map(
            (name) => [name, at(name as 'offered')],
          ),
        ),
      );
      expect(seen.daysAtStage).toEqual([seen.endDay]);
      expect(seen.weeks.offered.reduce((sum, count) => sum + count, 0)).toBe(offered);
    }
  });
});
