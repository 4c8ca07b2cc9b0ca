import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type CalendarDate, toDayNumber } from '../../src/curriculum/calendar-date.ts';
import { compilePlan } from '../../src/program/compile-plan.ts';
import { compileBehaviour } from '../../src/simulation/compile-behaviour.ts';
import { eventTable } from '../../src/simulation/event-table.ts';
import { kernelRefusals } from '../../src/simulation/kernel/kernel-refusal.ts';
import { readCurriculum } from '../curricula/read-curriculum.ts';
import { type Clinic, createClinic } from '../generators/clinic.ts';
import { smallCurriculum } from '../generators/small-curriculum.ts';
import { plausibleBehaviour } from '../simulation/plausible-behaviour.ts';

const FIRST = '2026-01-05';
const PROGRAM = smallCurriculum((written) => {
  written['takeHome'] = {
    medication: 'Methadone',
    clock: 'wall',
    rules: [
      {
        id: 'old',
        title: 'Old rule',
        bands: [
          { fromDay: 1, toDay: 14, doses: 1, per: 'week' },
          { fromDay: 15, doses: 6, per: 'supply' },
        ],
      },
      {
        id: 'new',
        title: 'New rule',
        from: '2026-02-02',
        bands: [
          { fromDay: 1, toDay: 40, doses: 7, per: 'supply' },
          {
            fromDay: 41,
            doses: 14,
            per: 'supply',
            requires: { type: 'signed-off', role: 'physician', subject: 'take-home' },
          },
        ],
      },
    ],
    reductions: [
      { after: 'positive-test', doses: 2, forDays: 10 },
      { after: 'misuse', doses: 0, forDays: 30 },
    ],
  };
});

async function admitted(on: CalendarDate = FIRST): Promise<Clinic> {
  const clinic = createClinic(PROGRAM);
  await clinic.must({ type: 'Admit', patient: 'p', curriculum: 'small-iop' });
  return clinic.on(on);
}
const take = (doses: number, more: object = {}) => ({ type: 'RecordTakeHome', doses, ...more }) as const;
const now = async (clinic: Clinic) => (await clinic.engine.status('e-1')).takeHome!;
const day = (number: number) => addDays(FIRST, number - 1);

describe('doses to take home', () => {
  it('follow the band of the time in treatment, and the status says when the next one comes', async () => {
    const clinic = await admitted();
    expect(await now(clinic)).toMatchObject({ day: 1, doses: 1, per: 'week', mayGive: 1 });
    expect((await now(clinic)).text).toBe(
      'up to 1 take-home dose a week on day 1 of treatment (Old rule); 6 from 2026-01-19, day 15',
    );
    expect(await clinic.refused(take(2))).toBe('take-home-beyond-band');
    await clinic.must(take(1));
    expect(await clinic.refused(take(1))).toBe('take-home-beyond-band');
    clinic.on('2026-01-08');
    expect(await now(clinic)).toMatchObject({ held: 0, mayGive: 0 });
    expect(await clinic.refused(take(1))).toBe('take-home-beyond-band');
    clinic.on('2026-01-12');
    await clinic.must(take(1));
    clinic.on(day(15));
    expect(await now(clinic)).toMatchObject({ day: 15, doses: 6, per: 'supply', mayGive: 6, held: 0 });
  });

  it('are counted against what is still at home', async () => {
    const clinic = await admitted(day(15));
    await clinic.must(take(4));
    expect(await now(clinic)).toMatchObject({ held: 4, heldThrough: day(19), mayGive: 2 });
    expect(await clinic.refused(take(3))).toBe('take-home-beyond-band');
    clinic.on(day(17));
    expect(await now(clinic)).toMatchObject({ held: 2, mayGive: 4 });
    await clinic.must(take(4));
    expect((await now(clinic)).supplies[0]).toMatchObject({ from: day(20), to: day(23), beyond: false });
    expect(await clinic.refused(take(1, { firstDay: day(22) }))).toBe('already-recorded');
    expect(await clinic.refused(take(1, { firstDay: day(17) }))).toBe('dates-contradict');
  });

  it('go by the version of the rules that holds on the day', async () => {
    const clinic = await admitted('2026-02-01');
    expect(await now(clinic)).toMatchObject({ rule: { id: 'old' }, doses: 6 });
    clinic.on('2026-02-02');
    expect(await now(clinic)).toMatchObject({ rule: { id: 'new' }, doses: 7 });
  });

  it('stay in the band before where a criterion fails, explained, and rise with the signature', async () => {
    const clinic = await admitted(day(41));
    const kept = await now(clinic);
    expect(kept).toMatchObject({ doses: 7, keptBack: { truth: 'unsatisfied' } });
    expect(kept.text).toContain('14 by time in treatment, kept back: sign-off of take home by the physician');
    const outcome = await clinic.tell(take(8));
    expect(outcome).toMatchObject({
      refusal: { code: 'take-home-beyond-band', gate: { type: 'signed-off' } },
    });
    await clinic.must({ type: 'SignOff', role: 'physician', subject: 'take-home' });
    expect(await now(clinic)).toMatchObject({ doses: 14, keptBack: null });
    await clinic.must(take(14));
  });

  it('are reduced for a time after a positive test and after misuse, as the curriculum says', async () => {
    const clinic = await admitted(day(20));
    await clinic.must({ type: 'RecordDrugTest', result: 'positive' });
    expect(await now(clinic)).toMatchObject({
      doses: 2,
      reduction: { after: 'positive-test', until: day(29) },
    });
    expect((await now(clinic)).text).toContain(
      `reduced until ${day(29)} after the positive test of ${day(20)}`,
    );
    expect(await clinic.refused({ type: 'ReportTakeHomeMisuse' })).toBe('reason-needed');
    const misuse = await clinic.must({ type: 'ReportTakeHomeMisuse', reason: 'two doses are missing' });
    expect(await clinic.refused(take(1))).toBe('take-home-beyond-band');
    await clinic.must({ type: 'Void', fact: misuse, reason: 'found again' });
    await clinic.must(take(2));
    clinic.on(day(30));
    expect(await now(clinic)).toMatchObject({ doses: 7, reduction: null });
  });

  it('are given beyond the band by somebody who may, with a reason, and that stands without review', async () => {
    const clinic = await admitted();
    expect(await clinic.refused(take(3, { beyondBand: true, reason: 'r' }))).toBe('role-not-allowed');
    expect(await clinic.refused(take(3, { beyondBand: true, role: 'director' }))).toBe('reason-needed');
    await clinic.must(take(3, { beyondBand: true, role: 'director', reason: 'travels to a funeral' }));
    const { flags, takeHome } = await clinic.engine.status('e-1');
    expect(flags).toEqual([]);
    expect(takeHome?.supplies[0]).toMatchObject({ beyond: true, overridden: true, doses: 3 });
  });

  it('are up for review where a correction shows that they were too many, and the preview says so', async () => {
    const clinic = await admitted(day(16));
    const given = await clinic.must(take(6));
    const amend = {
      type: 'Amend',
      episode: 'e-1',
      fact: 1,
      change: { on: day(10) },
      reason: 'wrong day',
    } as const;
    const { episodes } = await clinic.engine.preview(amend);
    const sentences = episodes
      .flatMap(({ movements }) => movements.map(({ sentence }) => sentence))
      .join('\n');
    expect(sentences).toContain('6 doses were given to take home, more than the 1 allowed on that day');
    await clinic.must(amend);
    const { flags, due } = await clinic.engine.status('e-1');
    expect(flags).toMatchObject([{ code: 'take-home-beyond', fact: given }]);
    expect(due.map(({ item }) => item)).toContain(`review/${given}`);
  });

  it('are refused by a program that says nothing of them', async () => {
    const clinic = createClinic(smallCurriculum());
    await clinic.must({ type: 'Admit', patient: 'p', curriculum: 'small-iop' });
    expect(await clinic.refused(take(1))).toBe('no-take-home');
    expect((await clinic.engine.status('e-1')).takeHome).toBeNull();
  });

  it('are not simulated by a kernel, which names them', () => {
    const plan = compilePlan(PROGRAM);
    const behaviour = compileBehaviour(plan, plausibleBehaviour());
    const refusals = kernelRefusals(plan, eventTable(plan, behaviour));
    expect(refusals.map(({ code }) => code)).toEqual(['take-home']);
  });
});

describe('doses at home in the opioid treatment program', () => {
  async function patient(): Promise<Clinic> {
    const clinic = createClinic(readCurriculum('opioid-treatment-program'));
    await clinic.must({ type: 'Admit', patient: 'p', curriculum: 'opioid-treatment-program' });
    return clinic;
  }

  it('may be given for a day on which the clinic does not dose, whatever the band', async () => {
    const clinic = await patient();
    clinic.on('2026-01-09');
    expect(await clinic.refused(take(1))).toBe('take-home-beyond-band');
    await clinic.must(take(1, { firstDay: '2026-01-11' }));
  });

  it('take the place of observed doses, so that none is missed on their days', async () => {
    const clinic = await patient();
    await clinic.must({ type: 'SignOff', role: 'medical-director', subject: 'take-home' });
    await clinic.must({ type: 'RecordAttendance', track: 'dosing', status: 'attended' });
    await clinic.must(take(3));
    const expected = (await clinic.engine.agenda('e-1', { from: '2026-01-06', days: 4 })).filter(
      ({ track }) => track === 'dosing',
    );
    expect(expected.map(({ date }) => date)).toEqual(['2026-01-09']);
    clinic.on('2026-01-10');
    const dosing = (await clinic.engine.status('e-1')).tracks.find(({ id }) => id === 'dosing');
    expect(dosing?.unrecorded).toBe(1);
  });
});

/** What is tried on a day: doses, a test, misuse, a signature, or an override. */
const attempt = fc.record({
  pass: fc.integer({ min: 0, max: 7 }),
  doses: fc.oneof(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 16 })),
  what: fc.constantFrom('take', 'take', 'take', 'later', 'positive', 'misuse', 'sign', 'override'),
});

describe('given doses', () => {
  it('never exceed the band unless somebody overrode it', async () => {
    let given = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(attempt, { minLength: 10, maxLength: 30 }), async (attempts) => {
        const clinic = await admitted();
        const supplies: { on: string; from: string; doses: number; free: boolean }[] = [];
        for (const { pass, doses, what } of attempts) {
          clinic.on(addDays(clinic.today, pass));
          const { today } = clinic;
          if (what === 'positive') await clinic.tell({ type: 'RecordDrugTest', result: 'positive' });
          else if (what === 'misuse') await clinic.tell({ type: 'ReportTakeHomeMisuse', reason: 'r' });
          else if (what === 'sign')
            await clinic.tell({ type: 'SignOff', role: 'physician', subject: 'take-home' });
          else {
            const before = await now(clinic);
            const free = what === 'override';
            const firstDay = what === 'later' ? { firstDay: addDays(today, doses) } : {};
            const more = free ? { beyondBand: true, role: 'director', reason: 'r' } : {};
            const outcome = await clinic.tell(take(doses, { ...firstDay, ...more }));
            if (!outcome.accepted) continue;
            const from = (await now(clinic)).supplies.find(({ fact }) => fact === outcome.version)!.from;
            supplies.push({ on: today, from, doses, free });
            const held = supplies.reduce((sum, one) => sum + left(one, today), 0);
            if (free) continue;
            given += 1;
            expect(held).toBeLessThanOrEqual(before.doses);
            if (before.per === 'week') expect(mostInAWeek(supplies)).toBeLessThanOrEqual(before.doses);
          }
        }
        expect((await clinic.engine.status('e-1')).flags.map(({ code }) => code)).not.toContain(
          'take-home-beyond',
        );
      }),
      { numRuns: 25 },
    );
    expect(given).toBeGreaterThan(10);
  });
});

function left({ from, doses }: { from: string; doses: number }, on: string): number {
  return Array.from({ length: doses }, (_, i) => addDays(from, i)).filter((date) => date > on).length;
}

/** The most doses in one calendar week of the latest supply, weeks counted by hand from a Monday. */
function mostInAWeek(supplies: readonly { from: string; doses: number }[]): number {
  const week = (date: string) => Math.floor((toDayNumber(date) - toDayNumber(FIRST)) / 7);
  const dates = (one: { from: string; doses: number }) =>
    Array.from({ length: one.doses }, (_, i) => addDays(one.from, i));
  const weeks = new Set(dates(supplies.at(-1)!).map(week));
  return Math.max(
    ...[...weeks].map((w) => supplies.flatMap(dates).filter((date) => week(date) === w).length),
  );
}
