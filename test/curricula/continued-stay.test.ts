import { describe, expect, it } from 'vitest';
import { addDays } from '../../src/curriculum/calendar-date.ts';
import { liveCourse } from '../generators/live-course.ts';
import { readCurriculum } from './read-curriculum.ts';

const ADMITTED = '2026-01-05';

describe.each([
  ['partial-hospitalization', 18],
  ['mental-health-iop', 60],
  ['generic-iop', 30],
  ['residential-short-term', 14],
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
