import { z } from 'zod';
import { entriesOf } from '../../../adapters/ical/entries-of.ts';
import { writeCalendar } from '../../../adapters/ical/write-calendar.ts';
import { addDays } from '../../../curriculum/calendar-date.ts';
import { calendarBehind } from '../calendar-links.ts';
import { HttpProblem } from '../http-problem.ts';
import { defineRoute } from '../route.ts';
import { hashOfSecret } from '../secret-token.ts';

/** How many days a calendar reaches back and ahead. */
const BACK = 31;
const AHEAD = 183;

/** Answers a secret link with its calendar. One that was revoked answers like one that never was. */
export const calendarFeedRoute = defineRoute({
  key: 'GET /api/calendars/:link',
  kind: 'read',
  summary:
    'The calendar behind a secret link (iCalendar), with neutral titles; for calendars, without signing in',
  params: z.strictObject({ link: z.string().max(200).describe('the secret, with `.ics` behind it') }),
  answers: {
    200: { description: 'Meetings and appointments; cancelled ones are among them', type: 'text/calendar' },
  },
  handle: async ({ c, clinic, params, log, logGuest }) => {
    const { clock, engine } = clinic;
    const secret = params.link.replace(/\.ics$/, '');
    const found = await calendarBehind(clinic, secret);
    if (found === null) {
      logGuest({ outcome: 'denied', reason: 'a calendar link that is not good' });
      throw new HttpProblem(404, 'not-found', 'There is nothing here for you under that name.');
    }
    const { link, of } = found;
    const wait = clinic.calendarLimiter.take(hashOfSecret(secret), Date.parse(clock.now()));
    if (wait > 0) {
      const detail = `A calendar need not be asked that often; wait ${wait} seconds.`;
      throw new HttpProblem(429, 'too-many-requests', detail, {}, { 'Retry-After': String(wait) });
    }
    const today = clock.today();
    const days = { from: addDays(today, -BACK), to: addDays(today, AHEAD) };
    const appointments = 'group' in of ? [] : await engine.appointments.list({ ...of, ...days });
    const episodes = 'episode' in of ? [of.episode] : appointments.map(({ episode }) => episode);
    const subjects = [...new Set(episodes)].map((episode) => ({ episode, patient: null }));
    log({ subjects, basis: 'calendar-link', reason: `calendar link ${link.id} of ${link.of} ${link.name}` });
    const text = writeCalendar('Calendar', await entriesOf(engine, of, days), clock.now());
    return c.body(text, 200, {
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': 'inline; filename="calendar.ics"',
    });
  },
});
