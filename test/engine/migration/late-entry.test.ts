import { describe, expect, it } from 'vitest';
import { clinicWith, move, renamePhase, toEarlyRecovery, versionTwo } from './small-versions.ts';

const sessionsTurned = versionTwo((one) => ({
  ...renamePhase(one, 'early-recovery', 'first-steps'),
  tracks: one.tracks.map((track) => ({
    ...track,
    during: track.during.map((id) => (id === 'early-recovery' ? 'first-steps' : id)),
    ...(track.id === 'skills'
      ? { id: 'basic-skills', sessions: track.sessions.toReversed().map((s, i) => ({ ...s, number: i + 1 })) }
      : {}),
  })),
}));
const criteria = JSON.stringify(sessionsTurned).replaceAll('"track":"skills"', '"track":"basic-skills"');
const TURNED = JSON.parse(criteria) as typeof sessionsTurned;
const WAY = { phases: { 'early-recovery': 'first-steps' }, tracks: { skills: 'basic-skills' } };

const done = (status: { tracks: readonly { id: string; done: readonly number[] }[] }, track: string) =>
  status.tracks.find(({ id }) => id === track)?.done;

describe('a fact entered after a migration for a day before it', () => {
  it('is written in the words of the version of its day, and counts under the new one', async () => {
    const clinic = clinicWith(TURNED);
    await toEarlyRecovery(clinic);
    await move(clinic.on('2026-01-13'), WAY);
    expect(done(await clinic.engine.status('e-1'), 'basic-skills')).toEqual([4]);
    await clinic.must({ type: 'RecordAttendance', track: 'skills', status: 'attended', on: '2026-01-12' });
    expect(done(await clinic.engine.status('e-1'), 'basic-skills')).toEqual([3, 4]);
    expect(done(await clinic.engine.status('e-1', { asOf: '2026-01-12' }), 'skills')).toEqual([1, 2]);
    expect(
      await clinic.refused({ type: 'RecordAttendance', track: 'skills', session: 3, status: 'attended' }),
    ).toBe('unknown-track');
  });

  it('is refused where what it names has no place in the new version', async () => {
    const clinic = clinicWith(
      versionTwo((one) => ({
        tracks: one.tracks.map((track) =>
          track.id === 'skills' ? { ...track, sessions: track.sessions.slice(0, 3) } : track,
        ),
      })),
    );
    await toEarlyRecovery(clinic);
    await move(clinic.on('2026-01-13'));
    const late = {
      type: 'RecordAttendance',
      track: 'skills',
      session: 4,
      status: 'attended',
      on: '2026-01-12',
    } as const;
    expect(await clinic.refused(late)).toBe('no-place');
    await clinic.engine.migration.undo({ episode: 'e-1', reason: 'a record is to be completed first' });
    await clinic.must(late);
  });

  it('can be amended and voided in its own words', async () => {
    const clinic = clinicWith(TURNED);
    await toEarlyRecovery(clinic);
    await move(clinic.on('2026-01-13'), WAY);
    const attended = (await clinic.engine.history('e-1')).findLast(
      ({ event }) => event.type === 'AttendanceRecorded',
    );
    const fact = attended?.version ?? 0;
    const amend = { type: 'Amend', fact, reason: 'another session' } as const;
    expect(await clinic.refused({ ...amend, change: { track: 'basic-skills' } })).toBe('unknown-track');
    await clinic.must({ ...amend, change: { session: 2 } });
    expect(done(await clinic.engine.status('e-1'), 'basic-skills')).toEqual([3]);
    await clinic.must({ type: 'Void', fact, reason: 'wrong patient' });
    expect(done(await clinic.engine.status('e-1'), 'basic-skills')).toEqual([]);
    expect((await clinic.engine.status('e-1')).phase?.id).toBe('first-steps');
  });

  it('takes the placing away with the decision that it rested on', async () => {
    const clinic = clinicWith(TURNED);
    await toEarlyRecovery(clinic);
    await move(clinic.on('2026-01-13'), WAY);
    const advance = (await clinic.engine.history('e-1')).find(({ event }) => event.type === 'PhaseAdvanced');
    await clinic.must({ type: 'Void', fact: advance?.version, reason: 'decided for another patient' });
    expect((await clinic.engine.status('e-1')).phase?.id).toBe('orientation');
  });
});

describe('a fact of a dropped track', () => {
  it('stays in the history, without effect', async () => {
    const clinic = clinicWith(
      versionTwo((one) => ({
        phases: one.phases.map((phase) =>
          phase.exit === undefined ? phase : { ...phase, exit: undefined, exitAfterReturn: undefined },
        ),
        tracks: one.tracks.filter(({ id }) => id !== 'skills'),
      })),
    );
    await toEarlyRecovery(clinic);
    const nobody = await clinic.engine.migration.rehearse({
      curriculum: 'small-iop',
      from: '1.0.0',
      to: '2.0.0',
    });
    expect(nobody.totals.unplaced).toEqual([{ kind: 'track', id: 'skills', episodes: 1 }]);
    await move(clinic, { tracks: { skills: 'drop' } });
    const entries = await clinic.engine.history('e-1');
    expect(entries.filter(({ standing }) => standing === 'without-effect')).toMatchObject([
      { event: { type: 'AttendanceRecorded', track: 'skills' } },
    ]);
  });
});

describe('undoing a migration', () => {
  it('is refused while facts in the words of the new version stand, and names them', async () => {
    const clinic = clinicWith(TURNED);
    await toEarlyRecovery(clinic);
    await move(clinic.on('2026-01-12'), WAY);
    const fact = await clinic.must({ type: 'RecordAttendance', track: 'basic-skills', status: 'attended' });
    const undo = { episode: 'e-1', reason: 'too early' };
    expect(await clinic.engine.migration.undo(undo)).toMatchObject({
      accepted: false,
      refusal: { code: 'recorded-since', facts: [fact] },
    });
    await clinic.must({ type: 'Void', fact, reason: 'to be entered again' });
    expect(await clinic.engine.migration.undo(undo)).toMatchObject({ accepted: true, curriculum: '1.0.0' });
    expect(await clinic.engine.migration.undo(undo)).toMatchObject({ refusal: { code: 'nothing-to-undo' } });
  });

  it('is not done by voiding an event, nor taken back that way', async () => {
    const clinic = clinicWith(TURNED);
    await toEarlyRecovery(clinic);
    const migration = await move(clinic, WAY);
    expect(await clinic.refused({ type: 'Void', fact: migration, reason: 'x' })).toBe('not-correctable');
    const undone = await clinic.engine.migration.undo({ episode: 'e-1', reason: 'too early' });
    expect(undone).toMatchObject({ accepted: true, version: migration + 1 });
    expect(await clinic.refused({ type: 'Void', fact: migration + 1, reason: 'x' })).toBe('not-correctable');
  });
});
