import { beforeEach, describe, expect, it } from 'vitest';
import type { Command } from '../../../src/index.ts';
import { evening, openPages, type PageSubject } from './page-subject.ts';

let clinic: PageSubject;
let kim: string;
const MEETING = '/groups/evening/meetings/2026-01-05T18:00';

/** Takes a patient out of the orientation, so that the group is open to him. */
const begin = (episode: string) =>
  clinic.engine.execute([
    { type: 'RecordAttendance', episode, track: 'individual-conjoint', status: 'attended' },
    { type: 'SignOff', episode, role: 'counselor', subject: 'service-agreement' },
    { type: 'Advance', episode },
  ] as Command[]);

beforeEach(async () => {
  clinic = await openPages();
  kim = clinic.person('kim', 'counselor');
  for (const episode of ['e-1', 'e-2']) await begin(episode);
  await clinic.mustGroup(evening());
  for (const episode of ['e-1', 'e-2'])
    await clinic.mustGroup({ type: 'JoinGroup', group: 'evening', episode });
});
const came = async (episode: string) =>
  (await clinic.engine.history(episode))
    .filter(({ event }) => event.type === 'AttendanceRecorded' && event.track === 'relapse-prevention')
    .map(({ event }) => event);

describe('the roster of a group', () => {
  it('stands on the day, also with patients of others, and no line of it stands there twice', async () => {
    const { text } = await clinic.page('/today', kim);
    expect(text).toContain('Relapse prevention, evenings');
    expect(text.match(/How p-1 came/g)).toHaveLength(2);
    expect(text.match(/How p-2 came/g)).toHaveLength(1);
    expect(text).toContain('Early recovery skills');
  });

  it('is saved whole with one key, and each patient gets what his curriculum gives', async () => {
    const fields = {
      key: 'r-1',
      'status-e-1': 'attended',
      'status-e-2': 'left-early',
      'minutes-e-2': '40',
      guests: '2',
    };
    const saved = await clinic.fill(MEETING, { ...fields, back: 'today' }, kim);
    expect([saved.status, saved.to]).toEqual([303, '/today?day=2026-01-05&done=2']);
    const again = await clinic.fill(MEETING, { ...fields, back: 'today' }, kim);
    expect([again.status, again.to]).toEqual([303, '/today?day=2026-01-05']);
    expect(await came('e-1')).toEqual([
      expect.objectContaining({ status: 'attended', session: 1, by: 'kim' }),
    ]);
    expect(await came('e-2')).toEqual([expect.objectContaining({ status: 'left-early', minutes: 40 })]);
    const shown = await clinic.page(MEETING, kim);
    expect(shown.text).toContain('Everybody is recorded');
    expect(shown.text).toContain('2 guests');
    const group = await clinic.page('/groups/evening', kim);
    expect(group.text).toContain('title="left early"');
    expect(group.text).toContain('2 of 2, 2 guests');
  });

  it('says of every line what is wrong with it, and saves nothing', async () => {
    const wrong = await clinic.fill(MEETING, { 'status-e-1': 'excused', 'status-e-2': 'left-early' }, kim);
    expect(wrong.status).toBe(400);
    expect(wrong.text).toContain('p-1: say why he is excused');
    expect(wrong.text).toContain('p-2: say how many minutes he was there');
    const long = await clinic.fill(
      MEETING,
      { 'status-e-1': 'attended', 'status-e-2': 'late', 'minutes-e-2': '400' },
      kim,
    );
    expect([long.status, long.text.includes('p-2: the meeting had 90 minutes')]).toEqual([422, true]);
    expect([...(await came('e-1')), ...(await came('e-2'))]).toEqual([]);
  });

  it('takes who walked in from the own caseload alone, and one later than the others', async () => {
    await clinic.engine.admit({
      episode: 'e-3',
      patient: 'p-3',
      curriculum: 'matrix-iop',
      counselor: 'kim',
      on: '2026-01-05',
    });
    await clinic.engine.admit({
      episode: 'e-4',
      patient: 'p-4',
      curriculum: 'matrix-iop',
      counselor: 'lee',
      on: '2026-01-05',
    });
    await begin('e-3');
    expect((await clinic.fill(MEETING, { 'status-e-1': 'attended' }, kim)).status).toBe(303);
    expect((await clinic.fill(MEETING, { walkIn: 'e-4' }, kim)).status).toBe(404);
    expect((await clinic.fill(MEETING, { walkIn: 'e-3' }, kim)).status).toBe(303);
    expect([await came('e-3'), await came('e-4')]).toEqual([
      [expect.objectContaining({ status: 'attended' })],
      [],
    ]);
  });

  it('is taken back with a reason', async () => {
    await clinic.fill(MEETING, { 'status-e-1': 'attended' }, kim);
    const none = await clinic.fill('/groups/evening', { do: 'void', meeting: '2026-01-05T18:00' }, kim);
    expect(none.status).toBe(400);
    const done = await clinic.fill(
      '/groups/evening',
      { do: 'void', meeting: '2026-01-05T18:00', reason: 'Another evening.' },
      kim,
    );
    expect(done.status).toBe(303);
    expect(
      (await clinic.engine.status('e-1')).tracks.find(({ id }) => id === 'relapse-prevention')?.done,
    ).toEqual([]);
  });
});

describe('a group', () => {
  it('is there for who leads it and for his supervisor alone', async () => {
    const others = {
      lee: clinic.person('lee', 'counselor'),
      south: clinic.person('sue', 'supervisor', { site: 'south' }),
    };
    for (const path of ['/groups/evening', MEETING, `${MEETING}/sheet`]) {
      for (const who of Object.values(others)) expect((await clinic.page(path, who)).status, path).toBe(404);
      expect((await clinic.page(path, clinic.person(`alex${path.length}`, 'supervisor'))).status).toBe(200);
    }
    expect((await clinic.page('/groups', others.lee)).text).toContain('You lead no group yet');
    expect((await clinic.fill(MEETING, { 'status-e-1': 'attended' }, others.lee)).status).toBe(404);
    expect(
      (
        await clinic.fill(
          '/groups/evening',
          { do: 'cancel', meeting: '2026-01-09T18:00', reason: 'x' },
          others.lee,
        )
      ).status,
    ).toBe(404);
    expect(await came('e-1')).toEqual([]);
    expect(clinic.access.log.list({ limit: 1 })[0]).toMatchObject({ outcome: 'denied', actor: 'lee' });
  });

  it('has its topics, and a meeting that is moved, cancelled or given another topic says so', async () => {
    const give = (fields: Record<string, string>) => clinic.fill('/groups/evening', fields, kim);
    await give({ do: 'cancel', meeting: '2026-01-09T18:00', reason: 'A burst pipe.' });
    await give({ do: 'move', meeting: '2026-01-12T18:00', date: '2026-01-13', reason: 'A holiday.' });
    const set = await give({ do: 'topic', meeting: '2026-01-16T18:00', topic: '7' });
    expect(set.to).toBe('/groups/evening?done=topic');
    const { text } = await clinic.page('/groups/evening?done=topic', kim);
    expect(text).toContain('The topic is set.');
    expect(text).toContain('A burst pipe.');
    expect(text).toContain('Tue 13 Jan');
    expect(text).toContain('7 Topic 7');
    const refused = await give({ do: 'cancel', meeting: '2026-01-09T18:00', reason: 'Again.' });
    expect([refused.status, refused.text.includes('the meeting is cancelled already')]).toEqual([422, true]);
  });

  it('takes in a patient of the own caseload alone, and lets anybody of it go', async () => {
    for (const [episode, counselor] of [
      ['e-3', 'kim'],
      ['e-4', 'lee'],
    ] as const)
      await clinic.engine.admit({
        episode,
        patient: episode,
        curriculum: 'matrix-iop',
        counselor,
        on: '2026-01-05',
      });
    const give = (id: string, episode: string) => clinic.fill('/groups/evening', { do: id, episode }, kim);
    expect([(await give('join', 'e-3')).status, (await give('join', 'e-4')).status]).toEqual([303, 404]);
    expect((await give('leave', 'e-2')).status).toBe(303);
    const { members } = await clinic.engine.groups.status('evening');
    expect(members.map(({ episode }) => episode)).toEqual(['e-1', 'e-3']);
  });

  it('leads back to nowhere but its own pages', async () => {
    const fields = { do: 'topic', meeting: '2026-01-16T18:00', topic: '7' };
    for (const back of ['https://elsewhere.example/', '//elsewhere.example', '/groups/evening" onload="x'])
      expect((await clinic.fill('/groups/evening', { ...fields, back }, kim)).to).toBe(
        '/groups/evening?done=topic',
      );
  });
});

describe('the sheet for signing in', () => {
  it('has initials or the end of a number, and no name, program or whole number', async () => {
    await clinic.engine.admit({
      episode: 'e-9',
      patient: 'Ada Lovelace-King',
      curriculum: 'matrix-iop',
      counselor: 'kim',
      on: '2026-01-05',
    });
    await clinic.mustGroup({ type: 'JoinGroup', group: 'evening', episode: 'e-9' });
    const { text } = await clinic.page(`${MEETING}/sheet`, kim);
    const sheet = text.slice(text.indexOf('<main'));
    expect(sheet).toContain('<td>A. L. K.</td>');
    expect(sheet).not.toMatch(/Lovelace|Relapse|Topic 1|Matrix/);
  });
});

describe('the page of starts', () => {
  it('says which start of a new patient needs the fewest make-ups', async () => {
    const { text } = await clinic.page('/coverage?curriculum=matrix-iop', kim);
    const { best, first } = await clinic.engine.groups.coverage('matrix-iop');
    expect(first.makeUps).toBeGreaterThan(0);
    const says = best.start === first.start ? 'is the best:' : 'The first possible one';
    expect(text).toContain(says);
    expect(text).toContain(`${first.makeUps} make-ups`);
    expect((await clinic.page('/coverage?curriculum=none', kim)).status).toBe(404);
  });
});

/** A group of kim on Tuesdays with rules of size. */
const small = async (rules: { capacity?: number; minimum?: number; patientsPerLeader?: number }) => {
  const full = evening();
  if (full.type !== 'DefineGroup') throw new Error('no definition');
  const times = [{ rule: 'FREQ=WEEKLY;BYDAY=TU', start: '18:00', minutes: 90 }];
  const definition = { ...full.definition, title: 'Small', place: 'Room 3', times, ...rules };
  await clinic.mustGroup({ ...full, group: 'small', definition });
};

describe('the rules of size of a group', () => {
  it('are told before one of them is broken, and nothing is saved until it is done all the same', async () => {
    await small({ patientsPerLeader: 1, minimum: 2 });
    const give = (fields: Record<string, string>) =>
      clinic.fill('/groups/small', { episode: 'e-1', back: '/groups/small', ...fields }, kim);
    await clinic.mustGroup({ type: 'JoinGroup', group: 'small', episode: 'e-2' });
    const asked = await give({ do: 'join', reason: 'Needs it.' });
    expect([asked.status, asked.text.includes('2 patients and 1 leading')]).toEqual([409, true]);
    expect(asked.text).toContain('value="Needs it."');
    expect((await clinic.engine.groups.status('small')).members).toHaveLength(1);
    const seen = /name="seen" value="([^"]+)"/.exec(asked.text)?.[1] ?? '';
    expect((await give({ do: 'join', seen })).status).toBe(303);
    const leaving = await give({ do: 'leave' });
    expect([leaving.status, leaving.text.includes('the group asks for 2')]).toEqual([409, true]);
    expect((await clinic.engine.groups.status('small')).members).toHaveLength(2);
  });

  it('name a patient who is refused as the clinic knows him', async () => {
    const again = await clinic.fill('/groups/evening', { do: 'join', episode: 'e-2' }, kim);
    expect(again.text).toContain('p-2 is in the group since');
  });
});

describe('who waits for a place', () => {
  it('is told by what the clinic knows him by, and can be taken off the list', async () => {
    await small({ capacity: 1 });
    await clinic.mustGroup({ type: 'JoinGroup', group: 'small', episode: 'e-1' });
    await clinic.mustGroup({ type: 'JoinGroup', group: 'small', episode: 'e-2', wait: true });
    const { text } = await clinic.page('/groups/small', kim);
    expect(text).toMatch(/<a href="\/patients\/e-2">p-2<\/a> <small>waiting since/);
    expect(text).not.toContain('>e-2<');
    const fields = { do: 'leave', episode: 'e-2', back: '/groups/small' };
    expect((await clinic.fill('/groups/small', fields, kim)).status).toBe(303);
    expect((await clinic.engine.groups.status('small')).waiting).toEqual([]);
  });
});
