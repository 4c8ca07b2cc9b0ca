import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tamperWithFile } from '../../adapters/sqlite/tamper-with-file.ts';
import { openWorkplace, type Workplace } from './command-line.ts';

describe('the command line', () => {
  let place: Workplace;
  beforeAll(() => {
    place = openWorkplace();
  });
  afterAll(() => place.remove());
  const on = async (day: string, ...args: string[]) => {
    const { exit, out, err } = await place.run(...args, '--today', day);
    return { exit, out: out.replaceAll(/recorded \d{4}-\d\d-\d\d/g, 'recorded later'), err };
  };

  it('takes a patient from referral to graduation', async () => {
    const day = { monday: '2026-01-05', friday: '2026-01-09', next: '2026-01-12', last: '2026-01-16' };
    const steps: [string, ...string[]][] = [
      [day.monday, 'refer', 'e-1', '--patient', 'p-1', '--source', 'county court'],
      [day.monday, 'admit', 'e-1', '--patient', 'p-1', '--curriculum', 'program.yaml', '--counselor', 'kim'],
      [day.monday, 'attend', 'e-1', '--track', 'skills'],
      [day.friday, 'attend', 'e-1', 'late', '--track', 'skills', '--minutes', '45'],
      [day.friday, 'advance', 'e-1'],
      [day.friday, 'attend', 'e-1', 'absent', '--track', 'relapse-prevention'],
      [day.next, 'attend', 'e-1', 'attended', '--track', 'relapse-prevention'],
      [day.next, 'drug-test', 'e-1', 'negative', '--specimen', 'urine'],
      [day.next, 'use', 'e-1', '--substances', 'alcohol', '--on', day.friday],
      [day.next, 'mutual-help', 'e-1', '--fellowship', 'NA'],
      [day.next, 'assess', 'e-1', 'phq-9', '12'],
      [day.next, 'homework', 'e-1', '--track', 'skills', '--session', '1'],
      [day.next, 'sign-off', 'e-1', '--subject', 'service-agreement', '--role', 'counselor'],
      [day.next, 'contact', 'e-1', '--reached', '--with', 'mother'],
      [day.next, 'assign', 'e-1', 'lee'],
      [day.next, 'note', 'e-1', 'Started a new job.'],
      [day.next, 'leave', 'start', 'e-1', '--expected-return', '2026-01-14', '--planned'],
      ['2026-01-14', 'leave', 'end', 'e-1'],
      [day.last, 'attend', 'e-1', '--track', 'relapse-prevention'],
      [day.last, 'advance', 'e-1'],
    ];
    for (const [today, ...args] of steps) {
      const { exit, err } = await on(today, ...args);
      expect({ args, exit, err }).toEqual({ args, exit: 0, err: '' });
    }
    const status = JSON.parse((await on(day.last, 'status', 'e-1', '--json')).out);
    expect(status).toMatchObject({ lifecycle: 'graduated', ended: { graduated: true, on: day.last } });
  });

  it('shows where the patient stood on a day, and why', async () => {
    const { out } = await on('2026-01-16', 'status', 'e-1', '--as-of', '2026-01-12');
    expect(out).toMatch(/e-1 · patient p-1 · counselor lee/);
    expect(out).toMatch(/Recovery since 2026-01-09, day 3 · week 2 of the program/);
    expect(out).toMatch(/on planned leave since 2026-01-12, expected back on 2026-01-14/);
    expect(out).toMatch(/Track +Done +Missed +Excused +No record +Owed +Next meeting/);
    expect(out).toMatch(/Relapse prevention +1 of 8 +1 +1\n/);
    expect(out).toMatch(/Drug tests {2}1 negative, 0 positive, 0 missed; 1 negative in a row/);
    expect(out).toMatch(/Gate to graduated\n {2}✗ 1 of 2 hold.*\n {4}✗ 1 more .*\n {4}✓ 1 of 1 negative/);
    expect(out).toMatch(/Earliest: /);
    expect(out).toMatch(/Allowed now\n.*discharge/);
    expect(out).not.toContain('\u001b');
  });

  it('lets a correction be previewed, made, and seen in the history', async () => {
    const change = ['amend', 'e-1', '6', '--set', 'status=excused', '--reason', 'was at court'];
    const preview = await on('2026-01-16', ...change, '--preview');
    expect(preview.out).toMatch(/would be recorded: event 6 amended: status = excused/);
    expect(preview.out).toMatch(/Nothing was written/);
    expect((await on('2026-01-16', 'history', 'e-1')).out).not.toMatch(/amended/);
    expect((await on('2026-01-16', ...change)).exit).toBe(0);
    expect((await on('2026-01-16', 'void', 'e-1', '9', '--reason', 'wrong patient')).exit).toBe(0);
    const { out } = await on('2026-01-16', 'history', 'e-1');
    expect(out).toMatch(/ 6 {2}relapse-prevention 1: absent \[amended by 21\]/);
    expect(out).toMatch(/✗ use reported \(alcohol\) \[voided by 22\]/);
    expect(out).toMatch(/21 {2}event 6 amended: status = excused \[correction\].*\n +because: was at court/);
    expect(out).toMatch(/^Mon 2026-01-05\n +1 {2}referred: p-1 by county court {2}kim, recorded later/);
  });

  it('answers as of what was known then', async () => {
    const long = await on('2026-01-16', 'status', 'e-1', '--known-at', '2026-01-01');
    expect(long).toMatchObject({ exit: 5, err: expect.stringMatching(/nothing was known/) });
    const bad = await on('2026-01-16', 'status', 'e-1', '--known-at', 'yesterday');
    expect(bad).toMatchObject({ exit: 2, err: expect.stringMatching(/--known-at: write a day/) });
  });

  it('lists patients and due work, and lets the clock pass', async () => {
    await on(
      '2026-01-05',
      'admit',
      'e-2',
      '--patient',
      'p-2',
      '--curriculum',
      'program.yaml',
      '--counselor',
      'kim',
    );
    for (const date of ['2026-01-05', '2026-01-09'])
      await on('2026-01-09', 'attend', 'e-2', 'absent', '--track', 'skills', '--on', date);
    const due = await on('2026-01-09', 'due', '--counselor', 'kim');
    expect(due.out).toMatch(/Sat 2026-01-10 +e-2 +Call the patient/);
    const rows = JSON.parse((await on('2026-01-09', 'due', '--episode', 'e-2', '--json')).out);
    expect(rows[0]).toMatchObject({
      episode: 'e-2',
      kind: 'task',
      dueOn: '2026-01-10',
      work: true,
      title: 'Call the patient',
    });
    expect((await on('2026-01-10', 'complete-task', 'e-2', 'attendance/outreach/call-patient')).exit).toBe(0);
    const caseload = await on('2026-01-10', 'caseload');
    expect(caseload.out).toMatch(/e-2 +p-2 +kim/);
    expect(caseload.out).not.toMatch(/e-1/);
    expect((await on('2026-01-10', 'caseload', '--all')).out).toMatch(/e-1/);
    expect((await on('2026-01-10', 'caseload', '--counselor', 'lou')).out).toBe('No patient is listed.\n');
    const clock = await on('2026-02-01', 'clock', '--json');
    expect(JSON.parse(clock.out)).toMatchObject({ to: '2026-02-01' });
    expect((await on('2026-02-01', 'clock')).out).toMatch(
      /^It is 2026-02-01: 0 episodes looked at, 0 changed\.\n$/,
    );
  });

  it('verifies the record and copies it, and finds a copy that is older than the head', async () => {
    const head = /head (\d+:[0-9a-f]{64})/.exec((await place.run('verify')).out)?.[1] ?? '';
    expect(await place.run('backup', 'copy.db')).toMatchObject({
      exit: 0,
      out: expect.stringContaining(head),
    });
    expect(await place.run('backup', 'copy.db')).toMatchObject({
      exit: 6,
      err: expect.stringMatching(/never overwrites/),
    });
    await place.run('note', 'e-1', 'later', '--today', '2026-01-16');
    const later = /head (\d+:[0-9a-f]{64})/.exec((await place.run('verify')).out)?.[1] ?? '';
    expect(await place.run('verify', '--db', 'copy.db', '--head', head)).toMatchObject({ exit: 0 });
    const old = await place.run('verify', '--db', 'copy.db', '--head', later);
    expect(old).toMatchObject({ exit: 7, out: expect.stringMatching(/✗ missing at position 27/) });
  });

  it('finds what is kept beside the events and does not follow from them, and writes it anew', async () => {
    const whole = {
      exit: 0,
      out: expect.stringMatching(/✓ What is kept beside the events of \d+ episodes follows/),
    };
    expect(await place.run('verify', '--deep')).toMatchObject(whole);
    const db = new Database(join(place.path, 'clinic.db'));
    db.exec(
      "UPDATE caseload SET gate = 'satisfied', blockers = '[]' WHERE episode = 'e-1'; DELETE FROM course",
    );
    db.close();
    const found = await place.run('verify', '--deep');
    expect(found).toMatchObject({ exit: 7, out: expect.stringMatching(/\n {2}e-1: caseload, census\n/) });
    expect(found.out).toContain('The events are whole: stepwell rebuild writes the rest anew.');
    const { ok, caches } = JSON.parse((await place.run('verify', '--deep', '--json')).out);
    expect([ok, caches.differing[0]]).toEqual([
      true,
      { episode: 'e-1', erased: false, caches: ['caseload', 'census'] },
    ]);
    expect(await place.run('rebuild')).toMatchObject({ exit: 0 });
    expect(await place.run('verify', '--deep')).toMatchObject(whole);
  });

  it('names the first event that was altered behind its back', async () => {
    tamperWithFile(join(place.path, 'copy.db'), (events) => ({
      events: events.map((event) =>
        event.episode === 'e-1' && event.version === 6
          ? { ...event, body: event.body?.replace('absent', 'attended') ?? null }
          : event,
      ),
    }));
    const { exit, out } = await place.run('verify', '--db', 'copy.db');
    expect(exit).toBe(7);
    expect(out).toMatch(/^✗ altered at episode e-1, event 6, position 6: /);
    expect(out).toMatch(/Do not write to this file/);
    const { problem } = JSON.parse((await place.run('verify', '--db', 'copy.db', '--json')).out);
    expect(problem).toMatchObject({ code: 'altered', episode: 'e-1', version: 6 });
  });
});
