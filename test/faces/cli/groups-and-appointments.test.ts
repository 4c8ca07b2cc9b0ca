import { describe, expect, it } from 'vitest';
import { GROUP_FILE_HELP } from '../../../src/faces/cli/group-file-help.ts';
import { openWorkplace } from './command-line.ts';

const GROUP = `
title: Skills, evenings
site: north
timeZone: America/New_York
place: room 2
from: 2026-03-02
times: [{ rule: 'FREQ=WEEKLY;BYDAY=MO,FR', start: '18:00', minutes: 50 }]
topics: [Triggers, Cravings, Habits, Plans]
credits: [{ curriculum: evening-groups, track: skills }]
leader: kim
capacity: 3
`;

describe('the verbs of groups, rosters, appointments and the census', () => {
  it('take a group from its definition to a roster in one go, and an appointment to its end', async () => {
    const place = openWorkplace();
    try {
      place.write('evening.yaml', GROUP);
      place.write('wrong.yaml', GROUP.replace("'18:00'", "'25:00'"));
      place.write('rows.json', JSON.stringify({ others: 'attended', rows: [] }));
      const day = ['--today', '2026-03-02'];
      const said = async (...line: readonly string[]) => {
        const { exit, out, err } = await place.run(...line, ...day);
        return { exit, text: out + err };
      };
      for (const n of [1, 2, 3]) {
        const who = ['--patient', `p-${n}`, '--counselor', 'lee', '--site', 'north'];
        await said('admit', `e-${n}`, '--curriculum', 'program.yaml', ...who);
      }
      expect(await said('group', 'define', 'evening', 'wrong.yaml')).toMatchObject({
        exit: 4,
        text: expect.stringContaining('wrong.yaml:7'),
      });
      place.write('help.yaml', GROUP_FILE_HELP.split('\n').slice(1).join('\n'));
      expect((await said('group', 'define', 'as-in-the-help', 'help.yaml', '--preview')).exit).toBe(0);
      expect((await said('group', 'define', 'evening', 'evening.yaml')).exit).toBe(0);
      for (const n of [1, 2, 3]) expect((await said('group', 'join', 'evening', `e-${n}`)).exit).toBe(0);
      expect((await said('group')).text).toMatch(/evening +Skills, evenings +north .* 3 of 3/);
      expect((await said('group', 'show', 'evening', '--days', '7')).text).toMatch(
        /2026-03-02T18:00 +2026-03-02 18:00 +50 +1 +Triggers/,
      );
      const roster = ['roster', 'evening', '2026-03-02T18:00'];
      const rows = ['--all-present', '--except', 'e-2', '--late', 'e-3:10'];
      expect((await said(...roster, ...rows, '--walk-in', 'e-9')).text).toContain('there is no episode e-9');
      expect((await said(...roster, '--late', 'e-3')).exit).toBe(2);
      expect(await said(...roster, ...rows)).toMatchObject({
        exit: 0,
        text: expect.stringMatching(/e-2: session 1 of skills[\s\S]*e-1: session 1 of skills/),
      });
      expect((await said(...roster)).text).toMatch(/e-3 +p-3 +member +skills 1 +late/);
      expect((await said(...roster, '--file', 'rows.json')).exit).toBe(3);
      const book = ['appointment', 'book', 'e-1', '2026-03-02', '17:30', '--counselor'];
      expect(await said(...book, 'kim')).toMatchObject({
        exit: 3,
        text: expect.stringContaining('[double-booked]'),
      });
      expect((await said(...book.with(4, '09:00'), 'kim')).text).toContain(
        '2026-03-02-1: 2026-03-02 at 09:00',
      );
      expect((await said('appointment', 'keep', '2026-03-02-1')).exit).toBe(0);
      expect((await said('appointment')).text).toMatch(/2026-03-02-1 .* kept/);
      expect((await said('census', '--by', 'phase')).text).toMatch(/orientation[\s\S]*2026-03-02 +3 +0 +3/);
    } finally {
      place.remove();
    }
  }, 300_000);
});
