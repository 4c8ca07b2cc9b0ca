import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createMemoryEventStore } from '../../../src/adapters/memory/memory-event-store.ts';
import { createGroupClinic, EVENING, type LooseGroup } from './group-clinic.ts';

const GROUPS = ['evening', 'morning', 'night'];
const group = fc.constantFrom(...GROUPS);
const on = '2026-01-06';
const step: fc.Arbitrary<LooseGroup> = fc.oneof(
  group.map((id) => ({ type: 'JoinGroup', group: id, episode: 'e-2' }) as const),
  fc.constantFrom('e-1', 'e-2').chain((episode) => group.map((id) => leave(id, episode))),
  fc.tuple(group, fc.constantFrom('kim', 'lee', 'sam')).map(([id, leader]) => change(id, { leader })),
  group.map((id) => change(id, { site: 'south' })),
  group.map((id) => change(id, { firstTopic: 2 })),
  fc.constant(site('CloseSite')),
  fc.constant(site('ReopenSite')),
  group.map((id) => ({ type: 'EndGroup', group: id, from: '2026-01-20' }) as const),
  group.map((id) => define(`${id}-2`, 'max', '07:00')),
);

function define(id: string, leader: string, start: string): LooseGroup {
  const times = [{ rule: 'FREQ=DAILY', start, minutes: 60 }];
  return {
    type: 'DefineGroup',
    group: id,
    definition: { ...EVENING, topics: EVENING.topics.slice(0, 4), leader, place: id, times },
  };
}
function leave(id: string, episode: string): LooseGroup {
  return { type: 'LeaveGroup', group: id, episode, from: on, reason: 'moved' };
}
function change(id: string, to: object): LooseGroup {
  return { type: 'ChangeGroup', group: id, from: on, change: to };
}
function site(type: 'CloseSite' | 'ReopenSite'): LooseGroup {
  const days = { site: 'north', from: '2026-01-10', to: '2026-01-16' };
  return type === 'CloseSite' ? { type, ...days, reason: 'flood' } : { type, ...days };
}

it('groups and make-ups are found as by somebody who looks for the first time, whatever changed since', async () => {
  const store = createMemoryEventStore();
  const clinic = createGroupClinic(store);
  await clinic.mustGroup(define('evening', 'kim', '18:00'));
  await clinic.mustGroup(define('morning', 'lee', '10:00'));
  await clinic.mustGroup(define('night', 'sam', '21:00'));
  await clinic.fill(['e-1']);
  await clinic.must({ type: 'Admit', episode: 'e-2', patient: 'p-2', curriculum: 'matrix-iop' });
  await clinic.mustGroup({ type: 'RecordRoster', meeting: '2026-01-05T18:00', others: 'absent' });
  clinic.on(on);
  const answers = async ({ engine: { groups } }: typeof clinic) => ({
    owed: await groups.owed('e-1'),
    few: await groups.owed('e-1', { most: 2 }),
    lists: await Promise.all([
      groups.list(),
      groups.list({ episode: 'e-1' }),
      groups.list({ episodes: ['e-2', 'e-1'], site: 'north' }),
      groups.list({ leader: 'lee' }),
      groups.list({ site: 'south' }),
      groups.list({ group: 'night', leader: 'sam' }),
    ]),
    met: await groups.meetings({ leader: 'kim', from: '2026-01-09', to: '2026-01-21' }),
  });
  const [accepted, offered] = [new Set<string>(), new Set<string>()];
  const run = async (steps: readonly LooseGroup[]) => {
    for (const one of steps) {
      if ((await clinic.group(one)).accepted) accepted.add(one.type);
      const anew = createGroupClinic(store);
      anew.on(on);
      const found = await answers(clinic);
      expect(found).toEqual(await answers(anew));
      offered.add(found.owed.map(({ meetings }) => meetings.length).join());
    }
  };
  await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 6 }), run), { numRuns: 8 });
  expect(accepted.size).toBeGreaterThan(3);
  expect(offered.size).toBeGreaterThan(3);
});
