import { beforeEach, describe, expect, it } from 'vitest';
import { createMemoryEventStore } from '../../src/adapters/memory/memory-event-store.ts';
import type { AppointmentCommand } from '../../src/engine/appointments/appointment-command.ts';
import { saidElsewhere } from '../../src/engine/said-elsewhere.ts';
import { createGroupClinic, EVENING, type GroupClinic } from './groups/group-clinic.ts';

const DAYS = { from: '2026-01-01', to: '2026-02-01' };
const MEETING = '2026-01-05T18:00';
const MATRIX = 'matrix-iop';

/** Two engines on one store: one that has read everything, and one by which e-2 is erased. */
let clinic: GroupClinic;
let other: GroupClinic;

const appointment = (command: object, key?: string) =>
  clinic.engine.appointments.execute(command as AppointmentCommand, key === undefined ? {} : { key });
const about = (type: string, id: string, more: object = {}) => ({
  type,
  appointment: id,
  reason: 'ill',
  ...more,
});
const erase = () => other.engine.erase('e-2', { reason: 'order 12' });

beforeEach(async () => {
  const store = createMemoryEventStore();
  clinic = createGroupClinic(store);
  other = createGroupClinic(store);
  await clinic.mustGroup({ type: 'DefineGroup', definition: { ...EVENING, capacity: 3 } });
  await clinic.fill(['e-1', 'e-2']);
});

/** A clinic in which e-2 is erased after something was decided and before it is written. */
function racing(): GroupClinic {
  const { append } = clinic.store;
  let once = true;
  return createGroupClinic({
    ...clinic.store,
    append: async (...asked) => {
      if (once) await erase();
      once = false;
      return append(...asked);
    },
  });
}

describe('an appointment of an episode that was erased', () => {
  beforeEach(async () => {
    const booking = { type: 'BookAppointment', episode: 'e-2', start: '10:00', counselor: 'lee' } as const;
    for (const date of ['2026-01-06', '2026-01-07', '2026-01-08'])
      await appointment({ ...booking, date, site: 'north' });
    for (const { on } of [clinic, other]) on('2026-01-06');
    expect(
      (await appointment({ type: 'KeepAppointment', appointment: '2026-01-06-1' }, 'kept')).accepted,
    ).toBe(true);
    const moved = about('MoveAppointment', '2026-01-07-1', { date: '2026-01-09' });
    expect((await appointment(moved, 'moved')).accepted).toBe(true);
  });

  it('is in no list and takes no command any more, whatever became of it', async () => {
    expect(await clinic.engine.appointments.list(DAYS)).toHaveLength(3);
    await erase();
    expect(await clinic.engine.appointments.list(DAYS)).toEqual([]);
    expect(await clinic.engine.appointments.list({ ...DAYS, episode: 'e-2' })).toEqual([]);
    const before = (await clinic.store.outsideHead()).count;
    const commands = [
      about('ReopenAppointment', '2026-01-06-1'),
      about('MoveAppointment', '2026-01-07-1', { start: '11:00' }),
      about('CancelAppointment', '2026-01-08-1'),
      { type: 'KeepAppointment', appointment: '2026-01-06-1' },
      about('MissAppointment', '2026-01-06-1'),
    ];
    for (const command of commands) {
      await expect(appointment(command)).rejects.toMatchObject({ code: 'not-found' });
      await expect(clinic.engine.appointments.preview(command as AppointmentCommand)).rejects.toMatchObject({
        code: 'not-found',
      });
    }
    await expect(clinic.engine.appointments.status('2026-01-08-1')).rejects.toMatchObject({
      code: 'not-found',
    });
    expect((await clinic.store.outsideHead()).count).toBe(before);
  });

  it('gives no answer a second time', async () => {
    await erase();
    const moved = about('MoveAppointment', '2026-01-07-1', { date: '2026-01-09' });
    await expect(appointment(moved, 'moved')).rejects.toMatchObject({ code: 'not-found' });
    for (const key of ['kept', 'moved'])
      expect(await clinic.store.answer(key)).toEqual({ fingerprint: '', answer: 'null' });
  });

  it('stays in the record, and what stays is named', async () => {
    await appointment({
      ...{ type: 'BookAppointment', episode: 'e-1', date: '2026-01-09', start: '12:00' },
      ...{ counselor: 'lee', site: 'north' },
    });
    await erase();
    const said = await saidElsewhere(clinic.store, 'e-2');
    expect(said.map(({ stream, type }) => [stream, type])).toEqual([
      ['appointments:2026-01-06', 'AppointmentBooked'],
      ['appointments:2026-01-06', 'AppointmentKept'],
      ['appointments:2026-01-07', 'AppointmentBooked'],
      ['appointments:2026-01-07', 'AppointmentMoved'],
      ['appointments:2026-01-08', 'AppointmentBooked'],
      ['appointments:2026-01-09', 'AppointmentExpected'],
      ['group:evening', 'MemberJoined'],
    ]);
    expect(await saidElsewhere(clinic.store, 'e-3')).toEqual([]);
  });

  it('leaves its name taken', async () => {
    await erase();
    const booked = await appointment({
      ...{ type: 'BookAppointment', episode: 'e-1', date: '2026-01-08', start: '12:00' },
      ...{ counselor: 'lee', site: 'north' },
    });
    expect(booked).toMatchObject({ accepted: true, appointment: { appointment: '2026-01-08-2' } });
  });

  it('is not moved by whoever read it just before it was erased', async () => {
    const move = about('MoveAppointment', '2026-01-08-1', { start: '11:00' });
    const moving = racing().engine.appointments.execute(move as AppointmentCommand);
    await expect(moving).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('a group of which a patient was erased', () => {
  it('has him among its members, on its rosters and in its warnings no more, and his place is free', async () => {
    const rows = ['e-1', 'e-2'].map((episode) => ({ episode, status: 'attended' }));
    await clinic.mustGroup({ type: 'RecordRoster', meeting: MEETING, rows });
    await clinic.fill(['e-3']);
    await clinic.must({ type: 'Admit', episode: 'e-4', patient: 'p-4', curriculum: MATRIX });
    const { groups } = clinic.engine;
    expect((await groups.status('evening')).placesFree).toBe(0);
    await groups.coverage(MATRIX);
    await erase();
    const { members, placesFree } = await groups.status('evening');
    expect({ members: members.map(({ episode }) => episode), placesFree }).toEqual({
      members: ['e-1', 'e-3'],
      placesFree: 1,
    });
    for (const meeting of [MEETING, '2026-01-09T18:00'])
      expect(JSON.stringify(await groups.roster('evening', meeting))).not.toContain('e-2');
    expect((await groups.held('evening')).get(MEETING)?.rows.map(({ episode }) => episode)).toEqual(['e-1']);
    expect(JSON.stringify(await groups.list())).not.toContain('e-2');
    expect(await groups.list({ episode: 'e-2' })).toEqual([]);
    expect(await groups.meetings({ ...DAYS, episode: 'e-2' })).toEqual([]);
    await clinic.mustGroup({ type: 'JoinGroup', episode: 'e-4' });
    for (const type of ['JoinGroup', 'LeaveGroup'] as const)
      expect(['unknown-episode', 'not-in-group']).toContain(
        await clinic.refusedGroup({ type, episode: 'e-2' }),
      );
    await clinic.mustGroup({
      type: 'RecordRoster',
      meeting: MEETING,
      add: true,
      rows: [{ ...rows[0], episode: 'e-3' }],
    });
    expect((await other.engine.groups.held('evening')).get(MEETING)?.rows).toHaveLength(2);
  });

  it('lets nobody who was erased wait for a place, and remembers no answer that names him', async () => {
    await clinic.fill(['e-3']);
    for (const episode of ['e-4', 'e-5'])
      await clinic.must({ type: 'Admit', episode, patient: `p-${episode}`, curriculum: MATRIX });
    await clinic.mustGroup({ type: 'LeaveGroup', episode: 'e-2' });
    await clinic.mustGroup({ type: 'JoinGroup', episode: 'e-4' });
    for (const episode of ['e-2', 'e-5']) await clinic.mustGroup({ type: 'JoinGroup', episode, wait: true });
    const left = await clinic.mustGroup({
      type: 'LeaveGroup',
      episode: 'e-3',
      from: '2026-01-06',
      key: 'left',
    });
    expect(left.warnings).toMatchObject([{ code: 'place-free', episode: 'e-2' }]);
    await erase();
    expect((await clinic.engine.groups.status('evening')).waiting.map(({ episode }) => episode)).toEqual([
      'e-5',
    ]);
    expect(await clinic.store.answer('left')).toEqual({ fingerprint: '', answer: 'null' });
    const next = await clinic.mustGroup({ type: 'LeaveGroup', episode: 'e-1', from: '2026-01-06' });
    expect(next.warnings).toMatchObject([{ episode: 'e-5' }]);
  });

  it('records no more of him who is erased in the same moment', async () => {
    expect(await racing().refusedGroup({ type: 'LeaveGroup', episode: 'e-2' })).toBe('not-in-group');
  });

  it('has its answers filed under all whom they or their commands name', async () => {
    const filed: (readonly string[] | undefined)[] = [];
    const filing = createGroupClinic({
      ...clinic.store,
      append: (writes, idempotent) => {
        filed.push(idempotent?.episodes);
        return clinic.store.append(writes, idempotent);
      },
    });
    const rows = [{ episode: 'e-1', status: 'attended' }];
    await filing.mustGroup({ type: 'RecordRoster', meeting: MEETING, rows, others: 'absent', key: 'r' });
    expect(filed).toEqual([['e-1', 'e-2']]);
  });

  it('is itself never taken for an episode', async () => {
    await expect(clinic.engine.erase('group:evening', { reason: 'order 12' })).rejects.toMatchObject({
      code: 'not-found',
    });
    expect((await clinic.engine.groups.status('evening')).members).toHaveLength(2);
  });
});
