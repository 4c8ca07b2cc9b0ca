import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../src/curriculum/calendar-date.ts';
import { lastMeetings } from '../../src/engine/recent-meetings.ts';
import { createGroupClinic, EVENING } from './groups/group-clinic.ts';

const STATUSES = ['attended', 'absent', 'excused', 'late'] as const;

describe('the last meetings beside a caseload row', () => {
  it('are those of the whole record, on the day of the row and on days after it on which nobody writes', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ after: fc.nat({ max: 4 }), status: fc.constantFrom(...STATUSES) }), {
          maxLength: 10,
        }),
        fc.nat({ max: 14 }),
        async (attended, later) => {
          const clinic = createGroupClinic();
          await clinic.mustGroup({ type: 'DefineGroup', definition: EVENING });
          await clinic.fill(['e-1']);
          let day = clinic.today;
          for (const { after, status } of attended) {
            day = addDays(day, after);
            clinic.on(day);
            const reason = status === 'excused' ? { reason: 'ill' } : {};
            const track = 'early-recovery-skills';
            await clinic.tell({ type: 'RecordAttendance', episode: 'e-1', track, status, ...reason });
          }
          const [row] = await clinic.engine.caseload({ episode: 'e-1' });
          clinic.on(addDays(row!.asOf, later));
          const { meetings } = await clinic.engine.exportEpisode('e-1');
          const whole = meetings.slice(-8).map(({ on, track, outcome }) => ({ on, track, outcome }));
          expect(lastMeetings(row!, clinic.today)).toEqual(whole);
        },
      ),
      { numRuns: 25 },
    );
  });

  it('come with the last drug test', async () => {
    const clinic = createGroupClinic();
    await clinic.mustGroup({ type: 'DefineGroup', definition: EVENING });
    await clinic.fill(['e-1']);
    expect((await clinic.engine.caseload({}))[0]?.lastTest).toBeNull();
    for (const result of ['positive', 'negative', 'negative'] as const) {
      await clinic.must({ type: 'RecordDrugTest', episode: 'e-1', result });
      clinic.on(addDays(clinic.today, 3));
    }
    expect((await clinic.engine.caseload({}))[0]?.lastTest).toEqual({
      ...{ on: '2026-01-11', negativeInARow: 2, positive: 1 },
    });
  });
});
