import { describe, expect, it } from 'vitest';
import { renderStatus } from '../../../src/faces/cli/render-status.ts';
import { attend, doseClinic } from '../../engine/dose-clinic.ts';

type Clinic = Awaited<ReturnType<typeof doseClinic>>;
const page = async (clinic: Clinic) => renderStatus(await clinic.engine.status('e-1'));

const GIVEN = {
  type: 'RecordAuthorization',
  payer: 'Health plan',
  reference: 'A-17',
  levelOfCare: { system: 'asam-3', level: '2.1' },
  unit: 'visits',
  units: 3,
  from: '2026-01-05',
  to: '2026-01-31',
} as const;

describe('the page of a patient', () => {
  it('shows the weekly dose: the rule, this week with what would satisfy it, and the weeks before', async () => {
    const clinic = await doseClinic({
      dose: [{ minutesPerWeek: 300, daysPerWeek: 3, levelMinutesPerWeek: 540, provisional: true }],
    });
    await attend(clinic, [5, 7, 9, 12]);
    await clinic.must({ type: 'RecordClosure', from: '2026-01-16', reason: 'snow' });
    const shown = await page(clinic.on('2026-01-13'));
    expect(shown).toContain(
      'Weekly dose  300 minutes on 3 days a week (the level of care asks for 540 minutes) provisional',
    );
    expect(shown).toContain(
      '  this week  120 minutes on 1 day; the rest is excused (closed on 2026-01-16: snow)',
    );
    expect(shown).toContain('  before     2026-01-05 met (360 min, 3 d)');
  });

  it('shows what is authorized, used and left, days beyond it, and the level that was authorized instead', async () => {
    const clinic = await doseClinic();
    await clinic.must({ ...GIVEN, levelOfCare: { system: 'asam-3', level: '1' } });
    await attend(clinic, [5, 7, 9, 12]);
    const shown = await page(clinic.on('2026-01-15'));
    expect(shown).toMatch(/Health plan A-17 +1 +2026-01-05 to 2026-01-31 +4-5 of 3 visits +0 left +used-up/);
    expect(shown).toContain('at 2.1, authorized 1 since 2026-01-05: 11 days');
    expect(shown).toContain(
      '2026-01-12 not covered: the units of the authorization by Health plan were used up',
    );
    expect(shown).toContain('Attended on 1 day beyond what is authorized');
  });

  it('shows the review of the continued stay with its criteria, and when it is due', async () => {
    const clinic = await doseClinic({
      continuedStay: { everyDays: 14, continue: { type: 'meetings', atLeast: 2 } },
    });
    await attend(clinic, [5]);
    const shown = await page(clinic);
    expect(shown).toContain('1 of 2 meetings attended');
    expect(shown).toContain('Mon 2026-01-19  Review of the continued stay is due');
  });

  it('shows the doses that may be taken home, what is at home, and what was beyond the band', async () => {
    const takeHome = {
      medication: 'Methadone',
      rules: [{ id: 'r', title: 'Rule', bands: [{ fromDay: 1, doses: 2, per: 'supply' }] }],
    };
    const clinic = await doseClinic({ takeHome });
    await clinic.must({ type: 'RecordTakeHome', doses: 1 });
    expect(await page(clinic)).toContain(
      'Take-home doses  Methadone: up to 2 take-home doses on day 1 of treatment (Rule); 1 still at home\n' +
        '  1 can be given today, at home until Tue 2026-01-06\n' +
        '  2026-01-05  1 for 2026-01-06',
    );
    const more = { doses: 4, beyondBand: true, role: 'director', reason: 'travels' };
    await clinic.must({ type: 'RecordTakeHome', ...more });
    const shown = await page(clinic);
    expect(shown).toContain('none can be given today');
    expect(shown).toContain('4 for 2026-01-07 to 2026-01-10, beyond the band');
  });
});
