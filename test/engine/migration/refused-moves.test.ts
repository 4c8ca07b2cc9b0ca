import { describe, expect, it } from 'vitest';
import type { Clinic } from '../../generators/clinic.ts';
import { smallCurriculum } from '../../generators/small-curriculum.ts';
import { clinicWith, move, toEarlyRecovery, versionTwo } from './small-versions.ts';

const WAY = { curriculum: 'small-iop', from: '1.0.0', to: '2.0.0' };
const SAME = versionTwo(() => ({}));

/** Why `e-1` is not moved; its record has to stay as it was. */
async function refusal(clinic: Clinic, more: object = {}): Promise<string | undefined> {
  const before = await clinic.store.read('e-1');
  const { results } = await clinic.engine.migration.apply({ ...WAY, episodes: ['e-1'], ...more });
  expect(await clinic.store.read('e-1')).toEqual(before);
  const [result] = results;
  return result?.accepted === false ? result.refusal.code : undefined;
}

describe('a patient is not moved', () => {
  it('where the new version would have ended the episode already', async () => {
    const strict = versionTwo((one) => ({
      monitors: (one.monitors ?? []).map((monitor) => ({
        ...monitor,
        states: monitor.states.map((state) =>
          state.id === 'outreach'
            ? { ...state, discharge: { reason: 'dropped-out' as const, mode: 'automatic' as const } }
            : state,
        ),
      })),
    }));
    const clinic = clinicWith(strict);
    await toEarlyRecovery(clinic);
    clinic.on('2026-01-22');
    expect(await refusal(clinic)).toBe('lifecycle-differs');
    const { refused } = await clinic.engine.migration.rehearse(WAY);
    expect(refused[0]?.refusal.message).toBe(
      'under 2.0.0 the episode would be dropped-out, and not active, on 2026-01-22',
    );
  });

  it('after the end, from another version, or where there is none of the name', async () => {
    const clinic = clinicWith(SAME);
    expect(await refusal(clinic)).toBe('not-found');
    await toEarlyRecovery(clinic);
    await clinic.must({ type: 'Discharge', discharge: 'dropped-out' });
    expect(await refusal(clinic)).toBe('ended');
    expect((await clinic.engine.migration.rehearse(WAY)).totals.episodes).toBe(0);
    expect(await refusal(clinic, { from: '2.0.0', to: '1.0.0' })).toBe('other-version');
  });

  it('to a day before the migration that brought him here', async () => {
    const clinic = clinicWith(SAME);
    await toEarlyRecovery(clinic);
    await move(clinic.on('2026-01-13'));
    expect(await refusal(clinic, { from: '2.0.0', to: '1.0.0', on: '2026-01-12' })).toBe(
      'before-earlier-migration',
    );
  });

  it('by a mapping with an error: nobody is', async () => {
    const clinic = clinicWith(SAME);
    await toEarlyRecovery(clinic);
    const { issues, results } = await clinic.engine.migration.apply({
      ...WAY,
      mapping: { phases: { x: 'y' } },
    });
    expect(issues.map(({ code }) => code)).toEqual(['unknown-phase', 'unknown-phase']);
    expect(results).toEqual([]);
  });

  it('to a version that is published with another content', async () => {
    const clinic = clinicWith({ ...SAME, title: 'Another title' });
    await toEarlyRecovery(clinic);
    await clinic.store.publish({ id: 'small-iop', version: '2.0.0', hash: 'x', body: JSON.stringify(SAME) });
    await expect(clinic.engine.migration.apply(WAY)).rejects.toMatchObject({ code: 'curriculum-changed' });
    await expect(clinic.engine.migration.apply({ ...WAY, to: '9.0.0' })).rejects.toMatchObject({
      code: 'not-found',
    });
  });
});

describe('a rehearsal', () => {
  it('finds who is stuck: the new gate has no day on which it could hold, and the old one had', async () => {
    const clinic = clinicWith(
      versionTwo((one) => ({
        phases: one.phases.map((phase) =>
          phase.id === 'early-recovery'
            ? { ...phase, exit: { type: 'score', instrument: 'phq-9', atMost: 9 } as const }
            : phase,
        ),
      })),
    );
    await toEarlyRecovery(clinic);
    const { landings, totals } = await clinic.engine.migration.rehearse(WAY);
    expect(landings[0]?.stuck).toMatchObject({ newly: true });
    expect(totals.stuck).toBe(1);
  });

  it('finds work that is due by now, and only under the new version', async () => {
    const more = versionTwo((one) => ({
      drugTests: [
        ...(one.drugTests ?? []),
        { id: 'hair', title: 'Hair test', specimens: ['hair'], perWeek: 7, days: 'random' },
      ],
    }));
    const clinic = clinicWith(more);
    await toEarlyRecovery(clinic);
    const { landings } = await clinic.engine.migration.rehearse(WAY);
    expect(landings[0]?.overdue.map(({ title }) => title)).toEqual(['Hair test due']);
  });

  it('counts credit that two tracks bring into one, once for each session', async () => {
    const merged = versionTwo((one) => ({
      tracks: one.tracks.filter(({ id }) => id !== 'elective'),
    }));
    const clinic = clinicWith(merged);
    await toEarlyRecovery(clinic);
    await clinic.must({
      type: 'GrantCredit',
      track: 'group',
      sessions: [1, 2],
      from: 'elsewhere',
      reason: 'letter',
    });
    await clinic.must({
      type: 'GrantCredit',
      track: 'elective',
      sessions: [2],
      from: 'elsewhere',
      reason: 'letter',
    });
    const mapping = { tracks: { elective: 'group' }, sessions: { elective: { '1': 3, '2': 2 } } };
    const { landings, totals } = await clinic.engine.migration.rehearse({ ...WAY, mapping });
    expect(landings[0]?.credit).toEqual([{ track: 'group', before: 3, after: 2 }]);
    expect(totals).toMatchObject({ sessionsLost: 1, sessionsGained: 0 });
    expect(smallCurriculum().tracks.length).toBe(merged.tracks.length + 1);
  });
});
