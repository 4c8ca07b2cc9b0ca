import { describe, expect, it } from 'vitest';
import { createClinic } from '../generators/clinic.ts';
import { liveCourse } from '../generators/live-course.ts';
import { readCurriculum } from './read-curriculum.ts';

const PROGRAM = readCurriculum('opioid-treatment-program');

describe('the opioid treatment program', () => {
  it('has the bands of both rules, as their sources give them', () => {
    const bands = PROGRAM.takeHome?.rules.map(({ from, bands: all }) => [
      from,
      all.map(({ fromDay, doses, per }) => [fromDay, doses, per]),
    ]);
    expect(bands).toEqual([
      [
        undefined,
        [
          [1, 1, 'week'],
          [91, 2, 'week'],
          [181, 3, 'week'],
          [271, 6, 'supply'],
          [366, 14, 'supply'],
          [731, 30, 'supply'],
        ],
      ],
      [
        '2024-04-02',
        [
          [1, 7, 'supply'],
          [15, 14, 'supply'],
          [31, 28, 'supply'],
        ],
      ],
    ]);
  });

  it('marks what was not read in a rule itself', () => {
    const [old, present] = PROGRAM.takeHome!.rules;
    expect(present?.provisional).toBe(true);
    expect(old?.bands.filter(({ provisional }) => provisional).map(({ fromDay }) => fromDay)).toEqual([731]);
  });

  it.each([
    ['2022-01-03', '2022-03-01', 1, 'week'],
    ['2022-01-03', '2022-04-03', 2, 'week'],
    ['2022-01-03', '2023-01-03', 14, 'supply'],
    ['2024-12-02', '2024-12-15', 7, 'supply'],
    ['2024-12-02', '2024-12-16', 14, 'supply'],
    ['2024-12-02', '2025-01-01', 28, 'supply'],
  ])('admitted on %s allows on %s %i doses a %s', async (admitted, on, doses, per) => {
    const clinic = createClinic(PROGRAM, { today: admitted });
    await clinic.must({ type: 'Admit', patient: 'p', curriculum: PROGRAM.id });
    await clinic.must({ type: 'SignOff', role: 'medical-director', subject: 'take-home' });
    clinic.on(on);
    await clinic.must({ type: 'RecordAttendance', track: 'dosing', status: 'attended', session: 1 });
    expect((await clinic.engine.status('e-1')).takeHome).toMatchObject({ doses, per });
  });

  it.each([
    ['2024-12-02', '2025-01-06', 28],
    ['2022-01-03', '2022-10-03', 6],
  ])(
    'counts the Sundays of a supply: admitted on %s it gives on Monday, %s, %i at most',
    async (admitted, on, most) => {
      const clinic = createClinic(PROGRAM, { today: admitted });
      await clinic.must({ type: 'Admit', patient: 'p', curriculum: PROGRAM.id });
      await clinic.must({ type: 'SignOff', role: 'medical-director', subject: 'take-home' });
      clinic.on(on);
      await clinic.must({ type: 'RecordDrugTest', result: 'negative' });
      await clinic.must({ type: 'RecordAttendance', track: 'dosing', status: 'attended', session: 1 });
      expect((await clinic.engine.status('e-1')).takeHome).toMatchObject({ doses: most, mayGive: most });
    },
  );

  it('gives a dose for a Sunday without a signature, and none besides', async () => {
    const clinic = createClinic(PROGRAM, { today: '2026-01-10' });
    await clinic.must({ type: 'Admit', patient: 'p', curriculum: PROGRAM.id });
    expect((await clinic.engine.status('e-1')).takeHome).toMatchObject({ doses: 0, mayGive: 1 });
    await clinic.must({ type: 'RecordTakeHome', doses: 1 });
    expect(await clinic.refused({ type: 'RecordTakeHome', doses: 1 })).toBe('take-home-beyond-band');
  });

  it('can be completed by a patient, by commands', async () => {
    const clinic = await liveCourse(PROGRAM);
    expect((await clinic.engine.status('e-1')).ended).toMatchObject({ graduated: true });
  });
});
