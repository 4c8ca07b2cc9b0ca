import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMemoryEventStore } from '../../../src/adapters/memory/memory-event-store.ts';
import { addDays } from '../../../src/curriculum/calendar-date.ts';
import type { GroupEvent } from '../../../src/engine/groups/group-event.ts';
import { GroupReader } from '../../../src/engine/groups/group-reader.ts';
import { emptyGroup, tellGroup } from '../../../src/engine/groups/group-state.ts';
import { meetingsOf } from '../../../src/engine/groups/meetings-of.ts';
import { createGroupClinic, EVENING } from './group-clinic.ts';

const about = { on: '2026-01-05', by: 'kim' };
const KEYS = Array.from({ length: 12 }, (_, n) => addDays('2026-01-05', n * 7)).map(
  (date) => `${date}T18:00`,
);

const event: fc.Arbitrary<GroupEvent> = fc.oneof(
  fc.record({ meeting: fc.constantFrom(...KEYS), days: fc.integer({ min: -40, max: 40 }) }).map(
    ({ meeting, days }): GroupEvent => ({
      ...{ type: 'MeetingMoved', ...about, meeting, reason: 'ill' },
      date: addDays(meeting.slice(0, 10), days),
    }),
  ),
  fc
    .constantFrom(...KEYS)
    .map((meeting): GroupEvent => ({ type: 'MeetingCancelled', ...about, meeting, reason: 'snow' })),
  fc.constantFrom(...KEYS).map((meeting): GroupEvent => ({ type: 'MeetingRestored', ...about, meeting })),
  fc.constantFrom(...KEYS).map((meeting): GroupEvent => ({ type: 'TopicSet', ...about, meeting, topic: 7 })),
  fc.constantFrom('2026-02-02', '2026-03-02').map(
    (from): GroupEvent => ({
      ...{ type: 'GroupChanged', ...about, from },
      change: { times: [{ rule: 'FREQ=WEEKLY;BYDAY=MO,TH', start: '18:00', minutes: 60 }] },
    }),
  ),
  fc.constant<GroupEvent>({ type: 'GroupEnded', ...about, from: '2026-03-20' }),
);
const day = fc.integer({ min: -30, max: 200 }).map((n) => addDays('2026-01-05', n));
const closed = [{ from: '2026-01-19', to: '2026-01-19', reason: 'holiday' }];

describe('the calendar of a group', () => {
  it('is the same, whatever was asked of it before', () => {
    const shift = fc.constantFrom('skip' as const, 'shift' as const);
    const asked = fc.array(
      fc.record({ from: day, days: fc.integer({ min: 0, max: 90 }), shut: fc.boolean() }),
      { minLength: 2, maxLength: 6 },
    );
    fc.assert(
      fc.property(fc.array(event, { maxLength: 8 }), shift, asked, (events, afterCancellation, questions) => {
        const group = { ...EVENING, afterCancellation };
        let state = tellGroup(emptyGroup('evening'), { type: 'GroupDefined', ...about, group });
        for (const one of events) {
          meetingsOf(state, '2026-01-01', '2026-02-01');
          state = tellGroup(state, one);
        }
        for (const { from, days, shut } of questions) {
          const [to, closures] = [addDays(from, days), shut ? closed : []];
          const anew = structuredClone(state);
          expect(meetingsOf(state, from, to, closures)).toEqual(meetingsOf(anew, from, to, closures));
        }
      }),
      { numRuns: 150 },
    );
  });
});

describe('the reader of groups', () => {
  it('knows at once what somebody else wrote to the same store', async () => {
    const store = createMemoryEventStore();
    const [own, other] = [createGroupClinic(store), createGroupClinic(store)];
    const ids = async () => (await other.engine.groups.list()).map(({ id, group }) => `${id} ${group.title}`);
    expect(await ids()).toEqual([]);
    await own.mustGroup({ type: 'DefineGroup', definition: EVENING });
    expect(await ids()).toEqual(['evening Relapse prevention, evenings']);
    await own.mustGroup({ type: 'ChangeGroup', from: '2026-01-05', change: { title: 'Skills' } });
    await own.mustGroup({
      type: 'DefineGroup',
      group: 'night',
      definition: { ...EVENING, leader: 'lee', place: 'hall' },
    });
    expect(await ids()).toEqual(['evening Skills', 'night Relapse prevention, evenings']);
    await own.group({
      type: 'CloseSite',
      site: 'north',
      from: '2026-01-09',
      to: '2026-01-09',
      reason: 'snow',
    });
    const days = { from: '2026-01-09', to: '2026-01-09', group: 'evening' };
    expect((await other.engine.groups.meetings(days)).map(({ status }) => status)).toEqual(['cancelled']);
  });

  it('reads all anew where it is far behind', async () => {
    const store = createMemoryEventStore();
    const clinic = createGroupClinic(store);
    await clinic.mustGroup({ type: 'DefineGroup', definition: EVENING });
    const reader = new GroupReader(store);
    const before = await reader.group('evening');
    const night = { ...EVENING, leader: 'lee', place: 'hall' };
    await clinic.mustGroup({ type: 'DefineGroup', group: 'night', definition: night });
    const topic = { type: 'SetTopic', meeting: '2026-01-09T18:00' } as const;
    for (let n = 0; n < 500; n += 1) await clinic.mustGroup({ ...topic, group: 'night', topic: (n % 5) + 1 });
    await clinic.mustGroup({ ...topic, topic: 9 });
    expect((await reader.groups()).map(({ version }) => version)).toEqual([before.version + 1, 501]);
    await clinic.mustGroup({ ...topic, topic: 4 });
    expect((await reader.group('evening')).exceptions.get(topic.meeting)).toEqual({ topic: 4 });
  });

  it('never takes what it read while another question went on for the latest', async () => {
    const store = createMemoryEventStore();
    const clinic = createGroupClinic(store);
    await clinic.mustGroup({ type: 'DefineGroup', definition: EVENING });
    const slow = Promise.withResolvers<void>();
    let waits = true;
    const reader = new GroupReader({
      ...store,
      read: async (...asked) => {
        const found = await store.read(...asked);
        if (waits) await slow.promise;
        return found;
      },
    });
    const first = reader.group('evening');
    await new Promise(setImmediate);
    waits = false;
    await clinic.mustGroup({ type: 'SetTopic', meeting: '2026-01-09T18:00', topic: 9 });
    await reader.group('night');
    slow.resolve();
    await first;
    expect((await reader.group('evening')).version).toBe(2);
  });
});
