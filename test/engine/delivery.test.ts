import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../src/curriculum/calendar-date.ts';
import type { Command } from '../../src/engine/command.ts';
import { type Clinic, createClinic } from '../generators/clinic.ts';
import { type Accepted, history } from '../generators/history.ts';
import { lead, recordsOf } from '../generators/life.ts';
import { smallCurriculum } from '../generators/small-curriculum.ts';

const SMALL = smallCurriculum();

/** What a store holds of an episode, and what it answers: to compare two clinics. */
async function account(clinic: Clinic) {
  return {
    records: await recordsOf(clinic),
    status: await clinic.engine.status('e-1'),
    history: await clinic.engine.history('e-1'),
    due: await clinic.engine.due({ work: 'all' }),
    caseload: await clinic.engine.caseload(),
  };
}

/** The same, without what a caseload row says as of the day on which its episode was last touched. */
async function durable(clinic: Clinic): Promise<unknown> {
  const { caseload: _caseload, ...rest } = await account(clinic);
  const rows = await clinic.engine.caseload();
  return {
    ...rest,
    rows: rows.map(({ lifecycle, phase, monitors, version }) => ({ lifecycle, phase, monitors, version })),
  };
}

/** Gives the commands of a life again in another clinic, each on its day. */
async function repeat(
  accepted: readonly Accepted[],
  give: (clinic: Clinic, step: Accepted, i: number) => Promise<unknown>,
) {
  const clinic = createClinic(SMALL);
  for (const [i, step] of accepted.entries()) {
    clinic.on(step.today);
    await give(clinic, step, i);
  }
  return clinic;
}

describe('a command', () => {
  it('counts once, however often it is delivered with its key', async () => {
    await fc.assert(
      fc.asyncProperty(
        history(),
        fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1 }),
        async (steps, times) => {
          const life = await lead(steps);
          const clinic = await repeat(life.accepted, async (there, { command, version }, i) => {
            for (let n = 0; n < times[i % times.length]!; n += 1) {
              const outcome = await there.tell({ ...command, key: `key-${i}` });
              expect(outcome).toMatchObject({ accepted: true, version, repeated: n > 0 });
            }
          });
          clinic.on(life.today);
          expect(await account(clinic)).toEqual(await account(life.clinic));
        },
      ),
      { numRuns: 40 },
    );
  });

  it('counts in a batch as it does alone', async () => {
    await fc.assert(
      fc.asyncProperty(history(), async (steps) => {
        const life = await lead(steps);
        const clinic = createClinic(SMALL);
        const days = [...new Set(life.accepted.map(({ today }) => today))];
        for (const day of days) {
          const batch = life.accepted.filter(({ today }) => today === day);
          const commands = batch.map(({ command }) => ({ episode: 'e-1', ...command }) as unknown as Command);
          const outcomes = await clinic.on(day).engine.execute(commands, { key: day });
          expect(outcomes.map((o) => o.accepted && o.version)).toEqual(batch.map(({ version }) => version));
          const again = await clinic.engine.execute(commands, { key: day });
          expect(again.every((o) => o.accepted && o.repeated)).toBe(true);
        }
        clinic.on(life.today);
        expect(await account(clinic)).toEqual(await account(life.clinic));
      }),
      { numRuns: 40 },
    );
  });

  it('leaves nothing behind where another of its batch is refused', async () => {
    const clinic = createClinic(SMALL);
    await clinic.must({ type: 'Admit', patient: 'p', curriculum: 'small-iop' });
    const before = await account(clinic);
    const outcomes = await clinic.engine.execute([
      { type: 'RecordUse', episode: 'e-1' },
      { type: 'EndLeave', episode: 'e-1' },
    ]);
    expect(outcomes.map(({ accepted }) => accepted)).toEqual([true, false]);
    expect(await account(clinic)).toEqual(before);
  });

  it('changes nothing when it is only previewed', async () => {
    await fc.assert(
      fc.asyncProperty(history(), async (steps) => {
        const life = await lead(steps);
        const before = await account(life.clinic);
        for (const { command } of life.accepted)
          await life.clinic.engine.preview({ episode: 'e-1', ...command } as unknown as Command);
        expect(await account(life.clinic)).toEqual(before);
      }),
      { numRuns: 20 },
    );
  });
});

describe('the clock', () => {
  it('comes to the same in any number of steps, and a second time touches nothing', async () => {
    await fc.assert(
      fc.asyncProperty(
        history(),
        fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 6 }),
        async (steps, strides) => {
          const life = await lead(steps);
          const stepwise = await repeat(life.accepted, (there, { command }) => there.must(command));
          const at = `${addDays(life.today, 100)}T12:00:00.000Z`;
          let day = life.today;
          for (const stride of strides) {
            day = addDays(day, stride);
            stepwise.today = day;
            stepwise.now = at;
            await stepwise.engine.advanceClock(day);
          }
          life.clinic.today = day;
          life.clinic.now = at;
          await life.clinic.engine.advanceClock(day);
          const atOnce = await durable(life.clinic);
          expect(await durable(stepwise)).toEqual(atOnce);
          expect((await life.clinic.engine.advanceClock(day)).touched).toBe(0);
          expect(await durable(life.clinic)).toEqual(atOnce);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('changes no answer: it only writes down what followed from the facts', async () => {
    await fc.assert(
      fc.asyncProperty(history(), fc.integer({ min: 1, max: 40 }), async (steps, days) => {
        const { clinic, today } = await lead(steps);
        clinic.on(addDays(today, days));
        const { version: _before, ...without } = await clinic.engine.status('e-1');
        await clinic.engine.advanceClock(clinic.today);
        const { version: _after, ...withClock } = await clinic.engine.status('e-1');
        expect(withClock).toEqual(without);
      }),
      { numRuns: 40 },
    );
  });
});

describe('the snapshots of a store', () => {
  it('may be deleted at any time: every answer stays the same', async () => {
    await fc.assert(
      fc.asyncProperty(history(), fc.nat(), async (steps, cut) => {
        const life = await lead(steps);
        const clinic = await repeat(life.accepted, async (there, { command }, i) => {
          const other = createClinic(SMALL, { store: there.store, today: there.today });
          if (i % 7 === cut % 7) await there.store.deleteSnapshots();
          await other.must(command);
        });
        clinic.on(life.today);
        expect(await account(clinic)).toEqual(await account(life.clinic));
        const kept = createClinic(SMALL, { store: clinic.store, today: life.today });
        expect(await account(kept)).toEqual(await account(life.clinic));
        await clinic.store.deleteSnapshots();
        const without = createClinic(SMALL, { store: clinic.store, today: life.today });
        expect(await account(without)).toEqual(await account(life.clinic));
      }),
      { numRuns: 40 },
    );
  });

  it('are written with one version in eight, and are never ahead of the record', async () => {
    await fc.assert(
      fc.asyncProperty(history(), async (steps) => {
        const { clinic } = await lead(steps);
        for (const { episode, version } of await clinic.engine.caseload()) {
          const snapshot = await clinic.store.snapshot(episode);
          expect(snapshot?.version ?? 0).toBeLessThanOrEqual(version);
          if (version < 8) expect(snapshot).toBeNull();
        }
      }),
      { numRuns: 20 },
    );
  });
});
