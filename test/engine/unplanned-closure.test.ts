import { describe, expect, it } from 'vitest';
import { attend, doseClinic } from './dose-clinic.ts';
import { createGroupClinic, EVENING } from './groups/group-clinic.ts';

const SNOW = { type: 'RecordClosure', from: '2026-01-14', reason: 'snow' } as const;

describe('a day on which the clinic was closed without notice', () => {
  it('excuses the week, also where it is recorded afterwards, and is taken back like every fact', async () => {
    const clinic = await doseClinic();
    await attend(clinic, [5, 7, 9, 12, 16]);
    clinic.on('2026-01-20');
    const week = async () => (await clinic.engine.status('e-1')).dose?.history[0];
    const unrecorded = async () => (await clinic.engine.status('e-1')).tracks[0]?.unrecorded;
    expect([(await week())?.outcome, await unrecorded()]).toEqual(['unknown', 2]);
    const fact = await clinic.must(SNOW);
    expect(await week()).toMatchObject({ outcome: 'excused', because: ['closed on 2026-01-14: snow'] });
    expect(await unrecorded()).toBe(1);
    const amend = { type: 'Amend', fact, change: { from: '2026-01-13', to: '2026-01-13' }, reason: 'r' };
    await clinic.must({ ...amend, change: { ...amend.change, on: '2026-01-13' } } as never);
    expect((await week())?.outcome).toBe('unknown');
    await clinic.must({ type: 'Void', fact, reason: 'it was open' });
    expect(await unrecorded()).toBe(2);
  });

  it('takes its meetings out of the calendar when it is told ahead', async () => {
    const clinic = await doseClinic();
    await clinic.must(SNOW);
    const agenda = await clinic.engine.agenda('e-1', { from: '2026-01-12', days: 5 });
    expect(agenda.map(({ date }) => date)).toEqual(['2026-01-12', '2026-01-16']);
  });

  it('needs a reason, days in their order, and is about its first day', async () => {
    const clinic = await doseClinic();
    clinic.on('2026-01-20');
    expect(await clinic.refused({ ...SNOW, reason: undefined })).toBe('reason-needed');
    expect(await clinic.refused({ ...SNOW, to: '2026-01-13' })).toBe('dates-contradict');
    expect(await clinic.refused({ ...SNOW, on: '2026-01-15' })).toBe('dates-contradict');
  });
});

describe('CloseSite', () => {
  it('records its days once for the groups and for each patient of the site, and ReopenSite takes them back', async () => {
    const clinic = createGroupClinic();
    await clinic.mustGroup({ type: 'DefineGroup', definition: EVENING });
    const admit = { type: 'Admit', curriculum: 'matrix-iop' } as const;
    await clinic.must({ ...admit, patient: 'p-1', site: 'north' });
    await clinic.must({ ...admit, episode: 'e-2', patient: 'p-2', site: 'south' });
    await clinic.must({ ...admit, episode: 'e-3', patient: 'p-3', site: 'north', on: '2026-01-20' });
    clinic.on('2026-01-13');
    const days = { site: 'north', from: '2026-01-05', to: '2026-01-12' };
    const meetings = async (episode: string) =>
      (await clinic.engine.status(episode)).tracks.reduce((sum, track) => sum + track.unrecorded, 0);
    const before = await meetings('e-1');
    const { patients } = await clinic.mustGroup({ type: 'CloseSite', ...days, reason: 'snow' });
    expect(patients).toEqual(['e-1']);
    expect(await meetings('e-1')).toBeLessThan(before);
    expect(await meetings('e-2')).toBe(before);
    const [group] = await clinic.engine.groups.meetings({
      group: 'evening',
      from: '2026-01-09',
      to: '2026-01-09',
    });
    expect(group).toMatchObject({ status: 'cancelled', reason: 'snow' });
    expect((await clinic.mustGroup({ type: 'ReopenSite', ...days })).patients).toEqual(['e-1']);
    expect(await meetings('e-1')).toBe(before);
  });
});
