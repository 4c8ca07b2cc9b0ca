import type { Criterion } from '../criterion.ts';
import type { DrugTestPlan } from '../drug-test-plan.ts';
import type { Incentive } from '../incentive.ts';
import type { Monitor } from '../monitor.ts';
import type { Privilege } from '../privilege.ts';
import type { TakeHome } from '../take-home.ts';
import type { Track } from '../track.ts';
import { type Weeks, weekRanges } from '../weeks.ts';
import { adjunctIncentives } from './adjunct-incentives.ts';
import { type AdjunctWeeks, adjunctSchedule } from './adjunct-weeks.ts';
import { type AdjunctWords, renameCriterion } from './rename-criterion.ts';

/** The parts of an added curriculum as they stand in the program, in the order of their own file. */
export type AdjunctParts = {
  readonly tracks: readonly Track[];
  readonly monitors: readonly Monitor[];
  readonly drugTests: readonly DrugTestPlan[];
  readonly incentives: readonly Incentive[];
  readonly privileges: readonly Privilege[];
  readonly takeHome: TakeHome | undefined;
};

/** Says the parts of an added curriculum in the words and weeks of the program. Pure. */
export function adjunctParts(
  words: AdjunctWords,
  weeks: AdjunctWeeks & {
    /** The weeks of the program in which it is given; null for all. */
    readonly given: Weeks | null;
    /** How many weeks of the program lie before the first of them. */
    readonly until: number;
  },
): AdjunctParts {
  const { added, names, during } = words;
  const sourced = <T>(part: T): T => withSources(part, names.sources) as T;
  return sourced({
    tracks: added.tracks.map((track): Track => {
      const { weeksCountFrom: _from, heldAt, requires: _requires, ...rest } = track;
      const { schedule, requires } = adjunctSchedule(added, track, weeks);
      return {
        ...rest,
        id: names.tracks.get(track.id) ?? track.id,
        during: [...during],
        schedule,
        ...(during.length === 1 ? { weeksCountFrom: 'phase' } : {}),
        ...(requires === undefined ? {} : { requires }),
        ...(heldAt === undefined ? {} : { heldAt: names.tracks.get(heldAt) ?? heldAt }),
      };
    }),
    monitors: (added.monitors ?? []).map((monitor) => monitorOf(monitor, words)),
    drugTests: (added.drugTests ?? []).map(
      ({ weeks: own, ...plan }): DrugTestPlan => ({
        ...plan,
        id: names.drugTests.get(plan.id) ?? plan.id,
        ...(own === undefined ? {} : { weeks: moved(own, weeks.before) }),
        during: [...during],
      }),
    ),
    incentives: adjunctIncentives(words, { part: weeks.part, given: weeks.given, before: weeks.until }),
    privileges: (added.privileges ?? []).map(
      ({ lostIn, ...privilege }): Privilege => ({
        ...privilege,
        id: names.privileges.get(privilege.id) ?? privilege.id,
        during: [...during],
        ...(lostIn === undefined
          ? {}
          : {
              lostIn: lostIn.map(({ monitor, states }) => ({
                monitor: names.monitors.get(monitor) ?? monitor,
                states,
              })),
            }),
      }),
    ),
    takeHome: added.takeHome && takeHomeOf(added.takeHome, words),
  });
}

/** The end of an added therapy is not the end of the treatment: what recommends a discharge keeps its tasks alone. */
function monitorOf(monitor: Monitor, words: AdjunctWords): Monitor {
  return {
    ...monitor,
    id: words.names.monitors.get(monitor.id) ?? monitor.id,
    states: monitor.states.map(({ discharge: _discharge, transitions, ...state }) => ({
      ...state,
      ...(transitions === undefined
        ? {}
        : {
            transitions: transitions.map((transition) =>
              transition.when === undefined
                ? transition
                : { ...transition, when: renameCriterion(transition.when, words) },
            ),
          }),
    })),
  };
}

function takeHomeOf(takeHome: TakeHome, words: AdjunctWords): TakeHome {
  const gate = <T extends { requires?: Criterion | undefined }>(part: T): T =>
    part.requires === undefined ? part : { ...part, requires: renameCriterion(part.requires, words) };
  const { track } = takeHome;
  return {
    ...takeHome,
    ...(track === undefined ? {} : { track: words.names.tracks.get(track) ?? track }),
    rules: takeHome.rules.map((rule) => ({ ...gate(rule), bands: rule.bands.map(gate) })),
  };
}

function moved(weeks: Weeks, by: number): Weeks {
  return weekRanges(weeks)
    .map(({ from, to }) => `${from + by}-${to + by}`)
    .join(', ');
}

/** A part in which each `source` has the name that it bears in the program. */
function withSources(part: unknown, names: ReadonlyMap<string, string>): unknown {
  if (Array.isArray(part)) return part.map((one) => withSources(one, names));
  if (typeof part !== 'object' || part === null) return part;
  const renamed = (id: unknown) => names.get(String(id)) ?? id;
  return Object.fromEntries(
    Object.entries(part).map(([key, value]) => [
      key,
      key !== 'source'
        ? withSources(value, names)
        : Array.isArray(value)
          ? value.map(renamed)
          : renamed(value),
    ]),
  );
}
