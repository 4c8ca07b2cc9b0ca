import type { Route } from '../http/route.ts';
import { accessLogPage } from './routes/access-log-page.ts';
import { ACCOUNT_PAGES } from './routes/account-pages.ts';
import { ACTION_PAGES } from './routes/action-pages.ts';
import { appointmentPage } from './routes/appointment-page.ts';
import { BULK_PAGES } from './routes/bulk-pages.ts';
import { CALENDAR_LINK_PAGES } from './routes/calendar-link-pages.ts';
import { CASELOAD_PAGES } from './routes/caseload-pages.ts';
import { censusPage } from './routes/census-page.ts';
import { coveragePage } from './routes/coverage-page.ts';
import { CURRICULUM_PAGES } from './routes/curriculum-pages.ts';
import { GLASS_PAGES } from './routes/glass-pages.ts';
import { GROUP_DEFINITION_PAGES } from './routes/group-definition-pages.ts';
import { GROUP_PAGES } from './routes/group-pages.ts';
import { MEETING_PAGES } from './routes/meeting-pages.ts';
import { migrationPage } from './routes/migration-page.ts';
import { NEW_PATIENT_PAGES } from './routes/new-patient-pages.ts';
import { notesPage } from './routes/notes-page.ts';
import { OWN_ACCOUNT_PAGES } from './routes/own-account-pages.ts';
import { patientPage } from './routes/patient-page.ts';
import { SIGN_IN_PAGES } from './routes/sign-in-pages.ts';
import { TODAY_PAGES } from './routes/today-pages.ts';

/** Every page. */
export const PAGE_ROUTES: readonly Route[] = [
  ...SIGN_IN_PAGES,
  ...OWN_ACCOUNT_PAGES,
  ...TODAY_PAGES,
  appointmentPage,
  ...CASELOAD_PAGES,
  ...BULK_PAGES,
  ...GROUP_DEFINITION_PAGES,
  ...GROUP_PAGES,
  ...MEETING_PAGES,
  coveragePage,
  ...CALENDAR_LINK_PAGES,
  ...NEW_PATIENT_PAGES,
  patientPage,
  notesPage,
  ...ACTION_PAGES,
  ...GLASS_PAGES,
  ...CURRICULUM_PAGES,
  migrationPage,
  censusPage,
  accessLogPage,
  ...ACCOUNT_PAGES,
];
