import type { AgendaEntry, Engine } from '../../../src/index.ts';
import type { ClinicPatient } from './made-up-people.ts';

type ClinicGroup = {
  readonly group: string;
  readonly track: string;
  readonly title: string;
  readonly byDay: string;
  readonly start: string;
  readonly topics: number;
  readonly place: string;
  readonly leader: string;
  readonly family?: true;
};

/** The open groups of the made-up clinic, which all patients of the Matrix program share. */
const GROUPS: readonly ClinicGroup[] = [
  {
    group: 'relapse-prevention',
    track: 'relapse-prevention',
    title: 'Relapse prevention',
    byDay: 'MO,FR',
    start: '19:15',
    topics: 32,
    place: 'Room 1',
    leader: 'kim',
  },
  {
    group: 'family-education',
    track: 'family-education',
    title: 'Family education',
    byDay: 'WE',
    start: '19:00',
    topics: 12,
    place: 'Room 2',
    leader: 'lee',
    family: true,
  },
  {
    group: 'social-support',
    track: 'social-support',
    title: 'Social support',
    byDay: 'WE',
    start: '19:00',
    topics: 36,
    place: 'Room 1',
    leader: 'kim',
  },
];

/** Whether a group of the clinic records the meetings of a track of a curriculum. */
export function runByGroup(curriculum: string, track: string): boolean {
  return curriculum === 'matrix-iop' && GROUPS.some((group) => group.track === track);
}

/** Defines the groups of the clinic from a day on. `topicsOf` gives the titles of a track's sessions. */
export async function defineGroups(
  engine: Engine,
  from: string,
  topicsOf: (track: string) => readonly string[],
): Promise<void> {
  for (const { group, track, title, byDay, start, topics, place, leader, family } of GROUPS) {
    const titles = topicsOf(track);
    const outcome = await engine.groups.execute({
      type: 'DefineGroup',
      group,
      by: 'clinic',
      definition: {
        ...{ title, site: 'main', timeZone: 'America/New_York', place, from, leader },
        times: [{ rule: `FREQ=WEEKLY;BYDAY=${byDay}`, start, minutes: 90 }],
        topics: Array.from({ length: topics }, (_, index) => titles[index] ?? `Topic ${index + 1}`),
        credits: [{ curriculum: 'matrix-iop', track }],
        ...(family ? {} : { capacity: track === 'social-support' ? 30 : 24, minimum: 4 }),
      },
    });
    if (!outcome.accepted) throw new Error(outcome.refusal.message);
  }
}

/** Holds the groups of a day: whoever's calendar has the track joins the group, and the roster is recorded in one go. */
export async function holdGroups(
  engine: Engine,
  on: string,
  patients: readonly (ClinicPatient & { readonly week: number; readonly today: readonly AgendaEntry[] })[],
): Promise<void> {
  const meetings = await engine.groups.meetings({ from: on, to: on });
  for (const { group, meeting, status } of meetings) {
    const one = GROUPS.find((known) => known.group === group);
    if (one === undefined || status === 'cancelled') continue;
    const coming = patients.flatMap((patient) => {
      const own = runByGroup(patient.curriculum, one.track);
      const entry = patient.today.find(({ track, recorded }) => own && track === one.track && !recorded);
      return entry === undefined ? [] : [{ ...patient, entry }];
    });
    const { members } = await engine.groups.status(group, on);
    const by = one.leader;
    for (const { episode } of members.filter((member) =>
      coming.every((patient) => patient.episode !== member.episode),
    ))
      await engine.groups.execute({ type: 'LeaveGroup', group, episode, by });
    for (const { episode } of coming.filter((patient) =>
      members.every((member) => member.episode !== patient.episode),
    ))
      await engine.groups.execute({ type: 'JoinGroup', group, episode, by, reason: 'the clinic makes room' });
    const rows = coming.map(({ episode, attends, entry, week }, index) => {
      const came = attends(entry, week);
      const excuse = came === 'excused' ? { reason: 'a family matter, told in advance' } : {};
      const guests =
        one.family && came === 'attended' && index % 2 === 0 ? { guests: { count: 1 + (index % 3) } } : {};
      return { episode, status: came, ...excuse, ...guests };
    });
    await engine.groups.execute({ type: 'RecordRoster', group, meeting, rows, by, partial: true });
  }
}
