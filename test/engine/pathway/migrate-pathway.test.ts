import { describe, expect, it } from 'vitest';
import type { PathwayDocument } from '../../../src/curriculum/pathway/pathway-document.ts';
import { type Clinic, createClinic, type Loose } from '../../generators/clinic.ts';
import { smallCurriculum } from '../../generators/small-curriculum.ts';
import { smallPathway } from '../../generators/small-pathway.ts';

/** The next version: the program's first phase has another name, and stepping down asks for ten days. */
function nextVersion(): PathwayDocument {
  const program = smallCurriculum((written) => {
    written['version'] = '2.0.0';
    const [first] = written['phases'] as { id: string; title: string }[];
    first!.id = 'welcome';
    first!.title = 'Welcome';
    for (const track of written['tracks'] as { during: string[] }[])
      track.during = track.during.map((id) => (id === 'orientation' ? 'welcome' : id));
  });
  return smallPathway((pathway) => {
    pathway.version = '2.0.0';
    pathway.stages[0]!.stay = { minimum: { days: 10 } };
    pathway.stages[1]!.id = 'treatment';
    pathway.stages[0]!.moves![0]!.to = 'treatment';
  }, program);
}

const MAPPING = {
  stages: { program: 'treatment' },
  curricula: { 'small-iop': { phases: { orientation: 'welcome' } } },
};
const request = { curriculum: 'small-pathway', from: '1.0.0', to: '2.0.0' };
const topic = (session: number, more: object = {}): Loose => ({
  type: 'RecordAttendance',
  track: 'house-group',
  session,
  status: 'attended',
  ...more,
});

/** One patient in the house, and one who stepped down after a week and is in the program's second phase. */
async function caseload(): Promise<Clinic> {
  const clinic = createClinic([], { pathways: [smallPathway(), nextVersion()] });
  for (const episode of ['e-1', 'e-2'])
    await clinic.must({
      type: 'Admit',
      episode,
      patient: episode,
      curriculum: 'small-pathway',
      version: '1.0.0',
    });
  for (const [i, day] of ['2026-01-05', '2026-01-06', '2026-01-07'].entries())
    await clinic.on(day).must(topic(i + 1, { episode: 'e-2' }));
  clinic.on('2026-01-12');
  await clinic.must({ type: 'SignOff', episode: 'e-2', subject: 'step-down' });
  await clinic.must({ type: 'StepDown', episode: 'e-2', stage: 'program' });
  const individual = { type: 'RecordAttendance', episode: 'e-2', track: 'individual', status: 'attended' };
  await clinic.on('2026-01-13').must(individual as Loose);
  await clinic.must({ type: 'Advance', episode: 'e-2' });
  return clinic.on('2026-01-16');
}

const place = async ({ engine }: Clinic, episode: string, asOf?: string) => {
  const { pathway, phase, flags } = await engine.status(episode, asOf === undefined ? {} : { asOf });
  return { version: pathway?.version, stage: pathway?.stage.id, phase: phase?.id, flags };
};

describe('a new version of a pathway', () => {
  it('is rehearsed on everybody in it, at whatever level of care, and asks for what it cannot place', async () => {
    const clinic = await caseload();
    const without = await clinic.engine.migration.rehearse(request);
    expect(without.issues.map(({ code, path }) => [code, path])).toEqual([
      ['unmapped-stage', 'stages.program'],
      ['unmapped-phase', 'curricula.small-iop.phases.orientation'],
    ]);
    expect(without.refused).toMatchObject([
      {
        episode: 'e-2',
        refusal: { code: 'fact-without-place', unplaced: [{ kind: 'stage', id: 'program' }] },
      },
    ]);
    const { landings, refused } = await clinic.engine.migration.rehearse({ ...request, mapping: MAPPING });
    expect(refused).toEqual([]);
    expect(landings.map(({ episode, phase, credit }) => [episode, phase, credit])).toEqual([
      ['e-1', { before: 'living-in', after: 'living-in' }, []],
      ['e-2', { before: 'early-recovery', after: 'early-recovery' }, []],
    ]);
  });

  it('takes patients where they are: level, phase, credit and moves, none of them decided again', async () => {
    const clinic = await caseload();
    const before = await clinic.engine.status('e-2');
    const { results } = await clinic.engine.migration.apply({ ...request, mapping: MAPPING });
    expect(results.map(({ accepted }) => accepted)).toEqual([true, true]);
    expect(await place(clinic, 'e-1')).toMatchObject({ version: '2.0.0', stage: 'house', flags: [] });
    expect(await place(clinic, 'e-2')).toEqual({
      version: '2.0.0',
      stage: 'treatment',
      phase: 'early-recovery',
      flags: [],
    });
    const after = await clinic.engine.status('e-2');
    expect(after.tracks.find(({ id }) => id === 'group')?.done).toEqual([2, 3, 4]);
    expect(after.phase?.since).toBe(before.phase?.since);
    expect(after.pathway?.stages.map(({ from }) => from)).toEqual(
      before.pathway?.stages.map(({ from }) => from),
    );
    expect(await place(clinic, 'e-2', '2026-01-15')).toMatchObject({ version: '1.0.0', stage: 'program' });
    expect(await clinic.refused({ type: 'StepDown', stage: 'treatment' })).toBe('gate-not-satisfied');
  });

  it('hears of what is entered late, in the words of the day', async () => {
    const clinic = await caseload();
    await clinic.engine.migration.apply({ ...request, mapping: MAPPING });
    await clinic.must(topic(4, { episode: 'e-2', on: '2026-01-08' }));
    await clinic.must({
      type: 'RecordAttendance',
      episode: 'e-2',
      on: '2026-01-16',
      track: 'skills',
      session: 1,
      status: 'attended',
    });
    const { tracks, flags } = await clinic.engine.status('e-2');
    expect(flags).toEqual([]);
    expect(tracks.find(({ id }) => id === 'skills')?.done).toEqual([1]);
    await clinic.store.deleteSnapshots();
    const fresh = createClinic([], { pathways: [], store: clinic.store, today: '2026-01-16' });
    expect(await fresh.engine.status('e-2')).toEqual(await clinic.engine.status('e-2'));
  });

  it('can be followed by another one', async () => {
    const third = nextVersion();
    third.pathway.version = '3.0.0';
    const clinic = await caseload();
    const engine = createClinic([], {
      pathways: [smallPathway(), nextVersion(), third],
      store: clinic.store,
      today: '2026-01-16',
    });
    await engine.engine.migration.apply({ ...request, mapping: MAPPING });
    engine.on('2026-01-19');
    const before = await place(engine, 'e-2');
    await engine.engine.migration.apply({ ...request, from: '2.0.0', to: '3.0.0' });
    expect(await place(engine, 'e-2')).toEqual({ ...before, version: '3.0.0' });
  });

  it('is undone to the letter', async () => {
    const clinic = await caseload();
    const { version: _before, ...before } = await clinic.engine.status('e-2');
    await clinic.engine.migration.apply({ ...request, mapping: MAPPING });
    expect(await clinic.engine.migration.undo({ episode: 'e-2', reason: 'too early' })).toMatchObject({
      accepted: true,
      curriculum: '1.0.0',
    });
    const { version: _after, ...after } = await clinic.engine.status('e-2');
    expect(after).toEqual(before);
  });

  it('names what its mapping does not know', async () => {
    const clinic = await caseload();
    const mapping = { stages: { nowhere: 'house', house: 'nothing' }, curricula: { 'matrix-iop': {} } };
    const { issues } = await clinic.engine.migration.rehearse({ ...request, mapping });
    expect(issues.map(({ code, path }) => [code, path])).toEqual([
      ['unknown-stage', 'stages.nowhere'],
      ['unknown-stage', 'stages.house'],
      ['unknown-curriculum', 'curricula.matrix-iop'],
    ]);
  });
});
