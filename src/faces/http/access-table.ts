import type { Reach } from '../../access/reach.ts';
import type { Role } from '../../access/role.ts';

/** What each role, and somebody who is not signed in, may reach through one route. */
export type AccessRow = Readonly<Record<Role | 'guest', Reach>>;

const row = (
  guest: Reach,
  counselor: Reach,
  supervisor: Reach,
  director: Reach,
  researcher: Reach,
  auditor: Reach,
): AccessRow => ({ guest, counselor, supervisor, director, researcher, auditor });

const CARE = row('no', 'caseload', 'site', 'no', 'no', 'no');
const SIGNED_IN = row('no', 'yes', 'yes', 'yes', 'yes', 'yes');
const DIRECTOR = row('no', 'no', 'no', 'yes', 'no', 'no');
const OPEN = row('yes', 'yes', 'yes', 'yes', 'yes', 'yes');

/**
 * Every route and who may reach what through it. A route that is not here does not compile, is not served, and fails a test.
 *
 * `caseload` and `site` reach further where the glass was broken for one episode. Apps with a token have the role of their account.
 */
export const ACCESS_TABLE = {
  'GET /api/openapi.json': SIGNED_IN,
  'GET /api/me': SIGNED_IN,
  'GET /api/caseload': CARE,
  'GET /api/due': CARE,
  'GET /api/worklists/:list': CARE,
  'GET /api/saved-worklists': CARE,
  'POST /api/saved-worklists': CARE,
  'GET /api/saved-worklists/:worklist': CARE,
  'POST /api/saved-worklists/:worklist/deletion': CARE,
  'GET /api/appointments': CARE,
  'POST /api/appointments': CARE,
  'GET /api/groups': CARE,
  'POST /api/groups': CARE,
  'POST /api/groups/previews': CARE,
  'GET /api/groups/:group': CARE,
  'GET /api/groups/:group/meetings/:meeting': CARE,
  'GET /api/meetings': CARE,
  'GET /api/coverage': CARE,
  'GET /api/calendar-links': CARE,
  'POST /api/calendar-links': CARE,
  'POST /api/calendar-links/:link/revocation': CARE,
  'GET /api/calendars/:link': OPEN,
  'GET /api/changes': CARE,
  'POST /api/episodes': CARE,
  'GET /api/episodes/:episode/status': CARE,
  'GET /api/episodes/:episode/history': CARE,
  'GET /api/episodes/:episode/agenda': CARE,
  'GET /api/episodes/:episode/make-ups': CARE,
  'GET /api/episodes/:episode/knowledge': CARE,
  'GET /api/episodes/:episode/export': CARE,
  'POST /api/commands': CARE,
  'POST /api/batches': CARE,
  'POST /api/previews': CARE,
  'POST /api/broken-glass': CARE,
  'GET /api/curricula': row('no', 'yes', 'yes', 'yes', 'yes', 'no'),
  'GET /api/curricula/:curriculum': row('no', 'yes', 'yes', 'yes', 'yes', 'no'),
  'GET /api/curricula/:curriculum/differences': row('no', 'yes', 'yes', 'yes', 'yes', 'no'),
  'POST /api/migrations/rehearsals': row('no', 'no', 'no', 'all', 'no', 'no'),
  'POST /api/migrations': row('no', 'no', 'no', 'all', 'no', 'no'),
  'GET /api/census': row('no', 'no', 'yes', 'yes', 'yes', 'no'),
  'GET /api/census/history': row('no', 'no', 'yes', 'yes', 'no', 'no'),
  'GET /api/verification': row('no', 'no', 'no', 'yes', 'no', 'yes'),
  'GET /api/access-log': row('no', 'no', 'no', 'no', 'no', 'yes'),
  'GET /api/access-log/verification': row('no', 'no', 'no', 'no', 'no', 'yes'),
  'GET /api/accounts': row('no', 'no', 'no', 'yes', 'no', 'yes'),
  'POST /api/accounts': DIRECTOR,
  'POST /api/accounts/:account/links': DIRECTOR,
  'POST /api/accounts/:account/disabling': DIRECTOR,
  'POST /api/service-accounts': DIRECTOR,
  'POST /api/sign-in/password': OPEN,
  'POST /api/sign-in/passkey-challenges': OPEN,
  'POST /api/sign-in/passkey': OPEN,
  'POST /api/join': OPEN,
  'POST /api/passkey-challenges': SIGNED_IN,
  'POST /api/passkeys': SIGNED_IN,
  'GET /api/passkeys': SIGNED_IN,
  'POST /api/passkeys/:passkey/removal': SIGNED_IN,
  'POST /api/sign-out': SIGNED_IN,
  'GET /assets/:file': OPEN,
  'GET /sign-in': OPEN,
  'POST /sign-in': OPEN,
  'GET /join/:link': OPEN,
  'POST /join/:link': OPEN,
  'POST /sign-out': SIGNED_IN,
  'GET /': SIGNED_IN,
  'GET /account': SIGNED_IN,
  'POST /account': SIGNED_IN,
  'GET /today': CARE,
  'POST /today': CARE,
  'POST /appointments': CARE,
  'GET /caseload': CARE,
  'POST /caseload': CARE,
  'GET /bulk': CARE,
  'POST /bulk': CARE,
  'GET /groups': CARE,
  'GET /new-group': CARE,
  'POST /new-group': CARE,
  'GET /groups/:group': CARE,
  'POST /groups/:group': CARE,
  'GET /groups/:group/definition': CARE,
  'POST /groups/:group/definition': CARE,
  'GET /groups/:group/meetings/:meeting': CARE,
  'POST /groups/:group/meetings/:meeting': CARE,
  'GET /groups/:group/meetings/:meeting/sheet': CARE,
  'GET /coverage': CARE,
  'GET /calendar-links': CARE,
  'POST /calendar-links': CARE,
  'GET /new-patient': CARE,
  'POST /new-patient': CARE,
  'GET /patients/:episode': CARE,
  'GET /patients/:episode/notes': CARE,
  'GET /patients/:episode/:action': CARE,
  'POST /patients/:episode/:action': CARE,
  'GET /broken-glass': CARE,
  'POST /broken-glass': CARE,
  'GET /curricula': row('no', 'yes', 'yes', 'yes', 'yes', 'no'),
  'POST /curricula': DIRECTOR,
  'POST /curricula/:curriculum/migration': row('no', 'no', 'no', 'all', 'no', 'no'),
  'GET /curricula/:curriculum': row('no', 'yes', 'yes', 'yes', 'yes', 'no'),
  'GET /curricula/:curriculum/diagram.svg': row('no', 'yes', 'yes', 'yes', 'yes', 'no'),
  'GET /census': row('no', 'no', 'yes', 'yes', 'yes', 'no'),
  'GET /access-log': row('no', 'no', 'no', 'no', 'no', 'yes'),
  'GET /accounts': DIRECTOR,
  'POST /accounts': DIRECTOR,
} as const satisfies Record<string, AccessRow>;

/** The name of a route: its method and its path. */
export type RouteKey = keyof typeof ACCESS_TABLE;

/** What a role may reach through a route. */
export function reachThrough(key: RouteKey, role: Role | 'guest'): Reach {
  return ACCESS_TABLE[key][role];
}
