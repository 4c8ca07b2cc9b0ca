import { describe, expect, it } from 'vitest';
import { decide } from '../../src/engine/decisions/decide.ts';
import { openEpisode } from '../../src/engine/episode.ts';
import { type Clinic, createClinic, type Loose } from '../generators/clinic.ts';
import { SMALL_PLAN, smallCurriculum } from '../generators/small-curriculum.ts';

const SMALL = smallCurriculum();
const ADMIT: Loose = { type: 'Admit', patient: 'p', curriculum: 'small-iop' };
const WELCOME: Loose = { type: 'RecordAttendance', track: 'individual', session: 1, status: 'attended' };
const LEAVE: Loose = { type: 'StartLeave', expectedReturn: '2026-01-20' };

async function clinicAfter(...given: Loose[]): Promise<Clinic> {
  const clinic = createClinic(SMALL);
  for (const command of [ADMIT, ...given]) await clinic.must(command);
  return clinic;
}

async function refusal(clinic: Clinic, command: Loose): Promise<string> {
  const outcome = await clinic.tell(command);
  return outcome.accepted ? 'accepted' : `${outcome.refusal.code}: ${outcome.refusal.message}`;
}

describe('what was observed on the day on which the patient went', () => {
  const observed: Loose[] = [
    WELCOME,
    { type: 'RecordDrugTest', result: 'positive' },
    { type: 'RecordHomework' },
    { type: 'SignOff', subject: 'plan-reviewed' },
    { type: 'GrantCredit', track: 'group', sessions: [1], from: 'x', reason: 'r' },
  ];
  for (const gone of [LEAVE, { type: 'Discharge', discharge: 'dropped-out' }] as const) {
    it(`can be entered after ${gone.type} of that day as before it, and comes to the same`, async () => {
      const [before, after] = [await clinicAfter(...observed, gone), await clinicAfter(gone, ...observed)];
      const [first, second] = [await before.engine.status('e-1'), await after.engine.status('e-1')];
      expect(second.tracks).toEqual(first.tracks);
      expect(second.monitors).toEqual(first.monitors);
      expect(second.lifecycle).toBe(first.lifecycle);
    });
  }

  it('is refused on the day after', async () => {
    const clinic = await clinicAfter({ type: 'Discharge', discharge: 'dropped-out' });
    clinic.on('2026-01-06');
    expect(await refusal(clinic, WELCOME)).toMatch(
      /^ended: .* ended on 2026-01-05; void the discharge \(event 2\)/,
    );
  });
});

describe('an episode that time ended', () => {
  it('names its own day and no discharge that does not exist', async () => {
    const clinic = await clinicAfter(WELCOME, { type: 'Advance' });
    clinic.on('2026-06-01');
    const { ended } = await clinic.engine.status('e-1');
    const said = await refusal(clinic, { type: 'Discharge', discharge: 'dropped-out' });
    expect(said).toContain(`ended on ${ended?.on}; enter what was missed before that day, or admit anew`);
  });
});

describe('a record of what the program does not have', () => {
  it('is refused for an instrument, with the one that was meant, and for a session of homework', async () => {
    const clinic = await clinicAfter();
    const score: Loose = { type: 'RecordAssessment', instrument: 'phq9', score: 3 };
    expect(await refusal(clinic, score)).toMatch(/^unknown-instrument: .*did you mean phq-9\?/);
    expect(await refusal(clinic, { ...score, instrument: 'phq-9' })).toBe('accepted');
    for (const instrument of ['ede-q', 'phq-2', 'audit-c', 'dast-20'])
      expect(await refusal(clinic, { ...score, instrument })).toBe('accepted');
    expect(await refusal(clinic, { ...score, instrument: 'gad7' })).toMatch(/did you mean gad-7\?/);
    const homework: Loose = { type: 'RecordHomework', track: 'individual', session: 99 };
    expect(await clinic.refused(homework)).toBe('unknown-session');
  });
});

describe('an admission', () => {
  it('of long ago needs a reason', async () => {
    const clinic = createClinic(SMALL);
    expect(await refusal(clinic, { ...ADMIT, on: '2020-01-05' })).toMatch(/^implausible-date: .*a reason/);
    expect(await refusal(clinic, { ...ADMIT, on: '2021-01-05' })).toBe('accepted');
  });

  it('can be corrected even where the episode cannot be told', () => {
    const event = {
      type: 'Admitted',
      on: '2026-01-05',
      by: 'c',
      patient: 'p',
      curriculum: 'small-iop',
      version: '1.0.0',
    } as const;
    const records = [{ version: 1, recordedAt: '2026-01-05T12:00:00.000Z', event }];
    const untellable = { ...SMALL_PLAN, deadlines: null as never };
    const episode = openEpisode('e-1', untellable, records);
    const note = { type: 'RecordUse', episode: 'e-1', on: '2026-01-05', by: 'c' } as const;
    expect(() => decide(episode, note, '2026-01-05')).toThrow();
    const of = { episode: 'e-1', on: '2026-01-05', by: 'c', fact: 1, reason: 'r' };
    expect(decide(episode, { ...of, type: 'Void' }, '2026-01-05').accepted).toBe(true);
    const change = { on: '2026-01-04' };
    expect(decide(episode, { ...of, type: 'Amend', change }, '2026-01-05').accepted).toBe(true);
  });

  it('is that of the patient who was referred', async () => {
    const clinic = createClinic(SMALL);
    await clinic.must({ type: 'Refer', patient: 'q' });
    expect(await refusal(clinic, ADMIT)).toMatch(/^other-patient: .*amend the referral/);
  });

  it('that is held is voided, not discharged', async () => {
    const clinic = createClinic(SMALL);
    await clinic.must({ ...ADMIT, on: '2026-01-12' });
    const said = await refusal(clinic, { type: 'Discharge', discharge: 'dropped-out' });
    expect(said).toMatch(/^before-admission: .*void the held admission \(event 1\)/);
  });

  it('comes after the last use, and what is granted does not end before it begins', async () => {
    expect(await createClinic(SMALL).refused({ ...ADMIT, lastUseOn: '2026-01-06' })).toBe('dates-contradict');
    const clinic = await clinicAfter();
    const expired = { reason: 'r', expiresOn: '2026-01-04' };
    const credit: Loose = { type: 'GrantCredit', track: 'group', sessions: [1], from: 'x', ...expired };
    expect(await clinic.refused(credit)).toBe('dates-contradict');
    expect(await clinic.refused({ type: 'Override', role: 'director', ...expired })).toBe('dates-contradict');
  });
});

describe('an amendment', () => {
  const amend = (fact: number, change: object): Loose => ({ type: 'Amend', fact, change, reason: 'r' });

  it('does not go round the rules of the command', async () => {
    const clinic = await clinicAfter(WELCOME, { type: 'Advance' }, LEAVE);
    expect(await clinic.refused(amend(3, { role: 'nurse' }))).toBe('role-not-allowed');
    expect(await clinic.refused(amend(3, { to: 'continuing-care' }))).toBe('not-next-phase');
    expect(await clinic.refused(amend(4, { expectedReturn: '2026-04-01' }))).toBe('leave-too-long');
    expect(await clinic.refused(amend(4, { on: '2026-01-04' }))).toBe('before-admission');
  });

  it('of the reason is not refused by a gate that no longer holds', async () => {
    const clinic = await clinicAfter(WELCOME, { type: 'Advance' });
    await clinic.must({ type: 'Void', fact: 2, reason: 'another patient' });
    expect(await refusal(clinic, amend(3, { reason: 'team decision' }))).toBe('accepted');
  });
});

describe('a session that was held for the patient', () => {
  it('does not count twice, whichever of the two was entered first', async () => {
    const clinic = await clinicAfter();
    clinic.on('2026-01-08');
    await clinic.must(WELCOME);
    for (const on of ['2026-01-07', '2026-01-08'])
      expect(await refusal(clinic, { ...WELCOME, on })).toMatch(/^already-recorded: .*event 2/);
    clinic.on('2026-01-09');
    expect(await refusal(clinic, WELCOME)).toMatch(/^already-recorded: .*event 2/);
  });

  it('counts again for a rolling group on a day of the calendar, and not on another', async () => {
    const clinic = await clinicAfter(WELCOME, { type: 'Advance' });
    const group: Loose = { type: 'RecordAttendance', track: 'group', session: 1, status: 'attended' };
    clinic.on('2026-01-10');
    for (const on of ['2026-01-05', '2026-01-09'])
      expect(await refusal(clinic, { ...group, on })).toBe('accepted');
    expect(await refusal(clinic, { ...group, on: '2026-01-08' })).toMatch(/^already-recorded: /);
  });

  it('counts again in a phase returned to, where the weeks count from the phase', async () => {
    const override: Loose = { type: 'Override', role: 'director', reason: 'r' };
    const skills: Loose = { type: 'RecordAttendance', track: 'skills', session: 1, status: 'attended' };
    const clinic = await clinicAfter(WELCOME, { type: 'Advance' }, skills);
    clinic.on('2026-01-06');
    for (const command of [override, { type: 'Advance' }] as const) await clinic.must(command);
    clinic.on('2026-01-12');
    await clinic.must({ type: 'ReturnToPhase', to: 'early-recovery', reason: 'lapse' });
    clinic.on('2026-01-13');
    expect(await refusal(clinic, skills)).toBe('accepted');
    clinic.on('2026-01-14');
    expect(await refusal(clinic, skills)).toMatch(/^already-recorded: /);
  });

  it('is not counted twice by an amendment either', async () => {
    const clinic = await clinicAfter(WELCOME);
    clinic.on('2026-01-07');
    await clinic.must({ ...WELCOME, session: 2 });
    const change = { session: 1 };
    expect(await clinic.refused({ type: 'Amend', fact: 3, change, reason: 'r' })).toBe('already-recorded');
  });
});
