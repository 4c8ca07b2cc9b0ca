import { describe, expect, it } from 'vitest';
import { fromDayNumber, toDayNumber } from '../../../src/curriculum/calendar-date.ts';
import { loadCurriculumLibrary } from '../../../src/curriculum-folder.ts';
import { compilePathway } from '../../../src/program/compile-pathway.ts';
import { compilePlan } from '../../../src/program/compile-plan.ts';
import { emptyFold, foldAsOf, tellFact } from '../../../src/program/fold.ts';
import { compileBehaviour } from '../../../src/simulation/compile-behaviour.ts';
import { forecastEpisode } from '../../../src/simulation/forecast/forecast-episode.ts';
import type { StandingEpisode } from '../../../src/simulation/forecast/standing-episode.ts';
import { traitWeights } from '../../../src/simulation/forecast/trait-weights.ts';
import { willingBehaviour } from '../../../src/simulation/forecast/willing-behaviour.ts';
import { type PatientRun, simulatePatient } from '../../../src/simulation/reference/simulate-patient.ts';
import { readCurriculum } from '../../curricula/read-curriculum.ts';
import { plausibleBehaviour } from '../plausible-behaviour.ts';

const plan = compilePlan(readCurriculum('matrix-iop'));
const behaviour = plausibleBehaviour();
const horizonDays = 400;

/** A run as it stood at the beginning of a day since its admission. */
function standingOn(run: PatientRun, day: number): StandingEpisode {
  const on = run.admittedOn + day;
  const facts = run.facts.filter(({ fact }) => toDayNumber(fact.on) < on);
  const told = facts.reduce((fold, fact) => tellFact(plan, fold, fact), emptyFold(plan));
  return { plan, fold: foldAsOf(plan, told, on), facts, admittedOn: run.admittedOn, day: on };
}

const willing = simulatePatient(plan, willingBehaviour(behaviour), { seed: 1, patient: 0, horizonDays });

describe('a forecast of an episode', () => {
  it('takes one who comes to everything to the same day, from wherever it begins', () => {
    expect(willing.end).toBe('graduated');
    for (const day of [1, 30, 100]) {
      const { attendsEverything } = forecastEpisode(standingOn(willing, day), behaviour, {
        ...{ horizonDays, runs: 1 },
      });
      expect(attendsEverything).toMatchObject({ end: 'graduated', days: willing.endDay - day });
      const next = willing.fold.journal.find(
        (entry) => entry.kind === 'phase' && entry.day - willing.admittedOn >= day,
      );
      expect(attendsEverything.nextPhase).toEqual({
        ...{ phase: next?.to, days: next!.day - willing.admittedOn - day },
      });
    }
  });

  it('says the same again, adds up to one, and stays within its interval', () => {
    const standing = standingOn(willing, 30);
    const options = { horizonDays: 60, runs: 24, seed: 5 };
    const forecast = forecastEpisode(standing, behaviour, options);
    expect(forecastEpisode(standing, behaviour, options)).toEqual(forecast);
    expect(forecast.ends.reduce((sum, { share }) => sum + share.value, 0)).toBeCloseTo(1, 12);
    expect(forecast.simulation).toBe(true);
    const { value, low, high } = forecast.nextPhase.reached;
    expect(low).toBeLessThanOrEqual(value);
    expect(high).toBeGreaterThanOrEqual(value);
  });

  it('takes one who came to everything for one of those who come', () => {
    const compiled = compileBehaviour(plan, behaviour);
    const missing = { ...behaviour, attendance: { probability: 0, source: 'assumed' } };
    const absent = simulatePatient(plan, missing, { seed: 1, patient: 0, horizonDays: 30 });
    const chanceToCome = (run: PatientRun) =>
      traitWeights(compiled, standingOn(run, 12)).reduce(
        (sum, weight, type) => sum + weight * (compiled.models['attendance']?.byType[type] ?? 0),
        0,
      );
    expect(chanceToCome(willing)).toBeGreaterThan(chanceToCome(absent));
    const weights = traitWeights(compiled, standingOn(willing, 12));
    expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12);
  });

  it('goes on for one who is back in an earlier phase, whose gate asks for another signature then', () => {
    const standing = standingOn(willing, 60);
    const fact = {
      type: 'ReturnedToPhase',
      to: 'early-recovery',
      on: fromDayNumber(standing.day),
      by: 'kim',
    } as const;
    const told = tellFact(plan, standing.fold, { version: 100_000, fact });
    const fold = foldAsOf(plan, told, standing.day + 1);
    const [phase, returned] = [plan.phases[fold.snapshot.context.phase]!.id, fold.snapshot.context.returned];
    expect([phase, returned]).toEqual(['early-recovery', true]);
    const facts = [...standing.facts, { version: 100_000, fact }];
    const back = { ...standing, fold, facts, day: standing.day + 1 };
    const { attendsEverything } = forecastEpisode(back, behaviour, { horizonDays, runs: 1 });
    expect(attendsEverything).toMatchObject({ end: 'graduated', nextPhase: { phase: 'relapse-prevention' } });
  });

  it('is refused for an episode that has ended', () => {
    const ended = { ...standingOn(willing, 30), fold: willing.fold };
    expect(() => forecastEpisode(ended, behaviour, { horizonDays })).toThrow(/in treatment/);
  });

  it('takes one of a pathway on to the next level of care, to the same day', async () => {
    const course = compilePathway(
      (await loadCurriculumLibrary([]).findPathway!('residential-to-community'))!,
    );
    const run = simulatePatient(course, willingBehaviour(behaviour), {
      seed: 1,
      patient: 0,
      horizonDays: 200,
    });
    const on = run.admittedOn + 35;
    const facts = run.facts.filter(({ fact }) => toDayNumber(fact.on) < on);
    const told = facts.reduce((fold, fact) => tellFact(course, fold, fact), emptyFold(course));
    const fold = foldAsOf(course, told, on);
    const { plan: present } = course.stages[fold.snapshot.context.stage]!;
    const standing = { plan: present, course, fold, facts, admittedOn: run.admittedOn, day: on };
    const { attendsEverything } = forecastEpisode(standing, behaviour, { horizonDays: 165, runs: 2 });
    expect(attendsEverything).toMatchObject({ end: run.end, days: run.endDay - 35 });
    const next = run.fold.journal.find(({ kind, day }) => kind === 'level' && day >= on);
    expect(attendsEverything.nextPhase).toEqual({ phase: next?.to, days: next!.day - on });
  });
});
