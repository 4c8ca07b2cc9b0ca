import { describe, expect, it } from 'vitest';
import { createMemoryEventStore } from '../../../src/adapters/memory/memory-event-store.ts';
import type { AppointmentCommand } from '../../../src/engine/appointments/appointment-command.ts';
import type { Engine } from '../../../src/index.ts';
import { createGroupClinic, EVENING } from '../groups/group-clinic.ts';

type Loose = { readonly type: AppointmentCommand['type']; readonly [field: string]: unknown };

const told = (engine: Engine) => ({
  tell: (command: Loose) => engine.appointments.execute(command as unknown as AppointmentCommand),
  async must(command: Loose) {
    const outcome = await engine.appointments.execute(command as unknown as AppointmentCommand);
    if (!outcome.accepted) throw new Error(`${command.type}: ${JSON.stringify(outcome.refusal)}`);
    return outcome;
  },
  async refused(command: Loose) {
    const outcome = await engine.appointments.execute(command as unknown as AppointmentCommand);
    if (outcome.accepted) throw new Error(`${command.type} was accepted`);
    return outcome.refusal;
  },
});

/** Two patients of kim, one of them in her evening group; 2026-01-05, a Monday. */
async function opened() {
  const clinic = createGroupClinic();
  await clinic.mustGroup({ type: 'DefineGroup', definition: EVENING });
  await clinic.fill(['e-1']);
  const admit = { type: 'Admit', curriculum: 'matrix-iop', counselor: 'kim', site: 'north' } as const;
  await clinic.must({ ...admit, episode: 'e-2', patient: 'p-2' });
  return { clinic, ...told(clinic.engine) };
}

const BOOK: Loose = {
  type: 'BookAppointment',
  episode: 'e-2',
  date: '2026-01-07',
  start: '10:00',
};

describe('an appointment', () => {
  it('is booked with what the record of the patient says, and named by its day', async () => {
    const { clinic, must } = await opened();
    const { appointment } = await must(BOOK);
    expect(appointment).toMatchObject({
      appointment: '2026-01-07-1',
      ...{ episode: 'e-2', counselor: 'kim', site: 'north', timeZone: 'America/New_York' },
      ...{ kind: 'individual', track: 'individual-conjoint', status: 'booked', sequence: 0 },
    });
    expect(appointment.startsAt).toBe(Date.UTC(2026, 0, 7, 15));
    expect(await clinic.engine.appointments.status('2026-01-07-1')).toEqual(appointment);
    expect(
      await clinic.engine.appointments.list({ from: '2026-01-01', to: '2026-02-01', counselor: 'kim' }),
    ).toEqual([appointment]);
  });

  it('that is kept counts in the track of the patient, in one transaction, and once', async () => {
    const { clinic, must, refused } = await opened();
    await must(BOOK);
    expect((await refused({ type: 'KeepAppointment', appointment: '2026-01-07-1' })).code).toBe(
      'in-the-future',
    );
    clinic.on('2026-01-07');
    const { appointment, recorded } = await must({ type: 'KeepAppointment', appointment: '2026-01-07-1' });
    expect(recorded?.events[0]?.event).toMatchObject({
      ...{ type: 'AttendanceRecorded', track: 'individual-conjoint', session: 1 },
      ...{ status: 'attended', on: '2026-01-07', at: '10:00' },
    });
    expect(appointment).toMatchObject({ status: 'kept', fact: recorded?.events[0]?.version });
    const track = (await clinic.engine.status('e-2')).tracks.find(({ id }) => id === 'individual-conjoint');
    expect(track?.done).toEqual([1]);
    expect((await refused({ type: 'KeepAppointment', appointment: '2026-01-07-1' })).code).toBe(
      'appointment-closed',
    );
  });

  it('that was kept by mistake is taken back, with its attendance', async () => {
    const { clinic, must } = await opened();
    await must(BOOK);
    clinic.on('2026-01-07');
    await must({ type: 'KeepAppointment', appointment: '2026-01-07-1' });
    const reopened = await must({
      type: 'ReopenAppointment',
      appointment: '2026-01-07-1',
      reason: 'it was another patient',
    });
    expect(reopened.appointment).toMatchObject({ status: 'booked', fact: null });
    const track = (await clinic.engine.status('e-2')).tracks.find(({ id }) => id === 'individual-conjoint');
    expect(track?.done).toEqual([]);
  });

  it('that was missed or cancelled late is an absence, one cancelled in time is not', async () => {
    const { clinic, must } = await opened();
    await must(BOOK);
    await must({ ...BOOK, date: '2026-01-08' });
    await must({ ...BOOK, date: '2026-01-09' });
    clinic.on('2026-01-09');
    const missed = await must({ type: 'MissAppointment', appointment: '2026-01-07-1' });
    expect(missed.recorded?.events[0]?.event).toMatchObject({ status: 'absent', session: 1 });
    const cancel = { type: 'CancelAppointment', reason: 'work', cancelledBy: 'patient' } as const;
    const late = await must({ ...cancel, appointment: '2026-01-08-1', late: true });
    expect(late.recorded?.events[0]?.event).toMatchObject({ status: 'absent', reason: 'work' });
    expect(late.appointment).toMatchObject({ status: 'cancelled', late: true });
    const early = await must({ ...cancel, appointment: '2026-01-09-1' });
    expect(early.recorded).toBeNull();
  });

  it('never takes up a patient, a counselor or a room twice, and says what stands in the way', async () => {
    const { must, refused } = await opened();
    await must({ ...BOOK, date: '2026-01-05', start: '09:00', place: 'room 2' });
    const taken = { ...BOOK, date: '2026-01-05', start: '18:30' };
    expect(await refused(taken)).toEqual({
      code: 'double-booked',
      message:
        'kim is taken on 2026-01-05 at 18:00 by Relapse prevention, evenings; say why it is booked all the same, or take another',
    });
    const elsewhere = { ...taken, counselor: 'lee' };
    expect((await refused({ ...elsewhere, place: 'room 2' })).message).toContain('room room 2 is taken');
    expect((await refused({ ...elsewhere, episode: 'e-1', site: 'north' })).message).toContain('episode e-1');
    expect((await refused({ ...elsewhere, episode: 'e-1', site: 'north', override: 'crisis' })).code).toBe(
      'double-booked',
    );
    const overridden = await must({ ...taken, override: 'crisis' });
    expect(overridden.warnings).toHaveLength(1);
    expect(
      (await refused({ ...BOOK, date: '2026-01-05', start: '09:30', counselor: 'lee' })).message,
    ).toContain('appointment 2026-01-05-1');
  });

  it('keeps a group from its counselor and its room', async () => {
    const { clinic, must } = await opened();
    await must({ ...BOOK, date: '2026-01-13', start: '10:00', place: 'room 3', counselor: 'lee' });
    const morning = {
      ...{ ...EVENING, place: 'room 3', leader: 'ann' },
      times: [{ rule: 'FREQ=WEEKLY;BYDAY=TU', start: '09:30', minutes: 60 }],
    };
    const define = { type: 'DefineGroup', group: 'morning', definition: morning } as const;
    expect(await clinic.refusedGroup(define)).toBe('double-booked');
    await must({ type: 'CancelAppointment', appointment: '2026-01-13-1', reason: 'moved away' });
    await clinic.mustGroup(define);
  });

  it('takes up neither counselor nor room once its patient is discharged or erased, for other patients and for groups', async () => {
    const { clinic, must, refused } = await opened();
    for (const start of ['09:00', '10:00'])
      await must({ ...BOOK, date: '2026-01-13', start, place: 'room 3' });
    const place = {
      ...BOOK,
      episode: 'e-1',
      site: 'north',
      counselor: 'kim',
      date: '2026-01-13',
      place: 'room 3',
    };
    expect((await refused({ ...place, start: '09:00' })).code).toBe('double-booked');
    await clinic.must({ type: 'Discharge', episode: 'e-2', discharge: 'dropped-out' });
    await must({ ...place, start: '09:00' });
    const times = [{ rule: 'FREQ=WEEKLY;BYDAY=TU', start: '10:00', minutes: 60 }];
    const definition = { ...EVENING, place: 'room 3', leader: 'ann', times };
    await clinic.mustGroup({ type: 'DefineGroup', group: 'morning', definition });
    await clinic.must({
      type: 'Admit',
      curriculum: 'matrix-iop',
      episode: 'e-3',
      patient: 'p-3',
      site: 'north',
    });
    await must({ ...place, episode: 'e-3', counselor: 'lee', start: '13:00' });
    await clinic.engine.erase('e-3', { reason: 'asked for' });
    await must({ ...place, start: '13:00' });
  });

  it('keeps its name on another day, and is there and nowhere else', async () => {
    const { clinic, must, refused } = await opened();
    await must(BOOK);
    const move = { type: 'MoveAppointment', appointment: '2026-01-07-1', reason: 'snow' } as const;
    expect((await refused({ ...move, date: '2026-01-07' })).code).toBe('dates-contradict');
    const { appointment } = await must({ ...move, date: '2026-01-14', start: '11:00' });
    expect(appointment).toMatchObject({ date: '2026-01-14', start: '11:00', moved: true, sequence: 1 });
    const on = async (from: string, to = from) =>
      (await clinic.engine.appointments.list({ from, to })).map((one) => one.appointment);
    expect(await on('2026-01-07')).toEqual([]);
    expect(await on('2026-01-14')).toEqual(['2026-01-07-1']);
    await must({ ...move, date: '2026-01-15' });
    await must({ ...move, date: '2026-01-14' });
    expect(await on('2026-01-01', '2026-02-01')).toEqual(['2026-01-07-1']);
    expect((await refused({ ...BOOK, date: '2026-01-14', start: '11:30' })).code).toBe('double-booked');
  });

  it('follows the clocks of the site over summer time, and has no time that they leave out', async () => {
    const { must, refused } = await opened();
    const [before, after] = [
      await must({ ...BOOK, date: '2026-03-07' }),
      await must({ ...BOOK, date: '2026-03-09' }),
    ];
    expect(before.appointment.startsAt).toBe(Date.UTC(2026, 2, 7, 15));
    expect(after.appointment.startsAt).toBe(Date.UTC(2026, 2, 9, 14));
    expect((await refused({ ...BOOK, date: '2026-03-08', start: '02:30' })).code).toBe('no-such-time');
  });

  it('is refused to one whose care has ended, to strangers, and where nobody knows with whom', async () => {
    const { clinic, refused } = await opened();
    expect((await refused({ ...BOOK, episode: 'e-9' })).code).toBe('unknown-episode');
    expect((await refused({ ...BOOK, episode: 'e-1' })).code).toBe('counselor-needed');
    expect((await refused({ type: 'KeepAppointment', appointment: '2026-01-07-9' })).code).toBe(
      'unknown-appointment',
    );
    await clinic.must({ type: 'Discharge', episode: 'e-2', discharge: 'dropped-out' });
    expect((await refused(BOOK)).code).toBe('ended');
  });

  it('is given once where two processes book the same room and counselor at once', async () => {
    const store = createMemoryEventStore();
    const [one, two] = [createGroupClinic(store), createGroupClinic(store)];
    const admit = { type: 'Admit', curriculum: 'matrix-iop', counselor: 'kim', site: 'north' } as const;
    for (const n of [1, 2]) await one.must({ ...admit, episode: `e-${n}`, patient: `p-${n}` });
    const book = { ...BOOK, timeZone: 'America/New_York' } as unknown as AppointmentCommand;
    const outcomes = await Promise.all([
      one.engine.appointments.execute({ ...book, episode: 'e-1' } as AppointmentCommand),
      two.engine.appointments.execute({ ...book, episode: 'e-2' } as AppointmentCommand),
    ]);
    expect(outcomes.map(({ accepted }) => accepted).sort()).toEqual([false, true]);
    const morning = {
      ...EVENING,
      times: [{ rule: 'FREQ=WEEKLY;BYDAY=TU', start: '10:00', minutes: 90 }],
    };
    const defined = await Promise.all(
      [one, two].map((clinic, n) =>
        clinic.group({ type: 'DefineGroup', group: `g-${n}`, definition: { ...morning, leader: `l-${n}` } }),
      ),
    );
    expect(defined.map(({ accepted }) => accepted).sort()).toEqual([false, true]);
  });

  it('is written once for a repeated key, and told to those who listen', async () => {
    const { clinic, must } = await opened();
    const heard: string[] = [];
    clinic.engine.subscribeToStreams(({ stream, version }) => void heard.push(`${stream} ${version}`));
    await must({ ...BOOK, key: 'k-1' });
    const again = await must({ ...BOOK, key: 'k-1' });
    expect(again).toMatchObject({ repeated: true, appointment: { appointment: '2026-01-07-1' } });
    expect(heard).toEqual(['appointments:2026-01-07 1']);
  });
});
