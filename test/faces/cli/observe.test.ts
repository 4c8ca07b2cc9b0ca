import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays } from '../../../src/curriculum/calendar-date.ts';
import { openEngine } from '../../../src/open-engine.ts';
import { openWorkplace, type Workplace } from './command-line.ts';

const NAME = /zebedee|robin|episode-|kim|north|\d{4}-\d\d-\d\d|\d{4}\/\d\d\/\d\d/i;

let place: Workplace;
beforeAll(async () => {
  place = openWorkplace();
  let today = '2026-03-02';
  const engine = await openEngine({
    ...{ file: join(place.path, 'clinic.db'), curricula: [join(place.path, 'program.yaml')], by: 'kim' },
    clock: { today: () => today, now: () => `${today}T12:00:00.000Z` },
  });
  for (let i = 0; i < 30; i += 1) {
    const on = addDays('2026-03-02', i % 5);
    today = addDays(on, 30);
    const [episode, of] = [`episode-${i}`, { episode: `episode-${i}`, by: 'robin' }];
    await engine.admit({ episode, patient: `Zebedee ${i}`, curriculum: 'evening-groups', on, site: 'north' });
    await engine.execute({ ...of, type: 'RecordAttendance', track: 'skills', status: 'attended', on });
    if (i < 26)
      await engine.execute({
        ...{ ...of, type: 'Discharge', on: addDays(on, 10 + (i % 9)) },
        ...{ discharge: i < 14 ? 'dropped-out' : i < 25 ? 'transferred' : 'death', reason: 'Zebedee moved' },
      });
  }
  await engine.close();
});
afterAll(() => place.remove());

const observe = (...args: readonly string[]) =>
  place.run('observe', 'evening-groups', '--as-of', '2026-05-01', ...args);

describe('stepwell observe', () => {
  it('writes the tables of simulate with nobody in them who can be told apart', async () => {
    mkdirSync(join(place.path, 'simulated'));
    expect((await observe('--out', 'observed')).exit).toBe(0);
    const summary = readFileSync(join(place.path, 'observed/summary.json'), 'utf8');
    writeFileSync(join(place.path, 'simulated/summary.json'), summary.replace('"observed"', '"scenario"'));
    const both = await observe('--with', 'simulated', '--out', 'both');
    expect([both.exit, both.err]).toEqual([0, '']);
    expect(both.out).toContain('26 real patients');
    const files = readdirSync(place.path, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\/(observed|both)/.test(entry.parentPath))
      .map((entry) => join(entry.parentPath, entry.name));
    expect(files.map((file) => file.slice(place.path.length))).toEqual(
      expect.arrayContaining(['/both/report.html', '/both/weeks.csv', '/both/figures.parquet']),
    );
    for (const name of ['retention', 'ends', 'occupancy'])
      expect(files.some((file) => file.endsWith(`both/pictures/${name}-side-by-side.svg`))).toBe(true);
    const report = readFileSync(join(place.path, 'both/report.html'), 'utf8');
    expect(report).toContain('How treatment ended, side by side');
    const picture = readFileSync(join(place.path, 'both/pictures/ends-side-by-side.svg'), 'utf8');
    expect(picture).toMatch(
      /<title id="title">How treatment ended, side by side<.*<desc id="desc">Share of/s,
    );
    for (const file of files)
      expect(NAME.exec(readFileSync(file, 'latin1').replaceAll(/w3\.org\/\d{4}\/\w+/g, ''))?.[0]).toBe(
        undefined,
      );
    const { all, untold } = JSON.parse(summary) as { all: { patients: number }; untold: string[] };
    expect(all.patients).toBe(26);
    expect(untold).toEqual(['death', 'transferred', 'in-treatment']);
  });

  it('tells nothing of fewer than eleven', async () => {
    const { exit, err } = await observe('--as-of', '2026-03-02');
    expect([exit, err]).toEqual([3, expect.stringContaining('fewer than 11')]);
  });

  it('says what stands in the way of a comparison', async () => {
    expect(await observe('--with', 'nowhere')).toMatchObject({ exit: 5 });
  });

  it('says what a misspelt program may have meant', async () => {
    const { exit, err } = await place.run('observe', 'evening-gruops');
    expect([exit, err]).toEqual([5, expect.stringContaining('did you mean evening-groups?')]);
  });
});
