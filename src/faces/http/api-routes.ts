import { readFileSync } from 'node:fs';
import { openApiDocument } from './open-api.ts';
import type { Route } from './route.ts';
import { ACCOUNT_ROUTES } from './routes/account-routes.ts';
import { APPOINTMENT_ROUTES } from './routes/appointment-routes.ts';
import { calendarFeedRoute } from './routes/calendar-feed-route.ts';
import { CALENDAR_LINK_ROUTES } from './routes/calendar-link-routes.ts';
import { caseloadRoute } from './routes/caseload-route.ts';
import { censusHistoryRoute } from './routes/census-history-route.ts';
import { censusRoute } from './routes/census-route.ts';
import { changesRoute } from './routes/changes-route.ts';
import { COMMAND_ROUTES } from './routes/command-routes.ts';
import { CURRICULUM_ROUTES } from './routes/curriculum-routes.ts';
import { documentRoute } from './routes/document-route.ts';
import { dueRoute } from './routes/due-route.ts';
import { EPISODE_ROUTES } from './routes/episode-routes.ts';
import { glassRoute } from './routes/glass-route.ts';
import { GROUP_ROUTES } from './routes/group-routes.ts';
import { intakeRoute } from './routes/intake-route.ts';
import { meRoute } from './routes/me-route.ts';
import { MEETING_ROUTES } from './routes/meeting-routes.ts';
import { MIGRATION_ROUTES } from './routes/migration-routes.ts';
import { PASSKEY_ROUTES } from './routes/passkey-routes.ts';
import { RECORD_ROUTES } from './routes/record-routes.ts';
import { SAVED_WORKLIST_ROUTES } from './routes/saved-worklist-routes.ts';
import { SIGN_IN_ROUTES } from './routes/sign-in-routes.ts';
import { worklistRoute } from './routes/worklist-route.ts';

/** Every route of the API. */
export const API_ROUTES: readonly Route[] = [
  documentRoute((basePath) => openApiDocument(API_ROUTES, packageVersion(), basePath)),
  meRoute,
  caseloadRoute,
  dueRoute,
  worklistRoute,
  ...SAVED_WORKLIST_ROUTES,
  ...APPOINTMENT_ROUTES,
  ...GROUP_ROUTES,
  ...MEETING_ROUTES,
  ...CALENDAR_LINK_ROUTES,
  calendarFeedRoute,
  changesRoute,
  intakeRoute,
  ...EPISODE_ROUTES,
  ...COMMAND_ROUTES,
  glassRoute,
  ...CURRICULUM_ROUTES,
  ...MIGRATION_ROUTES,
  censusRoute,
  censusHistoryRoute,
  ...RECORD_ROUTES,
  ...ACCOUNT_ROUTES,
  ...SIGN_IN_ROUTES,
  ...PASSKEY_ROUTES,
];

function packageVersion(): string {
  const file = new URL('../../../package.json', import.meta.url);
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}
