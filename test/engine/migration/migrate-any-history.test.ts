import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../src/curriculum/calendar-date.ts';
import { createEngine } from '../../../src/engine/create-engine.ts';
import { createCurriculumLibrary } from '../../../src/engine/curriculum-library.ts';
import type { Engine } from '../../../src/engine/engine.ts';
import type { Status } from '../../../src/engine/status.ts';
import type { Clinic } from '../../generators/clinic.ts';
import { history, live } from '../../generators/history.ts';
import type { Step } from '../../generators/history-step.ts';
import { clinicWith, renamePhase, versionTwo } from './small-versions.ts';

const RUNS = { numRuns: 60 } as const;
const REQUEST = { curriculum: 'small-iop', from: '1.0.0', to: '2.0.0' };
const SAME = versionTwo(() => ({}));
const RENAMED = versionTwo((one) => renamePhase(one, 'early-recovery', 'first-steps'));

/** What a migration to a version that says the same must leave alone. Flags are for decisions, which are not made again. */
const clinical = ({
  lifecycle,
  phase,
  week,
  leave,
  tracks,
  monitors,
  drugTests,
  mutualHelp,
  gate,
}: Status) => ({
  lifecycle,
  phase,
  week,
  leave,
  tracks,
  monitors,
  drugTests,
  mutualHelp,
  truth: gate?.explanation.truth,
  missing: gate?.explanation.missing,
});

async function lived(steps: readonly Step[], later: ReturnType<typeof versionTwo>): Promise<Clinic> {
  const clinic = clinicWith(later);
  await live(clinic, steps, { curriculum: 'small-iop@1.0.0' });
  return clinic;
}

function fresh(clinic: Clinic): Engine {
  const clock = { today: () => clinic.today, now: () => clinic.now };
  return createEngine({ store: clinic.store, library: createCurriculumLibrary([]), clock });
}

describe('whatever had happened before', () => {
  it('a migration to a version that says the same changes nothing for the patient, and undone leaves no trace', async () => {
    await fc.assert(
      fc.asyncProperty(history({ maxLength: 18 }), async (steps) => {
        const clinic = await lived(steps, SAME);
        const before = await clinic.engine.status('e-1');
        const yesterday = addDays(clinic.today, -1);
        const earlier = before.admittedOn === null || before.admittedOn > yesterday ? undefined : yesterday;
        const past =
          earlier === undefined ? null : clinical(await clinic.engine.status('e-1', { asOf: earlier }));
        const { results } = await clinic.engine.migration.apply({ ...REQUEST, episodes: ['e-1'] });
        if (results[0]?.accepted !== true) {
          expect(results).toMatchObject([{ refusal: { code: 'ended' } }]);
          expect(await clinic.engine.status('e-1')).toEqual(before);
          return;
        }
        expect(clinical(await clinic.engine.status('e-1'))).toEqual(clinical(before));
        if (earlier !== undefined)
          expect(clinical(await clinic.engine.status('e-1', { asOf: earlier }))).toEqual(past);
        await clinic.engine.migration.undo({ episode: 'e-1', reason: 'to see' });
        const undone = await clinic.engine.status('e-1');
        expect({ ...undone, version: 0 }).toEqual({ ...before, version: 0 });
      }),
      RUNS,
    );
  });

  it('an episode that goes on after a migration is told the same from its log as step by step', async () => {
    await fc.assert(
      fc.asyncProperty(history({ maxLength: 12 }), history({ maxLength: 12 }), async (steps, more) => {
        const clinic = await lived(steps, RENAMED);
        const mapping = { phases: { 'early-recovery': 'first-steps' } };
        await clinic.engine.migration.apply({ ...REQUEST, mapping, episodes: ['e-1'] });
        await live(clinic, more, { curriculum: 'small-iop@1.0.0' });
        const moments = [clinic.today, addDays(clinic.today, -5)].map((asOf) => ({ asOf }));
        for (const moment of moments) {
          const kept = await clinic.engine.status('e-1', moment).catch(() => null);
          expect(
            await fresh(clinic)
              .status('e-1', moment)
              .catch(() => null),
          ).toEqual(kept);
        }
        const kept = await clinic.engine.history('e-1');
        await clinic.store.deleteSnapshots();
        expect(await fresh(clinic).history('e-1')).toEqual(kept);
        expect(await clinic.store.verify()).toMatchObject({ ok: true });
      }),
      RUNS,
    );
  });
});
