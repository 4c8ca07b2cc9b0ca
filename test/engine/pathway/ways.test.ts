import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Clinic, createClinic, type Loose } from '../../generators/clinic.ts';
import { smallCurriculum } from '../../generators/small-curriculum.ts';
import { smallPathway } from '../../generators/small-pathway.ts';

const admit: Loose = { type: 'Admit', patient: 'p', curriculum: 'small-pathway' };

function open(document = smallPathway()): Clinic {
  return createClinic([], { pathways: [document] });
}

const stage = async (clinic: Clinic) => (await clinic.engine.status('e-1')).pathway?.stage.id;

describe('an admission to a pathway', () => {
  it('begins at its first stage, or at the one it names', async () => {
    const first = open();
    await first.must(admit);
    expect(await stage(first)).toBe('house');
    const second = open();
    await second.must({ ...admit, stage: 'program' });
    expect(await stage(second)).toBe('program');
    expect((await second.engine.status('e-1')).monitors.map(({ id }) => id)).toEqual([
      'attendance',
      'abstinence',
    ]);
  });

  it('is refused at a stage that takes nobody in, or that there is not', async () => {
    expect(await open().refused({ ...admit, stage: 'other' })).toBe('no-entry');
    expect(await open().refused({ ...admit, stage: 'nowhere' })).toBe('unknown-stage');
  });

  it('pins the curricula of all stages: a changed one under the same version is refused', async () => {
    const clinic = open();
    await clinic.must(admit);
    const changed = smallPathway(
      () => {},
      smallCurriculum((written) => {
        written['title'] = 'Another title';
      }),
    );
    const again = createClinic([], { pathways: [changed], store: clinic.store });
    await expect(again.tell({ ...admit, episode: 'e-2' })).rejects.toMatchObject({
      code: 'curriculum-changed',
    });
  });
});

describe('a step-up', () => {
  it('is never kept back by its criteria; where they do not speak for it, it needs a reason', async () => {
    const clinic = open();
    await clinic.must({ ...admit, stage: 'program' });
    clinic.on('2026-01-08');
    expect(await clinic.refused({ type: 'StepUp' })).toBe('reason-needed');
    await clinic.must({ type: 'StepUp', reason: 'no roof over his head' });
    expect(await stage(clinic)).toBe('house');
  });

  it('is work for a person as soon as its criteria hold, and keeps what is known of the patient', async () => {
    const clinic = open();
    await clinic.must({ ...admit, stage: 'program' });
    for (const day of ['2026-01-07', '2026-01-08']) await clinic.on(day).must({ type: 'RecordUse' });
    expect((await clinic.engine.due({ upTo: '2026-01-08' })).map(({ item }) => item)).toContain('move/house');
    await clinic.must({ type: 'StepUp' });
    clinic.on('2026-01-20');
    const known = async () => (await clinic.engine.status('e-1')).drugTests;
    expect(await known()).toMatchObject({ daysAbstinent: 0, abstinentUntil: '2026-01-08' });
    await clinic.must({ type: 'RecordContact', reached: true });
    expect(await known()).toMatchObject({ daysAbstinent: 12, abstinentUntil: '2026-01-20' });
  });

  it('ends a leave', async () => {
    const clinic = open();
    await clinic.must({ ...admit, stage: 'program' });
    await clinic.on('2026-01-08').must({ type: 'StartLeave' });
    await clinic.on('2026-01-10').must({ type: 'StepUp', reason: 'found in crisis' });
    expect(await clinic.engine.status('e-1')).toMatchObject({ lifecycle: 'active', leave: null });
  });
});

describe('a transfer between programs of one curriculum', () => {
  it('keeps all sessions that were attended', async () => {
    const clinic = open();
    await clinic.must({ ...admit, stage: 'program' });
    await clinic.on('2026-01-06').must({ type: 'RecordAttendance', track: 'individual', status: 'attended' });
    await clinic.on('2026-01-08').must({ type: 'TransferTo', reason: 'works in the evenings' });
    const { tracks, pathway } = await clinic.engine.status('e-1');
    expect(pathway?.stage.id).toBe('other');
    expect(tracks.find(({ id }) => id === 'individual')?.done).toEqual([1]);
  });
});

describe('a stay', () => {
  it('is reviewed at its maximum, and may be extended with a reason', async () => {
    const clinic = open();
    await clinic.must(admit);
    const limit = async () =>
      (await clinic.engine.status('e-1')).due.find(({ item }) => item === 'stay-maximum/stage/house');
    expect(await limit()).toMatchObject({
      dueOn: '2026-02-02',
      because: '28 program days from 2026-01-05: 2026-02-02',
    });
    clinic.on('2026-01-30');
    expect(await clinic.refused({ type: 'ExtendStay', until: '2026-02-20' })).toBe('reason-needed');
    expect(await clinic.refused({ type: 'ExtendStay', until: '2026-02-01', reason: 'r' })).toBe(
      'dates-contradict',
    );
    await clinic.must({ type: 'ExtendStay', until: '2026-02-20', reason: 'housing is not settled' });
    expect(await limit()).toMatchObject({ dueOn: '2026-02-20', because: 'extended by event 2' });
  });

  it('without a maximum cannot be extended', async () => {
    const clinic = open();
    await clinic.must({ ...admit, stage: 'program' });
    const extend = { type: 'ExtendStay', until: '2027-01-01', reason: 'r' } as const;
    expect(await clinic.refused(extend)).toBe('no-maximum');
    expect(await clinic.refused({ ...extend, of: 'stage' })).toBe('no-maximum');
  });
});

describe('a readmission', () => {
  const document = smallPathway(
    () => {},
    smallCurriculum((written) => {
      written['policies'] = {
        ...(written['policies'] as object),
        readmission: { sameEpisodeWithin: { days: 30 } },
      };
    }),
  );

  it('goes on in the same episode, in the phase and with the sessions of before, within its time', async () => {
    const clinic = open(document);
    await clinic.must({ ...admit, stage: 'program' });
    await clinic.on('2026-01-06').must({ type: 'RecordAttendance', track: 'individual', status: 'attended' });
    await clinic.must({ type: 'Advance' });
    await clinic.on('2026-01-09').must({ type: 'Discharge', discharge: 'dropped-out' });
    expect(await clinic.refused({ type: 'Readmit' })).toBe('not-ended');
    clinic.on('2026-01-10');
    expect((await clinic.engine.status('e-1')).allowed).toContainEqual({ type: 'Readmit' });
    await clinic.on('2026-02-08').must({ type: 'Readmit' });
    const status = await clinic.engine.status('e-1');
    expect(status).toMatchObject({
      lifecycle: 'active',
      phase: { id: 'early-recovery' },
      ended: null,
      flags: [],
    });
    expect(status.tracks.find(({ id }) => id === 'individual')?.done).toEqual([1]);
    expect(status.tracks.every(({ unrecorded }) => unrecorded <= 2)).toBe(true);
  });

  it('is a new episode after that, and after a graduation', async () => {
    const clinic = open(document);
    await clinic.must({ ...admit, stage: 'program' });
    await clinic.on('2026-01-09').must({ type: 'Discharge', discharge: 'dropped-out' });
    expect(await clinic.on('2026-02-09').refused({ type: 'Readmit' })).toBe('readmission-too-late');
  });
});

describe('an export', () => {
  it('has the meetings of all levels of care, with their titles', async () => {
    const clinic = open();
    await clinic.must(admit);
    await clinic.must({ type: 'RecordAttendance', track: 'house-group', session: 2, status: 'attended' });
    await clinic.on('2026-01-12').must({ type: 'SignOff', subject: 'step-down' });
    await clinic.must({ type: 'StepDown', stage: 'program' });
    await clinic.on('2026-01-13').must({ type: 'RecordAttendance', track: 'individual', status: 'attended' });
    const { meetings, history } = await clinic.engine.exportEpisode('e-1');
    expect(meetings.filter(({ outcome }) => outcome === 'attended').map(({ title }) => title)).toEqual([
      'Topic 2',
      'Welcome',
    ]);
    expect(history.map(({ standing }) => standing)).toEqual(Array(5).fill('standing'));
  });
});

describe('whatever is entered late', () => {
  const facts: Loose[] = [
    ...['05', '06', '07', '08', '09'].map((day, i) => ({
      type: 'RecordAttendance' as const,
      on: `2026-01-${day}`,
      track: 'house-group',
      session: i + 1,
      status: 'attended',
    })),
    { type: 'RecordDrugTest', on: '2026-01-08', result: 'negative' },
    { type: 'RecordAttendance', on: '2026-01-14', track: 'individual', session: 1, status: 'attended' },
    { type: 'RecordUse', on: '2026-01-15' },
    { type: 'RecordMutualHelp', on: '2026-01-16' },
  ];

  it('comes to the same as entered in order, across the levels of care', () =>
    fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(facts, { minLength: facts.length }), async (order) => {
        const tell = async (given: readonly Loose[]) => {
          const clinic = open();
          await clinic.must(admit);
          await clinic.on('2026-01-12').must({ type: 'SignOff', subject: 'step-down' });
          await clinic.must({ type: 'StepDown', stage: 'program' });
          clinic.on('2026-01-19');
          for (const fact of given) await clinic.must(fact);
          const { version: _version, gate: _gate, ...status } = await clinic.engine.status('e-1');
          await clinic.store.deleteSnapshots();
          const fresh = createClinic([], {
            pathways: [smallPathway()],
            store: clinic.store,
            today: '2026-01-19',
          });
          const { version: _v, gate: _g, ...told } = await fresh.engine.status('e-1');
          expect(told).toEqual(status);
          return status;
        };
        expect(await tell(order)).toEqual(await tell(facts));
      }),
      { numRuns: 12 },
    ));
});
