import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { EpisodeWrite } from '../../src/engine/event-store.ts';
import type { ConformanceSubject } from './conformance-subject.ts';
import { samples } from './store-samples.ts';

const { write } = samples;
const request = { key: 'key-1', fingerprint: 'print-1', answer: '{"accepted":true}' };

/** What every store does with `append`, `read`, `snapshot`, `answer` and `publish`. */
export function appendConformance(open: () => ConformanceSubject): void {
  let subject: ConformanceSubject;
  beforeEach(() => {
    subject = open();
  });
  afterEach(() => subject.dispose());

  describe('append and read', () => {
    it('gives back what was written, in order, with positions and versions from 1', async () => {
      const { store } = subject;
      await store.append([write('a', 0, { events: ['{"n":1}', '{"n":2}'] })]);
      await store.append([write('b', 0, { events: ['{"text":"é😀\\u0000"}'] }), write('a', 2)]);
      const all = await store.readAll(0, 10);
      expect(all.map((event) => [event.position, event.episode, event.version])).toEqual([
        [1, 'a', 1],
        [2, 'a', 2],
        [3, 'b', 1],
        [4, 'a', 3],
      ]);
      expect(all[0]).toEqual({
        position: 1,
        episode: 'a',
        version: 1,
        recordedAt: samples.recordedAt,
        body: '{"n":1}',
        hash: expect.stringMatching(/^[0-9a-f]{64}$/),
      });
      expect(all[2]?.body).toBe('{"text":"é😀\\u0000"}');
      expect(await store.read('a')).toEqual([all[0], all[1], all[3]]);
      expect(await store.read('a', 2)).toEqual([all[3]]);
      expect(await store.read('a', 3)).toEqual([]);
      expect(await store.read('nobody')).toEqual([]);
      expect(await store.readAll(1, 2)).toEqual([all[1], all[2]]);
      expect(await store.readAll(4, 2)).toEqual([]);
    });

    it('names the streams that begin with a prefix, by bytes, each once', async () => {
      const { store } = subject;
      const ids = ['group:b', 'group:é', 'a', 'group', 'group:a', 'groups:c', 'site:a'];
      await store.append(ids.map((id) => write(id, 0)));
      await store.append([write('group:a', 1)]);
      expect(await store.streams('group:')).toEqual(['group:a', 'group:b', 'group:é']);
      expect(await store.streams('site:')).toEqual(['site:a']);
      expect(await store.streams('none:')).toEqual([]);
      expect(await store.verify()).toMatchObject({ ok: true, episodes: 2, events: 8 });
    });

    it('has another stamp after every write, its own or that of another store, and the same while nobody writes', async () => {
      const other = subject.another();
      const stamps = [subject.store.stamp?.()];
      const unchanged = subject.store.stamp?.();
      await subject.store.append([write('a', 0)]);
      stamps.push(subject.store.stamp?.());
      await other.append([write('a', 1)]);
      stamps.push(subject.store.stamp?.());
      await subject.store.erase('a', { recordedAt: samples.recordedAt, by: 'lee', reason: 'asked for' });
      stamps.push(subject.store.stamp?.());
      expect(unchanged).toBe(stamps[0]);
      expect(new Set(stamps).size).toBe(4);
    });

    it('shows another store on the same record what was written', async () => {
      const other = subject.another();
      await subject.store.append([write('a', 0)]);
      await other.append([write('a', 1)]);
      expect(await subject.store.read('a')).toHaveLength(2);
      expect(await other.verify()).toMatchObject({ ok: true, episodes: 1, events: 2 });
    });

    it('keeps the last of many concurrent writers waiting for none of them', async () => {
      const { store } = subject;
      const results = await Promise.allSettled(
        Array.from({ length: 10 }, () => store.append([write('a', 0)])),
      );
      expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      expect(await store.read('a')).toHaveLength(1);
    });

    it('refuses a stale version and says which one is present', async () => {
      const { store } = subject;
      await store.append([write('a', 0)]);
      for (const expected of [0, 2, 5]) {
        await expect(store.append([write('a', expected)])).rejects.toMatchObject({
          code: 'version-conflict',
          details: { episode: 'a', expected, present: 1 },
        });
      }
      await expect(store.append([write('b', 1)])).rejects.toMatchObject({ details: { present: 0 } });
    });

    it('checks the version of a write without events, and writes its rows', async () => {
      const { store } = subject;
      const caseload = samples.caseload('a');
      await expect(store.append([write('a', 1, { events: [], caseload })])).rejects.toMatchObject({
        code: 'version-conflict',
      });
      await store.append([write('a', 0, { events: [], caseload })]);
      expect(await store.caseload({})).toEqual([caseload]);
      expect(await store.readAll(0, 10)).toEqual([]);
    });

    it('takes two writes to one episode in one batch, one after the other', async () => {
      await subject.store.append([write('a', 0), write('a', 1)]);
      expect((await subject.store.read('a')).map((event) => event.version)).toEqual([1, 2]);
    });

    it('takes an empty batch', async () => {
      expect(await subject.store.append([])).toEqual({ repeated: false });
    });
  });

  describe('a batch', () => {
    it('is written whole or not at all', async () => {
      const { store } = subject;
      const due = [samples.due('a', 'task/1', '2026-03-02')];
      const snapshot = { planHash: 'p', body: '{}' };
      const whole = write('a', 0, { due, snapshot, caseload: samples.caseload('a') });
      await expect(store.append([whole, write('b', 7)], request)).rejects.toMatchObject({
        code: 'version-conflict',
        details: { episode: 'b' },
      });
      expect(await store.readAll(0, 10)).toEqual([]);
      expect(await store.due({})).toEqual([]);
      expect(await store.caseload({})).toEqual([]);
      expect(await store.snapshot('a')).toBeNull();
      expect(await store.answer(request.key)).toBeNull();
      expect(await store.outsideHead()).toEqual({ count: 0, head: '0'.repeat(64) });
      await store.append([whole, write('b', 0)], request);
      expect(await store.verify()).toMatchObject({ ok: true, episodes: 2, events: 2 });
    });

    it.each<[string, EpisodeWrite]>([
      ['an empty episode id', write('', 0)],
      ['an episode id that UTF-8 cannot carry', write('\ud800', 0)],
      ['a body that UTF-8 cannot carry', write('a', 0, { events: ['"\udfff"'] })],
      ['an expected version below 0', write('a', -1)],
      ['an expected version that is no whole number', write('a', 0.5)],
      ['a due row of another episode', write('a', 0, { due: [samples.due('b', 't', '2026-03-02')] })],
      ['a caseload row of another episode', write('a', 0, { caseload: samples.caseload('b') })],
      [
        'two due rows with one item',
        write('a', 0, { due: [samples.due('a', 't', '2026-03-02'), samples.due('a', 't', '2026-03-03')] }),
      ],
    ])('is refused with %s', async (_, wrong) => {
      await expect(subject.store.append([write('c', 0), wrong])).rejects.toMatchObject({
        code: 'invalid-command',
      });
      expect(await subject.store.readAll(0, 10)).toEqual([]);
    });
  });

  describe('an idempotency key', () => {
    it('gives the first answer again and writes nothing', async () => {
      const { store } = subject;
      expect(await store.answer(request.key)).toBeNull();
      expect(await store.append([write('a', 0)], request)).toEqual({ repeated: false });
      const again = { ...request, answer: 'another answer' };
      expect(await store.append([write('a', 0)], again)).toEqual({ repeated: true, answer: request.answer });
      expect(await store.append([write('a', 9)], again)).toEqual({ repeated: true, answer: request.answer });
      expect(await store.read('a')).toHaveLength(1);
      expect(await store.answer(request.key)).toEqual({
        fingerprint: request.fingerprint,
        answer: request.answer,
      });
    });

    it('is refused for another request', async () => {
      const { store } = subject;
      await store.append([write('a', 0)], request);
      await expect(store.append([write('a', 1)], { ...request, fingerprint: 'other' })).rejects.toMatchObject(
        {
          code: 'idempotency-key-reused',
        },
      );
      expect(await store.read('a')).toHaveLength(1);
    });

    it('is not used up by an append that failed', async () => {
      const { store } = subject;
      await expect(store.append([write('a', 3)], request)).rejects.toMatchObject({
        code: 'version-conflict',
      });
      expect(await store.append([write('a', 0)], request)).toEqual({ repeated: false });
    });

    it('keeps the answer of an append without writes', async () => {
      await subject.store.append([], request);
      expect(await subject.store.append([], request)).toEqual({ repeated: true, answer: request.answer });
    });
  });

  describe('a snapshot', () => {
    it('is kept with the version after the write, replaced by the next, and may be deleted', async () => {
      const { store } = subject;
      await store.append([
        write('a', 0, { events: ['{}', '{}'], snapshot: { planHash: 'p', body: '{"s":1}' } }),
      ]);
      expect(await store.snapshot('a')).toEqual({
        episode: 'a',
        version: 2,
        planHash: 'p',
        body: '{"s":1}',
      });
      await store.append([write('a', 2)]);
      expect(await store.snapshot('a')).toMatchObject({ version: 2 });
      await store.append([write('a', 3, { snapshot: { planHash: 'q', body: '{"s":2}' } })]);
      expect(await store.snapshot('a')).toEqual({
        episode: 'a',
        version: 4,
        planHash: 'q',
        body: '{"s":2}',
      });
      expect(await store.snapshot('b')).toBeNull();
      await store.deleteSnapshots();
      expect(await store.snapshot('a')).toBeNull();
      expect(await store.read('a')).toHaveLength(4);
    });
  });

  describe('a published curriculum', () => {
    const matrix = { id: 'matrix-iop', version: '1.0.0', hash: 'abc', body: 'id: matrix-iop' };

    it('is kept with its full text and never changes', async () => {
      const { store } = subject;
      expect(await store.curriculum('matrix-iop', '1.0.0')).toBeNull();
      await store.publish(matrix);
      await store.publish(matrix);
      await store.publish({ ...matrix, version: '2.0.0', hash: 'def' });
      await store.publish({ ...matrix, id: 'a-program' });
      await expect(store.publish({ ...matrix, hash: 'other' })).rejects.toMatchObject({
        code: 'curriculum-changed',
        details: { id: 'matrix-iop', version: '1.0.0' },
      });
      expect(await store.curriculum('matrix-iop', '1.0.0')).toEqual(matrix);
      expect(await store.curricula()).toEqual([
        { id: 'a-program', version: '1.0.0', hash: 'abc' },
        { id: 'matrix-iop', version: '1.0.0', hash: 'abc' },
        { id: 'matrix-iop', version: '2.0.0', hash: 'def' },
      ]);
    });
  });

  describe('a closed store', () => {
    it('refuses everything, and may be closed twice', async () => {
      const { store } = subject;
      await store.close();
      await store.close();
      const calls = [
        () => store.append([write('a', 0)]),
        () => store.read('a'),
        () => store.caseload({}),
        () => store.verify(),
        () => store.outsideHead(),
      ];
      for (const call of calls) await expect(call()).rejects.toMatchObject({ code: 'store-unavailable' });
    });
  });
}
