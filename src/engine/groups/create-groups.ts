import { stagePlan } from '../../program/course.ts';
import type { AppointmentReader } from '../appointments/appointment-reader.ts';
import type { Clock } from '../clock.ts';
import type { Episode } from '../episode.ts';
import type { EpisodeReader } from '../episode-reader.ts';
import type { EventStore } from '../event-store.ts';
import { fingerprintOf } from '../fingerprint.ts';
import { parseCommandWith } from '../parse-command.ts';
import type { PlanShelf } from '../plan-shelf.ts';
import { StepwellError } from '../stepwell-error.ts';
import { stillThere } from '../still-there.ts';
import type { Transaction } from '../transaction.ts';
import type { Turns } from '../turns.ts';
import { type Prepared, type Tell, writeAtOnce } from '../write-at-once.ts';
import { writeOfStream } from '../write-stream.ts';
import { closedFor } from './closed-for.ts';
import { ComingSlots } from './coming-slots.ts';
import { coverageOf } from './coverage.ts';
import { sizeWarnings } from './decide-membership.ts';
import type { EngineGroups, GroupFilter, GroupStatus } from './engine-groups.ts';
import { GroupCommand } from './group-command.ts';
import { GroupIndex } from './group-index.ts';
import type { GroupOutcome } from './group-outcome.ts';
import type { GroupReader } from './group-reader.ts';
import { type GroupState, groupOn } from './group-state.ts';
import { findMeeting, meetingsOf } from './meetings-of.ts';
import { type MakeUps, OWED_DAYS, owedSessions } from './owed-sessions.ts';
import { prepareGroupCommand } from './prepare-group-command.ts';
import { expectedAt } from './record-roster.ts';
import { rosterLines } from './roster.ts';
import { treatedAt } from './treated-at.ts';

/** What the groups of an engine need of it. */
export type GroupParts = {
  readonly store: EventStore;
  readonly reader: EpisodeReader;
  readonly shelf: PlanShelf;
  readonly clock: Clock;
  readonly by: string;
  readonly tell: Tell;
  readonly groups: GroupReader;
  readonly appointments: AppointmentReader;
  /** An episode, or null where there is none or it was erased. */
  readonly readEpisode: (id: string) => Promise<Episode | null>;
  readonly begin: () => Transaction;
  readonly inTurn: Turns;
};

/** Makes the groups of an engine. */
export function createGroups(parts: GroupParts): EngineGroups {
  const { clock, inTurn, groups, readEpisode } = parts;

  async function prepare(command: GroupCommand): Promise<Prepared<GroupOutcome>> {
    const transaction = parts.begin();
    const { outcome, unchanged, follow } = await prepareGroupCommand(command, {
      groups,
      appointments: parts.appointments,
      today: clock.today(),
      by: parts.by,
      read: readEpisode,
      decide: (commands) => transaction.decideAll(commands),
      treatedAt: (site, from, to) => treatedAt(parts.store, site, from, to),
      closedFor: (site, from, to) => closedFor(parts.store, site, from, to),
    });
    if (!outcome.accepted) return { answer: outcome, writes: null };
    // What a patient's own calendar cannot follow, because his care has ended or another program has it otherwise, it does not.
    await transaction.decideAll(follow);
    const { stream, version, events } = outcome;
    const own = 'episode' in command ? [await stillThere(parts, command.episode)] : [];
    for (const write of [{ stream, version: version - events.length, events }, ...unchanged])
      own.push(await writeOfStream(parts, write));
    const { writes, ...rest } = transaction.finish();
    return { answer: outcome, writes: [...own, ...writes], ...rest };
  }

  async function known(id: string): Promise<GroupState> {
    const state = await groups.group(id);
    if (state.version === 0) throw new StepwellError('not-found', `there is no group ${id}`, { group: id });
    return state;
  }

  const index = new GroupIndex();
  const comingSlots = new ComingSlots();

  async function chosen({ group, ...filter }: GroupFilter): Promise<GroupState[]> {
    if (group === undefined) return index.find(await groups.groups(), filter);
    return new GroupIndex().find([await known(group)], filter);
  }

  function describe(state: GroupState, on: string): GroupStatus {
    const group = groupOn(state, on);
    const members = state.members.filter((m) => m.to === null || m.to > on);
    const present = members.filter((m) => m.from <= on).length;
    const standing = { state, closures: [], today: on, on, by: '', taken: () => [] };
    return {
      id: state.id,
      version: state.version,
      group,
      endsOn: state.endsOn,
      members,
      waiting: state.waiting,
      bookings: state.bookings.filter(({ meeting }) => meeting.slice(0, 10) >= on),
      placesFree: group.capacity === undefined ? null : Math.max(0, group.capacity - present),
      warnings: sizeWarnings(standing, on, present),
    };
  }

  return {
    execute: (input, options = {}) => {
      const command = parseCommandWith(GroupCommand, input);
      const key = options.key ?? command.key;
      const request = {
        key,
        fingerprint: key === undefined ? '' : fingerprintOf(command),
        command,
        fixed: command.expectedVersion !== undefined,
      };
      return inTurn(
        async () => {
          const { answer, repeated } = await writeAtOnce(parts, request, () => prepare(command));
          return answer.accepted && repeated ? { ...answer, repeated } : answer;
        },
        namesOf(command, key),
      );
    },
    preview: async (input) => (await prepare(parseCommandWith(GroupCommand, input))).answer,
    list: async ({ on = clock.today(), ...filter } = {}) =>
      (await chosen(filter))
        .filter(({ endsOn }) => endsOn === null || endsOn > on)
        .map((state) => describe(state, on)),
    status: async (group, on = clock.today()) => describe(await known(group), on),
    meetings: async ({ from, to, ...filter }) => {
      const found = [];
      for (const state of await chosen(filter)) {
        const meetings = meetingsOf(state, from, to, await groups.closuresFor(state));
        for (const meeting of meetings) {
          const led = [meeting.leader, meeting.coLeader];
          const { leader, site, episode } = filter;
          if (leader !== undefined && !led.includes(leader)) continue;
          if (site !== undefined && meeting.site !== site) continue;
          if (episode !== undefined && !expectedAt({ state }, meeting).includes(episode)) continue;
          found.push(meeting);
        }
      }
      return found.sort((a, b) => a.startsAt - b.startsAt);
    },
    held: async (group) => new Map([...(await known(group)).held].sort(([a], [b]) => (a < b ? -1 : 1))),
    owed: async (id, { days = OWED_DAYS, most } = {}) => {
      const episode = await readEpisode(id);
      if (episode === null)
        throw new StepwellError('not-found', `there is no episode ${id}`, { episode: id });
      const own = new Set((await chosen({ episode: id })).map((state) => state.id));
      const placed = await groups.placed();
      const coming: MakeUps['coming'] = (curriculum, track, session, span) =>
        comingSlots.of(placed, { curriculum, track, session }, span);
      return owedSessions(episode, { coming, own }, clock.today(), { days, most });
    },
    coverage: async (curriculum, { from = clock.today(), days = 28 } = {}) => {
      const [id = '', version] = curriculum.split('@');
      const plan = await parts.shelf.forAdmission(id, version);
      if (plan === null)
        throw new StepwellError('not-found', `there is no curriculum ${curriculum}`, { curriculum });
      return coverageOf(stagePlan(plan, { stage: 0 }), await groups.placed(), from, days);
    },
    roster: async (group, key) => {
      const state = await known(group);
      const meeting = findMeeting(state, key, await groups.closuresFor(state));
      if (meeting === null)
        throw new StepwellError('not-found', `the calendar of ${group} has no meeting ${key}`, { group });
      const lines = await rosterLines(state, meeting, readEpisode);
      const standing = {
        state,
        closures: [],
        today: meeting.date,
        on: meeting.date,
        by: '',
        taken: () => [],
      };
      return {
        meeting,
        lines,
        guests: state.held.get(key)?.guests ?? 0,
        warnings: sizeWarnings(standing, meeting.date, lines.filter((l) => l.lifecycle === 'active').length),
      };
    },
  };
}

/** What a command writes to, for its turn; undefined for those that rest on other groups or write to whoever is at a site. */
function namesOf(command: GroupCommand, key: string | undefined): string[] | undefined {
  if (command.type !== 'RecordRoster') return undefined;
  const named = command.rows?.map(({ episode }) => episode) ?? [];
  return [`group:${command.group}`, ...named, ...(key === undefined ? [] : [`key ${key}`])];
}
