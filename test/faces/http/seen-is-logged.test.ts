import { beforeAll, describe, expect, it } from 'vitest';
import { ACCESS_TABLE, type RouteKey } from '../../../src/faces/http/access-table.ts';
import { evening } from '../web/page-subject.ts';
import { type ClinicSubject, openClinic } from './clinic-subject.ts';

const MONDAY = '2026-01-05T18:00';
const ALL = ['e-1', 'e-2', 'e-3', 'e-4', 'e-5', 'e-6'];
const WHO = ['kim', 'lee', 'nora', 'chief'] as const;

/** What stands for the parts of a path; the routes that name an episode are asked for each of them. */
const PARTS: Readonly<Record<string, string>> = {
  ':curriculum': 'matrix-iop',
  ':group': 'evening',
  ':meeting': MONDAY,
  ':list': 'not-seen',
  ':account': 'kim',
  ':file': 'none',
  ':link': 'none',
};
const QUERIES: Partial<Record<RouteKey, string>> = {
  'GET /api/worklists/:list': '?days=0',
  'GET /api/appointments': '?from=2026-01-01&to=2026-01-31',
  'GET /api/meetings': '?from=2026-01-01&to=2026-01-31',
  'GET /api/coverage': '?curriculum=matrix-iop',
  'GET /api/episodes/:episode/knowledge': '?from=2026-01-01T00:00:00Z&to=2026-02-01T00:00:00Z',
  'GET /bulk': '?action=note&episode=e-1&episode=e-2',
  'GET /coverage': '?curriculum=matrix-iop',
};
/** What is sent; those that record are sent last, in this order. */
const BODIES: Readonly<Partial<Record<RouteKey, readonly object[]>>> = {
  'POST /api/previews': ALL.map((episode) => ({ commands: [{ type: 'AddNote', episode, text: 'Called.' }] })),
  'POST /api/groups/previews': [
    { type: 'RecordRoster', group: 'evening', meeting: MONDAY, others: 'attended' },
    { type: 'LeaveGroup', group: 'evening', episode: 'e-2' },
    { type: 'JoinGroup', group: 'evening', episode: 'e-6' },
    { type: 'MoveMeeting', group: 'evening', meeting: MONDAY, start: '10:00', reason: 'Training.' },
    { type: 'CloseSite', site: 'north', from: '2026-01-09', to: '2026-01-09', reason: 'Snow.' },
  ],
  'POST /api/groups': [
    { type: 'CancelMeeting', group: 'evening', meeting: '2026-01-12T18:00', reason: 'Training.' },
    { type: 'RecordRoster', group: 'evening', meeting: MONDAY, rows: [{ episode: 'e-2', status: 'late' }] },
    { type: 'LeaveGroup', group: 'evening', episode: 'e-1' },
  ],
  'POST /api/appointments': [{ type: 'CancelAppointment', appointment: '2026-01-05-1', reason: 'Ill.' }],
  'POST /api/commands': ALL.map((episode) => ({ type: 'AddNote', episode, text: 'Called.' })),
};
const POSTS = Object.keys(BODIES) as RouteKey[];

let clinic: ClinicSubject;
let cookies: Readonly<Record<string, string>>;
beforeAll(async () => {
  clinic = await openClinic();
  for (const [episode, counselor, site] of [
    ['e-3', 'kim', 'north'],
    ['e-4', 'lee', 'north'],
    ['e-5', 'lee', 'south'],
    ['e-6', 'kim', 'south'],
  ] as const)
    await clinic.engine.admit({
      ...{ episode, counselor, site, patient: episode.replace('e', 'p') },
      ...{ curriculum: 'matrix-iop', on: '2026-01-02' },
    });
  for (const episode of ALL)
    await clinic.engine.execute([
      { type: 'RecordAttendance', episode, track: 'individual-conjoint', status: 'attended' },
      { type: 'SignOff', episode, role: 'counselor', subject: 'service-agreement' },
      { type: 'Advance', episode },
    ]);
  const groups = clinic.engine.groups.execute;
  await groups(evening());
  await groups({ type: 'ChangeGroup', group: 'evening', from: '2026-01-05', change: { capacity: 3 } });
  for (const episode of ['e-1', 'e-2', 'e-4', 'e-3'])
    await groups({ type: 'JoinGroup', group: 'evening', episode, wait: true });
  for (const [hour, episode] of ALL.entries())
    await clinic.engine.appointments.execute({
      ...{ type: 'BookAppointment', episode, date: '2026-01-05', start: `${10 + hour}:00` },
      timeZone: 'America/New_York',
    });
  cookies = {
    kim: clinic.person('kim', 'counselor'),
    lee: clinic.person('lee', 'counselor'),
    nora: clinic.person('nora', 'supervisor'),
    chief: clinic.person('chief', 'supervisor', { site: '*' }),
  };
});

/** The episodes that an answer names, itself or by the patient's number, and those of the lines that its request left in the log. */
async function ask(who: string, method: string, path: string, body?: object) {
  const [last] = clinic.access.log.list({ limit: 1 });
  const text = await (await clinic.ask(cookies[who] ?? '', method, path, body)).text();
  const before = last?.number ?? 0;
  const lines = clinic.access.log.list({ limit: 20 }).filter(({ number }) => number > before);
  const logged = lines.flatMap(({ subjects }) => subjects.map(({ episode }) => episode));
  const named = [...text.matchAll(/\b[ep]-(\d)\b/g)].map(([, number]) => `e-${number}`);
  return { named: [...new Set(named)], logged };
}

const READS = (Object.keys(ACCESS_TABLE) as RouteKey[]).filter(
  (key) => key.startsWith('GET ') && ACCESS_TABLE[key].counselor !== 'no' && key !== 'GET /api/changes',
);
/** The routes whose answers name patients here; the test fails where one of them no longer does. */
const SHOWN = [
  ...['/api/caseload', '/api/due', '/api/worklists/:list', '/api/appointments', '/api/groups'],
  ...['/api/groups/:group', '/api/groups/:group/meetings/:meeting', '/today', '/caseload', '/bulk'],
  ...['/groups/:group', '/groups/:group/meetings/:meeting', '/patients/:episode'],
];

describe('an answer', () => {
  it.each(READS)('to %s names nobody who is not in its lines of the log', async (key) => {
    const [, path = ''] = key.split(' ');
    const place = path.replace(/:(?!episode)\w+/g, (part) => PARTS[part] ?? 'note');
    const paths = place.includes(':episode') ? ALL.map((id) => place.replace(':episode', id)) : [place];
    const seen = new Set<string>();
    for (const who of WHO)
      for (const one of paths) {
        const { named, logged } = await ask(who, 'GET', `${one}${QUERIES[key] ?? ''}`);
        for (const episode of named) seen.add(episode);
        expect(
          named.filter((episode) => !logged.includes(episode)),
          `${who} at ${one}`,
        ).toEqual([]);
      }
    if (SHOWN.includes(path)) expect(seen.size, path).toBeGreaterThan(1);
  });

  it.each(POSTS)('to %s names nobody who is not in its lines of the log', async (key) => {
    const [method = '', path = ''] = key.split(' ');
    const seen = new Set<string>();
    for (const body of BODIES[key] ?? [])
      for (const who of WHO) {
        const { named, logged } = await ask(who, method, path, body);
        for (const episode of named) seen.add(episode);
        expect(
          named.filter((episode) => !logged.includes(episode)),
          `${who} with ${JSON.stringify(body)}`,
        ).toEqual([]);
      }
    expect(seen.size).toBeGreaterThan(0);
  });
});
