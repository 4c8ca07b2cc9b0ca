import { createMemoryEventStore } from '../../src/adapters/memory/memory-event-store.ts';
import type { Curriculum } from '../../src/curriculum/curriculum.ts';
import type { PathwayDocument } from '../../src/curriculum/pathway/pathway-document.ts';
import type { ProgramDirectory } from '../../src/curriculum/program-directory/program-directory.ts';
import type { Command } from '../../src/engine/command.ts';
import { createEngine } from '../../src/engine/create-engine.ts';
import { createCurriculumLibrary } from '../../src/engine/curriculum-library.ts';
import type { Engine } from '../../src/engine/engine.ts';
import type { EventStore } from '../../src/engine/event-store.ts';
import type { Outcome } from '../../src/engine/outcome.ts';
import type { RefusalCode } from '../../src/engine/refusal.ts';

/** An engine on the memory store whose clock stands still until a test sets it. */
export type Clinic = {
  readonly engine: Engine;
  readonly store: EventStore;
  today: string;
  now: string;
  /** Sets the day; the hour of recording is noon. */
  on(day: string): Clinic;
  /** Carries out a command for the episode `e-1` unless it names another. */
  tell(command: Loose): Promise<Outcome>;
  /** Carries out a command that has to be accepted; gives back its version. */
  must(command: Loose): Promise<number>;
  /** Carries out a command that has to be refused; gives back the code. */
  refused(command: Loose): Promise<RefusalCode>;
};

/** A command without its episode. */
export type Loose = { readonly type: Command['type']; readonly [field: string]: unknown };

/** Opens a clinic that works by one or more curricula. The first day is a Monday. */
export function createClinic(
  curricula: Curriculum | readonly Curriculum[],
  options: {
    today?: string;
    store?: EventStore;
    pathways?: readonly PathwayDocument[];
    directory?: () => ProgramDirectory;
  } = {},
): Clinic {
  const store = options.store ?? createMemoryEventStore();
  const clinic: Clinic = {
    store,
    today: options.today ?? '2026-01-05',
    now: `${options.today ?? '2026-01-05'}T12:00:00.000Z`,
    engine: createEngine({
      store,
      library: createCurriculumLibrary([curricula].flat(), options.pathways),
      clock: { today: () => clinic.today, now: () => clinic.now },
      by: 'counselor-1',
      ...(options.directory === undefined ? {} : { directory: options.directory }),
    }),
    on(day) {
      clinic.today = day;
      clinic.now = `${day}T12:00:00.000Z`;
      return clinic;
    },
    tell: (command) => clinic.engine.execute({ episode: 'e-1', ...command } as unknown as Command),
    async must(command) {
      const outcome = await clinic.tell(command);
      if (!outcome.accepted)
        throw new Error(
          `${command.type} on ${clinic.today}: ${outcome.refusal.code}: ${outcome.refusal.message}`,
        );
      return outcome.version;
    },
    async refused(command) {
      const outcome = await clinic.tell(command);
      if (outcome.accepted) throw new Error(`${command.type} was accepted`);
      return outcome.refusal.code;
    },
  };
  return clinic;
}
