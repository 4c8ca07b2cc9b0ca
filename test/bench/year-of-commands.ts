import { addDays } from '../../src/curriculum/calendar-date.ts';
import type { Command } from '../../src/engine/command.ts';
import type { Engine } from '../../src/engine/engine.ts';

/** A clock that a script sets. */
export function createSetClock(start: string) {
  let today = start;
  return { set: (date: string) => (today = date), today: () => today, now: () => `${today}T20:00:00.000Z` };
}

/**
 * Drives one patient through the Matrix program as a patient who attends everything would go through it, and gives the commands
 * that were accepted. `visit` is called before each command.
 */
export async function drivePatient(
  engine: Engine,
  clock: ReturnType<typeof createSetClock>,
  episode: string,
  weeks: number,
): Promise<Command[]> {
  const commands: Command[] = [];
  const give = async (command: Command) => {
    const outcome = await engine.execute(command);
    if (outcome.accepted) commands.push(command);
    return outcome.accepted;
  };
  const start = clock.today();
  await give({
    type: 'Admit',
    episode,
    on: start,
    patient: `p-${episode}`,
    curriculum: 'matrix-iop',
    counselor: 'counselor-1',
  });
  for (let day = 0; day < weeks * 7; day += 1) {
    const on = addDays(start, day);
    clock.set(on);
    for (const meeting of await engine.agenda(episode, { from: on, days: 1 })) {
      await give({ type: 'RecordAttendance', episode, on, track: meeting.track, status: 'attended' });
    }
    if (day % 7 === 1) await give({ type: 'RecordDrugTest', episode, on, result: 'negative' });
    if (day % 7 === 2 || day % 7 === 4) await give({ type: 'RecordMutualHelp', episode, on });
    if (day % 7 === 0)
      await give({ type: 'SignOff', episode, on, role: 'counselor', subject: 'service-agreement' });
    await give({ type: 'Advance', episode, on });
  }
  return commands;
}
