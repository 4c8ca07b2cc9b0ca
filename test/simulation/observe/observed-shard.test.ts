import { describe, expect, it } from 'vitest';
import { loadCurriculumLibrary } from '../../../src/curriculum-folder.ts';
import { compilePathway } from '../../../src/program/compile-pathway.ts';
import { blurPatients } from '../../../src/simulation/observe/blur-patients.ts';
import { observeEpisode, phaseNames } from '../../../src/simulation/observe/observe-episode.ts';
import { observedShard } from '../../../src/simulation/observe/observed-shard.ts';
import { simulatePatient } from '../../../src/simulation/reference/simulate-patient.ts';
import { plausibleBehaviour } from '../plausible-behaviour.ts';
import { ABOUT, patientOf } from './made-up-patient.ts';

describe('patients who stepped back up', () => {
  const route = [
    { phase: 0, day: 0 },
    { phase: 1, day: 20 },
    { phase: 0, day: 40 },
  ];
  const patients = Array.from({ length: 12 }, () => ({ ...patientOf('dropped-out', 80), route }));

  it('are counted where they are, and end there, also among others', () => {
    for (const some of [patients, blurPatients(patients).patients]) {
      const { weeks, patients: columns } = observedShard(some, ABOUT);
      const at = (week: number, phase: number) => weeks.occupancy[week * weeks.states.length + phase];
      expect([at(2, 0), at(4, 1), at(7, 0), at(7, 1)]).toEqual([12, 12, 12, 0]);
      expect([...columns.phase]).toEqual(new Array(12).fill(0));
    }
  });

  it('are seen in the record of a pathway', async () => {
    const course = compilePathway((await loadCurriculumLibrary([]).findPathway!('step-up'))!);
    const phases = phaseNames(course);
    const before = (stage: number) =>
      course.stages.slice(0, stage).reduce((sum, { plan }) => sum + plan.phases.length, 0);
    let returned = 0;
    for (let patient = 0; patient < 12; patient += 1) {
      const run = simulatePatient(course, plausibleBehaviour(), { seed: 2, patient, horizonDays: 150 });
      const { context } = run.fold.snapshot;
      const facts = run.facts.map(({ fact }) => fact);
      const lastDay = run.admittedOn + 150;
      const seen = observeEpisode({ ...run, course, facts, lastDay, phases });
      expect(seen.route.at(-1)?.phase).toBe(before(context.stage) + context.phase);
      returned += new Set(seen.route.map(({ phase }) => phase)).size < seen.route.length ? 1 : 0;
    }
    expect(returned).toBeGreaterThan(0);
  });
});
