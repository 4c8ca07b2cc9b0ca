import { describe, expect, it } from 'vitest';
import { addDays } from '../../src/curriculum/calendar-date.ts';
import { createClinic } from '../generators/clinic.ts';
import { liveCourse } from '../generators/live-course.ts';
import { minutesInWeek, readCurriculum } from './read-curriculum.ts';

const ADMITTED = '2026-01-05';

describe.each([
  ['partial-hospitalization', 18],
  ['mental-health-iop', 60],
  ['generic-iop', 30],
  ['residential-short-term', 14],
  ['dual-diagnosis-iop', 30],
  ['matrix-iop', 30],
  ['eating-disorder-php', 18],
  ['eating-disorder-iop', 60],
  ['eating-disorder-residential', 14],
])('the reviews of a continued stay in %s', (name, days) => {
  const curriculum = readCurriculum(name);

  it(`come every ${days} days, marked as not checked`, () => {
    expect(curriculum.continuedStay).toMatchObject({ everyDays: days, provisional: true });
  });

  it('speak for going on while a patient who comes is in the main part, and ask for the hours where the level is defined by them', async () => {
    const clinic = await liveCourse(curriculum);
    const asOf = addDays(ADMITTED, 15);
    const { continuedStay } = await clinic.engine.status('e-1', { asOf });
    expect(continuedStay?.criteria.continue?.truth).toBe('satisfied');
    const asksForHours = JSON.stringify(continuedStay?.criteria).includes('weeks with the weekly dose');
    expect(asksForHours).toBe(curriculum.dose !== undefined);
  });
});

describe('the review of a hospital stay', () => {
  it('is held after three days, goes on until a physician finds no danger, and then speaks for a lower level', async () => {
    const curriculum = readCurriculum('inpatient-acute');
    expect(curriculum.continuedStay).toMatchObject({ everyDays: 3, provisional: true });
    const clinic = await liveCourse(curriculum);
    const on = async (days: number) =>
      (await clinic.engine.status('e-1', { asOf: addDays(ADMITTED, days) })).continuedStay;
    const early = await on(2);
    expect(early?.criteria.continue?.truth).toBe('satisfied');
    expect(early?.criteria.transfer?.truth).toBe('unsatisfied');
  });
});

describe('the review of a stay in a community', () => {
  it('is held each month, and speaks for going on where a counselor has looked at the plan', async () => {
    const curriculum = readCurriculum('therapeutic-community');
    expect(curriculum.continuedStay).toMatchObject({ everyDays: 30, provisional: true });
    const clinic = createClinic(curriculum);
    await clinic.must({ type: 'Admit', patient: 'p', curriculum: curriculum.id });
    const truth = async () => (await clinic.engine.status('e-1')).continuedStay?.criteria.continue?.truth;
    expect(await truth()).not.toBe('satisfied');
    clinic.on('2026-01-06');
    await clinic.must({ type: 'SignOff', role: 'counselor', subject: 'plan-reviewed' });
    expect(await truth()).toBe('satisfied');
    clinic.on('2026-02-04');
    expect((await clinic.engine.status('e-1')).due).toContainEqual(
      expect.objectContaining({ item: 'continued-stay-review', dueOn: '2026-02-04' }),
    );
  });
});

describe('the weekly dose of the intensive levels', () => {
  it.each([
    ['generic-iop', 540, 3],
    ['dual-diagnosis-iop', 540, 3],
    ['mental-health-iop', 540, 3],
    ['eating-disorder-iop', 540, 3],
    ['partial-hospitalization', 1200, 5],
    ['eating-disorder-php', 1200, 5],
  ])(
    'is that of the level in %s: %i minutes on %i days, which its own schedule gives',
    (name, minutes, days) => {
      const curriculum = readCurriculum(name);
      expect(curriculum.dose).toMatchObject([{ minutesPerWeek: minutes, daysPerWeek: days }]);
      expect(minutesInWeek(curriculum, 2)).toBeGreaterThanOrEqual(minutes);
    },
  );
});
