import type { Curriculum } from '../curriculum.ts';
import { diffFields } from './diff-fields.ts';
import { diffMonitors } from './diff-monitors.ts';
import { diffNamed } from './diff-named.ts';
import { diffPhases } from './diff-phases.ts';
import { diffPolicies } from './diff-policies.ts';
import { diffTakeHome } from './diff-take-home.ts';
import { diffTracks } from './diff-tracks.ts';
import type { Difference } from './difference.ts';

/**
 * Says how one curriculum differs from another in meaning, as data and in sentences. Pure.
 *
 * Nothing is silent: where there is no difference, both say the same, apart from the version number. What only looks
 * different is none: the order in a group of criteria, a default that is written out, weeks instead of days.
 *
 * ```ts
 * diffCurricula(one, two).map(({ sentence }) => sentence)
 * //=> ['week 9 moved from early to middle', 'gate of relapse-prevention: attendance rate 80% -> 75%', …]
 * ```
 */
export function diffCurricula(before: Curriculum, after: Curriculum): Difference[] {
  const sources = (curriculum: Curriculum) =>
    Object.entries(curriculum.sources).map(([id, source]) => ({ ...source, id }));
  return [
    ...diffFields({ path: '', subject: 'the curriculum' }, before, after, {
      except: [
        'version',
        'phases',
        'tracks',
        'drugTests',
        'instruments',
        'monitors',
        'incentives',
        'privileges',
        'takeHome',
        'policies',
        'sources',
      ],
    }),
    ...diffPhases(before.phases, after.phases),
    ...diffTracks(before.tracks, after.tracks),
    ...diffNamed(
      'drug test',
      { added: 'drug-test-added', removed: 'drug-test-removed' },
      'drugTests',
      [before.drugTests, after.drugTests],
      (place, was, is) => diffFields(place, was, is, { sets: ['specimens', 'days'] }),
    ),
    ...diffNamed(
      'instrument',
      { added: 'instrument-added', removed: 'instrument-removed' },
      'instruments',
      [before.instruments, after.instruments],
      (place, was, is) => diffFields(place, was, is),
    ),
    ...diffMonitors(before.monitors, after.monitors),
    ...diffNamed(
      'rewards',
      { added: 'incentive-added', removed: 'incentive-removed' },
      'incentives',
      [before.incentives, after.incentives],
      (place, was, is) => diffFields(place, was, is, { sets: ['reset'] }),
    ),
    ...diffNamed(
      'privilege',
      { added: 'privilege-added', removed: 'privilege-removed' },
      'privileges',
      [before.privileges, after.privileges],
      (place, was, is) =>
        diffFields(place, was, is, { defaults: { kind: 'privilege' }, sets: ['during', 'grantedBy'] }),
    ),
    ...diffTakeHome(before.takeHome, after.takeHome),
    ...diffPolicies(before.policies, after.policies),
    ...diffNamed(
      'source',
      { added: 'source-added', removed: 'source-removed' },
      'sources',
      [sources(before), sources(after)],
      (place, was, is) => diffFields(place, was, is),
    ),
  ];
}
