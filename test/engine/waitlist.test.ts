import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Clinic, createClinic, type Loose } from '../generators/clinic.ts';
import { smallCurriculum } from '../generators/small-curriculum.ts';

const SMALL = smallCurriculum();
const join: Loose = { type: 'JoinWaitlist', program: 'evening-iop', contactEveryDays: 7 };

/** A patient who was referred on the first day, 2026-01-05. */
async function referred(...commands: readonly Loose[]): Promise<Clinic> {
  const clinic = createClinic(SMALL);
  await clinic.must({ type: 'Refer', patient: 'p' });
  for (const command of commands) await clinic.must(command);
  return clinic;
}

async function waits(clinic: Clinic, episode: string, on: string, more: object = {}): Promise<void> {
  await clinic.must({ type: 'Refer', episode, patient: `p-${episode}`, on: '2026-01-05' });
  await clinic.must({ ...join, episode, on, ...more });
}

const due = async (clinic: Clinic) =>
  (await clinic.engine.status('e-1')).due
    .filter(({ work }) => work)
    .map(({ dueOn, title }) => [dueOn, title]);

describe('A waitlist', () => {
  it('goes from the entry over an offer and its acceptance to the admission, each read from the state', async () => {
    const clinic = await referred(join);
    const state = async () => (await clinic.engine.status('e-1')).waitlist?.state;
    expect(await state()).toBe('waiting');
    await clinic.must({ type: 'OfferPlace', until: '2026-01-08' });
    expect(await state()).toBe('offered');
    await clinic.must({ type: 'AcceptOffer' });
    expect(await state()).toBe('accepted');
    expect(await due(clinic)).toEqual([['2026-01-05', 'Admit to evening-iop: the offer was accepted']]);
    await clinic.must({ type: 'Admit', patient: 'p', curriculum: 'small-iop' });
    expect(await clinic.engine.status('e-1')).toMatchObject({ lifecycle: 'active', waitlist: null });
    expect(await clinic.engine.waitlist()).toEqual([]);
  });

  it('ends an offer with the day after its last one, and asks for a contact', async () => {
    const clinic = await referred(join, { type: 'OfferPlace', until: '2026-01-08' });
    clinic.on('2026-01-08');
    expect(await clinic.engine.status('e-1')).toMatchObject({ waitlist: { state: 'offered' } });
    clinic.on('2026-01-09');
    expect(await clinic.engine.status('e-1')).toMatchObject({
      waitlist: { state: 'waiting', offerUntil: null },
    });
    expect(await due(clinic)).toEqual([
      ['2026-01-09', 'The offer of a place in evening-iop ran out: contact the patient'],
    ]);
    expect(await clinic.refused({ type: 'AcceptOffer' })).toBe('no-offer');
    const report = await clinic.engine.advanceClock('2026-01-09');
    expect(report.changed[0]?.changes).toMatchObject([{ kind: 'waitlist', from: 'offered', to: 'waiting' }]);
    await clinic.must({ type: 'RecordContact', reached: true });
    expect(await due(clinic)).toEqual([['2026-01-16', 'Contact the patient who waits for evening-iop']]);
  });

  it('takes an acceptance of the last day that is entered later', async () => {
    const clinic = await referred(join, { type: 'OfferPlace', until: '2026-01-08' });
    clinic.on('2026-01-12');
    await clinic.engine.advanceClock('2026-01-12');
    await clinic.must({ type: 'AcceptOffer', on: '2026-01-08' });
    expect(await clinic.engine.status('e-1')).toMatchObject({ waitlist: { state: 'accepted' } });
  });

  it('puts up for review an acceptance that a corrected offer no longer carries', async () => {
    const clinic = await referred(join);
    const offer = await clinic.must({ type: 'OfferPlace', until: '2026-01-08' });
    const accepted = await clinic.on('2026-01-08').must({ type: 'AcceptOffer' });
    await clinic.must({ type: 'Amend', fact: offer, change: { until: '2026-01-07' }, reason: 'mistyped' });
    expect(await clinic.engine.status('e-1')).toMatchObject({
      waitlist: { state: 'waiting' },
      flags: [{ code: 'not-applicable', fact: accepted }],
    });
  });

  it('puts a patient who declines at the end where the terms say so, and else leaves him his place', async () => {
    for (const [afterOffer, position] of [
      ['keeps-place', 1],
      ['end-of-list', 2],
    ] as const) {
      const clinic = await referred({ ...join, afterOffer });
      await waits(clinic.on('2026-01-06'), 'e-2', '2026-01-06');
      await clinic.must({ type: 'OfferPlace', until: '2026-01-08' });
      await clinic.on('2026-01-07').must({ type: 'DeclineOffer' });
      expect(await clinic.engine.waitlist({ episode: 'e-1' })).toMatchObject([{ position, waitingDays: 2 }]);
    }
  });

  it('orders by priority, then by day and time of entry, whenever those were entered or corrected', async () => {
    const clinic = await referred();
    clinic.on('2026-01-20');
    await waits(clinic, 'e-2', '2026-01-12');
    await waits(clinic, 'e-3', '2026-01-12', { at: '09:00' });
    await waits(clinic, 'e-4', '2026-01-19', { priority: 1, priorityRule: 'pregnant' });
    await waits(clinic, 'e-5', '2026-01-08');
    await waits(clinic, 'e-6', '2026-01-05', { program: 'day-center' });
    const order = async () =>
      (await clinic.engine.waitlist({ program: 'evening-iop' })).map((r) => r.episode);
    expect(await order()).toEqual(['e-4', 'e-5', 'e-3', 'e-2']);
    await clinic.must({ type: 'Amend', episode: 'e-2', fact: 2, change: { on: '2026-01-07' }, reason: 'r' });
    expect(await order()).toEqual(['e-4', 'e-2', 'e-5', 'e-3']);
    await clinic.must({ type: 'Void', episode: 'e-4', fact: 2, reason: 'another patient' });
    expect(await order()).toEqual(['e-2', 'e-5', 'e-3']);
    const then = await clinic.engine.waitlist({ program: 'evening-iop' }, { asOf: '2026-01-10' });
    expect(then.map(({ episode, position, waitingDays }) => [episode, position, waitingDays])).toEqual([
      ['e-2', 1, 3],
      ['e-5', 2, 2],
    ]);
  });

  it('counts what is given while waiting, and says why somebody is taken off', async () => {
    const clinic = await referred(join, { type: 'RecordInterimService', service: 'open-group', minutes: 60 });
    await clinic.must({ type: 'RecordContact', reached: true });
    await clinic.must({ type: 'RecordContact', reached: false });
    expect(await clinic.engine.waitlist()).toMatchObject([{ interim: { contacts: 1, services: 1 } }]);
    expect(await clinic.refused({ type: 'RemoveFromWaitlist' })).toBe('reason-needed');
    await clinic.must({ type: 'RemoveFromWaitlist', reason: 'found another program' });
    await clinic.must({ ...join, program: 'day-center', at: '08:00' });
    expect(await clinic.engine.waitlist()).toMatchObject([{ program: 'day-center', position: 1 }]);
  });

  it('lists each waiting patient once, at positions from 1 without a gap, whatever was entered in whatever order', async () => {
    const entry = fc.record({
      day: fc.integer({ min: 5, max: 28 }),
      priority: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }),
      site: fc.constantFrom('north', 'south'),
      answer: fc.constantFrom('none', 'decline', 'lapse', 'leave', 'accept'),
    });
    const property = fc.asyncProperty(fc.array(entry, { maxLength: 8 }), async (entries) => {
      const clinic = createClinic(SMALL, { today: '2026-01-30' });
      for (const [index, { day, priority, site, answer }] of entries.entries()) {
        const episode = `w-${index}`;
        const on = `2026-01-${String(day).padStart(2, '0')}`;
        await clinic.must({ type: 'Refer', episode, patient: episode, site, on: '2026-01-05' });
        await clinic.must({
          ...join,
          episode,
          on,
          afterOffer: 'end-of-list',
          ...(priority ? { priority } : {}),
        });
        if (answer === 'leave') await clinic.must({ type: 'RemoveFromWaitlist', episode, reason: 'r' });
        if (answer === 'none' || answer === 'leave') continue;
        await clinic.must({
          type: 'OfferPlace',
          episode,
          on,
          until: '2026-01-29',
          override: true,
          reason: 'r',
        });
        if (answer === 'decline') await clinic.must({ type: 'DeclineOffer', episode, on });
        if (answer === 'accept') await clinic.must({ type: 'AcceptOffer', episode, on: '2026-01-29' });
      }
      const rows = await clinic.engine.waitlist();
      const listed = entries.flatMap(({ answer }, index) => (answer === 'leave' ? [] : [`w-${index}`]));
      expect(rows.map(({ episode }) => episode).sort()).toEqual(listed.sort());
      for (const site of ['north', 'south']) {
        const own = rows.filter((row) => row.site === site);
        expect(own.map(({ position }) => position)).toEqual(own.map((_, index) => index + 1));
        expect(own.map(({ priority }) => priority ?? 99)).toEqual(
          own.map((r) => r.priority ?? 99).sort((a, b) => a - b),
        );
      }
      for (const row of rows) expect(row.offerUntil === null || row.offerUntil >= '2026-01-30').toBe(true);
    });
    await fc.assert(property, { numRuns: 30 });
  });
});

describe('A decision on a program', () => {
  it('is signed, and needs a reason where it is not the first that was recommended', async () => {
    const clinic = await referred({
      type: 'RecordIntake',
      intake: { age: 34, conditions: ['substance-use'] },
    });
    const decide = { type: 'DecidePlacement', recommended: ['evening-iop', 'day-center'] } as const;
    expect(await clinic.refused({ ...decide, program: 'day-center' })).toBe('reason-needed');
    const fact = await clinic.must({ ...decide, program: 'day-center', reason: 'lives next door' });
    const { records } = { records: (await clinic.engine.exportEpisode('e-1')) as unknown };
    expect(JSON.stringify(records)).toContain('"age":34');
    expect((await clinic.engine.history('e-1')).find(({ version }) => version === fact)).toMatchObject({
      event: { by: 'counselor-1', role: 'counselor', program: 'day-center' },
    });
  });
});
