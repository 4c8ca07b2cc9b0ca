import { describe, expect, it } from 'vitest';
import { createGroupClinic, EVENING, type GroupClinic } from './groups/group-clinic.ts';

const admit = { type: 'Admit', curriculum: 'matrix-iop', patient: 'p-1', site: 'north' } as const;
const STORM = {
  type: 'CloseSite',
  site: 'north',
  from: '2026-01-07',
  to: '2026-01-16',
  reason: 'storm',
} as const;

async function clinicWith(...closures: readonly object[]): Promise<GroupClinic> {
  const clinic = createGroupClinic();
  await clinic.mustGroup({ type: 'DefineGroup', definition: EVENING });
  for (const closure of closures) await clinic.mustGroup({ ...STORM, ...closure });
  return clinic;
}

/** Takes the patient into the phase in which the groups meet. */
async function starts(clinic: GroupClinic): Promise<void> {
  const first = { type: 'RecordAttendance', track: 'individual-conjoint', session: 1, status: 'attended' };
  await clinic.must(first as never);
  await clinic.must({ type: 'SignOff', role: 'counselor', subject: 'service-agreement' });
  await clinic.must({ type: 'Advance' });
}
const agendaFrom = async (clinic: GroupClinic, from: string) => {
  const agenda = await clinic.engine.agenda('e-1', { from, days: 14 });
  return [...new Set(agenda.map(({ date }) => date))];
};

const closed = async (clinic: GroupClinic, episode = 'e-1') => {
  const facts = await clinic.engine.history(episode);
  const gone = new Set(facts.flatMap(({ event }) => (event.type === 'Voided' ? [event.fact] : [])));
  const until = new Map(
    facts.flatMap(({ event }) =>
      event.type === 'Amended' && 'to' in event.change ? [[event.fact, event.change['to']] as const] : [],
    ),
  );
  return facts.flatMap(({ event, version }) =>
    event.type === 'ClinicClosed' && !gone.has(version)
      ? [[event.site, event.from, until.get(version) ?? event.to ?? event.from]]
      : [],
  );
};

describe('a patient who comes to a site', () => {
  it('has the closed days that it recorded before, as far as they still lie ahead, in the answer of the admission', async () => {
    const clinic = await clinicWith(
      {},
      { from: '2026-01-02', to: '2026-01-04' },
      { from: '2026-03-02', to: '2026-03-02' },
    );
    clinic.on('2026-01-09');
    const outcome = await clinic.tell(admit);
    expect(outcome).toMatchObject({ accepted: true, version: 3 });
    expect(outcome.accepted && outcome.events.map(({ event }) => event.type)).toEqual([
      'Admitted',
      'ClinicClosed',
      'ClinicClosed',
    ]);
    expect(await closed(clinic)).toEqual([
      ['north', '2026-01-09', '2026-01-16'],
      ['north', '2026-03-02', '2026-03-02'],
    ]);
    await starts(clinic);
    expect((await agendaFrom(clinic, '2026-01-09'))[0]).toBe('2026-01-19');
    await clinic.must({ ...admit, episode: 'e-2', patient: 'p-2', site: 'south' });
    expect(await closed(clinic, 'e-2')).toEqual([]);
  });

  it('gets them on the day of a move, and loses from then on those of the site he came from', async () => {
    const clinic = await clinicWith({}, { site: 'south', from: '2026-01-15', to: '2026-01-22' });
    await clinic.must(admit);
    await starts(clinic);
    expect((await agendaFrom(clinic, '2026-01-12'))[0]).toBe('2026-01-19');
    clinic.on('2026-01-12');
    await clinic.must({ type: 'AssignCounselor', counselor: 'lee', site: 'south' });
    expect((await clinic.engine.status('e-1')).site).toBe('south');
    expect(await agendaFrom(clinic, '2026-01-12')).toEqual(['2026-01-12', '2026-01-14', '2026-01-23']);
  });

  it('has those of the right site where the admission named the wrong one', async () => {
    const clinic = await clinicWith({ site: 'south' });
    await clinic.must(admit);
    await clinic.must({ type: 'Amend', fact: 1, change: { site: 'south' }, reason: 'the other house' });
    expect(await closed(clinic)).toEqual([['south', '2026-01-07', '2026-01-16']]);
    await clinic.must({ type: 'Amend', fact: 1, change: { site: 'north' }, reason: 'it was right' });
    expect(await closed(clinic)).toEqual([]);
  });

  it('has them again when the move to another site never happened, or was on another day', async () => {
    const clinic = await clinicWith({}, { site: 'south', from: '2026-01-15', to: '2026-01-22' });
    await clinic.must(admit);
    const before = await closed(clinic);
    clinic.on('2026-01-12');
    const move = await clinic.must({ type: 'AssignCounselor', counselor: 'lee', site: 'south' });
    const version = move - (await clinic.engine.history('e-1')).filter(({ version: v }) => v > 2).length + 1;
    expect(await closed(clinic)).toEqual([
      ['north', '2026-01-07', '2026-01-11'],
      ['south', '2026-01-15', '2026-01-22'],
    ]);
    await clinic.must({
      type: 'Amend',
      fact: version,
      change: { on: '2026-01-10' },
      reason: 'two days before',
    });
    expect(await closed(clinic)).toEqual([
      ['north', '2026-01-07', '2026-01-09'],
      ['south', '2026-01-15', '2026-01-22'],
    ]);
    await clinic.must({ type: 'Void', fact: version, reason: 'another patient' });
    expect(await closed(clinic)).toEqual([
      ['north', '2026-01-07', '2026-01-09'],
      ['north', '2026-01-10', '2026-01-16'],
    ]);
    expect(before).toEqual([['north', '2026-01-07', '2026-01-16']]);
  });

  it('keeps those of a later site when an earlier move is taken back', async () => {
    const clinic = await clinicWith({}, { site: 'south' }, { site: 'east', from: '2026-01-13' });
    await clinic.must(admit);
    clinic.on('2026-01-09');
    await clinic.must({ type: 'AssignCounselor', counselor: 'lee', site: 'south' });
    const south = (await clinic.engine.history('e-1')).find(
      ({ event }) => event.type === 'CounselorAssigned',
    )!;
    clinic.on('2026-01-12');
    await clinic.must({ type: 'AssignCounselor', counselor: 'ana', site: 'east' });
    await clinic.must({ type: 'Void', fact: south.version, reason: 'another patient' });
    const days = await closed(clinic);
    expect(days.filter(([site]) => site === 'south')).toEqual([]);
    expect(days.filter(([site]) => site === 'east')).toEqual([['east', '2026-01-13', '2026-01-16']]);
    expect(days.filter(([site]) => site === 'north').map(([, from, to]) => [from, to])).toEqual([
      ['2026-01-07', '2026-01-08'],
      ['2026-01-09', '2026-01-11'],
    ]);
  });

  it('loses them when the site opens after all although he has moved on since', async () => {
    const clinic = await clinicWith({});
    await clinic.must(admit);
    clinic.on('2026-01-12');
    await clinic.must({ type: 'AssignCounselor', counselor: 'lee', site: 'south' });
    const { from, to } = STORM;
    await clinic.mustGroup({ type: 'ReopenSite', site: 'north', from, to });
    expect(await closed(clinic)).toEqual([]);
  });

  it('loses them again when the site opens after all', async () => {
    const clinic = await clinicWith({});
    await clinic.must(admit);
    const { from, to } = STORM;
    await clinic.mustGroup({ type: 'ReopenSite', site: 'north', from, to });
    expect(await closed(clinic)).toEqual([]);
  });
});
