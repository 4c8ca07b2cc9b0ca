import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorkplace, type Workplace } from './command-line.ts';

let place: Workplace;
beforeAll(async () => {
  place = openWorkplace();
  const who = ['--patient', 'p-1', '--counselor', 'lee', '--site', 'north'];
  await run('admit', 'e-1', '--curriculum', 'program.yaml', ...who);
}, 120_000);
afterAll(() => place.remove());

const run = (...line: readonly string[]) => place.run(...line, '--today', '2026-03-02');

describe('stepwell worklist', () => {
  it('keeps a filter over several lists under a name, asks it, tells of it and deletes it', async () => {
    const lists = ['not-seen', 'late-documentation'];
    const saved = await run('worklist', ...lists, '--days', '0', '--counselor', 'lee', '--save', 'calls');
    expect(saved.exit).toBe(0);
    const told = /calls +not-seen, late-documentation +counselor lee, days 0 +kim/;
    expect((await run('worklist')).out).toMatch(told);
    const asked = await run('worklist', '--saved', 'calls', '--on', '2026-03-20', '--json');
    const { rows } = JSON.parse(asked.out) as { rows: { list: string }[] };
    expect(new Set(rows.map(({ list }) => list))).toEqual(new Set(lists));
    expect((await run('worklist', '--delete', 'calls')).exit).toBe(0);
    expect((await run('worklist', '--saved', 'calls')).exit).toBe(5);
  }, 120_000);
});

describe('stepwell calendar', () => {
  it('writes what a counselor has as iCalendar, on the screen or into a file', async () => {
    const zone = ['--time-zone', 'America/New_York'];
    const book = ['appointment', 'book', 'e-1', '2026-03-03', '10:00', '--counselor', 'lee', ...zone];
    expect(await run(...book)).toMatchObject({ exit: 0, err: '' });
    const shown = await run('calendar', '--counselor', 'lee');
    expect(shown.out).toMatch(/^BEGIN:VCALENDAR\r\n[\s\S]*SUMMARY:Appointment\r\n[\s\S]*END:VCALENDAR\r\n$/);
    expect(shown.out).not.toContain('e-1');
    const filed = await run('calendar', '--counselor', 'lee', '--out', 'lee.ics');
    expect(filed.out).toContain('1 entries written to lee.ics');
    const file = readFileSync(join(place.path, 'lee.ics'), 'utf8');
    expect(file.replace(/DTSTAMP.*/, '')).toBe(shown.out.replace(/DTSTAMP.*/, ''));
    expect((await run('calendar')).exit).toBe(2);
  }, 120_000);
});

describe('stepwell rebuild', () => {
  it('writes anew what was lost beside the record', async () => {
    const db = new Database(join(place.path, 'clinic.db'));
    const beside = () =>
      ['caseload', 'worklist', 'due', 'course'].map((table) => db.prepare(`SELECT * FROM ${table}`).all());
    const before = beside();
    for (const rows of before) expect(rows.length).toBeGreaterThan(0);
    db.exec(
      "UPDATE caseload SET phase = 'elsewhere'; DELETE FROM worklist; DELETE FROM due; DELETE FROM course;",
    );
    expect((await run('rebuild')).out).toContain('1 episodes are written anew');
    expect(beside()).toEqual(before);
    db.close();
  }, 120_000);
});
