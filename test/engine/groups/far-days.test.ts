import { expect, it } from 'vitest';
import { createGroupClinic, EVENING } from './group-clinic.ts';

const DAILY = {
  ...EVENING,
  leader: 'lee',
  place: 'room 3',
  times: [{ rule: 'FREQ=DAILY', start: '08:00', minutes: 60 }],
};

it.each(['1900-01-01', '2021-01-03', '2031-01-07', '2199-01-01'])(
  'a group that begins on %s, far from today, is refused with words',
  async (from) => {
    const outcome = await createGroupClinic().group({
      type: 'DefineGroup',
      definition: { ...EVENING, from },
    });
    expect(outcome).toMatchObject({
      accepted: false,
      refusal: {
        code: 'dates-contradict',
        message: expect.stringContaining('more than five years from today'),
      },
    });
  },
);

it('a group that began four years ago may be taken in, and changes of a group are of these years too', async () => {
  const clinic = createGroupClinic();
  await clinic.mustGroup({ type: 'DefineGroup', definition: { ...EVENING, from: '2022-01-03' } });
  const change = { leader: 'lee' };
  expect(await clinic.refusedGroup({ type: 'ChangeGroup', from: '2031-01-07', change })).toBe(
    'dates-contradict',
  );
  await clinic.mustGroup({ type: 'ChangeGroup', from: '2026-02-02', change });
});

it('a group of every day answers for a century ahead, and so do those beside it', async () => {
  const clinic = createGroupClinic();
  await clinic.mustGroup({ type: 'DefineGroup', group: 'daily', definition: DAILY });
  await clinic.mustGroup({ type: 'DefineGroup', definition: EVENING });
  const { groups } = clinic.engine;
  expect(await groups.meetings({ from: '2049-12-27', to: '2049-12-31' })).toHaveLength(7);
  expect(await groups.meetings({ from: '2150-01-01', to: '2150-01-31' })).toEqual([]);
  expect(await groups.meetings({ from: '2026-01-05', to: '2026-01-06' })).toHaveLength(3);
});

it('a meeting is not moved out of the days of its group, nor by more than a year', async () => {
  const clinic = createGroupClinic();
  await clinic.mustGroup({ type: 'DefineGroup', definition: EVENING });
  const to = (date: string) =>
    ({ type: 'MoveMeeting', meeting: '2026-01-09T18:00', date, reason: 'holiday' }) as const;
  for (const date of ['2020-01-09', '2026-01-04', '2027-01-11', '2199-01-09'])
    expect(await clinic.refusedGroup(to(date)), date).toBe('dates-contradict');
  await clinic.mustGroup({ type: 'EndGroup', from: '2026-03-02' });
  expect(await clinic.refusedGroup(to('2026-03-02'))).toBe('dates-contradict');
  await clinic.mustGroup(to('2026-03-01'));
});
