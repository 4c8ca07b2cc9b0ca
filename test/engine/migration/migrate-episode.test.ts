import { describe, expect, it } from 'vitest';
import { createEngine } from '../../../src/engine/create-engine.ts';
import { createCurriculumLibrary } from '../../../src/engine/curriculum-library.ts';
import { createClinic } from '../../generators/clinic.ts';
import { smallCurriculum } from '../../generators/small-curriculum.ts';
import { clinicWith, move, renamePhase, toEarlyRecovery, versionTwo } from './small-versions.ts';

const SAME = versionTwo(() => ({}));

describe('a migrated episode', () => {
  it('is in the renamed phase since the day on which it came to the old one', async () => {
    const clinic = clinicWith(versionTwo((one) => renamePhase(one, 'early-recovery', 'first-steps')));
    await toEarlyRecovery(clinic);
    await move(clinic, { phases: { 'early-recovery': 'first-steps' } });
    const status = await clinic.engine.status('e-1');
    expect(status.phase).toMatchObject({ id: 'first-steps', since: '2026-01-06' });
    expect(status.tracks.find(({ id }) => id === 'skills')?.done).toEqual([1]);
    expect(status.flags).toEqual([]);
  });

  it('was never moved between phases that are one now', async () => {
    const clinic = clinicWith(
      versionTwo((one) => {
        const merged = renamePhase(one, 'orientation', 'early-recovery');
        return { ...merged, phases: merged.phases?.slice(1) ?? [] };
      }),
    );
    await toEarlyRecovery(clinic);
    await move(clinic, { phases: { orientation: 'early-recovery' } });
    const status = await clinic.engine.status('e-1');
    expect(status.phase).toMatchObject({ id: 'early-recovery', since: '2026-01-05' });
    const advance = (await clinic.engine.history('e-1')).find(({ event }) => event.type === 'PhaseAdvanced');
    expect(advance).toMatchObject({ standing: 'standing', changes: [] });
  });

  it('begins in the phase that its first phase maps to, where the new version begins elsewhere', async () => {
    const clinic = clinicWith(
      versionTwo((one) => ({
        phases: [
          {
            id: 'intake',
            title: 'Intake',
            advance: 'automatic',
            next: ['relapse-prevention', 'orientation'],
          },
          ...one.phases,
        ],
      })),
    );
    await clinic.must({ type: 'Admit', patient: 'p-1', curriculum: 'small-iop@1.0.0' });
    const contact = await clinic.must({ type: 'RecordContact', reached: true });
    await move(clinic.on('2026-01-06'));
    expect((await clinic.engine.status('e-1')).phase).toMatchObject({
      id: 'orientation',
      since: '2026-01-05',
    });
    const history = await clinic.engine.history('e-1');
    expect(history.find(({ version }) => version === contact)?.changes).toEqual([]);
  });

  it('keeps a move that the old version had made by itself, though the new one leaves it to the counselor', async () => {
    const one = smallCurriculum();
    const phases = one.phases.map((phase) =>
      phase.id === 'orientation' ? { ...phase, advance: 'automatic' as const } : phase,
    );
    const clinic = createClinic([SAME, { ...one, phases }], { today: '2026-01-05' });
    await clinic.must({ type: 'Admit', patient: 'p-1', curriculum: 'small-iop@1.0.0' });
    await clinic.on('2026-01-06').must({ type: 'RecordAttendance', track: 'individual', status: 'attended' });
    await move(clinic.on('2026-01-08'));
    const status = await clinic.engine.status('e-1');
    expect(status.phase).toMatchObject({ id: 'early-recovery', since: '2026-01-06' });
    expect(status.flags).toEqual([]);
  });

  it('is told by the old version for all days before, also with the knowledge of today', async () => {
    const clinic = clinicWith(versionTwo((one) => renamePhase(one, 'early-recovery', 'first-steps')));
    await toEarlyRecovery(clinic);
    const before = await clinic.engine.status('e-1', { asOf: '2026-01-08' });
    await move(clinic, { phases: { 'early-recovery': 'first-steps' } });
    const after = await clinic.engine.status('e-1', { asOf: '2026-01-08' });
    expect(after).toMatchObject({ curriculum: { version: '1.0.0' }, phase: before.phase, gate: before.gate });
    const known = await clinic.engine.status('e-1', { knownAt: '2026-01-09T11:59:59.000Z' });
    expect(known.curriculum.version).toBe('1.0.0');
  });

  it('is held where its day is still to come, and takes effect when the clock gets there', async () => {
    const clinic = clinicWith(SAME);
    await toEarlyRecovery(clinic);
    await move(clinic, {}, '2026-01-12');
    expect((await clinic.engine.status('e-1')).curriculum.version).toBe('1.0.0');
    expect((await clinic.engine.history('e-1')).at(-1)).toMatchObject({ standing: 'held' });
    const [row] = await clinic.store.caseload({});
    expect(row?.curriculumVersion).toBe('1.0.0');
    await clinic.on('2026-01-12').engine.advanceClock('2026-01-12');
    expect((await clinic.store.caseload({}))[0]?.curriculumVersion).toBe('2.0.0');
    expect((await clinic.engine.status('e-1')).curriculum.version).toBe('2.0.0');
  });

  it('goes on under the new version: its gates and its sessions count from then on', async () => {
    const clinic = clinicWith(
      versionTwo((one) => ({
        phases: one.phases.map((phase) =>
          phase.id === 'early-recovery'
            ? { ...phase, stay: {}, exit: { type: 'sessions', track: 'skills', atLeast: 1 } as const }
            : phase,
        ),
      })),
    );
    await toEarlyRecovery(clinic);
    expect(await clinic.refused({ type: 'Advance' })).toBe('gate-not-satisfied');
    await move(clinic);
    await clinic.must({ type: 'Advance' });
    expect((await clinic.engine.status('e-1')).phase?.id).toBe('relapse-prevention');
  });

  it('can be moved again, and each day is told by the version of that day', async () => {
    const two = versionTwo((one) => renamePhase(one, 'early-recovery', 'first-steps'));
    const three = { ...two, ...renamePhase(two, 'first-steps', 'beginning'), version: '3.0.0' };
    const clinic = clinicWith(two, [three]);
    await toEarlyRecovery(clinic);
    await move(clinic, { phases: { 'early-recovery': 'first-steps' } }, '2026-01-09');
    const { results } = await clinic.on('2026-01-13').engine.migration.apply({
      curriculum: 'small-iop',
      from: '2.0.0',
      to: '3.0.0',
      mapping: { phases: { 'first-steps': 'beginning' } },
    });
    expect(results).toMatchObject([
      { accepted: true, landing: { phase: { before: 'first-steps', after: 'beginning' } } },
    ]);
    const phaseOn = async (asOf: string) => (await clinic.engine.status('e-1', { asOf })).phase?.id;
    expect(await phaseOn('2026-01-08')).toBe('early-recovery');
    expect(await phaseOn('2026-01-12')).toBe('first-steps');
    expect(await phaseOn('2026-01-13')).toBe('beginning');
    await clinic.engine.migration.undo({ episode: 'e-1', reason: 'too early' });
    expect(await phaseOn('2026-01-13')).toBe('first-steps');
    await clinic.engine.migration.undo({ episode: 'e-1', reason: 'too early' });
    expect(await phaseOn('2026-01-13')).toBe('early-recovery');
  });

  it('is placed week by week in the parts of a phase that was split', async () => {
    const clinic = clinicWith(
      versionTwo((one) => ({
        phases: one.phases.flatMap((phase) =>
          phase.id === 'early-recovery'
            ? [
                { ...phase, weeks: 1 },
                { ...phase, id: 'second-week', title: 'Second week', weeks: 2 },
              ]
            : [phase],
        ),
        tracks: one.tracks.map((track) => ({ ...track, during: [...track.during, 'second-week'] })),
      })),
    );
    await toEarlyRecovery(clinic);
    const parts = [
      { phase: 'early-recovery', fromWeek: 1 },
      { phase: 'second-week', fromWeek: 2 },
    ];
    await clinic.on('2026-01-14').must({ type: 'RecordContact', reached: true });
    await move(clinic, { phases: { 'early-recovery': { splitBy: 'program-week', parts } } });
    expect((await clinic.engine.status('e-1')).phase).toMatchObject({
      id: 'second-week',
      since: '2026-01-12',
    });
  });

  it('goes where the choice for the patient says, and is refused where there is none', async () => {
    const clinic = clinicWith(SAME);
    await toEarlyRecovery(clinic);
    const request = { curriculum: 'small-iop', from: '1.0.0', to: '2.0.0' };
    const choice = (episodes: Record<string, string>) => ({
      phases: { 'early-recovery': { splitBy: 'patient' as const, episodes } },
    });
    const other = await clinic.engine.migration.rehearse({
      ...request,
      mapping: choice({ 'e-9': 'orientation' }),
    });
    expect(other.refused).toMatchObject([{ refusal: { code: 'fact-without-place' } }]);
    await clinic.engine.migration.apply({
      ...request,
      mapping: choice({ 'e-1': 'relapse-prevention', 'e-9': 'orientation' }),
    });
    expect((await clinic.engine.status('e-1')).phase?.id).toBe('relapse-prevention');
    const stored = JSON.stringify(await clinic.store.read('e-1'));
    expect(stored).not.toContain('e-9');
  });

  it('gets no entries of the clock for days on which another version told it', async () => {
    const hurried = versionTwo((one) => ({
      monitors: (one.monitors ?? []).map((monitor) => ({
        ...monitor,
        states: monitor.states.map((state) =>
          state.id === 'regular'
            ? { ...state, transitions: [{ to: 'outreach', after: { days: 1 } }] }
            : state,
        ),
      })),
    }));
    const clinic = clinicWith(hurried);
    await toEarlyRecovery(clinic);
    await move(clinic.on('2026-01-12'));
    expect((await clinic.engine.status('e-1')).monitors[0]).toMatchObject({
      state: 'outreach',
      since: '2026-01-10',
    });
    await clinic.on('2026-01-30').engine.advanceClock('2026-01-30');
    const clock = (await clinic.engine.history('e-1')).filter(({ standing }) => standing === 'clock');
    expect(clock.length).toBeGreaterThan(0);
    expect(clock.filter(({ on }) => on < '2026-01-12')).toEqual([]);
  });

  it('that is to go to another version and back is told the same by an engine that starts anew', async () => {
    const clinic = clinicWith(
      versionTwo((one) => ({
        phases: one.phases.map(({ exit: _exit, exitAfterReturn: _after, ...phase }) => phase),
        tracks: one.tracks.filter(({ id }) => id !== 'skills'),
      })),
    );
    await toEarlyRecovery(clinic);
    await move(clinic, { tracks: { skills: 'drop' } }, '2026-01-12');
    expect((await clinic.store.caseload({}))[0]).toMatchObject({
      curriculumVersion: '1.0.0',
      asOf: '2026-01-09',
    });
    const back = { curriculum: 'small-iop', from: '2.0.0', to: '1.0.0', on: '2026-01-19', episodes: ['e-1'] };
    expect((await clinic.engine.migration.apply(back)).results).toMatchObject([{ accepted: true }]);
    const clock = { today: () => clinic.today, now: () => clinic.now };
    const anew = createEngine({ store: clinic.store, library: createCurriculumLibrary([]), clock });
    for (const asOf of ['2026-01-09', '2026-01-12', '2026-01-20'])
      expect(await anew.status('e-1', { asOf })).toEqual(await clinic.engine.status('e-1', { asOf }));
    const { tracks } = await anew.status('e-1', { asOf: '2026-01-20' });
    expect(tracks.find(({ id }) => id === 'skills')?.done).toEqual([]);
  });

  it('whose admission is voided is admitted anew, and not migrated any more', async () => {
    const clinic = clinicWith(SAME);
    const admission = await clinic.must({ type: 'Admit', patient: 'p-1', curriculum: 'small-iop@1.0.0' });
    await move(clinic.on('2026-01-06'));
    await clinic.must({ type: 'Void', fact: admission, reason: 'another patient' });
    await clinic.must({ type: 'Admit', patient: 'p-2', curriculum: 'small-iop@1.0.0' });
    expect((await clinic.engine.status('e-1')).curriculum.version).toBe('1.0.0');
  });
});
