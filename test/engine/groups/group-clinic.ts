import { resolve } from 'node:path';
import type { EventStore } from '../../../src/engine/event-store.ts';
import type { Group } from '../../../src/engine/groups/group.ts';
import type { GroupCommand } from '../../../src/engine/groups/group-command.ts';
import type { GroupOutcome } from '../../../src/engine/groups/group-outcome.ts';
import { loadCurriculumFile } from '../../../src/index.ts';
import { type Clinic, createClinic } from '../../generators/clinic.ts';

/** A command about the group `evening` unless it names another. */
export type LooseGroup = { readonly type: GroupCommand['type']; readonly [field: string]: unknown };

/** A clinic with groups, whose clock a test sets. */
export type GroupClinic = Clinic & {
  /** Carries out a command about the group `evening`. */
  group(command: LooseGroup): Promise<GroupOutcome>;
  /** One that has to be accepted. */
  mustGroup(command: LooseGroup): Promise<Extract<GroupOutcome, { accepted: true }>>;
  /** One that has to be refused; gives back the code. */
  refusedGroup(command: LooseGroup): Promise<string>;
  /** Admits patients to the Matrix program and lets them join the group. */
  fill(episodes: readonly string[], curriculum?: string): Promise<void>;
};

/** Relapse prevention on Monday and Friday evenings, from 2026-01-05, a Monday. */
export const EVENING: Group = {
  title: 'Relapse prevention, evenings',
  site: 'north',
  timeZone: 'America/New_York',
  place: 'room 2',
  from: '2026-01-05',
  times: [{ rule: 'FREQ=WEEKLY;BYDAY=MO,FR', start: '18:00', minutes: 90 }],
  topics: Array.from({ length: 32 }, (_, i) => `Topic ${i + 1}`),
  credits: [
    { curriculum: 'matrix-iop', track: 'relapse-prevention' },
    { curriculum: 'generic-iop', track: 'process-group', sessions: { '1': 4, '2': 5, '3': 6 } },
  ],
  leader: 'kim',
};

const [matrix, generic] = ['matrix-iop', 'generic-iop'].map((id) => {
  const loaded = loadCurriculumFile(resolve(import.meta.dirname, `../../../curricula/${id}.yaml`));
  if (!loaded.ok) throw new Error(`${id} cannot be read`);
  return loaded.curriculum;
});

/** Opens a clinic on 2026-01-05. */
export function createGroupClinic(store?: EventStore): GroupClinic {
  if (!matrix || !generic) throw new Error('the curricula cannot be read');
  const clinic = createClinic([matrix, generic], store === undefined ? {} : { store });
  const group = (command: LooseGroup) =>
    clinic.engine.groups.execute(
      ('site' in command ? command : { group: 'evening', ...command }) as unknown as GroupCommand,
    );
  return Object.assign(clinic, {
    group,
    async mustGroup(command: LooseGroup) {
      const outcome = await group(command);
      if (outcome.accepted) return outcome;
      throw new Error(
        `${command.type}: ${outcome.refusal.code}: ${JSON.stringify([outcome.refusal, outcome.rows])}`,
      );
    },
    async refusedGroup(command: LooseGroup) {
      const outcome = await group(command);
      if (outcome.accepted) throw new Error(`${command.type} was accepted`);
      return outcome.refusal.code;
    },
    async fill(episodes: readonly string[], curriculum = 'matrix-iop') {
      for (const episode of episodes) {
        await clinic.must({ type: 'Admit', episode, patient: `p-${episode}`, curriculum });
        const subject = 'service-agreement';
        if (curriculum === 'matrix-iop') {
          await clinic.must({
            type: 'RecordAttendance',
            episode,
            track: 'individual-conjoint',
            status: 'attended',
          });
          await clinic.must({ type: 'SignOff', episode, role: 'counselor', subject });
          await clinic.must({ type: 'Advance', episode });
        }
        const joined = await group({ type: 'JoinGroup', episode });
        if (!joined.accepted) throw new Error(joined.refusal.message);
      }
    },
  });
}
