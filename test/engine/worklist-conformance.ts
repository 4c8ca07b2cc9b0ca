import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readWorklist } from '../../src/engine/worklists/read-worklist.ts';
import {
  WorklistName,
  type WorklistPage,
  type WorklistRow,
  type WorklistSelection,
} from '../../src/engine/worklists/worklist-row.ts';
import type { ConformanceSubject } from './conformance-subject.ts';
import { samples } from './store-samples.ts';

const { write } = samples;

const row = (episode: string, since: string, more: Partial<WorklistRow> = {}): WorklistRow => ({
  episode,
  list: 'not-seen',
  since,
  patient: `patient of ${episode}`,
  counselor: 'rivera',
  site: 'north',
  phase: 'early-recovery',
  levelOfCare: '2.1',
  curriculum: 'matrix-iop',
  why: `last seen on ${since}`,
  next: 'Call',
  ...more,
});

/** What every store answers from its worklists. */
export function worklistConformance(open: () => ConformanceSubject): void {
  let subject: ConformanceSubject;
  beforeEach(() => {
    subject = open();
  });
  afterEach(() => subject.dispose());

  describe('worklist', () => {
    const rows = [
      row('a', '2026-03-02', { counselor: null, site: null, phase: null }),
      row('b', '2026-03-01'),
      row('c', '2026-03-01', { site: 'south', phase: 'transition', levelOfCare: '1.0' }),
      row('d', '2026-02-20', { counselor: 'okafor', curriculum: 'aftercare' }),
      row('d', '2026-02-21', { list: 'gate-ready' }),
    ];
    const fill = () =>
      subject.store.append(
        ['a', 'b', 'c', 'd'].map((id) =>
          write(id, 0, { worklist: rows.filter(({ episode }) => episode === id) }),
        ),
      );
    const ids = async (more: Partial<WorklistSelection> = {}) => {
      const selection = { list: 'not-seen', upTo: '2026-03-31', limit: 10, ...more } as const;
      return (await subject.store.worklist(selection)).map(({ episode }) => episode);
    };

    it('lists rows by day, then episode, and gives them back as they were', async () => {
      await fill();
      const found = await subject.store.worklist({ list: 'not-seen', upTo: '2026-03-31', limit: 10 });
      expect(found).toEqual([rows[3], rows[1], rows[2], rows[0]]);
    });

    it.each<[string, Partial<WorklistSelection>, string[]]>([
      ['another list', { list: 'gate-ready' }, ['d']],
      ['up to and including a day', { upTo: '2026-03-01' }, ['d', 'b', 'c']],
      ['a counselor', { counselor: 'okafor' }, ['d']],
      ['a site', { site: 'north' }, ['d', 'b']],
      ['a phase', { phase: 'transition' }, ['c']],
      ['a level of care', { levelOfCare: '2.1' }, ['d', 'b', 'a']],
      ['a curriculum', { curriculum: 'matrix-iop' }, ['b', 'c', 'a']],
      ['several at once', { site: 'north', phase: 'early-recovery', counselor: 'rivera' }, ['b']],
      ['as many as asked', { limit: 2 }, ['d', 'b']],
      ['what comes behind a row', { after: { since: '2026-03-01', episode: 'b' } }, ['c', 'a']],
    ])('selects %s', async (_, more, expected) => {
      await fill();
      expect(await ids(more)).toEqual(expected);
    });

    it('is replaced as a whole by the next write that brings rows, left alone by others, and gone with an erasure', async () => {
      await fill();
      await subject.store.append([write('b', 1)]);
      expect(await ids({ upTo: '2026-03-01' })).toEqual(['d', 'b', 'c']);
      await subject.store.append([write('b', 2, { worklist: [row('b', '2026-03-05', { why: 'new' })] })]);
      await subject.store.append([write('c', 1, { worklist: [] })]);
      expect(await ids()).toEqual(['d', 'a', 'b']);
      await subject.store.erase('d', { recordedAt: samples.recordedAt, by: 'director', reason: 'asked for' });
      expect(await ids()).toEqual(['a', 'b']);
      expect(await ids({ list: 'gate-ready' })).toEqual([]);
    });

    it('refuses rows of another episode, and two of one list', async () => {
      const other = subject.store.append([write('a', 0, { worklist: [row('b', '2026-03-01')] })]);
      await expect(other).rejects.toMatchObject({ code: 'invalid-command' });
      const twice = [row('a', '2026-03-01'), row('a', '2026-03-02')];
      await expect(subject.store.append([write('a', 0, { worklist: twice })])).rejects.toMatchObject({
        code: 'invalid-command',
      });
    });

    it('gives several lists together page by page: each row once, by day, list and episode', async () => {
      const name = fc.constantFrom(...WorklistName.options);
      const day = fc.integer({ min: 1, max: 9 }).map((n) => `2026-02-0${n}`);
      const one = fc.record({ list: name, since: day, site: fc.constantFrom('north', 'south') });
      const lists = fc.uniqueArray(name, { minLength: 1 });
      let n = 0;
      const drawn = fc.array(fc.uniqueArray(one, { selector: (row) => row.list, maxLength: 4 }), {
        maxLength: 8,
      });
      await fc.assert(
        fc.asyncProperty(drawn, lists, fc.integer({ min: 1, max: 4 }), async (episodes, list, limit) => {
          n += 1;
          const all = episodes.map((of, i) =>
            of.map((more) => row(`e-${n}-${i}`, more.since, { ...more, phase: `p${n}` })),
          );
          await subject.store.append(all.map((of, i) => write(`e-${n}-${i}`, 0, { worklist: of })));
          const seen: string[] = [];
          let after: string | null = '2000-01-01 not-seen e';
          while (after !== null) {
            const query = { list, on: '2026-03-01', days: 0, site: 'north', phase: `p${n}`, limit, after };
            const page: WorklistPage = await readWorklist(subject.store, query, '2026-03-01');
            seen.push(...page.rows.map((r) => `${r.since} ${r.list} ${r.episode}`));
            after = page.after;
          }
          const order = (r: WorklistRow) => `${r.since} ${WorklistName.options.indexOf(r.list)} ${r.episode}`;
          const expected = all
            .flat()
            .filter((r) => list.includes(r.list) && r.site === 'north')
            .sort((a, b) => (order(a) < order(b) ? -1 : 1));
          expect(seen).toEqual(expected.map((r) => `${r.since} ${r.list} ${r.episode}`));
        }),
        { numRuns: 60 },
      );
    });
  });
}
