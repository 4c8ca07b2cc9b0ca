import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CaseloadQuery } from '../../src/engine/caseload-row.ts';
import type { DueQuery } from '../../src/engine/due-row.ts';
import type { ConformanceSubject } from './conformance-subject.ts';
import { samples } from './store-samples.ts';

const { write, due, caseload } = samples;

/** What every store answers from its due rows and caseload rows. */
export function queryConformance(open: () => ConformanceSubject): void {
  let subject: ConformanceSubject;
  beforeEach(() => {
    subject = open();
  });
  afterEach(() => subject.dispose());

  describe('courses', () => {
    const course = (episode: string, site: string | null) => ({
      ...{ episode, site, counselor: 'kim', admitted: ['2026-01-05'], ends: [] },
      stays: [
        {
          ...{ from: '2026-01-05', to: null, level: '2.1', curriculum: 'small-iop' },
          ...{ phase: 'early', leave: false },
        },
      ],
    });

    it('are given back as they were last written, all or those of a site, in the order of their ids', async () => {
      const { store } = subject;
      await store.append([
        { ...write('b', 0), course: course('b', 'north') },
        { ...write('a', 0), course: course('a', 'south') },
      ]);
      expect(await store.courses()).toEqual([course('a', 'south'), course('b', 'north')]);
      await store.append([{ ...write('a', 1), course: course('a', 'north') }, write('b', 1)]);
      expect(await store.courses({ site: 'north' })).toEqual([course('a', 'north'), course('b', 'north')]);
      expect(await store.courses({ site: 'south' })).toEqual([]);
    });

    it('of another episode are refused', async () => {
      await expect(
        subject.store.append([{ ...write('a', 0), course: course('b', null) }]),
      ).rejects.toMatchObject({ code: 'invalid-command' });
    });
  });

  describe('what is kept beside the events of an episode', () => {
    it('is given back together, and is nothing where there is no episode or it was erased', async () => {
      const { store } = subject;
      const nothing = { snapshot: null, due: [], caseload: null, worklist: [], course: null };
      expect(await store.cached('a')).toEqual(nothing);
      const row = {
        ...{ episode: 'a', list: 'not-seen' as const, since: '2026-03-01', patient: 'p', counselor: null },
        ...{
          site: null,
          phase: null,
          levelOfCare: '2.1',
          curriculum: 'matrix-iop',
          why: 'seen',
          next: 'Call',
        },
      } as const;
      const kept = {
        due: [due('a', 'clock/1', '2026-03-01', { work: false }), due('a', 'task/2', '2026-03-02')],
        caseload: caseload('a'),
        worklist: [row],
        course: { episode: 'a', site: null, counselor: null, admitted: [], stays: [], ends: [] },
      };
      await store.append([
        write('b', 0, { caseload: caseload('b') }),
        write('a', 0, { ...kept, snapshot: { planHash: 'h', body: '{}' } }),
      ]);
      const snapshot = { episode: 'a', version: 1, planHash: 'h', body: '{}' };
      expect(await store.cached('a')).toEqual({ ...kept, snapshot });
      await store.erase('a', { recordedAt: samples.recordedAt, by: 'director', reason: 'asked for it' });
      expect(await store.cached('a')).toEqual(nothing);
    });
  });

  describe('due', () => {
    const rows = [
      due('b', 'task/2', '2026-03-02'),
      due('b', 'clock/1', '2026-03-01', { work: false, kind: 'deadline' }),
      due('a', 'task/2', '2026-03-02', { role: 'nurse', counselor: null }),
      due('a', 'task/1', '2026-03-02', { counselor: 'okafor' }),
      due('a', 'task/3', '2026-02-27', { raised: true }),
    ];
    const fill = async () => {
      const of = (episode: string) => rows.filter((row) => row.episode === episode);
      await subject.store.append([write('a', 0, { due: of('a') }), write('b', 0, { due: of('b') })]);
    };
    const items = async (query: DueQuery) =>
      (await subject.store.due(query)).map((row) => `${row.episode} ${row.item}`);

    it('lists work by date, then episode, then item, and gives rows back as they were', async () => {
      await fill();
      expect(await items({})).toEqual(['a task/3', 'a task/1', 'a task/2', 'b task/2']);
      expect(await subject.store.due({ episode: 'a', limit: 1 })).toEqual([rows[4]]);
      expect(await subject.store.due({ role: 'nurse' })).toEqual([rows[2]]);
    });

    it('lists the work of a site, by the caseload rows, however few are asked for', async () => {
      await fill();
      const at = (episode: string, site: string) => ({ caseload: caseload(episode, { site }) });
      await subject.store.append([write('a', 1, at('a', 'north')), write('b', 1, at('b', 'south'))]);
      expect(await items({ site: 'south' })).toEqual(['b task/2']);
      expect(await items({ site: 'south', limit: 1 })).toEqual(['b task/2']);
      expect(await items({ site: 'north', counselor: 'okafor' })).toEqual(['a task/1']);
      expect(await items({ site: 'west' })).toEqual([]);
    });

    it.each<[string, DueQuery, string[]]>([
      ['also what only wakes the clock', { work: 'all', upTo: '2026-03-01' }, ['a task/3', 'b clock/1']],
      ['up to and including a date', { upTo: '2026-02-27' }, ['a task/3']],
      ['of one counselor', { counselor: 'okafor' }, ['a task/1']],
      ['of one episode', { episode: 'b', work: 'all' }, ['b clock/1', 'b task/2']],
      ['of one role', { role: 'counselor' }, ['a task/3', 'a task/1', 'b task/2']],
      ['as many as asked', { limit: 2 }, ['a task/3', 'a task/1']],
      ['none', { limit: 0 }, []],
    ])('lists %s', async (_, query, expected) => {
      await fill();
      expect(await items(query)).toEqual(expected);
    });

    it('is replaced as a whole by the next write that brings rows, and left alone by others', async () => {
      await fill();
      const moved = [
        due('a', 'task/1', '2026-03-09', { raised: true }),
        due('a', 'task/4', '2026-03-03', { title: 'Test' }),
        due('a', 'task/3', '2026-02-27', { raised: true }),
      ];
      await subject.store.append([write('a', 1, { due: moved })]);
      expect(await subject.store.due({ episode: 'a' })).toEqual([moved[2], moved[1], moved[0]]);
      await subject.store.append([write('a', 2, { due: null })]);
      expect(await items({ episode: 'a' })).toHaveLength(3);
      await subject.store.append([write('a', 3, { due: [] })]);
      expect(await items({ work: 'all' })).toEqual(['b clock/1', 'b task/2']);
    });

    it('does not change with what a caller does to rows later', async () => {
      await fill();
      const [found] = await subject.store.due({});
      Object.assign(found!, { title: 'altered' });
      expect((await subject.store.due({}))[0]?.title).toBe('Call the patient');
    });
  });

  describe('episodesDue', () => {
    it('names each episode with a row not yet raised once, earliest first, then by id', async () => {
      const { store } = subject;
      const clock = { work: false } as const;
      await store.append([
        write('c', 0, { due: [due('c', '1', '2026-03-01', clock), due('c', '2', '2026-02-28')] }),
        write('b', 0, { due: [due('b', '1', '2026-03-01', clock), due('b', '2', '2026-03-02', clock)] }),
        write('a', 0, {
          due: [due('a', '1', '2026-03-01', clock), due('a', '2', '2026-02-01', { raised: true })],
        }),
        write('d', 0, { due: [due('d', '1', '2026-03-03', clock)] }),
        write('e', 0, { due: [due('e', '1', '2026-02-01', { raised: true })] }),
      ]);
      const first = [
        { episode: 'c', dueOn: '2026-02-28' },
        { episode: 'a', dueOn: '2026-03-01' },
        { episode: 'b', dueOn: '2026-03-01' },
      ];
      expect(await store.episodesDue('2026-03-02', 10)).toEqual(first);
      expect(await store.episodesDue('2026-03-02', 2)).toEqual(first.slice(0, 2));
      expect(await store.episodesDue('2026-03-02', 0)).toEqual([]);
      expect(await store.episodesDue('2026-01-31', 10)).toEqual([]);
      expect(await store.episodesDue('2026-03-03', 10)).toEqual([
        ...first,
        { episode: 'd', dueOn: '2026-03-03' },
      ]);
    });
  });

  describe('caseload', () => {
    const rows = [
      caseload('a', { lifecycle: 'discharged', endedOn: '2026-02-20', phase: null }),
      caseload('b', { counselor: 'okafor', site: null, gate: null, blockers: [], monitors: {} }),
      caseload('c', { site: 'south', levelOfCare: '1.0', curriculum: 'aftercare' }),
      caseload('d', { phase: 'relapse-prevention', week: null, counselor: null }),
    ];
    const fill = () =>
      subject.store.append(rows.map((row) => write(row.episode, 0, { caseload: row })).reverse());
    const ids = async (query: CaseloadQuery) =>
      (await subject.store.caseload(query)).map((row) => row.episode);

    it('lists rows by episode and gives them back as they were', async () => {
      await fill();
      expect(await subject.store.caseload({})).toEqual(rows);
    });

    it.each<[string, CaseloadQuery, string[]]>([
      ['a counselor', { counselor: 'rivera' }, ['a', 'c']],
      ['open episodes of a counselor', { counselor: 'rivera', open: true }, ['c']],
      ['one episode', { episode: 'b' }, ['b']],
      ['a phase', { phase: 'early-recovery' }, ['b', 'c']],
      ['a site', { site: 'north' }, ['a', 'd']],
      ['a level of care', { levelOfCare: '1.0' }, ['c']],
      ['a lifecycle', { lifecycle: 'discharged' }, ['a']],
      ['a curriculum', { curriculum: 'matrix-iop' }, ['a', 'b', 'd']],
      ['several at once', { curriculum: 'matrix-iop', site: 'north', open: true }, ['d']],
      ['nobody', { counselor: 'nobody' }, []],
      ['open: false, which asks for nothing', { open: false }, ['a', 'b', 'c', 'd']],
    ])('filters by %s', async (_, query, expected) => {
      await fill();
      expect(await ids(query)).toEqual(expected);
    });

    it('goes on behind an episode, page by page, and each row comes once', async () => {
      await fill();
      expect(await ids({ limit: 3 })).toEqual(['a', 'b', 'c']);
      expect(await ids({ limit: 3, after: 'c' })).toEqual(['d']);
      expect(await ids({ limit: 3, after: 'd' })).toEqual([]);
      expect(await ids({ open: true, limit: 1, after: 'b' })).toEqual(['c']);
    });

    it('orders by bytes, whatever the script', async () => {
      const odd = ['é', 'z', '\uff5e', '😀', 'Z', '10', '9'];
      await subject.store.append(odd.map((id) => write(id, 0, { caseload: caseload(id) })));
      expect(await ids({})).toEqual(['10', '9', 'Z', 'z', 'é', '\uff5e', '😀']);
      expect(await ids({ after: '\uff5e' })).toEqual(['😀']);
    });

    it('is replaced by the next write that brings a row', async () => {
      await fill();
      const next = caseload('c', { counselor: 'okafor', phase: null, endedOn: '2026-03-01', version: 2 });
      await subject.store.append([write('c', 1, { caseload: next })]);
      expect(await ids({ counselor: 'rivera' })).toEqual(['a']);
      expect(await subject.store.caseload({ counselor: 'okafor', after: 'b' })).toEqual([next]);
      await subject.store.append([write('c', 2)]);
      expect(await ids({ counselor: 'okafor' })).toEqual(['b', 'c']);
    });
  });
}
