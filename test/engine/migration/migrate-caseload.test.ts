import { beforeAll, describe, expect, it } from 'vitest';
import { addDays } from '../../../src/curriculum/calendar-date.ts';
import { createEngine } from '../../../src/engine/create-engine.ts';
import { createCurriculumLibrary } from '../../../src/engine/curriculum-library.ts';
import type { Engine } from '../../../src/engine/engine.ts';
import type { Rehearsal } from '../../../src/engine/migration/rehearsal.ts';
import type { Status } from '../../../src/engine/status.ts';
import type { Clinic } from '../../generators/clinic.ts';
import { generatedClinic } from './generated-caseload.ts';
import { MATRIX_MAPPING } from './matrix-versions.ts';

const PATIENTS = 500;
const WAY = { curriculum: 'matrix-iop', from: '1.0.0', to: '2.0.0', mapping: MATRIX_MAPPING } as const;

/** A status without what every entry in the record moves: the number of the last event, and what is still to come. */
const standing = ({ version: _version, due, ...status }: Status) => ({
  ...status,
  due: due.filter(({ kind }) => kind !== 'scheduled'),
});
const everywhere = async (engine: Engine, asOf?: string, each = 1) =>
  new Map(
    await Promise.all(
      Array.from({ length: PATIENTS / each }, async (_, n): Promise<[string, unknown]> => {
        const id = `e-${n * each}`;
        const admitted = (await engine.status(id)).admittedOn ?? '';
        return [
          id,
          asOf !== undefined && asOf < admitted
            ? null
            : standing(await engine.status(id, asOf ? { asOf } : {})),
        ];
      }),
    ),
  );

describe('a migration of five hundred patients from one version of Matrix to a really different one', () => {
  let clinic: Clinic;
  let rehearsal: Rehearsal;
  let before: { today: Map<string, unknown>; earlier: Map<string, unknown>; head: string };

  beforeAll(async () => {
    clinic = await generatedClinic(PATIENTS);
    const { head } = await clinic.store.outsideHead();
    before = {
      today: await everywhere(clinic.engine),
      earlier: await everywhere(clinic.engine, addDays(clinic.today, -1)),
      head,
    };
    rehearsal = await clinic.engine.migration.rehearse(WAY);
  }, 300_000);

  it('is rehearsed without a trace in the store', async () => {
    expect((await clinic.store.outsideHead()).head).toBe(before.head);
    expect(await clinic.store.curriculum('matrix-iop', '2.0.0')).toBeNull();
  });

  it('lands most patients in each of the phases, and tells who loses credit and who has new work', () => {
    const { totals, issues, landings } = rehearsal;
    expect(issues.map(({ severity, path }) => `${severity} ${path}`)).toEqual([
      'warning sessions.relapse-prevention.21',
      'warning sessions.relapse-prevention.22',
    ]);
    expect(totals.episodes).toBe(totals.moved + totals.refused);
    expect(totals.moved).toBeGreaterThan(PATIENTS * 0.9);
    expect(totals.refused).toBeGreaterThan(0);
    const ways = totals.phases.map(({ before: was, after: is }) => `${was} to ${is}`);
    expect(ways).toContain('orientation to early-recovery');
    expect(ways).toContain('relapse-prevention to sustained-recovery');
    expect(ways).toContain('transition to transition');
    expect(totals.sessionsLost).toBeGreaterThan(0);
    expect(landings.filter(({ overdue }) => overdue.length > 0).length).toBe(totals.overdue);
  });

  it('names every id that has no place where the mapping says nothing, and moves nobody whose record speaks of it', async () => {
    const bare = await clinic.engine.migration.rehearse({ ...WAY, mapping: {} });
    expect(bare.totals.moved).toBe(0);
    expect(bare.totals.unplaced.map(({ kind, id }) => `${kind} ${id}`)).toEqual(
      expect.arrayContaining([
        'phase orientation',
        'phase relapse-prevention',
        'track relapse-prevention-electives',
        'session early-recovery-skills/8',
        'session relapse-prevention/21',
      ]),
    );
  });

  it('comes out as it was rehearsed, leaves all days before it as they were, and is undone to the letter', async () => {
    const { engine, store } = clinic;
    const { results } = await engine.migration.apply({ ...WAY, reason: 'the new version is in force' });
    const landed = results.flatMap((result) => (result.accepted ? [result.landing] : []));
    const refused = results.flatMap((r) => (r.accepted ? [] : [{ episode: r.episode, refusal: r.refusal }]));
    expect(landed).toEqual(rehearsal.landings);
    expect(refused).toEqual(rehearsal.refused);

    for (const { episode } of refused)
      expect(standing(await engine.status(episode))).toEqual(before.today.get(episode));
    const rest = await engine.migration.apply({
      ...WAY,
      mapping: {
        ...MATRIX_MAPPING,
        sessions: { ...MATRIX_MAPPING.sessions, 'relapse-prevention': { '21': 'drop', '22': 'drop' } },
      },
      episodes: refused.map(({ episode }) => episode),
    });
    expect(rest.results.every(({ accepted }) => accepted)).toBe(true);
    for (const result of rest.results) if (result.accepted) landed.push(result.landing);

    for (const { episode, phase } of landed) {
      const status = await engine.status(episode);
      expect(status.curriculum.version).toBe('2.0.0');
      if (status.lifecycle === 'active') expect(status.phase?.id).toBe(phase.after);
      const rows = await store.read(episode);
      const history = await engine.history(episode);
      expect(history.map(({ version }) => version).sort((a, b) => a - b)).toEqual(rows.map((r) => r.version));
    }
    expect(await everywhere(engine, addDays(clinic.today, -1))).toEqual(before.earlier);

    const again = createEngine({
      store,
      library: createCurriculumLibrary([]),
      clock: { today: () => clinic.today, now: () => clinic.now },
    });
    const after = await everywhere(engine, clinic.today, 5);
    await store.deleteSnapshots();
    expect(await everywhere(again, clinic.today, 5)).toEqual(after);

    for (const { episode } of landed) {
      const undone = await engine.migration.undo({ episode, reason: 'too early' });
      expect(undone).toMatchObject({ accepted: true, curriculum: '1.0.0' });
    }
    expect(await everywhere(engine)).toEqual(before.today);
    expect(await everywhere(again, clinic.today, 5)).toEqual(await everywhere(engine, clinic.today, 5));
    expect(await store.verify()).toMatchObject({ ok: true, episodes: PATIENTS });
  });
});
