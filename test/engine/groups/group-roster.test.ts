import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSqliteStore } from '../../../src/adapters/sqlite/open-sqlite-store.ts';
import type { RosterRow } from '../../../src/engine/groups/group-command.ts';
import { createGroupClinic, EVENING } from './group-clinic.ts';

const FIRST = '2026-01-05T18:00';
const many = (n: number) => Array.from({ length: n }, (_, i) => `e-${i + 1}`);

async function opened(
  episodes: readonly string[] = ['e-1', 'e-2', 'e-3'],
  store?: Parameters<typeof createGroupClinic>[0],
) {
  const clinic = createGroupClinic(store);
  await clinic.mustGroup({ type: 'DefineGroup', definition: EVENING });
  await clinic.fill(episodes);
  return clinic;
}

describe('a roster', () => {
  it('says of everybody but three that they were there, and each row is a fact of that patient', async () => {
    const clinic = await opened(many(5));
    const outcome = await clinic.mustGroup({
      type: 'RecordRoster',
      meeting: FIRST,
      others: 'attended',
      guests: 2,
      rows: [
        { episode: 'e-1', status: 'late', minutesMissed: 20 },
        { episode: 'e-2', status: 'excused', reason: 'child is ill' },
        { episode: 'e-3', status: 'absent' },
      ],
    });
    expect(outcome.rows?.map((row) => [row.episode, row.accepted && row.session])).toEqual([
      ['e-1', 1],
      ['e-2', 1],
      ['e-3', 1],
      ['e-4', 1],
      ['e-5', 1],
    ]);
    const history = await clinic.engine.history('e-1');
    expect(history.at(-1)).toMatchObject({ on: '2026-01-05' });
    const { lines, guests, meeting } = await clinic.engine.groups.roster('evening', FIRST);
    expect(guests).toBe(2);
    expect(meeting.status).toBe('held');
    expect(lines.map(({ recorded }) => [recorded?.status, recorded?.minutes, recorded?.reason])).toEqual([
      ['late', 70, null],
      ['excused', null, 'child is ill'],
      ['absent', null, null],
      ['attended', null, null],
      ['attended', null, null],
    ]);
    const track = (await clinic.engine.status('e-4')).tracks.find(({ id }) => id === 'relapse-prevention');
    expect(track).toMatchObject({ done: [1], minutes: 90 });
    expect(await clinic.store.verify()).toMatchObject({ ok: true });
  });

  it('is corrected row by row, a month later', async () => {
    const clinic = await opened();
    const { rows = [] } = await clinic.mustGroup({
      type: 'RecordRoster',
      meeting: FIRST,
      others: 'attended',
    });
    clinic.on('2026-02-05');
    const fact = rows[1]?.accepted ? rows[1].fact : 0;
    await clinic.must({
      type: 'Amend',
      episode: 'e-2',
      fact,
      change: { status: 'absent' },
      reason: 'mixed up',
    });
    await clinic.must({
      type: 'Void',
      episode: 'e-3',
      fact: rows[2]?.accepted ? rows[2].fact : 0,
      reason: 'mixed up',
    });
    const { lines } = await clinic.engine.groups.roster('evening', FIRST);
    expect(lines.map((line) => [line.recorded?.status, line.corrected])).toEqual([
      ['attended', false],
      ['absent', true],
      [undefined, true],
    ]);
  });

  it('gives each the credit of his own curriculum', async () => {
    const clinic = await opened(['e-1']);
    await clinic.must({ type: 'Admit', episode: 'e-2', patient: 'p-2', curriculum: 'generic-iop' });
    const phases = (await clinic.engine.status('e-2')).allowed.map(({ type }) => type);
    expect(phases).toContain('RecordAttendance');
    await clinic.mustGroup({ type: 'JoinGroup', episode: 'e-2' });
    const { lines } = await clinic.engine.groups.roster('evening', FIRST);
    expect(lines.map(({ credit }) => credit)).toEqual([
      { track: 'relapse-prevention', session: 1 },
      { track: 'process-group', session: 4 },
    ]);
    const rows = [{ episode: 'e-2', status: 'attended', makeUp: true }];
    const outcome = await clinic.mustGroup({
      type: 'RecordRoster',
      meeting: FIRST,
      others: 'attended',
      rows,
    });
    expect(outcome.rows).toMatchObject([
      { episode: 'e-2', track: 'process-group', session: 4 },
      { episode: 'e-1', track: 'relapse-prevention', session: 1 },
    ]);
    clinic.on('2026-01-19');
    const later = await clinic.mustGroup({
      type: 'RecordRoster',
      meeting: '2026-01-19T18:00',
      others: 'attended',
    });
    expect(later.rows).toMatchObject([
      { episode: 'e-1', session: 5 },
      { episode: 'e-2', session: null, track: null },
    ]);
    expect(JSON.stringify(await clinic.engine.history('e-2'))).toContain('without credit');
  });

  it('refuses all where one row is refused, names each, and records the rest where told to', async () => {
    const clinic = await opened();
    const rows: RosterRow[] = [
      { episode: 'e-1', status: 'left-early' },
      { episode: 'e-2', status: 'excused' },
      { episode: 'e-9', status: 'attended' },
    ];
    const refused = await clinic.group({ type: 'RecordRoster', meeting: FIRST, others: 'attended', rows });
    expect(refused).toMatchObject({ accepted: false, refusal: { code: 'rows-refused' } });
    expect(refused.accepted || refused.rows?.map((row) => (row.accepted ? null : row.refusal.code))).toEqual([
      'minutes-needed',
      'reason-needed',
      'unknown-episode',
      null,
    ]);
    expect(await clinic.store.read('group:evening')).toHaveLength(4);
    await clinic.mustGroup({ type: 'RecordRoster', meeting: FIRST, others: 'attended', rows, partial: true });
    const { lines } = await clinic.engine.groups.roster('evening', FIRST);
    expect(lines.map(({ recorded }) => recorded?.status)).toEqual([undefined, undefined, 'attended']);
    const forgotten = { type: 'RecordRoster', meeting: FIRST, add: true } as const;
    await clinic.mustGroup({ ...forgotten, rows: [{ episode: 'e-1', status: 'left-early', minutes: 40 }] });
    const again = [{ episode: 'e-3', status: 'absent' }];
    expect(await clinic.refusedGroup({ ...forgotten, rows: again })).toBe('row-twice');
  });

  it('takes those who walk in only where it is said, and names guests only where they agreed', async () => {
    const clinic = await opened(['e-1']);
    await clinic.fill(['e-2']);
    await clinic.mustGroup({ type: 'LeaveGroup', episode: 'e-2' });
    const row = { episode: 'e-2', status: 'attended' };
    const roster = (more: object) => ({
      type: 'RecordRoster' as const,
      meeting: FIRST,
      rows: [{ ...row, ...more }],
    });
    const code = async (more: object) => {
      const outcome = await clinic.group(roster(more));
      const [first] = outcome.rows ?? [];
      return first?.accepted === false ? first.refusal.code : 'accepted';
    };
    expect(await code({})).toBe('not-in-group');
    expect(await code({ walkIn: true, guests: { count: 1, names: ['Ana'] } })).toBe('consent-needed');
    const guests = { count: 2, names: ['Ana'], agreed: true };
    await clinic.mustGroup(roster({ walkIn: true, guests }));
    const { lines } = await clinic.engine.groups.roster('evening', FIRST);
    expect(lines.find(({ episode }) => episode === 'e-2')).toMatchObject({
      as: 'walk-in',
      recorded: { guests: 2 },
    });
    expect(JSON.stringify(await clinic.engine.history('e-2'))).toContain('Ana');
    expect(JSON.stringify(await clinic.store.read('group:evening'))).not.toContain('Ana');
  });

  it('leaves out who is on leave or gone, unless he has a row', async () => {
    const clinic = await opened();
    await clinic.must({ type: 'StartLeave', episode: 'e-1' });
    await clinic.must({
      type: 'Discharge',
      episode: 'e-2',
      discharge: 'completed',
      role: 'supervisor',
      reason: 'moved',
    });
    const outcome = await clinic.mustGroup({ type: 'RecordRoster', meeting: FIRST, others: 'attended' });
    expect(outcome.leftOut).toEqual([
      { episode: 'e-1', reason: 'on-leave' },
      { episode: 'e-2', reason: 'discharged' },
    ]);
    expect(outcome.rows?.map(({ episode }) => episode)).toEqual(['e-3']);
  });

  it('counts once, however often it is delivered with its key', async () => {
    const clinic = await opened();
    const roster = { type: 'RecordRoster', meeting: FIRST, others: 'attended', key: 'k-1' } as const;
    const first = await clinic.mustGroup(roster);
    expect(await clinic.mustGroup(roster)).toEqual({ ...first, repeated: true });
    await expect(clinic.group({ ...roster, others: 'absent' })).rejects.toMatchObject({
      code: 'idempotency-key-reused',
    });
    expect(await clinic.refusedGroup({ ...roster, key: 'k-2' })).toBe('meeting-held');
  });

  it('is taken back as a whole, with all its facts', async () => {
    const clinic = await opened();
    const before = await clinic.engine.status('e-3');
    await clinic.mustGroup({ type: 'RecordRoster', meeting: FIRST, others: 'attended' });
    await clinic.mustGroup({ type: 'VoidRoster', meeting: FIRST, reason: 'wrong group' });
    const after = await clinic.engine.status('e-3');
    expect({ ...after, version: 0 }).toEqual({ ...before, version: 0 });
    expect(await clinic.refusedGroup({ type: 'VoidRoster', meeting: FIRST, reason: 'x' })).toBe(
      'meeting-not-held',
    );
    await clinic.mustGroup({ type: 'RecordRoster', meeting: FIRST, others: 'absent' });
    clinic.on('2026-01-06');
    expect(
      await clinic.refusedGroup({ type: 'RecordRoster', meeting: '2026-01-09T18:00', others: 'attended' }),
    ).toBe('in-the-future');
  });

  it('comes to the same as the same attendances recorded one by one', async () => {
    const status = fc.constantFrom('attended', 'late', 'absent', 'excused') as fc.Arbitrary<
      RosterRow['status']
    >;
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(status, status), { minLength: 1, maxLength: 5 }), async (weeks) => {
        const ids = ['e-1', 'e-2'];
        const [one, other] = [await opened(ids), await opened(ids)];
        for (const [i, statuses] of weeks.entries()) {
          const day = `2026-01-${String(5 + 7 * Math.floor(i / 2) + 4 * (i % 2)).padStart(2, '0')}`;
          one.on(day);
          other.on(day);
          const rows = ids.map((episode, n) => ({ episode, status: statuses[n]!, reason: 'why' }));
          await one.mustGroup({ type: 'RecordRoster', meeting: `${day}T18:00`, rows });
          const fact = {
            type: 'RecordAttendance',
            track: 'relapse-prevention',
            session: i + 1,
            at: '18:00',
          } as const;
          for (const row of rows) await other.must({ ...fact, ...row });
        }
        for (const id of ids) expect(await one.engine.status(id)).toEqual(await other.engine.status(id));
      }),
      { numRuns: 15 },
    );
  });
});

describe('a roster of twelve in a file', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'stepwell-roster-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('is one transaction of the record, and reads the same from the file', async () => {
    const store = openSqliteStore({ file: join(folder, 'clinic.db'), create: true });
    const clinic = await opened(many(12), store);
    const before = (await store.outsideHead()).count;
    await clinic.mustGroup({ type: 'RecordRoster', meeting: FIRST, others: 'attended' });
    expect((await store.outsideHead()).count - before).toBe(13);
    const again = createGroupClinic(store);
    expect(await again.engine.groups.roster('evening', FIRST)).toEqual(
      await clinic.engine.groups.roster('evening', FIRST),
    );
    expect(await store.verify()).toMatchObject({ ok: true, episodes: 12 });
    await store.close();
  });
});
