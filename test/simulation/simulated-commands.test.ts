import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fromDayNumber } from '../../src/curriculum/calendar-date.ts';
import { loadCurriculumLibrary } from '../../src/curriculum-folder.ts';
import { openEngine } from '../../src/open-engine.ts';
import { compilePathway } from '../../src/program/compile-pathway.ts';
import { compilePlan } from '../../src/program/compile-plan.ts';
import type { Course } from '../../src/program/course.ts';
import type { Plan } from '../../src/program/plan.ts';
import { simulatedCommands } from '../../src/simulated-commands.ts';
import { compileKernel } from '../../src/simulation/kernel/compile-kernel.ts';
import { simulatePatient } from '../../src/simulation/reference/simulate-patient.ts';
import { MAIN } from '../faces/cli/command-line.ts';
import { disagreements } from './compare-executions.ts';
import { plausibleBehaviour } from './plausible-behaviour.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stepwell-simulated-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Writes a simulated patient into a database; what the engine then tells of him. */
async function write(
  of: Plan | Course,
  patient: number,
  horizonDays: number,
  behaviour = plausibleBehaviour(),
) {
  const run = simulatePatient(of, behaviour, { seed: 7, patient, horizonDays });
  const today = fromDayNumber(run.admittedOn + run.endDay);
  const clock = { today: () => today, now: () => `${today}T23:59:59.000Z` };
  const engine = await openEngine({ clock, file: join(folder, 'clinic.db'), by: 'simulation' });
  const outcomes = await engine.execute(simulatedCommands(run, 'simulated'));
  const refused = outcomes.flatMap((outcome) => (outcome.accepted ? [] : [outcome.refusal]));
  expect(refused).toEqual([]);
  const status = await engine.status('simulated');
  await engine.close();
  return { run, status, today };
}

describe('a simulated patient that is written into a database', () => {
  it('has the history that was simulated, and opens in every tool', async () => {
    const plan = compilePlan((await loadCurriculumLibrary([]).find('matrix-iop'))!);
    const { run, status, today } = await write(plan, 3, 50);
    const { context } = run.fold.snapshot;
    expect(status.version).toBe(run.facts.length);
    expect(status.phase?.id).toBe(plan.phases[context.phase]?.id);
    const kernel = compileKernel(plan, plausibleBehaviour());
    if (!kernel.accepted) throw new Error('refused');
    const { patients } = kernel.run({ seed: 7, first: 3, count: 1, horizonDays: 50 });
    expect(patients.phase[0]).toBe(context.phase);
    const cli = (...args: readonly string[]) =>
      execFileSync(process.execPath, [MAIN, ...args, '--db', join(folder, 'clinic.db')], {
        encoding: 'utf8',
      });
    expect(cli('status', 'simulated', '--as-of', today)).toContain(plan.phases[context.phase]!.title);
    expect(cli('history', 'simulated').split('\n').length).toBeGreaterThan(run.facts.length / 2);
    expect(JSON.parse(cli('export', 'simulated')).history).toHaveLength(run.facts.length);
  });

  it('is discharged in the record, too, for a reason that the engine asks to explain', async () => {
    const plan = compilePlan((await loadCurriculumLibrary([]).find('matrix-iop'))!);
    const transferred = { probability: 1, source: 'assumed' };
    const behaviour = plausibleBehaviour({ exits: { transferred } });
    const { run, status } = await write(plan, 3, 50, behaviour);
    expect(run.end).toBe('transferred');
    expect(status.lifecycle).toBe('discharged');
  });

  it('goes through the stages of a pathway as simulated', async () => {
    const document = await loadCurriculumLibrary([]).findPathway?.('residential-to-community');
    const course = compilePathway(document!);
    const { run, status } = await write(course, 1, 60);
    const { context } = run.fold.snapshot;
    expect(context.stages.length).toBeGreaterThan(1);
    expect(status.pathway?.stage.id).toBe(course.stages[context.stage]?.id);
  });

  it.each(['completed', 'terminated', 'transferred', 'other', 'incarcerated', 'death'] as const)(
    'may have been discharged as %s by staff, in the kernel as in the machine',
    async (reason) => {
      const plan = compilePlan((await loadCurriculumLibrary([]).find('generic-iop'))!);
      const exits = { [reason]: { probability: 0.4, source: 'assumed' } };
      const behaviour = plausibleBehaviour({ exits });
      const run = simulatePatient(plan, behaviour, { seed: 7, patient: 3, horizonDays: 200 });
      const today = fromDayNumber(run.admittedOn + run.endDay);
      const clock = { today: () => today, now: () => `${today}T23:59:59.000Z` };
      const engine = await openEngine({ clock, by: 'simulation' });
      const outcomes = await engine.execute(simulatedCommands(run, 'simulated'));
      expect(outcomes.filter(({ accepted }) => !accepted)).toEqual([]);
      await engine.close();
      const both = disagreements(plan, behaviour, { seed: 3, count: 10, horizonDays: 60 });
      expect([both.disagreements, [...both.ends]]).toEqual([[], expect.arrayContaining([reason])]);
    },
  );
});
