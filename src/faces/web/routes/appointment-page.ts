import { z } from 'zod';
import { CalendarDate } from '../../../curriculum/calendar-date.ts';
import { AppointmentCommand } from '../../../engine/appointments/appointment-command.ts';
import { HttpProblem } from '../../http/http-problem.ts';
import { readWith } from '../../http/read-with.ts';
import { defineRoute } from '../../http/route.ts';

const NAMES = {
  book: 'BookAppointment',
  keep: 'KeepAppointment',
  miss: 'MissAppointment',
  cancel: 'CancelAppointment',
  reopen: 'ReopenAppointment',
} as const;
const text = z.string().max(4000).optional();

/** What is sent from the page of a day about an appointment; after it the day is shown again. */
export const appointmentPage = defineRoute({
  key: 'POST /appointments',
  kind: 'write',
  summary: 'Book an appointment, or say what became of one',
  body: z.strictObject({
    do: z.enum(['book', 'keep', 'miss', 'cancel', 'reopen']),
    key: z.string().min(1).max(100),
    day: CalendarDate,
    ...{
      appointment: text,
      episode: text,
      reason: text,
      kind: text,
      start: text,
      minutes: text,
      place: text,
    },
  }),
  answers: { 303: { description: 'Done; the day is shown again' } },
  handle: async (ask) => {
    const { do: what, key, day, minutes, ...given } = ask.body;
    const { appointments } = ask.clinic.engine;
    const fields = Object.entries({
      ...given,
      type: NAMES[what],
      by: ask.principal.name,
      ...(what === 'book' ? { date: day, minutes: minutes ? Number(minutes) : undefined } : {}),
    }).filter(([, value]) => value !== undefined && value !== '');
    const command = readWith(AppointmentCommand, Object.fromEntries(fields), 'body');
    const episode =
      'episode' in command ? command.episode : (await appointments.status(command.appointment)).episode;
    await ask.reachEpisodes([episode]);
    const outcome = await appointments.execute(command, { key });
    if (!outcome.accepted)
      throw new HttpProblem(422, outcome.refusal.code, outcome.refusal.message, { refused: true });
    return ask.c.redirect(`/today?day=${day}`, 303);
  },
});
