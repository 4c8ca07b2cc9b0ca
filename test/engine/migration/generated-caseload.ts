import { addDays } from '../../../src/curriculum/calendar-date.ts';
import type { Command } from '../../../src/engine/command.ts';
import type { Engine } from '../../../src/engine/engine.ts';
import { type Clinic, createClinic } from '../../generators/clinic.ts';
import { MATRIX_ONE, MATRIX_TWO } from './matrix-versions.ts';

const FIRST = '2026-01-05';

/** A clinic with so many patients of the first version who came in over some weeks and were there more or less often. */
export async function generatedClinic(patients: number, weeks = 16, seed = 1): Promise<Clinic> {
  const clinic = createClinic([MATRIX_TWO, MATRIX_ONE], { today: FIRST });
  const random = randomFrom(seed);
  for (let patient = 0; patient < patients; patient += 1) {
    const stay = 1 + Math.floor(random() * random() * weeks);
    await live(clinic, `e-${patient}`, addDays(FIRST, (weeks - stay) * 7), stay, random);
  }
  clinic.on(addDays(FIRST, weeks * 7));
  return clinic;
}

async function live(
  clinic: Clinic,
  episode: string,
  admission: string,
  weeks: number,
  random: () => number,
): Promise<void> {
  const diligence = 0.7 + random() * 0.3;
  clinic.on(admission);
  await clinic.must({ type: 'Admit', episode, patient: `p-${episode}`, curriculum: 'matrix-iop@1.0.0' });
  await clinic.engine.execute({ type: 'SignOff', episode, subject: 'service-agreement' });
  for (let week = 0; week < weeks; week += 1) {
    const monday = addDays(admission, week * 7);
    clinic.on(addDays(monday, 6));
    await executeAll(clinic.engine, await weekOf(clinic.engine, episode, monday, diligence, random));
    if (random() < 0.02)
      await clinic.engine.execute({ type: 'StartLeave', episode, on: clinic.today, planned: true });
    if (random() < 0.5) await clinic.engine.execute({ type: 'EndLeave', episode });
    const advanced = await clinic.engine.execute({ type: 'Advance', episode });
    if (advanced.accepted) continue;
    if (random() < 0.03)
      await clinic.engine.execute({ type: 'Override', episode, role: 'supervisor', reason: 'close enough' });
    if (random() < 0.05)
      await clinic.engine.execute({ type: 'ReturnToPhase', episode, to: 'early-recovery', reason: 'use' });
  }
}

async function weekOf(
  engine: Engine,
  episode: string,
  monday: string,
  diligence: number,
  random: () => number,
): Promise<Command[]> {
  const agenda = await engine.agenda(episode, { from: monday, days: 7 });
  const commands = agenda.flatMap(({ date, track }): Command[] => {
    if (random() < 0.03) return [];
    const status = random() < diligence ? 'attended' : random() < 0.4 ? 'excused' : 'absent';
    return [{ type: 'RecordAttendance', episode, on: date, track, status }];
  });
  const tests: Command[] =
    random() < 0.9
      ? [
          {
            type: 'RecordDrugTest',
            episode,
            on: addDays(monday, Math.floor(random() * 5)),
            result: random() < diligence ? 'negative' : 'positive',
          },
        ]
      : [];
  const elective: Command[] =
    random() < 0.01
      ? [
          {
            type: 'RecordAttendance',
            episode,
            on: monday,
            track: 'relapse-prevention-electives',
            session: 2,
            status: 'attended',
            makeUp: true,
          },
        ]
      : [];
  return [...commands, ...tests, ...elective].sort((a, b) => ((a.on ?? '') < (b.on ?? '') ? -1 : 1));
}

/** All of them at once, or one by one where one of them is refused. */
async function executeAll(engine: Engine, commands: readonly Command[]): Promise<void> {
  if (commands.length === 0) return;
  const outcomes = await engine.execute(commands);
  if (outcomes.every(({ accepted }) => accepted)) return;
  for (const command of commands) await engine.execute(command);
}

/** Numbers from 0 to below 1, always the same for a seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
