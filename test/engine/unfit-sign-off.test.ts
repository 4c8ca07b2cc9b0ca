import { describe, expect, it } from 'vitest';
import { createClinic, type Loose } from '../generators/clinic.ts';
import { smallCurriculum } from '../generators/small-curriculum.ts';

const SIGNED = smallCurriculum((written) => {
  const phases = written['phases'] as Record<string, unknown>[];
  const plan = { type: 'signed-off', role: 'counselor', subject: 'treatment-plan' };
  const discharge = { type: 'signed-off', role: 'physician', subject: 'discharge' };
  phases[0] = { ...phases[0], exit: { type: 'all', of: [plan, discharge] } };
});

describe('a sign-off', () => {
  it.each<[said: string | RegExp, signed: Loose]>([
    ['accepted', { type: 'SignOff', subject: 'treatment-plan' }],
    ['accepted', { type: 'SignOff', subject: 'treatment-plan', role: 'counselor' }],
    ['accepted', { type: 'SignOff', subject: 'discharge', role: 'physician' }],
    ['accepted', { type: 'SignOff', subject: 'visit-of-a-notary' }],
    ['accepted', { type: 'SignOff', role: 'nurse' }],
    [/^subject-needed: .* asks treatment-plan, plan-reviewed of the counselor/, { type: 'SignOff' }],
    [
      /^role-not-allowed: discharge is signed off by the physician/,
      { type: 'SignOff', subject: 'discharge' },
    ],
    [/^unknown-subject: .*did you mean treatment-plan\?/, { type: 'SignOff', subject: 'treatmentplan' }],
  ])('that looks as if it counted is %s', async (said, signed) => {
    const clinic = createClinic(SIGNED);
    await clinic.must({ type: 'Admit', patient: 'p', curriculum: 'small-iop' });
    const outcome = await clinic.tell(signed);
    expect(outcome.accepted ? 'accepted' : `${outcome.refusal.code}: ${outcome.refusal.message}`).toMatch(
      said,
    );
  });
});
