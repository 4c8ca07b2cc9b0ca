import type { TimeZone } from '../../curriculum/time-zone.ts';
import type { Clock } from '../clock.ts';
import type { Episode } from '../episode.ts';
import type { EpisodeReader } from '../episode-reader.ts';
import type { EventStore } from '../event-store.ts';
import { fingerprintOf } from '../fingerprint.ts';
import type { GroupReader } from '../groups/group-reader.ts';
import { parseCommandWith } from '../parse-command.ts';
import type { PlanShelf } from '../plan-shelf.ts';
import { StepwellError } from '../stepwell-error.ts';
import { stillThere } from '../still-there.ts';
import type { Transaction } from '../transaction.ts';
import type { Turns } from '../turns.ts';
import { type Prepared, type Tell, writeAtOnce } from '../write-at-once.ts';
import { writeOfStream } from '../write-stream.ts';
import { AppointmentCommand } from './appointment-command.ts';
import type { AppointmentOutcome } from './appointment-outcome.ts';
import type { AppointmentReader } from './appointment-reader.ts';
import { decideAppointment } from './decide-appointment.ts';
import type { EngineAppointments } from './engine-appointments.ts';

/** What the appointments of an engine need of it. */
export type AppointmentParts = {
  readonly store: EventStore;
  readonly reader: EpisodeReader;
  readonly shelf: PlanShelf;
  readonly clock: Clock;
  readonly by: string;
  readonly timeZone: TimeZone | null;
  readonly groups: GroupReader;
  readonly appointments: AppointmentReader;
  readonly tell: Tell;
  readonly begin: () => Transaction;
  readonly inTurn: Turns;
  /** An episode, or null where there is none or it was erased. */
  readonly readEpisode: (id: string) => Promise<Episode | null>;
};

/** Makes the appointments of an engine. */
export function createAppointments(parts: AppointmentParts): EngineAppointments {
  const { appointments, inTurn } = parts;

  async function prepare(command: AppointmentCommand): Promise<Prepared<AppointmentOutcome>> {
    const transaction = parts.begin();
    const decision = await decideAppointment(command, {
      appointments,
      groups: parts.groups,
      today: parts.clock.today(),
      by: parts.by,
      timeZone: parts.timeZone,
      read: parts.readEpisode,
      decide: (commands) => transaction.decideAll(commands),
    });
    if ('refusal' in decision) return { answer: { accepted: false, ...decision }, writes: null };
    const { appointment, recorded, warnings } = decision;
    const own = [await stillThere(parts, appointment.episode)];
    for (const write of decision.writes) own.push(await writeOfStream(parts, write));
    const { writes, ...rest } = transaction.finish();
    return {
      answer: { accepted: true, appointment, recorded, warnings, repeated: false },
      writes: [...own, ...writes],
      ...rest,
    };
  }

  return {
    execute: (input, options = {}) => {
      const command = parseCommandWith(AppointmentCommand, input);
      const key = options.key ?? command.key;
      const fingerprint = key === undefined ? '' : fingerprintOf(command);
      return inTurn(async () => {
        const { answer, repeated } = await writeAtOnce(
          parts,
          { key, fingerprint, command, fixed: false },
          () => prepare(command),
        );
        return answer.accepted && repeated ? { ...answer, repeated } : answer;
      });
    },
    preview: async (input) => (await prepare(parseCommandWith(AppointmentCommand, input))).answer,
    list: async ({ from, to, counselor, episode, site }) =>
      (await appointments.between(from, to)).filter(
        (one) =>
          (counselor === undefined || one.counselor === counselor) &&
          (episode === undefined || one.episode === episode) &&
          (site === undefined || one.site === site),
      ),
    status: async (id) => {
      const found = await appointments.find(id);
      if (found === null)
        throw new StepwellError('not-found', `there is no appointment ${id}`, { appointment: id });
      return found;
    },
  };
}
