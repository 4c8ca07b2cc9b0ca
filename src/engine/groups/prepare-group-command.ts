import type { Command } from '../command.ts';
import type { Episode } from '../episode.ts';
import type { Outcome } from '../outcome.ts';
import { StepwellError } from '../stepwell-error.ts';
import { decideBooking, decideBookingCancelled } from './decide-booking.ts';
import { decideChange, decideDefinition, decideEnd } from './decide-definition.ts';
import { decideMeeting } from './decide-meeting.ts';
import { decideJoining, decideLeaving } from './decide-membership.ts';
import { engagementsOf } from './engagement.ts';
import type { GroupCommand, GroupCommandOf } from './group-command.ts';
import type { GroupDecision, GroupStanding, PlacedGroup } from './group-decision.ts';
import type { GroupOutcome } from './group-outcome.ts';
import { type GroupReader, groupStream, siteStream } from './group-reader.ts';
import { recordRoster } from './record-roster.ts';
import { voidRoster } from './void-roster.ts';

/** What a command about groups is decided with. */
export type GroupWorld = {
  readonly groups: GroupReader;
  readonly today: string;
  readonly by: string;
  readonly read: (episode: string) => Promise<Episode | null>;
  readonly decide: (commands: readonly Command[]) => Promise<Outcome[]>;
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

/** Decides a command about a group or a site; writes nothing. Throws `version-conflict` where another version was expected. */
export async function prepareGroupCommand(command: GroupCommand, world: GroupWorld): Promise<GroupOutcome> {
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
  const others: PlacedGroup[] = [];
  for (const other of CLAIMING.has(command.type) ? await world.groups.groups() : [])
    if (other.id !== state.id) others.push({ state: other, closures: await world.groups.closuresFor(other) });
  const standing: GroupStanding = {
    state,
    closures,
    today: world.today,
    on: command.on ?? world.today,
    by: command.by ?? world.by,
    taken: (from, to) => engagementsOf(others, from, to),
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
  return { accepted: true, stream, version: version + 1, events: [event], warnings: [], repeated: false };
}

function checkVersion(stream: string, present: number, expected: number | undefined): void {
  if (expected === undefined || expected === present) return;
  const message = `${stream} has version ${present}, not ${expected}`;
  throw new StepwellError('version-conflict', message, { stream, expected, present });
}
