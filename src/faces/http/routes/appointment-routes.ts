import { z } from 'zod';
import { CalendarDate } from '../../../curriculum/calendar-date.ts';
import { AppointmentCommand } from '../../../engine/appointments/appointment-command.ts';
import { appointmentsWithin } from '../appointments-within.ts';
import { carryOutAppointment } from '../carry-out-appointment.ts';
import { HttpProblem } from '../http-problem.ts';
import { defineRoute, type Route } from '../route.ts';

/** What a command cannot say here: who asks is known from the session, and the key comes as a header. */
const OPTIONS = AppointmentCommand.options.map((option) =>
  (option as unknown as z.ZodObject).omit({ by: true, key: true } as never),
);
const HttpAppointmentCommand = z
  .discriminatedUnion('type', OPTIONS as never)
  .meta({ id: 'AppointmentCommand' }) as unknown as z.ZodType<AppointmentCommand>;
const Shown = z.looseObject({ appointment: z.string(), episode: z.string(), status: z.string() });
/** The most days that are listed at once. */
const MOST_DAYS = 370;

const list = defineRoute({
  key: 'GET /api/appointments',
  kind: 'read',
  summary: 'Appointments within reach, in order of time',
  query: z.strictObject({
    from: CalendarDate,
    to: CalendarDate,
    counselor: z.string().min(1).max(200).optional(),
    episode: z.string().min(1).max(64).optional(),
  }),
  answers: { 200: { description: 'The appointments', schema: z.object({ items: z.array(Shown) }) } },
  handle: async (ask) => {
    const { from, to, ...filters } = ask.query;
    if (Date.parse(to) - Date.parse(from) > MOST_DAYS * 86_400_000)
      throw new HttpProblem(400, 'invalid-request', `Ask for at most ${MOST_DAYS} days at once.`);
    const given = Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== undefined));
    const items = await appointmentsWithin(ask, { from, to, ...given });
    ask.noteSeen(items.map(({ episode }) => ({ episode })));
    return ask.c.json({ items });
  },
});

const write = defineRoute({
  key: 'POST /api/appointments',
  kind: 'write',
  summary: 'Book, move, cancel, keep or miss an appointment',
  body: HttpAppointmentCommand,
  headers: ['Idempotency-Key'],
  answers: {
    200: {
      description: 'How it stands now, and what was recorded of the patient',
      schema: z.looseObject({ accepted: z.literal(true), appointment: Shown }),
    },
  },
  handle: async (ask) => ask.c.json(await carryOutAppointment(ask, ask.body)),
});

/** Appointments: those within reach, and what is done with them. */
export const APPOINTMENT_ROUTES: readonly Route[] = [list, write];
