import { z } from 'zod';
import { CalendarDate } from '../../../curriculum/calendar-date.ts';
import { carryOut } from '../../http/carry-out.ts';
import { HttpProblem } from '../../http/http-problem.ts';
import { readyCommands } from '../../http/ready-commands.ts';
import { type Ask, defineRoute, type Route } from '../../http/route.ts';
import type { Filled } from '../action-command.ts';
import { type DaysGroup, daysGroups } from '../days-groups.ts';
import { caught } from '../field-problems.ts';
import { patientsWithin } from '../patients-within.ts';
import { rosterCommands } from '../roster-commands.ts';
import { SAID, showDay } from '../show-day.ts';

const answers = { 200: { description: 'The page', type: 'text/html' } };

/** A day in a browser: its meetings with their rosters, and what waits. */
export const TODAY_PAGES: readonly Route[] = [
  defineRoute({
    key: 'GET /today',
    kind: 'read',
    summary: 'The meetings of a day with their rosters, and what waits',
    query: z.strictObject({
      day: CalendarDate.optional(),
      done: z.coerce.number().int().optional(),
      open: z.string().max(100).optional(),
      said: z.enum(SAID).optional(),
    }),
    answers,
    handle: (ask) =>
      showDay(ask, ask.query.day ?? ask.clinic.clock.today(), {
        saved: ask.query.done,
        open: ask.query.open,
        said: ask.query.said,
      }),
  }),
  defineRoute({
    key: 'POST /today',
    kind: 'write',
    summary: 'Save a roster whole',
    body: z.looseObject({ day: CalendarDate, group: z.string().max(100), key: z.string().max(100) }),
    answers,
    handle: async (ask) => {
      const { day, group: id, key } = ask.body;
      const filled = ask.body as unknown as Filled;
      let saved = 0;
      const problem = await caught(async () => {
        const group = (await groupsOf(ask, day)).find((one) => one.id === id);
        if (group === undefined)
          throw new HttpProblem(
            404,
            'not-found',
            'This meeting is no longer on the calendar of your patients.',
          );
        const commands = rosterCommands(group, day, filled);
        await ask.reachEpisodes(commands.map(({ episode }) => episode));
        if (commands.length > 0) await save(ask, group, commands, key);
        saved = commands.length;
      });
      if (problem === null) return ask.c.redirect(`/today?day=${day}&done=${saved}`, 303);
      return showDay(ask, day, { wrong: { at: id, filled, problem } });
    },
  }),
];

/** Saves a roster; a refusal names the patient whom it is about. */
async function save(
  ask: Ask,
  group: DaysGroup,
  commands: Parameters<typeof readyCommands>[0],
  key: string,
): Promise<void> {
  const refused = await caught(() => carryOut(ask, readyCommands(commands, ask.principal), { key }));
  if (refused === null) return;
  const episode = commands[Number(refused.members['command'] ?? 0)]?.episode;
  const patient = group.rows.find(({ row }) => row.episode === episode)?.row.patient ?? '';
  throw new HttpProblem(refused.status, refused.code, `Nothing was saved. ${patient}: ${refused.message}`);
}

async function groupsOf(ask: Ask, day: string): Promise<DaysGroup[]> {
  return daysGroups(ask.clinic.engine, await patientsWithin(ask), day);
}
