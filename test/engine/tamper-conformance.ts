import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ChainedEvent } from '../../src/engine/chained-event.ts';
import { CHAIN_START, sealEvent } from '../../src/engine/hash-chain.ts';
import type { OutsideHead } from '../../src/engine/outside-head.ts';
import type { ConformanceSubject } from './conformance-subject.ts';
import { samples } from './store-samples.ts';

const LENGTH = 12;
const POSITIONS = Array.from({ length: LENGTH }, (_, at) => at + 1);
const renumbered = (events: ChainedEvent[]) => events.map((event, at) => ({ ...event, position: at + 1 }));

/** What every store's `verify` finds: whatever was done to the log, and wherever. */
export function tamperConformance(open: () => ConformanceSubject): void {
  let subject: ConformanceSubject;
  let outside: OutsideHead;
  beforeEach(async () => {
    subject = open();
    const versions = new Map<string, number>();
    for (let at = 0; at < LENGTH; at += 1) {
      const episode = ['a', 'b', 'a', 'c'][at % 4]!;
      const version = versions.get(episode) ?? 0;
      await subject.store.append([samples.write(episode, version)]);
      versions.set(episode, version + 1);
    }
    outside = await subject.store.outsideHead();
  });
  afterEach(() => subject.dispose());

  const problem = async (head?: OutsideHead) => {
    const found = await subject.store.verify(head);
    return found.ok ? null : found.problem;
  };
  const change = (position: number, edit: Partial<ChainedEvent>) =>
    subject.tamper((events) => ({
      events: events.map((event) => (event.position === position ? { ...event, ...edit } : event)),
    }));

  describe('verify', () => {
    it('finds nothing where nothing was done, and gives the head', async () => {
      expect(await subject.store.verify(outside)).toEqual({
        ok: true,
        episodes: 3,
        events: LENGTH,
        head: outside.head,
      });
      subject.tamper((events) => ({ events }));
      expect(await problem(outside)).toBeNull();
    });

    it.each(POSITIONS)('names an edited event at position %i', async (position) => {
      change(position, { body: '{"n":99,"type":"NoteAdded"}' });
      expect(await problem()).toMatchObject({ code: 'altered', position });
    });

    it.each(POSITIONS)('names an event recorded at another time at position %i', async (position) => {
      change(position, { recordedAt: '2026-03-02T09:30:00.001Z' });
      expect(await problem()).toMatchObject({ code: 'altered', position });
    });

    it.each(POSITIONS)('names an edited event with a digest made to fit at position %i', async (position) => {
      subject.tamper((events) => {
        const event = { ...events[position - 1]!, body: '{"forged":1}' };
        const { salt, digest } = sealEvent({ hash: CHAIN_START, head: CHAIN_START }, event);
        return { events: events.with(position - 1, { ...event, salt, digest }) };
      });
      expect(await problem()).toMatchObject({ code: 'altered', position });
    });

    it.each(POSITIONS)(
      'names the place behind an edited event that was sealed anew at %i',
      async (position) => {
        subject.tamper((events) => {
          const event = { ...events[position - 1]!, body: '{"forged":1}' };
          const before = events.findLast((one) => one.episode === event.episode && one.position < position);
          const head = events[position - 2]?.head ?? CHAIN_START;
          const seal = sealEvent({ hash: before?.hash ?? CHAIN_START, head }, event);
          return { events: events.with(position - 1, { ...event, ...seal }) };
        });
        expect((await problem())?.position).toBe(position === LENGTH ? null : position + 1);
      },
    );

    it.each(POSITIONS)('names a deleted event at position %i', async (position) => {
      subject.tamper((events) => ({ events: events.filter((event) => event.position !== position) }));
      expect(await problem()).toMatchObject({ code: 'missing', position });
    });

    it.each(POSITIONS)('finds a deleted event with the gap closed at position %i', async (position) => {
      subject.tamper((events) => ({
        events: renumbered(events.filter((event) => event.position !== position)),
      }));
      expect(await problem()).toMatchObject({ position });
    });

    it.each(POSITIONS.slice(1))('names two events that changed places at position %i', async (position) => {
      subject.tamper((events) => ({
        events: events.map((event) => {
          if (event.position === position) return { ...event, position: position - 1 };
          return event.position === position - 1 ? { ...event, position } : event;
        }),
      }));
      expect(await problem()).toMatchObject({ code: 'reordered', position: position - 1 });
    });

    it.each(POSITIONS.slice(1))('names two bodies that changed places at position %i', async (position) => {
      subject.tamper((events) => {
        const [one, two] = [events[position - 2]!, events[position - 1]!];
        const body = ({ salt, digest, body }: ChainedEvent) => ({ salt, digest, body });
        return {
          events: events
            .with(position - 2, { ...one, ...body(two) })
            .with(position - 1, { ...two, ...body(one) }),
        };
      });
      expect(await problem()).toMatchObject({ code: 'altered', position: position - 1 });
    });

    it.each(POSITIONS)('finds an event put in at position %i', async (position) => {
      subject.tamper((events) => {
        const of = events.filter((event) => event.episode === 'a').length;
        const forged = { ...events[0]!, version: of + 1 };
        const event = {
          ...forged,
          ...sealEvent({ hash: events.at(-2)!.hash, head: CHAIN_START }, forged as never),
        };
        return { events: renumbered(events.toSpliced(position - 1, 0, event)) };
      });
      expect((await problem())?.position).toBe(position);
    });

    it('finds an event put in behind the last one, sealed as it should be', async () => {
      subject.tamper((events) => {
        const body = '{"forged":1}';
        const event = {
          position: LENGTH + 1,
          episode: 'z',
          version: 1,
          recordedAt: samples.recordedAt,
          body,
        };
        const seal = sealEvent({ hash: CHAIN_START, head: events.at(-1)!.head }, event);
        return { events: [...events, { ...event, ...seal }] };
      });
      expect(await problem()).toMatchObject({ code: 'head-differs', position: LENGTH + 1 });
    });

    it.each(POSITIONS)(
      'names the first event of a tail that was cut off at position %i',
      async (position) => {
        subject.tamper((events) => ({ events: events.slice(0, position - 1) }));
        expect(await problem()).toMatchObject({ code: 'missing', position });
      },
    );

    it.each(POSITIONS)(
      'finds a tail cut off with the head put back at %i by the outside head',
      async (position) => {
        subject.tamper((events) => {
          const left = events.slice(0, position - 1);
          return { events: left, head: { count: left.length, head: left.at(-1)?.head ?? CHAIN_START } };
        });
        expect(await problem()).toBeNull();
        expect(await problem(outside)).toMatchObject({ code: 'missing', position });
      },
    );

    it('finds a log that was sealed anew as a whole by the outside head', async () => {
      subject.tamper((events) => {
        const last = new Map<string, string>();
        let head = CHAIN_START;
        const resealed = events.map((event) => {
          const body = event.position === 3 ? '{"forged":1}' : event.body!;
          const seal = sealEvent({ hash: last.get(event.episode) ?? CHAIN_START, head }, { ...event, body });
          last.set(event.episode, seal.hash);
          head = seal.head;
          return { ...event, ...seal, body };
        });
        return { events: resealed, head: { count: LENGTH, head } };
      });
      expect(await problem()).toBeNull();
      expect(await problem(outside)).toMatchObject({ code: 'head-differs' });
    });

    it('says nothing of content in its message', async () => {
      change(4, { body: '{"secret":"canary"}' });
      expect(JSON.stringify(await problem())).not.toContain('canary');
    });
  });
}
