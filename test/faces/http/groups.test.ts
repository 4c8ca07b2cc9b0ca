import { beforeEach, describe, expect, it } from 'vitest';
import type { GroupStatus, Meeting, Roster } from '../../../src/index.ts';
import { evening } from '../web/page-subject.ts';
import { type ClinicSubject, openClinic } from './clinic-subject.ts';

let clinic: ClinicSubject;
let kim: string;
beforeEach(async () => {
  clinic = await openClinic();
  kim = clinic.person('kim', 'counselor');
});

const post = (body: unknown, headers: Record<string, string> = {}, who = kim) =>
  clinic.ask(who, 'POST', '/api/groups', body, headers);
const read = async <T>(path: string, who = kim) => (await (await clinic.ask(who, 'GET', path)).json()) as T;
const items = async <T>(path: string, who = kim) => (await read<{ items: T[] }>(path, who)).items;
const codeOf = async (answer: Response) => [answer.status, ((await answer.json()) as { code: string }).code];
const lastLine = () => clinic.access.log.list({ limit: 1 })[0];
const MONDAY = '2026-01-05T18:00';
const roster = { type: 'RecordRoster', group: 'evening', meeting: MONDAY, others: 'attended' };

/** Both patients past their orientation, so that the tracks of groups are open to them. */
async function begin(): Promise<void> {
  for (const episode of ['e-1', 'e-2'])
    await clinic.engine.execute([
      { type: 'RecordAttendance', episode, track: 'individual-conjoint', status: 'attended' },
      { type: 'SignOff', episode, role: 'counselor', subject: 'service-agreement' },
      { type: 'Advance', episode },
    ]);
}

async function withPatients(): Promise<void> {
  await begin();
  await post(evening());
  for (const episode of ['e-1', 'e-2'])
    await clinic.engine.groups.execute({ type: 'JoinGroup', group: 'evening', episode });
}

describe('a group over HTTP', () => {
  it('is defined by who leads it, changed with the version in If-Match, and told with its version as ETag', async () => {
    expect((await post(evening())).status).toBe(200);
    const change = { type: 'ChangeGroup', group: 'evening', from: '2026-02-02', change: { capacity: 8 } };
    expect(await codeOf(await post(change, { 'if-match': '"7"' }))).toEqual([412, 'version-conflict']);
    expect((await post(change, { 'if-match': '"1"' })).headers.get('etag')).toBe('"2"');
    const answer = await clinic.ask(kim, 'GET', '/api/groups/evening?on=2026-02-02');
    expect(answer.headers.get('etag')).toBe('"2"');
    expect(await answer.json()).toMatchObject({ group: { capacity: 8, leader: 'kim' }, placesFree: 8 });
    expect((await items<GroupStatus>('/api/groups')).map(({ id }) => id)).toEqual(['evening']);
  });

  it('is not defined for others, nor given to a site of others', async () => {
    expect(await codeOf(await post(evening({ leader: 'lee' })))).toEqual([403, 'not-your-group']);
    const nora = clinic.person('nora', 'supervisor');
    await post(evening(), {}, nora);
    const away = { type: 'ChangeGroup', group: 'evening', from: '2026-02-02', change: { site: 'south' } };
    expect(await codeOf(await post(away, {}, nora))).toEqual([403, 'not-your-group']);
    expect((await clinic.engine.groups.status('evening')).version).toBe(1);
  });

  it('of others is not there, whatever is asked of it', async () => {
    await withPatients();
    const lee = clinic.person('lee', 'counselor');
    const end = { type: 'EndGroup', group: 'evening', from: '2026-02-02' };
    for (const path of [`evening/meetings/${MONDAY}`, 'evening'])
      expect(await codeOf(await clinic.ask(lee, 'GET', `/api/groups/${path}`))).toEqual([404, 'not-found']);
    expect(await codeOf(await post(end, {}, lee))).toEqual([404, 'not-found']);
    expect(lastLine()).toMatchObject({ outcome: 'denied', actor: 'lee', reason: 'the group evening' });
    expect(await items('/api/groups', lee)).toEqual([]);
    const days = 'from=2026-01-05&to=2026-01-09';
    expect(await items(`/api/meetings?${days}`, lee)).toEqual([]);
    expect(await items(`/api/meetings?${days}&episode=e-2`, lee)).toHaveLength(2);
    expect((await clinic.ask(lee, 'GET', `/api/meetings?${days}&episode=e-1`)).status).toBe(404);
  });

  it('has its meetings moved, cancelled and held', async () => {
    await withPatients();
    const friday = { group: 'evening', meeting: '2026-01-09T18:00' };
    await post({
      type: 'MoveMeeting',
      ...friday,
      date: '2026-01-10',
      start: '10:00',
      reason: 'A burst pipe.',
    });
    await post({ type: 'CancelMeeting', group: 'evening', meeting: '2026-01-12T18:00', reason: 'Training.' });
    const found = await items<Meeting>('/api/meetings?from=2026-01-06&to=2026-01-12&group=evening');
    expect(found.map(({ date, status }) => [date, status])).toEqual([
      ['2026-01-10', 'moved'],
      ['2026-01-12', 'cancelled'],
    ]);
    expect((await post({ type: 'RestoreMeeting', ...friday })).status).toBe(200);
    expect(lastLine()).toMatchObject({ subjects: [{ episode: 'e-1' }, { episode: 'e-2' }] });
  });

  it('is closed with its site by the supervisor of the site alone, with a line for each patient', async () => {
    const days = { type: 'CloseSite', site: 'north', from: '2026-01-09', to: '2026-01-09', reason: 'Snow.' };
    expect(await codeOf(await post(days))).toEqual([403, 'role-not-allowed']);
    const nora = clinic.person('nora', 'supervisor');
    expect((await post({ ...days, site: 'south' }, {}, nora)).status).toBe(403);
    expect(await (await post(days, {}, nora)).json()).toMatchObject({ patients: ['e-1'] });
    expect(lastLine()?.subjects.map(({ episode }) => episode)).toEqual(['e-1']);
  });
});

describe('a roster over HTTP', () => {
  it('is recorded in one go under the name of who is signed in, once for a key', async () => {
    await withPatients();
    const rows = [{ episode: 'e-2', status: 'late', minutesMissed: 20 }];
    const key = { 'idempotency-key': 'r' };
    expect(await (await post({ ...roster, rows }, key)).json()).toMatchObject({
      rows: [{ episode: 'e-2' }, { episode: 'e-1' }].map((row) => ({ ...row, accepted: true })),
    });
    expect(await (await post({ ...roster, rows }, key)).json()).toMatchObject({ repeated: true });
    const { lines } = await read<Roster>(`/api/groups/evening/meetings/${MONDAY}`);
    expect(lines.map(({ recorded }) => [recorded?.status, recorded?.minutes])).toEqual([
      ['attended', null],
      ['late', 70],
    ]);
    expect((await clinic.engine.history('e-2')).at(-1)?.event).toMatchObject({ by: 'kim' });
  });

  it('of which one row is refused records nothing, and says what is wrong with each row', async () => {
    await withPatients();
    const answer = await post({ ...roster, rows: [{ episode: 'e-2', status: 'excused' }] });
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({
      ...{ code: 'rows-refused', refused: true },
      rows: [
        { episode: 'e-2', accepted: false, refusal: { code: 'reason-needed' } },
        { episode: 'e-1', accepted: true },
      ],
    });
    for (const id of ['e-1', 'e-2']) expect(await clinic.engine.history(id)).toHaveLength(5);
  });

  it('names nobody out of reach who is not on it', async () => {
    await post(evening());
    for (const episode of ['e-2', 'e-none']) {
      const rows = [{ episode, status: 'attended', walkIn: true }];
      expect(await codeOf(await post({ ...roster, rows }))).toEqual([404, 'not-found']);
      const join = { type: 'JoinGroup', group: 'evening', episode };
      expect(await codeOf(await post(join))).toEqual([404, 'not-found']);
    }
  });

  it('can be looked at before it is recorded', async () => {
    await withPatients();
    const answer = await clinic.ask(kim, 'POST', '/api/groups/previews', roster);
    expect(await answer.json()).toMatchObject({ accepted: true, rows: [{}, {}] });
    expect(await clinic.engine.history('e-1')).toHaveLength(5);
  });
});

describe('make-ups over HTTP', () => {
  it('are owed, booked in a group of somebody else, and told as booked', async () => {
    await begin();
    const missed = { type: 'RecordAttendance', track: 'relapse-prevention', session: 5 } as const;
    await clinic.engine.groups.execute(evening({ leader: 'lee' }));
    await clinic.engine.execute({ ...missed, episode: 'e-1', status: 'excused', reason: 'Ill.' });
    const path = '/api/episodes/e-1/make-ups';
    const [owed] = await items<{ session: number; meetings: Meeting[] }>(path);
    const meeting = owed?.meetings.find(({ topic }) => topic === 5)?.meeting;
    expect([owed?.session, meeting]).toEqual([5, '2026-01-19T18:00']);
    const booking = { type: 'BookMakeUp', group: 'evening', meeting, episode: 'e-1' };
    expect((await post({ ...booking, episode: 'e-2' })).status).toBe(404);
    expect((await post(booking)).status).toBe(200);
    expect(await read(path)).toMatchObject({ booked: [{ group: 'evening', meeting, session: 5 }] });
    expect((await post({ ...booking, type: 'CancelBooking' })).status).toBe(200);
  });
});

describe('the coverage over HTTP', () => {
  it('says which start of a new patient needs the fewest make-ups', async () => {
    await post(evening());
    const found = await read<{ starts: unknown[] }>('/api/coverage?curriculum=matrix-iop&days=7');
    expect(found.starts).toHaveLength(7);
    expect((await clinic.ask(kim, 'GET', '/api/coverage?curriculum=none')).status).toBe(404);
  });
});
