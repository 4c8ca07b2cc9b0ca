import { beforeAll, describe, expect, it } from 'vitest';
import { Role } from '../../../src/access/role.ts';
import { addDays } from '../../../src/curriculum/calendar-date.ts';
import { ACCESS_TABLE, type RouteKey } from '../../../src/faces/http/access-table.ts';
import { API_ROUTES } from '../../../src/faces/http/api-routes.ts';
import { PAGE_ROUTES } from '../../../src/faces/web/page-routes.ts';
import { type ClinicSubject, openClinic } from './clinic-subject.ts';

const KEYS = Object.keys(ACCESS_TABLE) as RouteKey[];
const ROLES = [...Role.options, 'guest'] as const;

let booked = 5;
/** A day for which nothing is booked yet. */
const nextDay = () => {
  booked += 1;
  return addDays('2026-01-05', booked);
};

/** Bodies and queries that each route understands, so that what is refused is refused for who asks. */
const GIVEN: Partial<
  Record<RouteKey, { readonly body?: (episode: string) => unknown; readonly query?: string }>
> = {
  'GET /api/episodes/:episode/knowledge': { query: '?from=2026-01-05T00:00:00Z&to=2026-01-06T00:00:00Z' },
  'GET /bulk': { query: '?action=note' },
  'GET /api/curricula/:curriculum/differences': { query: '?from=9&to=9' },
  'GET /api/appointments': { query: '?from=2026-01-05&to=2026-01-09' },
  'POST /api/appointments': {
    body: (episode) => ({
      ...{ type: 'BookAppointment', episode, date: nextDay(), start: '10:00' },
      timeZone: 'America/New_York',
    }),
  },
  'GET /api/meetings': { query: '?from=2026-01-05&to=2026-01-09' },
  'GET /api/coverage': { query: '?curriculum=matrix-iop' },
  'POST /api/groups': { body: () => ({ type: 'EndGroup', group: 'none', from: '2026-01-05' }) },
  'POST /api/groups/previews': { body: () => ({ type: 'EndGroup', group: 'none', from: '2026-01-05' }) },
  'POST /api/calendar-links': { body: (episode) => ({ of: 'patient', episode }) },
  'POST /api/calendar-links/:link/revocation': { body: () => ({}) },
  'POST /api/saved-worklists': { body: () => ({ name: 'calls', filter: { list: 'not-seen' } }) },
  'POST /api/saved-worklists/:worklist/deletion': { body: () => ({}) },
  'POST /api/episodes': { body: () => ({ type: 'Admit', patient: 'p-9', curriculum: 'matrix-iop' }) },
  'POST /api/commands': { body: (episode) => ({ type: 'AddNote', episode, text: 'A note.' }) },
  'POST /api/batches': { body: (episode) => ({ commands: [{ type: 'AddNote', episode, text: 'A note.' }] }) },
  'POST /api/previews': {
    body: (episode) => ({ commands: [{ type: 'AddNote', episode, text: 'A note.' }] }),
  },
  'POST /api/broken-glass': { body: (episode) => ({ episode, reason: 'They called the night line.' }) },
  'POST /api/migrations/rehearsals': { body: () => ({ curriculum: 'matrix-iop', from: '9', to: '9' }) },
  'POST /api/migrations': {
    body: (episode) => ({
      curriculum: 'matrix-iop',
      from: '9',
      to: '9',
      episodes: [episode],
      reason: 'New.',
    }),
  },
  'POST /api/accounts': { body: () => ({ name: 'x', role: 'auditor' }) },
  'POST /api/accounts/:account/links': { body: () => ({}) },
  'POST /api/accounts/:account/disabling': { body: () => ({ reason: 'Left.' }) },
  'POST /api/service-accounts': { body: () => ({ name: 'y', role: 'auditor' }) },
  'POST /api/sign-in/password': { body: () => ({ name: 'nobody', password: 'nothing at all' }) },
  'POST /api/join': { body: () => ({ link: 'join_x', password: 'correct horse battery' }) },
  'POST /api/sign-in/passkey-challenges': { body: () => ({}) },
  'POST /api/passkey-challenges': { body: () => ({}) },
  'POST /api/sign-in/passkey': { body: () => passkey },
  'POST /api/passkeys': { body: () => passkey },
  'POST /api/passkeys/:passkey/removal': { body: () => ({}) },
};
const passkey = {
  id: 'x',
  rawId: 'x',
  type: 'public-key',
  response: { clientDataJSON: 'x' },
  clientExtensionResults: {},
};
/** What is filled in where a page is sent, so that what is refused is refused for who asks. */
const FORMS: Readonly<Record<string, Record<string, string>>> = {
  '/patients/:episode/:action': { text: 'A note.', do: 'save' },
  '/new-group': { key: 'g', group: 'none' },
  '/groups/:group/definition': { key: 'd' },
  '/new-patient': { key: 'p', do: 'refer', patient: 'p-70', source: 'a doctor' },
  '/groups/:group': { do: 'cancel', meeting: '2026-01-09T18:00', reason: 'A burst pipe.' },
  '/groups/:group/meetings/:meeting': { key: 'r' },
  '/curricula': { text: 'id: x' },
  '/curricula/:curriculum/migration': { do: 'undo', episode: 'e-1', reason: 'Wrong.' },
  '/bulk': { action: 'note', text: 'A note.', episode: 'e-1' },
  '/calendar-links': { do: 'make' },
  '/appointments': { do: 'book', key: 'a', day: '2026-01-09', episode: 'e-1', start: '10:00' },
  '/today': { day: '2026-01-05', group: 'none', key: 'k' },
  '/account': { passkey: 'none' },
  '/accounts': { name: 'z', role: 'auditor' },
};
/** Codes that say that somebody was not let through because of who he is. */
const SHUT = ['not-signed-in', 'role-not-allowed', 'role-not-yours'];

let clinic: ClinicSubject;
let cookies: Record<string, string>;
beforeAll(async () => {
  clinic = await openClinic();
  cookies = { guest: '' };
  for (const role of Role.options) {
    const name = role === 'counselor' ? 'kim' : role;
    cookies[role] = clinic.person(name, role);
  }
});

async function answerOf(key: RouteKey, role: string, episode: string) {
  const [method = '', path = ''] = key.split(' ');
  const { body, query = '' } = GIVEN[key] ?? {};
  const place = path
    .replace(':episode', episode)
    .replace(':curriculum', 'matrix-iop')
    .replace(':account', 'none')
    .replace(':group', 'none')
    .replace(':meeting', '2026-01-05T18:00')
    .replace(':action', 'note')
    .replace(':file', 'none')
    .replace(':list', 'not-seen')
    .replace(':link', 'join_x');
  const page = !path.startsWith('/api/');
  const form = { 'content-type': 'application/x-www-form-urlencoded' };
  const sent =
    page && method === 'POST' ? new URLSearchParams(FORMS[path] ?? {}).toString() : body?.(episode);
  const answer = await clinic.ask(
    cookies[role] ?? '',
    method,
    place + query,
    sent,
    page && sent !== undefined ? form : {},
  );
  if (page) {
    await answer.body?.cancel();
    const led = answer.status === 303 && answer.headers.get('location') === '/sign-in';
    const code = led ? 'not-signed-in' : answer.status === 403 ? 'role-not-allowed' : null;
    return { status: led ? 401 : answer.status, code: answer.status === 404 ? 'not-found' : code };
  }
  const problem = answer.headers.get('content-type') === 'application/problem+json';
  const code = problem ? ((await answer.json()) as { code: string }).code : null;
  if (!problem) await answer.body?.cancel();
  return { status: answer.status, code };
}

describe('the access table', () => {
  it('names every route of the app, and no other', async () => {
    const served = clinic.app.routes.filter(({ method }) => method !== 'ALL');
    expect(new Set(served.map(({ method, path }) => `${method} ${path}`))).toEqual(new Set(KEYS));
    expect(API_ROUTES.map(({ key }) => key).sort()).toEqual(
      [...KEYS].filter((key) => key.includes(' /api/')).sort(),
    );
  });

  it('has for each route that changes something a body that this test can send, or none', () => {
    const bodies = API_ROUTES.filter(({ body }) => body !== undefined).map(({ key }) => key);
    expect(bodies.filter((key) => GIVEN[key]?.body === undefined)).toEqual([]);
  });

  it.each(
    KEYS.filter(
      (key) => key !== 'POST /api/sign-out' && key !== 'POST /sign-out' && key !== 'POST /join/:link',
    ),
  )('holds for %s', async (key) => {
    for (const role of ROLES) {
      const found = await answerOf(key, role, 'e-1');
      const place = `${role} at ${key}: ${found.status} ${found.code}`;
      if (ACCESS_TABLE[key][role] === 'no')
        expect(place).toBe(
          `${role} at ${key}: ${role === 'guest' ? '401 not-signed-in' : '403 role-not-allowed'}`,
        );
      else expect(SHUT, place).not.toContain(found.code);
    }
  });
});

const CARE_KEYS = [...API_ROUTES, ...PAGE_ROUTES]
  .filter(
    ({ key, params }) =>
      key !== 'POST /api/broken-glass' &&
      ('episode' in (params?.shape ?? {}) || JSON.stringify(GIVEN[key]?.body?.('e-7') ?? '').includes('e-7')),
  )
  .map(({ key }) => key);

describe('a record that is not within reach', () => {
  it('is asked for by these routes', () => expect(CARE_KEYS).toHaveLength(16));

  it.each(CARE_KEYS)('is answered by %s as one that is not there', async (key) => {
    for (const role of ['counselor', 'supervisor'] as const) {
      if (ACCESS_TABLE[key][role] === 'no') continue;
      const own = await answerOf(key, role, 'e-1');
      expect([200, 201, 303], key).toContain(own.status);
      const before = clinic.access.log.list({ limit: 1 })[0]?.number ?? 0;
      const [others, nobodys] = [await answerOf(key, role, 'e-2'), await answerOf(key, role, 'e-none')];
      expect(others).toEqual({ status: 404, code: 'not-found' });
      expect(nobodys).toEqual(others);
      const lines = clinic.access.log.list({ limit: 10 }).filter(({ number }) => number > before);
      expect(lines.map(({ outcome, subjects }) => [outcome, subjects[0]?.episode])).toEqual([
        ['denied', 'e-none'],
        ['denied', 'e-2'],
      ]);
    }
  });

  it('is opened by breaking the glass, for its time, with the reason in the log', async () => {
    const reason = 'The patient came to the north in a crisis.';
    const glass = { episode: 'e-2', reason, minutes: 20 };
    const status = () => clinic.ask(cookies['counselor'] ?? '', 'GET', '/api/episodes/e-2/status');
    expect((await clinic.ask(cookies['counselor'] ?? '', 'POST', '/api/broken-glass', glass)).status).toBe(
      201,
    );
    expect((await status()).status).toBe(200);
    expect(clinic.access.log.list({ limit: 1 })[0]).toMatchObject({
      actor: 'kim',
      basis: 'break-glass',
      reason,
      subjects: [{ episode: 'e-2', patient: 'p-2' }],
    });
    clinic.later(19);
    expect((await status()).status).toBe(200);
    clinic.later(1);
    expect((await status()).status).toBe(404);
  });

  it('is not opened by a glass for a role that sees no patients', async () => {
    const asked = await clinic.ask(cookies['researcher'] ?? '', 'POST', '/api/broken-glass', {
      episode: 'e-2',
      reason: 'I would like to know.',
    });
    expect(asked.status).toBe(403);
  });
});
