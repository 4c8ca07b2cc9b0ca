import { describe, expect, it } from 'vitest';
import type { RefusalCode } from '../../src/engine/refusal.ts';
import { type Clinic, createClinic, type Loose } from '../generators/clinic.ts';
import { REFUSING_PROGRAM as SMALL } from './refusing-program.ts';

const admit: Loose = { type: 'Admit', patient: 'p', curriculum: 'small-iop' };
const welcome: Loose = { type: 'RecordAttendance', track: 'individual', session: 1, status: 'attended' };
const advance: Loose = { type: 'Advance' };
const negative: Loose = { type: 'RecordDrugTest', result: 'negative' };
const leave: Loose = { type: 'StartLeave', expectedReturn: '2026-01-20' };
const discharge: Loose = { type: 'Discharge', discharge: 'dropped-out' };
const refer: Loose = { type: 'Refer', patient: 'p' };
const join: Loose = { type: 'JoinWaitlist', program: 'evening-iop' };
const offer: Loose = { type: 'OfferPlace', until: '2026-01-09' };

/** A step before the refused command: a command, or the day to which the clock goes. */
type Given = Loose | string;
type Row = { readonly given: readonly Given[]; readonly when: Loose };

// biome-ignore format: one line each would make the file too long
type Elsewhere = 'subject-needed' | 'unknown-subject' | 'out-of-turn' | 'no-place-free' | 'items-unfit' | 'no-take-home'
  | 'no-place' | 'no-entry' | 'no-maximum' | 'stage-needed' | 'not-eligible' | 'eligibility-unknown';
/** For each code a way to it; a code without a row does not compile. `no-place` comes from migrations, `no-entry` and `stage-needed` from pathways, those of eligibility from programs that state it, `no-take-home` from those that give none; offers, items and sign-offs have theirs, too; their own tests provoke them. */
const ROWS: Record<Exclude<RefusalCode, Elsewhere>, readonly Row[]> = {
  'already-exists': [{ given: [{ type: 'Refer', patient: 'p' }], when: { type: 'Refer', patient: 'p' } }],
  'unknown-episode': [
    { given: [], when: welcome },
    { given: [], when: discharge },
  ],
  'not-admitted': [{ given: [{ type: 'Refer', patient: 'p' }], when: advance }],
  'already-admitted': [
    { given: [admit], when: admit },
    { given: [{ ...admit, on: '2026-01-12' }], when: admit },
  ],
  ended: [
    { given: [admit, discharge, '2026-01-06'], when: welcome },
    { given: [{ type: 'Refer', patient: 'p' }, discharge], when: admit },
  ],
  'on-leave': [
    { given: [admit, leave], when: leave },
    { given: [admit, leave, '2026-01-06'], when: welcome },
    { given: [admit, leave], when: advance },
  ],
  'not-on-leave': [{ given: [admit], when: { type: 'EndLeave' } }],
  'before-admission': [
    { given: [admit], when: { ...discharge, on: '2026-01-04' } },
    { given: [{ ...admit, on: '2026-01-12' }], when: discharge },
    { given: [admit], when: { ...welcome, on: '2026-01-04' } },
    { given: [admit, welcome], when: { type: 'Amend', fact: 2, change: { on: '2026-01-02' }, reason: 'r' } },
  ],
  'in-the-future': [
    { given: [admit], when: { ...welcome, on: '2026-01-06' } },
    { given: [admit, welcome], when: { type: 'Amend', fact: 2, change: { on: '2026-01-06' }, reason: 'r' } },
  ],
  'no-pathway': [{ given: [admit], when: { type: 'StepDown' } }],
  'unknown-stage': [{ given: [], when: { ...admit, stage: 'iop' } }],
  'no-move': [{ given: [admit], when: { type: 'Override', stage: 'iop', role: 'director', reason: 'r' } }],
  'not-ended': [{ given: [admit], when: { type: 'Readmit' } }],
  'readmission-too-late': [{ given: [admit, discharge], when: { type: 'Readmit' } }],
  'score-out-of-range': [
    { given: [refer], when: { type: 'RecordAssessment', instrument: 'phq-9', score: 28 } },
    { given: [refer], when: { type: 'RecordAssessment', instrument: 'cows', score: -1 } },
    {
      given: [refer, { type: 'RecordAssessment', instrument: 'audit', score: 40 }],
      when: { type: 'Amend', fact: 2, change: { score: 41 }, reason: 'mistyped' },
    },
  ],
  'already-waiting': [{ given: [refer, join], when: join }],
  'not-waiting': [
    { given: [refer], when: { type: 'OfferPlace', until: '2026-01-09' } },
    { given: [refer], when: { type: 'RemoveFromWaitlist', reason: 'r' } },
  ],
  'already-offered': [{ given: [refer, join, offer], when: offer }],
  'until-needed': [{ given: [refer, join], when: { type: 'OfferPlace' } }],
  'no-offer': [
    { given: [refer, join], when: { type: 'AcceptOffer' } },
    { given: [refer, join, offer, '2026-01-10'], when: { type: 'AcceptOffer' } },
    { given: [refer, join], when: { type: 'DeclineOffer' } },
  ],
  'unknown-curriculum': [
    { given: [], when: { ...admit, curriculum: 'no-such' } },
    { given: [], when: { ...admit, curriculum: 'small-iop@9.9.9' } },
  ],
  'unknown-track': [
    { given: [admit], when: { ...welcome, track: 'yoga' } },
    { given: [], when: { ...admit, cycleStarts: { yoga: '2026-01-05' } } },
    { given: [admit], when: { type: 'RecordHomework', track: 'yoga' } },
    { given: [admit], when: { type: 'GrantCredit', track: 'yoga', sessions: [1], from: 'x', reason: 'r' } },
    { given: [admit, welcome], when: { type: 'Amend', fact: 2, change: { track: 'yoga' }, reason: 'r' } },
    {
      given: [admit],
      when: { type: 'Amend', fact: 1, change: { cycleStarts: { yoga: '2026-01-05' } }, reason: 'r' },
    },
  ],
  'unknown-session': [
    { given: [admit], when: { ...welcome, session: 99 } },
    { given: [admit], when: { type: 'GrantCredit', track: 'group', sessions: [99], from: 'x', reason: 'r' } },
    { given: [admit, welcome], when: { type: 'Amend', fact: 2, change: { session: 99 }, reason: 'r' } },
  ],
  'unknown-phase': [
    { given: [admit], when: { ...advance, to: 'nirvana' } },
    { given: [admit], when: { type: 'ReturnToPhase', to: 'nirvana', reason: 'r' } },
    {
      given: [admit, welcome, advance],
      when: { type: 'Amend', fact: 3, change: { to: 'nirvana' }, reason: 'r' },
    },
    {
      given: [admit, { type: 'Override', role: 'director', reason: 'r' }],
      when: { type: 'Amend', fact: 2, change: { phase: 'nirvana' }, reason: 'r' },
    },
  ],
  'unknown-task': [{ given: [admit], when: { type: 'CompleteTask', task: 'call' } }],
  'unknown-incentive': [
    { given: [admit], when: { type: 'RecordReward', incentive: 'cake', amount: 1 } },
    {
      given: [admit, negative, { type: 'RecordReward', incentive: 'vouchers', amount: 250 }],
      when: { type: 'Amend', fact: 3, change: { incentive: 'cake' }, reason: 'r' },
    },
  ],
  'unknown-prize': [
    { given: [admit], when: { type: 'RecordReward', incentive: 'vouchers', amount: 1, prize: 'jumbo' } },
  ],
  'reward-not-earned': [
    { given: [admit, negative], when: { type: 'RecordReward', incentive: 'vouchers', amount: 251 } },
  ],
  'take-home-beyond-band': [
    { given: [admit], when: { type: 'RecordTakeHome', doses: 3 } },
    {
      given: [admit, { type: 'RecordTakeHome', doses: 1 }],
      when: { type: 'Amend', fact: 2, change: { doses: 3 }, reason: 'r' },
    },
  ],
  'unknown-privilege': [{ given: [admit], when: { type: 'GrantPrivilege', privilege: 'car', reason: 'r' } }],
  'privilege-not-now': [
    { given: [admit], when: { type: 'GrantPrivilege', privilege: 'phone', role: 'director', reason: 'r' } },
    { given: [admit], when: { type: 'GrantPrivilege', privilege: 'pass', reason: 'r' } },
  ],
  'privilege-unchanged': [
    { given: [admit], when: { type: 'WithdrawPrivilege', privilege: 'phone', reason: 'r' } },
    {
      given: [
        admit,
        welcome,
        advance,
        { type: 'GrantPrivilege', privilege: 'phone', role: 'director', reason: 'r' },
      ],
      when: { type: 'GrantPrivilege', privilege: 'phone', role: 'director', reason: 'r' },
    },
  ],
  'unknown-fact': [{ given: [admit], when: { type: 'Void', fact: 9, reason: 'r' } }],
  'track-not-open': [{ given: [admit], when: { ...welcome, track: 'skills' } }],
  'no-meeting': [
    {
      given: [admit, welcome, advance, '2026-01-08'],
      when: { type: 'RecordAttendance', track: 'group', status: 'attended' },
    },
  ],
  'session-needed': [
    {
      given: [
        admit,
        welcome,
        advance,
        '2026-01-12',
        { type: 'Override', role: 'director', reason: 'r' },
        advance,
      ],
      when: { type: 'RecordAttendance', track: 'elective', status: 'attended' },
    },
    {
      given: [admit],
      when: { type: 'RecordAttendance', track: 'individual', status: 'attended', makeUp: true },
    },
  ],
  'minutes-needed': [
    { given: [admit], when: { ...welcome, status: 'left-early' } },
    {
      given: [admit, welcome],
      when: { type: 'Amend', fact: 2, change: { status: 'left-early' }, reason: 'r' },
    },
  ],
  'already-recorded': [
    { given: [admit, welcome], when: welcome },
    { given: [admit, welcome, '2026-01-08'], when: { ...welcome, makeUp: true } },
  ],
  'make-up-too-late': [
    {
      given: [admit, '2026-01-06', { ...welcome, status: 'absent' }, '2026-02-03'],
      when: { ...welcome, makeUp: true },
    },
  ],
  'not-next-phase': [{ given: [admit], when: { ...advance, to: 'relapse-prevention' } }],
  'gate-not-satisfied': [{ given: [admit], when: advance }],
  'gate-unknown': [{ given: [admit, '2026-01-09'], when: advance }],
  'gate-already-satisfied': [
    { given: [admit, welcome], when: { type: 'Override', role: 'director', reason: 'r' } },
  ],
  'no-return': [{ given: [admit], when: { type: 'ReturnToPhase', to: 'early-recovery', reason: 'r' } }],
  'role-not-allowed': [
    { given: [admit, welcome], when: { ...advance, role: 'nurse' } },
    { given: [admit], when: { type: 'Override', role: 'counselor', reason: 'r' } },
  ],
  'reason-needed': [
    { given: [admit], when: { type: 'Override', role: 'director' } },
    { given: [admit], when: { type: 'GrantCredit', track: 'group', sessions: [1], from: 'x' } },
    { given: [admit], when: { type: 'Void', fact: 1 } },
    { given: [admit], when: { type: 'Discharge', discharge: 'other' } },
    { given: [admit], when: { type: 'Discharge', discharge: 'completed' } },
    {
      given: [admit, welcome, advance, { type: 'Override', role: 'director', reason: 'r' }, advance],
      when: { type: 'ReturnToPhase', to: 'early-recovery' },
    },
  ],
  'leave-too-long': [{ given: [admit], when: { ...leave, expectedReturn: '2026-03-01' } }],
  'return-before-leave': [
    { given: [admit], when: { ...leave, expectedReturn: '2026-01-05' } },
    { given: [admit, leave], when: { type: 'EndLeave' } },
    {
      given: [admit, leave],
      when: { type: 'Amend', fact: 2, change: { expectedReturn: '2026-01-04' }, reason: 'r' },
    },
  ],
  'not-correctable': [
    {
      given: [admit, welcome, { type: 'Void', fact: 2, reason: 'r' }],
      when: { type: 'Amend', fact: 2, change: { session: 2 }, reason: 'r' },
    },
  ],
  'invalid-change': [
    {
      given: [admit, welcome],
      when: { type: 'Amend', fact: 2, change: { type: 'UseReported' }, reason: 'r' },
    },
    { given: [admit, welcome], when: { type: 'Amend', fact: 2, change: { status: 'asleep' }, reason: 'r' } },
    { given: [admit], when: { type: 'Amend', fact: 1, change: { curriculum: 'other' }, reason: 'r' } },
  ],
  'unknown-instrument': [
    { given: [admit], when: { type: 'RecordAssessment', instrument: 'phq9x', score: 3 } },
  ],
  'implausible-date': [
    { given: [], when: { ...admit, on: '1926-01-05' } },
    { given: [], when: { type: 'Refer', patient: 'p', on: '2016-01-05' } },
    { given: [admit], when: { type: 'Amend', fact: 1, change: { on: '1926-01-05' }, reason: 'r' } },
  ],
  'dates-contradict': [
    { given: [], when: { ...admit, lastUseOn: '2026-01-06' } },
    {
      given: [admit],
      when: { type: 'Override', role: 'director', reason: 'r', expiresOn: '2026-01-01' },
    },
  ],
  'other-patient': [{ given: [{ type: 'Refer', patient: 'other' }], when: admit }],
  'nothing-changes': [
    { given: [admit, welcome], when: { type: 'Amend', fact: 2, change: { session: 1 }, reason: 'r' } },
    {
      given: [admit, welcome, { type: 'Void', fact: 2, reason: 'r' }],
      when: { type: 'Void', fact: 2, reason: 'r' },
    },
  ],
};

async function clinicAfter(given: readonly Given[]): Promise<Clinic> {
  const clinic = createClinic(SMALL);
  for (const step of given) {
    if (typeof step === 'string') clinic.on(step);
    else await clinic.must(step);
  }
  return clinic;
}

const CASES = Object.entries(ROWS).flatMap(([code, rows]) => rows.map((row) => ({ code, ...row })));

describe('a refusal', () => {
  it.each(CASES)(
    'has the code $code for $when.type, a sentence for a counselor, and leaves nothing behind',
    async ({ code, given, when }) => {
      const clinic = await clinicAfter(given);
      const before = await clinic.store.readAll(0, 100);
      const outcome = await clinic.tell(when);
      expect(outcome).toMatchObject({ accepted: false, refusal: { code } });
      if (outcome.accepted) return;
      expect(outcome.refusal.message.length).toBeGreaterThan(10);
      expect(outcome.refusal.message).not.toMatch(/undefined|null|\[object/);
      expect(await clinic.store.readAll(0, 100)).toEqual(before);
    },
  );

  it('explains the gate that decided', async () => {
    const clinic = await clinicAfter([admit]);
    expect(await clinic.tell(advance)).toMatchObject({
      refusal: { gate: { truth: 'unsatisfied', needed: 1, found: 0 } },
    });
  });
});
