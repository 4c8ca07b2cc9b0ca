import { describe, expect, it } from 'vitest';
import { createMemoryEventStore } from '../../src/adapters/memory/memory-event-store.ts';
import type { EventStore } from '../../src/engine/event-store.ts';
import type { Notice } from '../../src/engine/outcome.ts';
import { createClinic, type Loose } from '../generators/clinic.ts';
import { smallCurriculum } from '../generators/small-curriculum.ts';

const SMALL = smallCurriculum();
const admit: Loose = { type: 'Admit', patient: 'p', curriculum: 'small-iop' };
const welcome: Loose = { type: 'RecordAttendance', track: 'individual', session: 1, status: 'attended' };

describe('what the clock had recorded', () => {
  it('says in the history where it no longer follows from the record, and again where it does', async () => {
    const clinic = createClinic(SMALL);
    await clinic.must(admit);
    await clinic.on('2026-01-20').engine.advanceClock('2026-01-20');
    const clock = async () =>
      (await clinic.engine.history('e-1')).flatMap(({ event, standing }) =>
        event.type === 'DeadlineReached' && event.deadline.startsWith('monitor/') ? [standing] : [],
      );
    expect(await clock()).toEqual(['clock']);
    const late = await clinic.must({ type: 'RecordContact', reached: true, on: '2026-01-12' });
    expect(await clock()).toEqual(['clock-obsolete']);
    await clinic.must({ type: 'Void', fact: late, reason: 'another patient' });
    expect(await clock()).toEqual(['clock']);
  });
});

describe('a held fact that takes effect', () => {
  it('is told to subscribers once, by the clock of its day', async () => {
    const clinic = createClinic(SMALL);
    await clinic.must(admit);
    await clinic
      .on('2026-01-06')
      .must({ type: 'StartLeave', on: '2026-01-08', expectedReturn: '2026-01-12' });
    const heard: Notice[] = [];
    clinic.engine.subscribe((notice) => heard.push(notice));
    await clinic.on('2026-01-07').engine.advanceClock('2026-01-07');
    expect(heard).toEqual([]);
    await clinic.on('2026-01-08').engine.advanceClock('2026-01-08');
    expect(heard).toMatchObject([{ episode: 'e-1', changes: [{ on: '2026-01-08', text: 'On leave' }] }]);
    await clinic.engine.advanceClock('2026-01-08');
    expect(heard).toHaveLength(1);
  });

  it('changes nothing in what a later command reports, whether or not somebody looked in between', async () => {
    const told = async (looks: boolean) => {
      const clinic = createClinic(SMALL);
      await clinic.must(admit);
      await clinic.on('2026-01-06').must({ type: 'StartLeave', on: '2026-01-08' });
      clinic.on('2026-01-09');
      if (looks) await clinic.engine.status('e-1');
      const outcome = await clinic.tell({ type: 'AddNote', text: 'called' });
      return outcome.accepted ? outcome.changes : null;
    };
    expect(await told(true)).toEqual([]);
    expect(await told(false)).toEqual([]);
  });
});

describe('a voided fact', () => {
  it('lists what no longer holds among its changes', async () => {
    const clinic = createClinic(SMALL);
    await clinic.must(admit);
    const met = await clinic.on('2026-01-06').must(welcome);
    const outcome = await clinic.tell({ type: 'Void', fact: met, reason: 'another patient' });
    expect(outcome).toMatchObject({
      accepted: true,
      changes: [{ on: '2026-01-06', kind: 'track', from: 'underway', to: 'not-started' }],
    });
  });
});

describe('the clock', () => {
  it('looks after everybody else where one episode cannot be written, and names that one', async () => {
    const memory = createMemoryEventStore();
    const store: EventStore = {
      ...memory,
      append: (writes, key) =>
        writes.some(({ episode, events }) => episode === 'e-2' && events.length !== 1)
          ? Promise.reject(new Error('no room for this one'))
          : memory.append(writes, key),
    };
    const clinic = createClinic(SMALL, { store });
    for (const episode of ['e-1', 'e-2', 'e-3']) await clinic.must({ ...admit, episode });
    const report = await clinic.on('2026-02-20').engine.advanceClock('2026-02-20');
    expect(report.touched).toBeGreaterThanOrEqual(2);
    expect(report.failed).toEqual([{ episode: 'e-2', code: 'unexpected', message: 'no room for this one' }]);
    const rows = await clinic.engine.caseload();
    expect(rows.map(({ asOf }) => asOf)).toEqual(['2026-02-20', '2026-01-05', '2026-02-20']);
  });

  it('does not list due work up to a day that is none', async () => {
    await expect(createClinic(SMALL).engine.due({ upTo: '2026-02-30' })).rejects.toMatchObject({
      code: 'invalid-command',
    });
  });
});

describe('a key whose episode was erased', () => {
  it('is not taken for one that was used for another request', async () => {
    const clinic = createClinic(SMALL);
    const commands = [{ episode: 'e-1', ...admit }] as never[];
    await clinic.engine.execute(commands, { key: 'k' });
    await clinic.engine.erase('e-1', { reason: 'a law requires it' });
    await expect(clinic.engine.execute(commands, { key: 'k' })).rejects.toMatchObject({
      code: 'not-found',
      message: 'the answer to this key was erased with its episode',
    });
  });
});
