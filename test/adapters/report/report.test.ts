import { describe, expect, it } from 'vitest';
import { cohortParts } from '../../../src/adapters/report/cohort-report.ts';
import { DARK_COLOURS } from '../../../src/adapters/report/dark-colours.ts';
import { drawReport } from '../../../src/adapters/report/draw-report.ts';
import type { Picture } from '../../../src/adapters/report/picture.ts';
import { occupancyBesidePicture } from '../../../src/adapters/report/pictures/occupancy-beside-picture.ts';
import { planePicture } from '../../../src/adapters/report/pictures/plane-picture.ts';
import { sweepPicture } from '../../../src/adapters/report/pictures/sweep-picture.ts';
import { tornadoPicture } from '../../../src/adapters/report/pictures/tornado-picture.ts';
import { pngOf } from '../../../src/adapters/report/png.ts';
import type { Report } from '../../../src/adapters/report/report-part.ts';
import { writeHtml } from '../../../src/adapters/report/write-html.ts';
import { cohortResult } from '../../../src/simulation/results/cohort-result.ts';
import { Tally } from '../../../src/simulation/results/tally.ts';
import { columnsOf, emptyWeeks, type HandMade, SHAPE } from '../../simulation/results/hand-made.ts';

const COHORT: readonly HandMade[] = Array.from({ length: 60 }, (_, i) => ({
  end: (['graduated', 'dropped-out', 'transferred', 'in-treatment'] as const)[i % 4]!,
  endDay: i % 4 === 3 ? 100 : 20 + i,
  phases: [0, i % 2 === 0 ? 15 + (i % 9) : -1, i % 4 === 0 ? 20 + i : -1],
  offered: 30,
  attended: 12 + (i % 7),
}));

function result(patients: readonly HandMade[]) {
  const tally = new Tally(SHAPE);
  tally.add(columnsOf(patients));
  const weeks = emptyWeeks(4);
  for (const week of [0, 1, 2, 3]) {
    weeks.occupancy[week * weeks.states.length] = 60 - week * 10;
    weeks.occupancy[week * weeks.states.length + 5] = week * 10;
    weeks.offered[week] = 200;
    weeks.attended[week] = 150 - week * 20;
  }
  return cohortResult(tally, weeks, [{ trait: 'severity', value: '<mild & "easy">', tally }]);
}

/** States of the occupancy that are drawn in no colour, because the scale does not know their names. */
function uncoloured({ spec }: Picture): string[] {
  const { data, encoding } = spec as unknown as {
    readonly data: { readonly values: readonly { readonly state: string }[] };
    readonly encoding: { readonly color: { readonly scale: { readonly domain: readonly string[] } } };
  };
  return data.values
    .map(({ state }) => state)
    .filter((state) => !encoding.color.scale.domain.includes(state));
}

const report: Report = {
  title: 'A cohort of <b>Matrix</b>',
  subtitle: 'sixty patients',
  parts: [
    ...cohortParts('matrix', result(COHORT)),
    { kind: 'warning', text: 'It fits badly.' },
    {
      kind: 'picture',
      picture: tornadoPicture('completed', 0.4, [
        { parameter: 'small', low: 1, high: 2, atLow: 0.41, atHigh: 0.39 },
        { parameter: 'large', low: 1, high: 2, atLow: 0.3, atHigh: 0.5 },
      ]),
    },
    {
      kind: 'picture',
      picture: planePicture('a', 'b', 'USD', [
        { effect: 0.02, cost: 100 },
        { effect: 0.04, cost: -20 },
      ]),
    },
    {
      kind: 'picture',
      picture: sweepPicture('gate.attendance', 'completed', [
        { at: 0.6, value: 0.5, low: 0.48, high: 0.52 },
        { at: 0.8, value: 0.4, low: null, high: null },
      ]),
    },
  ],
};

describe('a report', () => {
  it('is one page that needs nothing from outside and runs nothing', async () => {
    const html = writeHtml(report, await drawReport(report));
    expect(html).not.toMatch(/<script|<link|<img|<iframe|@import|url\((?!#)/);
    expect([...html.matchAll(/(?:href|src)="([^"]*)"/g)].filter(([, to]) => !to!.startsWith('#'))).toEqual(
      [],
    );
  });

  it('has every picture with its finding in words and its numbers in a table', async () => {
    const html = writeHtml(report, await drawReport(report));
    const names = report.parts.flatMap((part) => (part.kind === 'picture' ? [part.picture.name] : []));
    expect(names).toEqual([
      ...['retention', 'ends', 'occupancy', 'flows', 'gates', 'weeks', 'retention-severity'],
      ...['tornado-completed', 'cost-effectiveness', 'sweep-completed'],
    ]);
    for (const part of report.parts) {
      if (part.kind !== 'picture') continue;
      expect(part.picture.alternative).not.toMatch(/NaN|undefined|null/);
      expect(part.picture.name === 'occupancy' ? uncoloured(part.picture) : []).toEqual([]);
      expect(part.picture.table.rows.length).toBeGreaterThan(0);
      expect(html).toContain(`<h3 id="picture-${part.picture.name}">`);
    }
    expect(html.split('<svg').length - 1).toBe(names.length);
    expect(html.split('role="img"').length - 1).toBeGreaterThanOrEqual(names.length);
  });

  it('has no colour in a picture for which there is none on a dark screen', async () => {
    for (const [name, svg] of await drawReport(report))
      for (const [, colour = ''] of svg.matchAll(/(?:fill|stroke)="([^"]*)"/g))
        expect([name, colour === 'none' ? '#ffffff' : colour]).toEqual([
          name,
          expect.stringMatching(new RegExp(`^(${Object.keys(DARK_COLOURS).join('|')})$`)),
        ]);
  });

  it('shows names as they were written', async () => {
    const html = writeHtml(report, await drawReport(report));
    expect(html).toContain('A cohort of &lt;b&gt;Matrix&lt;/b&gt;');
    expect(html).toContain('severity: &lt;mild &amp; &quot;easy&quot;&gt;');
    expect(html).not.toContain('<mild');
  });

  it('is the same to the letter when it is drawn again', async () => {
    expect(writeHtml(report, await drawReport(report))).toBe(writeHtml(report, await drawReport(report)));
  });

  it('puts the parameter that moves most on top of a tornado', () => {
    const part = report.parts.find((one) => one.kind === 'picture' && one.picture.name.startsWith('tornado'));
    expect(part?.kind === 'picture' && part.picture.table.rows.map(([name]) => name)).toEqual([
      'large',
      'small',
    ]);
  });

  it('tells of an empty cohort without pictures of nothing', async () => {
    const tally = new Tally(SHAPE);
    const none: Report = { ...report, parts: cohortParts('none', cohortResult(tally, emptyWeeks(0))) };
    const html = writeHtml(none, await drawReport(none));
    expect(html).not.toContain('NaN');
    expect(html).not.toContain('undefined');
  });

  it('has pictures that become PNG', async () => {
    const [svg] = (await drawReport(report)).values();
    const png = await pngOf(svg!);
    expect([...png!.subarray(1, 4)].map((byte) => String.fromCharCode(byte)).join('')).toBe('PNG');
  });
});

describe('two cohorts side by side', () => {
  const week = (states: Record<string, number>) => ({
    ...{ week: 1, states, offered: 0, attended: 0, negative: 0, positive: 0, missedTests: 0 },
  });

  it('share the names of their phases, whether or not the level of care stands before them', () => {
    const picture = occupancyBesidePicture([
      { name: 'the record', weeks: [week({ intake: 6, groups: 5, 'on-leave': 0, other: 0 })] },
      { name: 'simulated', weeks: [week({ 'iop/intake': 30, 'iop/groups': 60, 'on-leave': 0, other: 10 })] },
    ]);
    expect(picture.table.headings).toEqual(['Cohort', 'Week', 'intake', 'groups', 'other']);
    expect(picture.table.rows).toEqual([
      ['the record', 1, 6, 5, 0],
      ['simulated', 1, 30, 60, 10],
    ]);
  });
});
