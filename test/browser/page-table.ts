import type { Role } from '../../src/access/role.ts';
import type { RouteKey } from '../../src/faces/http/access-table.ts';

/** What is no page: the API, files, pictures, and the way to the first page of a role. */
type NoPage =
  | `GET /api/${string}`
  | 'GET /'
  | 'GET /assets/:file'
  | 'GET /curricula/:curriculum/diagram.svg'
  | 'GET /calendars/:link';
/** The key of each page. */
export type PageKey = Exclude<Extract<RouteKey, `GET ${string}`>, NoPage>;
/** Who looks at a page: nobody who is signed in, or somebody of the clinic of the browser tests. */
export type Looker = 'guest' | 'pat' | 'dora' | 'ann';

/** The roles of those who look. */
export const LOOKERS: Readonly<Record<Exclude<Looker, 'guest'>, Role>> = {
  pat: 'counselor',
  dora: 'director',
  ann: 'auditor',
};
const MEETING = '/groups/evening/meetings/2026-01-05T18:00';

/** Every page with who looks at it and the addresses at which he does. A page without a row does not compile and fails a test. */
export const PAGE_TABLE: Readonly<Record<PageKey, readonly [who: Looker, ...paths: string[]]>> = {
  'GET /sign-in': ['guest', '/sign-in'],
  'GET /join/:link': ['guest', '/join/join_x'],
  'GET /account': ['pat', '/account'],
  'GET /today': ['pat', '/today', '/today?day=2026-01-06'],
  'GET /caseload': [
    'pat',
    '/caseload',
    '/caseload?view=table',
    '/caseload?list=sign-off&view=table',
    '/caseload?find=nobody',
    '/caseload?saved=Signatures&pick=all',
  ],
  'GET /bulk': ['pat', '/bulk?action=note&text=Called.&episode=e-50&episode=e-51'],
  'GET /groups': ['pat', '/groups'],
  'GET /new-group': ['pat', '/new-group', '/new-group?curriculum=matrix-iop&track=relapse-prevention'],
  'GET /groups/:group': ['pat', '/groups/evening'],
  'GET /groups/:group/definition': ['pat', '/groups/evening/definition'],
  'GET /groups/:group/meetings/:meeting': ['pat', MEETING],
  'GET /groups/:group/meetings/:meeting/sheet': ['pat', `${MEETING}/sheet`],
  'GET /coverage': ['pat', '/coverage?curriculum=matrix-iop'],
  'GET /calendar-links': ['pat', '/calendar-links?group=evening'],
  'GET /new-patient': ['pat', '/new-patient'],
  'GET /patients/:episode': ['pat', '/patients/e-50?whatif=everything'],
  'GET /patients/:episode/notes': ['pat', '/patients/e-50/notes'],
  'GET /patients/:episode/:action': [
    'pat',
    '/patients/e-50/advance',
    '/patients/e-50/amend?fact=2',
    '/patients/e-51/authorize',
    '/patients/e-50/review-stay',
  ],
  'GET /broken-glass': ['pat', '/broken-glass'],
  'GET /curricula': ['dora', '/curricula'],
  'GET /curricula/:curriculum': ['dora', '/curricula/matrix-iop'],
  'GET /census': ['dora', '/census'],
  'GET /access-log': ['ann', '/access-log'],
  'GET /accounts': ['dora', '/accounts'],
};
