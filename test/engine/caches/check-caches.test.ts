import { describe, expect, it } from 'vitest';
import type { EpisodeWrite } from '../../../src/engine/event-store.ts';
import { createGroupClinic, type GroupClinic } from '../groups/group-clinic.ts';

/** A clinic with one patient of a few weeks, and one who was only referred. */
async function clinicOfTwo() {
  const clinic = createGroupClinic();
  await clinic.must({
    type: 'Admit',
    patient: 'p-1',
    curriculum: 'matrix-iop',
    counselor: 'kim',
    site: 'north',
  });
  for (const day of [5, 7, 9, 12, 14, 16, 19, 21, 23]) {
    clinic.on(`2026-01-${String(day).padStart(2, '0')}`);
    await clinic.must({ type: 'RecordMutualHelp' });
  }
  await clinic.must({ type: 'RecordDrugTest', result: 'negative' });
  await clinic.must({ type: 'Refer', episode: 'e-2', patient: 'p-2', counselor: 'kim' });
  return clinic;
}

/** Writes something else beside the events of the first patient, as nobody should. */
async function alter(clinic: GroupClinic, given: Partial<EpisodeWrite>): Promise<void> {
  const expectedVersion = (await clinic.store.read('e-1')).length;
  const nothing = { events: [], snapshot: null, due: null, caseload: null };
  await clinic.store.append([
    { episode: 'e-1', expectedVersion, recordedAt: clinic.now, ...nothing, ...given },
  ]);
}

const differing = (...caches: string[]) => ({
  episodes: 2,
  differing: [{ episode: 'e-1', erased: false, caches }],
});

describe('caches', () => {
  it('that follow from the events are found to, after days have passed, too', async () => {
    const clinic = await clinicOfTwo();
    const heard: number[] = [];
    const none = { episodes: 2, differing: [] };
    expect(await clinic.engine.checkCaches(() => heard.push(1))).toEqual(none);
    expect(heard).toHaveLength(2);
    clinic.on('2026-03-20');
    expect(await clinic.engine.checkCaches()).toEqual(none);
    await clinic.engine.advanceClock('2026-03-20');
    expect(await clinic.engine.checkCaches()).toEqual(none);
    await clinic.engine.rebuildCaches();
    expect(await clinic.engine.checkCaches()).toEqual(none);
  });

  it('that say something else are named, and are written anew by a rebuild', async () => {
    const clinic = await clinicOfTwo();
    const cached = await clinic.store.cached('e-1');
    const { caseload, worklist, course } = cached;
    if (caseload === null || course === null) throw new Error('nothing is kept');
    const alterations: [string, Partial<EpisodeWrite>][] = [
      ['due', { due: cached.due.slice(1) }],
      ['due', { due: cached.due.map((row) => ({ ...row, raised: !row.raised })) }],
      ['caseload', { caseload: { ...caseload, gate: 'satisfied', blockers: [] } }],
      ['worklists', { worklist: worklist.slice(1) }],
      ['census', { course: { ...course, site: 'south' } }],
    ];
    for (const [name, given] of alterations) {
      await alter(clinic, given);
      expect(await clinic.engine.checkCaches()).toEqual(differing(name));
      expect(await clinic.engine.rebuildCaches()).toBe(2);
      expect(await clinic.engine.checkCaches()).toEqual({ episodes: 2, differing: [] });
    }
  });

  it('are compared with what is told without snapshots, and a snapshot that misleads is found and replaced', async () => {
    const clinic = await clinicOfTwo();
    const { snapshot } = await clinic.store.cached('e-1');
    if (snapshot === null) throw new Error('there is no snapshot');
    const kept = JSON.parse(snapshot.body);
    const at = kept.fold.snapshot.context.counters.findLastIndex((value: unknown) => value === 1);
    kept.fold.snapshot.context.counters[at] = 5;
    await alter(clinic, { snapshot: { planHash: snapshot.planHash, body: JSON.stringify(kept) } });
    expect(await clinic.engine.checkCaches()).toEqual(differing('snapshot'));
    await clinic.engine.rebuildCaches();
    expect(await clinic.engine.checkCaches()).toEqual({ episodes: 2, differing: [] });
    expect((await clinic.store.cached('e-1')).snapshot?.body).not.toContain(JSON.stringify(kept));
  });

  it('of an erased patient are named, and are gone once he is erased again', async () => {
    const clinic = await clinicOfTwo();
    const { caseload } = await clinic.store.cached('e-1');
    await clinic.engine.erase('e-1', { by: 'director', reason: 'asked for it' });
    expect(await clinic.engine.checkCaches()).toEqual({ episodes: 2, differing: [] });
    await alter(clinic, { caseload });
    expect(await clinic.engine.checkCaches()).toEqual({
      episodes: 2,
      differing: [{ episode: 'e-1', erased: true, caches: ['caseload'] }],
    });
    await clinic.engine.erase('e-1', { by: 'director', reason: 'something was left' });
    expect(await clinic.engine.checkCaches()).toEqual({ episodes: 2, differing: [] });
  });
});
