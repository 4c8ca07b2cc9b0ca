import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ConformanceSubject } from './conformance-subject.ts';
import { samples } from './store-samples.ts';

const { write } = samples;
const order = { recordedAt: '2026-04-01T12:00:00.000Z', by: 'privacy officer', reason: 'court order 7' };

/** What every store does with `erase`. */
export function erasureConformance(open: () => ConformanceSubject): void {
  let subject: ConformanceSubject;
  beforeEach(async () => {
    subject = open();
    const due = (episode: string) => [samples.due(episode, 'task/1', '2026-03-02')];
    const rows = (episode: string) => ({
      due: due(episode),
      caseload: samples.caseload(episode),
      snapshot: { planHash: 'p', body: '{}' },
    });
    await subject.store.append([write('a', 0, rows('a'))], { key: 'a', fingerprint: 'f', answer: '"a"' });
    await subject.store.append([write('b', 0, rows('b'))], { key: 'b', fingerprint: 'f', answer: '"b"' });
    await subject.store.append([write('a', 1), write('b', 1)]);
  });
  afterEach(() => subject.dispose());

  describe('erase', () => {
    it('takes the content away, records itself, and the chain still verifies', async () => {
      const { store } = subject;
      const before = await store.read('a');
      const outside = await store.outsideHead();
      expect(await store.erase('a', order)).toBe(2);
      const after = await store.read('a');
      expect(after.map((event) => event.body)).toEqual([
        null,
        null,
        '{"by":"privacy officer","reason":"court order 7","through":2,"type":"EpisodeErased"}',
      ]);
      expect(after.map((event) => event.hash).slice(0, 2)).toEqual(before.map((event) => event.hash));
      expect(after[2]?.recordedAt).toBe(order.recordedAt);
      expect(await store.snapshot('a')).toBeNull();
      expect((await store.due({})).map((row) => row.episode)).toEqual(['b']);
      expect((await store.caseload({})).map((row) => row.episode)).toEqual(['b']);
      expect(await store.verify(outside)).toMatchObject({ ok: true, episodes: 2, events: 5 });
    });

    it('takes the answers of its commands away but leaves their keys taken', async () => {
      const { store } = subject;
      await store.erase('a', order);
      expect(await store.answer('a')).toEqual({ fingerprint: '', answer: 'null' });
      expect(await store.answer('b')).toEqual({ fingerprint: 'f', answer: '"b"' });
      const retry = store.append([write('a', 3)], { key: 'a', fingerprint: 'f', answer: '"a"' });
      await expect(retry).rejects.toMatchObject({ code: 'idempotency-key-reused' });
    });

    it('takes away the answers to commands that only named it, and those that only speak of it', async () => {
      const { store } = subject;
      const answered = { fingerprint: 'f', answer: '{"row":1}' };
      await store.append([write('b', 2)], { ...answered, key: 'named', episodes: ['a', 'c'] });
      await store.append([write('b', 3)], { ...answered, key: 'told', answer: '{"rows":[{"episode":"a"}]}' });
      await store.append([write('b', 4)], { ...answered, key: 'other', answer: '{"episode":"ab"}' });
      await store.erase('a', order);
      const erased = { fingerprint: '', answer: 'null' };
      expect(await store.answer('named')).toEqual(erased);
      expect(await store.answer('told')).toEqual(erased);
      expect(await store.answer('other')).toEqual({ fingerprint: 'f', answer: '{"episode":"ab"}' });
    });

    it('is told of each episode that was ever erased', async () => {
      const { store } = subject;
      expect(await store.erased()).toEqual([]);
      await store.erase('b', order);
      await store.erase('a', order);
      await store.erase('a', order);
      expect(await subject.another().erased()).toEqual(['a', 'b']);
    });

    it('writes nothing where nothing is left to erase', async () => {
      const { store } = subject;
      await store.erase('a', order);
      expect(await store.erase('a', order)).toBe(0);
      expect(await store.read('a')).toHaveLength(3);
    });

    it('takes away what was written after an earlier erasure, and leaves the record of that one', async () => {
      const { store } = subject;
      await store.erase('a', order);
      await store.append([write('a', 3)]);
      expect(await store.erase('a', { ...order, reason: 'again' })).toBe(1);
      const bodies = (await store.read('a')).map((event) => event.body !== null);
      expect(bodies).toEqual([false, false, true, false, true]);
      expect(await store.verify()).toMatchObject({ ok: true, events: 7 });
    });

    it('refuses an episode that is not there', async () => {
      await expect(subject.store.erase('nobody', order)).rejects.toMatchObject({ code: 'not-found' });
    });

    it('cannot be feigned: a body that is gone without a record in the chain is named', async () => {
      subject.tamper((events) => ({
        events: events.map((event) => (event.position === 3 ? { ...event, body: null, salt: null } : event)),
      }));
      expect(await subject.store.verify()).toMatchObject({
        ok: false,
        problem: { code: 'altered', position: 3 },
      });
    });

    it('cannot be altered: another reason in the record of an erasure is named', async () => {
      await subject.store.erase('a', order);
      subject.tamper((events) => ({
        events: events.map((event) =>
          event.position === 5 ? { ...event, body: event.body!.replace('court', 'clerk') } : event,
        ),
      }));
      expect(await subject.store.verify()).toMatchObject({ ok: false, problem: { code: 'altered' } });
    });
  });
}
