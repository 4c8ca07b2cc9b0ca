import { z } from 'zod';
import { CalendarDate } from '../../../curriculum/calendar-date.ts';
import { AppointmentCommand } from '../../../engine/appointments/appointment-command.ts';
import { carryOutAppointment } from '../../http/carry-out-appointment.ts';
import { HttpProblem } from '../../http/http-problem.ts';
import { readWith } from '../../http/read-with.ts';
import { type Ask, defineRoute } from '../../http/route.ts';
import type { Filled } from '../action-command.ts';
import { caught } from '../field-problems.ts';
import { sayPatients } from '../groups/say-patients.ts';
import { BOOKING, showDay } from '../show-day.ts';

const NAMES = {
  book: 'BookAppointment',
  keep: 'KeepAppointment',
  miss: 'MissAppointment',
  cancel: 'CancelAppointment',
  reopen: 'ReopenAppointment',
  move: 'MoveAppointment',
} as const;
const text = z.string().max(4000).optional();
const FIELDS = {
  ...{ appointment: text, episode: text, reason: text },
  ...{ kind: text, start: text, minutes: text, place: text, timeZone: text },
  ...{ date: text, override: text },
};

/** What is sent from the page of a day about an appointment; after it the day is shown again. */
export const appointmentPage = defineRoute({
  key: 'POST /appointments',
  kind: 'write',
  summary: 'Book an appointment, or say what became of one',
  body: z.strictObject({
    do: z.enum(['book', 'keep', 'miss', 'cancel', 'reopen', 'move']),
    key: z.string().min(1).max(100),
    day: z.string().max(40).default(''),
    ...FIELDS,
  }),
  answers: {
    200: { description: 'The page of the day, with what was wrong', type: 'text/html' },
    303: { description: 'Done; the day is shown again' },
  },
  handle: async (ask) => {
    const { do: what, key, day, minutes, ...given } = ask.body;
    const booked = what === 'book' ? { date: day, minutes: minutes ? Number(minutes) : '' } : {};
    const fields = Object.entries({ ...given, ...booked, type: NAMES[what] });
    const command = Object.fromEntries(fields.filter(([, value]) => value !== undefined && value !== ''));
    const shown = CalendarDate.safeParse(day).success ? day : ask.clinic.clock.today();
    const trouble = await caught(() =>
      carryOutAppointment(ask, readWith(AppointmentCommand, command, 'body'), { key }),
    );
    const problem = trouble === null ? null : await saidOf(ask, trouble, given.episode);
    if (problem === null) {
      const told = what === 'move' ? (given.date ?? shown) : shown;
      return ask.c.redirect(`/today?day=${told}&said=${what}`, 303);
    }
    if (problem.code === 'not-found') throw problem;
    const at = what === 'book' ? BOOKING : (given.appointment ?? '');
    return showDay(ask, shown, { wrong: { at, filled: ask.body as Filled, problem } });
  },
});

/** A problem with the patient said as the clinic knows him. */
async function saidOf({ clinic }: Ask<unknown, unknown, unknown>, problem: HttpProblem, episode = '') {
  const { status, code, message, members, headers } = problem;
  const said = await sayPatients(
    clinic.engine,
    message.replace(`the patient of episode ${episode}`, episode),
    [episode],
  );
  return new HttpProblem(status, code, said, members, headers);
}
