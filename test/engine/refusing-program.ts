import { smallCurriculum } from '../generators/small-curriculum.ts';

/** The small program with everything in it that a command can be refused for. */
export const REFUSING_PROGRAM = smallCurriculum((written) => {
  written['incentives'] = [
    {
      id: 'vouchers',
      title: 'Vouchers',
      pays: 'money',
      for: { type: 'negative-test' },
      tiers: [{ first: 250 }],
    },
  ];
  written['takeHome'] = {
    medication: 'Methadone',
    rules: [{ id: 'rule', title: 'Rule', bands: [{ fromDay: 1, doses: 2, per: 'supply' }] }],
  };
  written['privileges'] = [
    { id: 'phone', title: 'Phone', during: ['early-recovery'], grantedBy: ['director'] },
    { id: 'pass', title: 'Pass', lostIn: [{ monitor: 'attendance', states: ['regular'] }] },
  ];
});
