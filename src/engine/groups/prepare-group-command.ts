import { addDays } from '../../curriculum/calendar-date.ts';
import { appointmentEngagement } from '../appointments/appointment-engagement.ts';
import { type AppointmentReader, appointmentStream } from '../appointments/appointment-reader.ts';
import { stillAwaited } from '../appointments/still-awaited.ts';
import type { Command } from '../command.ts';
import type { Episode } from '../episode.ts';
import type { Outcome } from '../outcome.ts';
import { StepwellError } from '../stepwell-error.ts';
import type { StreamWrite } from '../write-stream.ts';
import { type ClosingParts, closeForPatients, reopenForPatients } from './close-for-patients.ts';
import { decideBooking, decideBookingCancelled } from './decide-booking.ts';
import { decideChange, decideDefinition, decideEnd } from './decide-definition.ts';
import { decideMeeting } from './decide-meeting.ts';
import { decideJoining, decideLeaving } from './decide-membership.ts';
import { type Engagement, engagementsOf } from './engagement.ts';
import { followGroup } from './follow-group.ts';
import type { GroupCommand, GroupCommandOf } from './group-command.ts';
import { type GroupDecision, type GroupStanding, LOOK_AHEAD, type PlacedGroup } from './group-decision.ts';
import type { GroupEvent } from './group-event.ts';
import type { GroupOutcome } from './group-outcome.ts';
import { GROUP_CLAIMS, type GroupReader, groupStream, siteStream } from './group-reader.ts';
import { tellGroup } from './group-state.ts';
import { recordRoster } from './record-roster.ts';
import { voidRoster } from './void-roster.ts';

/** What a command about groups is decided with. */
export type GroupWorld = {
  readonly groups: GroupReader;
  readonly appointments: AppointmentReader;
  readonly today: string;
  readonly by: string;
  readonly read: (episode: string) => Promise<Episode | null>;
  readonly decide: (commands: readonly Command[]) => Promise<Outcome[]>;
  readonly treatedAt: ClosingParts['treatedAt'];
  readonly closedFor: ClosingParts['closedFor'];
};

/** The commands that take up people or rooms, and so are compared with what takes them up already. */
const CLAIMING = new Set<GroupCommand['type']>([
  'DefineGroup',
  'ChangeGroup',
  'MoveMeeting',
  'RestoreMeeting',
  'JoinGroup',
  'BookMakeUp',
]);

/** The answer to a command about groups, and what has to be as it was when it is written: the streams on which it rests. */
export type PreparedGroupCommand = {
  readonly outcome: GroupOutcome;
  readonly unchanged: readonly StreamWrite[];
  /** By these the own calendars of the patients follow. */
  readonly follow: readonly Command[];
};

/** Decides a command about a group or a site; writes nothing. Throws `version-conflict` where another version was expected. */
export async function prepareGroupCommand(
  command: GroupCommand,
  world: GroupWorld,
): Promise<PreparedGroupCommand> {
  const unchanged: StreamWrite[] = [];
  const outcome = await prepare(command, world, unchanged);
  if (!outcome.accepted) return { outcome, unchanged, follow: [] };
  const parts = { today: world.today, by: command.by ?? world.by, read: world.read };
  if (!FOLLOWED.has(command.type) || !('group' in command)) return { outcome, unchanged, follow: [] };
  const before = await world.groups.group(command.group);
  const after = (outcome.events as readonly GroupEvent[]).reduce(tellGroup, before);
  const follow = await followGroup(before, after, parts);
  return { outcome, unchanged, follow };
}

/** The commands that may change when a patient is expected. The closed days of a site go to all of its patients by themselves. */
const FOLLOWED = new Set<GroupCommand['type']>([
  'CancelMeeting',
  'RestoreMeeting',
  'MoveMeeting',
  'JoinGroup',
]);

async function prepare(
  command: GroupCommand,
  world: GroupWorld,
  unchanged: StreamWrite[],
): Promise<GroupOutcome> {
  if (command.type === 'CloseSite' || command.type === 'ReopenSite') return prepareSite(command, world);
  const stream = groupStream(command.group);
  const state = await world.groups.group(command.group);
  checkVersion(stream, state.version, command.expectedVersion);
  if (state.version === 0 && command.type !== 'DefineGroup')
    return {
      accepted: false,
      stream,
      refusal: { code: 'unknown-group', message: `there is no group ${command.group}` },
    };
  const named = command.type === 'DefineGroup' ? command.definition.site : undefined;
  const closures =
    named === undefined ? await world.groups.closuresFor(state) : (await world.groups.site(named)).closures;
  const { others, appointments } = CLAIMING.has(command.type)
    ? await takenBeside(command, world, unchanged)
    : { others: [], appointments: [] };
  const standing: GroupStanding = {
    state,
    closures,
    today: world.today,
    on: command.on ?? world.today,
    by: command.by ?? world.by,
    taken: (from, to, names) => [...engagementsOf(others, from, to, names), ...appointments],
  };
  if (command.type === 'RecordRoster') {
    const done = await recordRoster(command, standing, world);
    return 'outcome' in done ? done.outcome : { accepted: false, stream, ...done };
  }
  const decision = await decide(command, standing, world);
  if (!decision.accepted) return { stream, ...decision };
  const { events, warnings } = decision;
  return {
    accepted: true,
    stream,
    version: state.version + events.length,
    events,
    warnings,
    repeated: false,
  };
}

/** What takes up people and rooms beside a group: the other groups, and the appointments of the days that may be compared. */
async function takenBeside(
  command: GroupCommand & { readonly group: string },
  world: GroupWorld,
  unchanged: StreamWrite[],
): Promise<{ others: PlacedGroup[]; appointments: Engagement[] }> {
  const others: PlacedGroup[] = [];
  for (const other of await world.groups.groups())
    if (other.id !== command.group)
      others.push({ state: other, closures: await world.groups.closuresFor(other) });
  const on = command.on ?? world.today;
  const claim = { type: 'PlacesTaken', on, by: command.by ?? world.by, group: command.group };
  unchanged.push({ stream: GROUP_CLAIMS, version: await world.groups.claims(), events: [claim] });
  const first = addDays(firstDay(command, on), -1);
  const last = addDays(first, LOOK_AHEAD + 2);
  for (let day = first; day <= last; day = addDays(day, 1)) {
    const { version } = await world.appointments.day(day);
    unchanged.push({ stream: appointmentStream(day), version, events: [] });
  }
  const appointments: Engagement[] = [];
  const awaited = stillAwaited(world.read);
  for (const one of await world.appointments.between(first, last)) {
    const taken = appointmentEngagement(one);
    if (taken !== null && (await awaited(one))) appointments.push(taken);
  }
  return { others, appointments };
}

/** The first day on which a command takes up people or rooms. */
function firstDay(command: GroupCommand, on: string): string {
  if ('definition' in command) return command.definition.from;
  if ('date' in command && command.date !== undefined) return command.date;
  if ('meeting' in command) return command.meeting.slice(0, 10);
  return 'from' in command && command.from !== undefined ? command.from : on;
}

type ForGroup = Exclude<GroupCommand, GroupCommandOf<'CloseSite' | 'ReopenSite' | 'RecordRoster'>>;

async function decide(command: ForGroup, standing: GroupStanding, world: GroupWorld): Promise<GroupDecision> {
  switch (command.type) {
    case 'DefineGroup':
      return decideDefinition(command, standing);
    case 'ChangeGroup':
      return decideChange(command, standing);
    case 'EndGroup':
      return decideEnd(command, standing);
    case 'CancelMeeting':
    case 'RestoreMeeting':
    case 'MoveMeeting':
    case 'SetTopic':
      return decideMeeting(command, standing);
    case 'JoinGroup':
    case 'BookMakeUp': {
      const episode = await world.read(command.episode);
      if (episode === null)
        return {
          accepted: false,
          refusal: { code: 'unknown-episode', message: `there is no episode ${command.episode}` },
        };
      return command.type === 'JoinGroup'
        ? decideJoining(command, standing)
        : decideBooking(command, standing, episode);
    }
    case 'LeaveGroup':
      return decideLeaving(command, standing);
    case 'CancelBooking':
      return decideBookingCancelled(command, standing);
    case 'VoidRoster':
      return voidRoster(command, standing, world);
  }
}

async function prepareSite(
  command: GroupCommandOf<'CloseSite' | 'ReopenSite'>,
  world: GroupWorld,
): Promise<GroupOutcome> {
  const { site, from, to } = command;
  const stream = siteStream(site);
  const { version, closures } = await world.groups.site(site);
  checkVersion(stream, version, command.expectedVersion);
  const refuse = (code: 'dates-contradict' | 'no-such-closure', message: string): GroupOutcome => ({
    accepted: false,
    stream,
    refusal: { code, message },
  });
  if (to < from) return refuse('dates-contradict', `${to} lies before ${from}`);
  const about = { on: command.on ?? world.today, by: command.by ?? world.by, from, to };
  if (command.type === 'ReopenSite' && !closures.some((c) => c.from >= from && c.to <= to))
    return refuse('no-such-closure', `${site} has no closure from ${from} to ${to}`);
  const event =
    command.type === 'CloseSite'
      ? ({ type: 'SiteClosed', ...about, reason: command.reason } as const)
      : ({ type: 'SiteReopened', ...about } as const);
  const reached =
    event.type === 'SiteClosed'
      ? await closeForPatients(site, event, world)
      : await reopenForPatients(site, event, world);
  const rest = { warnings: [], ...reached, repeated: false };
  return { accepted: true, stream, version: version + 1, events: [event], ...rest };
}

function checkVersion(stream: string, present: number, expected: number | undefined): void {
  if (expected === undefined || expected === present) return;
  const message = `${stream} has version ${present}, not ${expected}`;
  throw new StepwellError('version-conflict', message, { stream, expected, present });
}
