import { describe, expect, it } from 'vitest';
import { type Clinic, createClinic, type Loose } from '../../generators/clinic.ts';
import { smallPathway } from '../../generators/small-pathway.ts';

const admit: Loose = { type: 'Admit', patient: 'p', curriculum: 'small-pathway' };
const attended = (session: number, more: object = {}): Loose => ({
  type: 'RecordAttendance',
  track: 'house-group',
  session,
  status: 'attended',
  ...more,
});
const signed: Loose = { type: 'SignOff', subject: 'step-down' };

/** A patient who lived in the house from Monday 5 January and attended its first three topics. */
async function inTheHouse(document = smallPathway()): Promise<Clinic> {
  const clinic = createClinic([], { pathways: [document] });
  await clinic.must(admit);
  for (const [i, day] of ['2026-01-05', '2026-01-06', '2026-01-07'].entries())
    await clinic.on(day).must(attended(i + 1));
  return clinic;
}

const stateOf = async (clinic: Clinic, asOf?: string) => {
  const status = await clinic.engine.status('e-1', asOf === undefined ? {} : { asOf });
  return { stage: status.pathway?.stage.id, phase: status.phase?.id, level: status.levelOfCare?.key };
};
const group = async (clinic: Clinic, asOf?: string) =>
  (await clinic.engine.status('e-1', asOf === undefined ? {} : { asOf })).tracks.find((t) => t.id === 'group')
    ?.done;

describe('a step-down', () => {
  it('is refused with the explained criteria until they hold, and lists what it will take', async () => {
    const clinic = await inTheHouse();
    const outcome = await clinic.on('2026-01-08').tell({ type: 'StepDown', stage: 'program' });
    expect(outcome).toMatchObject({ accepted: false, refusal: { code: 'gate-not-satisfied' } });
    if (outcome.accepted) return;
    expect(outcome.refusal.message).toContain('2 more days (3 of 5 days at this level of care)');
    expect(outcome.refusal.gate).toMatchObject({ type: 'all', truth: 'unsatisfied' });
    const { pathway, allowed } = await clinic.engine.status('e-1');
    expect(pathway?.moves).toMatchObject([
      { kind: 'step-down', stage: 'program', binding: true, open: false },
      { kind: 'step-down', stage: 'other', binding: true, open: false },
    ]);
    expect(allowed.map(({ type }) => type)).not.toContain('StepDown');
  });

  it('ends everything of the stage that it leaves and opens the next one on the same day', async () => {
    const clinic = await inTheHouse();
    for (const day of ['2026-01-08', '2026-01-09'])
      await clinic.on(day).must({ ...attended(1), session: undefined, status: 'absent' });
    await clinic.on('2026-01-12').must(signed);
    expect((await clinic.engine.due({ upTo: '2026-01-12' })).map(({ item }) => item)).toContain(
      'move/program',
    );
    const outcome = await clinic.tell({ type: 'StepDown', stage: 'program' });
    expect(outcome).toMatchObject({ accepted: true });
    if (!outcome.accepted) return;
    expect(outcome.closed?.map(({ item }) => item)).toContain('task/presence/missing/look');
    expect(outcome.changes.map(({ text }) => text)).toContain('Moved to The program');
    expect(await stateOf(clinic)).toEqual({
      stage: 'program',
      phase: 'orientation',
      level: 'asam-3-level-2-1',
    });
    const { pathway, admittedOn, week } = await clinic.engine.status('e-1');
    expect(pathway?.stages).toMatchObject([
      { id: 'house', from: '2026-01-05', to: '2026-01-12' },
      { id: 'program', from: '2026-01-12', to: null },
    ]);
    expect({ admittedOn, week }).toEqual({ admittedOn: '2026-01-05', week: 1 });
    expect(await clinic.engine.caseload()).toMatchObject([
      { levelOfCare: 'asam-3-level-2-1', curriculum: 'small-iop', admittedOn: '2026-01-05' },
    ]);
    expect(await stateOf(clinic, '2026-01-11')).toMatchObject({ stage: 'house', phase: 'living-in' });
  });

  it('brings the credit that the pathway counts, which lapses so long after the session was attended', async () => {
    const clinic = await inTheHouse();
    await clinic.on('2026-01-12').must(signed);
    const { episodes } = await clinic.engine.preview({ episode: 'e-1', type: 'StepDown', stage: 'program' });
    expect(episodes[0]?.movements).toMatchObject([
      { kind: 'level', id: 'program' },
      { kind: 'credit', id: 'group', after: '2', on: '2026-02-04' },
      { kind: 'credit', id: 'group', after: '3', on: '2026-02-05' },
      { kind: 'credit', id: 'group', after: '4', on: '2026-02-06' },
      { kind: 'gate', id: 'orientation' },
      { kind: 'due', id: 'drug-test/urine' },
      { kind: 'due', id: 'move/program', after: null },
      { kind: 'due', id: 'stay-maximum/stage/house', after: null },
    ]);
    await clinic.must({ type: 'StepDown', stage: 'program' });
    expect(await group(clinic)).toEqual([2, 3, 4]);
    expect(await group(clinic, '2026-02-04')).toEqual([2, 3, 4]);
    expect(await group(clinic, '2026-02-05')).toEqual([3, 4]);
    expect(await group(clinic, '2026-02-07')).toEqual([]);
  });

  it('leaves the numbers of the next level free: a track of the same name begins anew there', async () => {
    const renamed = JSON.parse(
      JSON.stringify(smallPathway()).replaceAll('"house-group"', '"individual"'),
    ) as ReturnType<typeof smallPathway>;
    const clinic = createClinic([], {
      pathways: [{ ...renamed, pathway: { ...renamed.pathway, equivalences: [] } }],
    });
    await clinic.must(admit);
    const session: Loose = { type: 'RecordAttendance', track: 'individual', session: 1, status: 'attended' };
    await clinic.must(session);
    await clinic.on('2026-01-12').must(signed);
    await clinic.must({ type: 'StepDown', stage: 'program' });
    await clinic.on('2026-01-13').must(session);
    expect(await clinic.on('2026-01-20').refused(session)).toBe('already-recorded');
  });

  it('gives no credit for what was attended too long ago', async () => {
    const clinic = await inTheHouse();
    await clinic.on('2026-02-06').must(signed);
    await clinic.must({ type: 'StepDown', stage: 'program' });
    expect(await group(clinic)).toEqual([4]);
  });

  it('is undone by a correction: the stage before goes on as if it had not been', async () => {
    const clinic = await inTheHouse();
    await clinic.on('2026-01-12').must(signed);
    const before = await clinic.engine.status('e-1');
    const move = await clinic.must({ type: 'StepDown', stage: 'program' });
    await clinic.must({ type: 'Void', fact: move, reason: 'wrong patient' });
    const after = await clinic.engine.status('e-1');
    expect({ ...after, version: 0, allowed: [] }).toEqual({ ...before, version: 0, allowed: [] });
  });

  it('stands for review, or is withdrawn, where what it rested on turns out wrong', async () => {
    for (const advance of ['stands', 'withdrawn'] as const) {
      const document = smallPathway();
      const curricula = document.curricula.map((c) => ({
        ...c,
        policies: { ...c.policies, corrections: { advance } },
      }));
      const clinic = await inTheHouse({ ...document, curricula });
      const sign = await clinic.on('2026-01-12').must(signed);
      await clinic.must({ type: 'StepDown', stage: 'program' });
      const mend: Loose = { type: 'Void', fact: sign, reason: 'signed for another patient' };
      const { episodes } = await clinic.on('2026-01-13').engine.preview({ episode: 'e-1', ...mend } as never);
      expect(episodes[0]?.movements.find(({ kind }) => kind === 'flag')?.sentence).toMatch(
        /^The move to The program on 2026-01-12 no longer holds: .*sign-off of step down by the counselor/,
      );
      await clinic.must(mend);
      const { flags } = await clinic.engine.status('e-1');
      expect(flags).toMatchObject([{ code: advance === 'stands' ? 'move-without-gate' : 'move-withdrawn' }]);
      expect((await stateOf(clinic)).stage).toBe(advance === 'stands' ? 'program' : 'house');
    }
  });

  it('may be decided ahead: it takes effect on its day', async () => {
    const clinic = await inTheHouse();
    await clinic.on('2026-01-09').must(signed);
    await clinic.must({ type: 'StepDown', stage: 'program', on: '2026-01-12' });
    expect((await stateOf(clinic)).stage).toBe('house');
    expect((await stateOf(clinic.on('2026-01-12'))).stage).toBe('program');
  });

  it('is let through by an override of that move, and of no other', async () => {
    const clinic = await inTheHouse();
    clinic.on('2026-01-08');
    await clinic.must({ type: 'Override', stage: 'program', role: 'director', reason: 'bed needed' });
    expect(await clinic.refused({ type: 'StepDown', stage: 'other' })).toBe('gate-not-satisfied');
    expect(await clinic.refused({ type: 'Advance' })).toBe('gate-not-satisfied');
    await clinic.must({ type: 'StepDown', stage: 'program' });
  });

  it('asks for the stage where there are several, and names the ways where there is none', async () => {
    const clinic = await inTheHouse();
    expect(await clinic.refused({ type: 'StepDown' })).toBe('stage-needed');
    expect(await clinic.refused({ type: 'StepDown', stage: 'nowhere' })).toBe('unknown-stage');
    expect(await clinic.refused({ type: 'StepUp', stage: 'program' })).toBe('no-move');
  });
});

describe('on the day of a move', () => {
  const moved = async () => {
    const clinic = await inTheHouse();
    await clinic.on('2026-01-13').must(signed);
    await clinic.must({ type: 'StepDown', stage: 'program' });
    return clinic;
  };

  it('what is recorded belongs to the stage that the patient came to', async () => {
    const clinic = await moved();
    await clinic.must({ type: 'RecordAttendance', track: 'individual', session: 1, status: 'attended' });
    await clinic.must({ type: 'Advance' });
    expect(await stateOf(clinic)).toMatchObject({ stage: 'program', phase: 'early-recovery' });
    expect((await clinic.engine.status('e-1')).flags).toEqual([]);
  });

  it('a meeting that only the stage before has still counts there, and for credit', async () => {
    const clinic = await moved();
    await clinic.must(attended(3, { at: '10:00' }));
    expect((await clinic.engine.status('e-1')).flags).toEqual([]);
    const { credits } = await clinic.engine.status('e-1');
    expect(credits.find(({ sessions }) => sessions.includes(4))?.expiresOn).toBe('2026-02-12');
  });
});
