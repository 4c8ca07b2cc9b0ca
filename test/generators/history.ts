import fc from 'fast-check';
import { addDays } from '../../src/curriculum/calendar-date.ts';
import type { Clinic, Loose } from './clinic.ts';
import { type Step, TOLD } from './history-step.ts';
import { commandFor } from './plausible-command.ts';

/** A command that was accepted, with the day on which it was given. */
export type Accepted = { readonly today: string; readonly command: Loose; readonly version: number };

const step = (corrections: boolean): fc.Arbitrary<Step> => {
  const told = TOLD.filter((what) => corrections || (what !== 'amend' && what !== 'void'));
  return fc.oneof(
    {
      weight: 5,
      arbitrary: fc.record({
        act: fc.constant('attend-all' as const),
        days: fc.integer({ min: 1, max: 8 }),
        advance: fc.boolean(),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({ act: fc.constant('pass' as const), days: fc.integer({ min: 1, max: 12 }) }),
    },
    {
      weight: 10,
      arbitrary: fc.record({
        act: fc.constant('tell' as const),
        what: fc.oneof(
          { weight: 1, arbitrary: fc.constantFrom(...told) },
          { weight: 3, arbitrary: fc.constantFrom(...told.filter((what) => what !== 'discharge')) },
        ),
        pick: fc.nat({ max: 9999 }),
        back: fc.oneof(
          { weight: 3, arbitrary: fc.constant(0) },
          { weight: 1, arbitrary: fc.nat({ max: 20 }) },
        ),
      }),
    },
  );
};

/** Plausible histories: what people tried over weeks. Give it to `live`. */
export function history(options: { corrections?: boolean; maxLength?: number } = {}): fc.Arbitrary<Step[]> {
  return fc.array(step(options.corrections ?? true), {
    minLength: 1,
    maxLength: options.maxLength ?? 30,
    size: 'max',
  });
}

/** Admits a patient and drives a history through the engine; only what it accepts counts. Deterministic. */
export async function live(
  clinic: Clinic,
  steps: readonly Step[],
  admission: object = {},
): Promise<Accepted[]> {
  const accepted: Accepted[] = [];
  const tell = async (command: Loose | null) => {
    if (command === null) return;
    const dated = { on: clinic.today, ...command };
    const outcome = await clinic.tell(dated);
    if (outcome.accepted) accepted.push({ today: clinic.today, command: dated, version: outcome.version });
  };
  const library = await clinic.engine.store.curricula();
  await tell({
    type: 'Admit',
    patient: 'patient-1',
    curriculum: library[0]?.id ?? 'small-iop',
    counselor: 'c-1',
    ...admission,
  });
  for (const step of steps) {
    if (step.act === 'pass') {
      clinic.on(addDays(clinic.today, step.days));
    } else if (step.act === 'attend-all') {
      await attendAll(clinic, step, tell);
    } else {
      await tell(await commandFor(clinic, step));
    }
  }
  return accepted;
}

/** Some days on which the patient comes back from a leave, attends everything, tests negative, and moves on where he may. */
async function attendAll(
  clinic: Clinic,
  step: Extract<Step, { act: 'attend-all' }>,
  tell: (command: Loose) => Promise<void>,
): Promise<void> {
  for (let day = 0; day < step.days; day += 1) {
    clinic.on(addDays(clinic.today, 1));
    const { leave } = await clinic.engine.status('e-1');
    if (leave) await tell({ type: 'EndLeave' });
    for (const meeting of await clinic.engine.agenda('e-1', { days: 1 })) {
      const { track, session, recorded } = meeting;
      if (!recorded)
        await tell({ type: 'RecordAttendance', track, session: session ?? 1, status: 'attended' });
    }
    if (day % 3 === 0) await tell({ type: 'RecordDrugTest', result: 'negative' });
  }
  if (!step.advance) return;
  await tell({ type: 'SignOff', role: 'counselor', subject: 'plan-reviewed' });
  await tell({ type: 'Advance' });
}
