import type { CriterionLeaf } from '../criterion.ts';
import type { Curriculum } from '../curriculum.ts';
import type { CurriculumPath } from '../curriculum-path.ts';
import { type StructureIssue, structureError } from '../structure-issue.ts';
import { type CriterionPlace, criterionPlaces } from './criterion-places.ts';
import { phasesAfter, reachable } from './phase-graph.ts';

/** Finds thresholds that can never be met, whatever a patient does, and criteria that name their tracks twice. Pure. */
export function checkThresholds(curriculum: Curriculum): StructureIssue[] {
  return [
    ...criterionPlaces(curriculum).flatMap((place) => [
      ...checkGroup(place),
      ...('of' in place.criterion ? [] : checkLeaf(curriculum, place.criterion, place)),
    ]),
    ...checkTestDays(curriculum),
    ...checkInstruments(curriculum),
  ];
}

function impossible(path: CurriculumPath, message: string): StructureIssue {
  return structureError('threshold-impossible', path, message);
}

function checkGroup({ criterion, path }: CriterionPlace): StructureIssue[] {
  if (criterion.type !== 'at-least' || criterion.count <= criterion.of.length) return [];
  return [
    impossible(
      [...path, 'count'],
      `at least ${criterion.count} of ${criterion.of.length} criteria can never hold`,
    ),
  ];
}

function checkLeaf(curriculum: Curriculum, leaf: CriterionLeaf, place: CriterionPlace): StructureIssue[] {
  const { path } = place;
  const issues: StructureIssue[] = [];
  if ('track' in leaf && 'tracks' in leaf && leaf.track !== undefined && leaf.tracks !== undefined) {
    issues.push(
      structureError('track-given-twice', [...path, 'tracks'], 'give either track or tracks, not both'),
    );
  }
  const range = rangeOf(curriculum, leaf);
  const { atLeast, atMost } = leaf as { atLeast?: number; atMost?: number };
  if (atLeast !== undefined && atLeast > range.highest) {
    issues.push(
      impossible(
        [...path, 'atLeast'],
        `${atLeast} can never be reached: ${range.highest} is the most there is`,
      ),
    );
  }
  if (atMost !== undefined && atMost < range.lowest) {
    issues.push(
      impossible(
        [...path, 'atMost'],
        `it can never be at most ${atMost}: ${range.lowest} is the least there is`,
      ),
    );
  }
  const wants = leaf.type === 'track-completed' || (atLeast ?? 0) > 0;
  if (wants && !place.negated && place.phase !== null && !openBefore(curriculum, leaf, place.phase)) {
    const id = curriculum.phases[place.phase]?.id;
    issues.push(
      impossible(
        path,
        `${namedTracks(leaf).join(', ')} opens only after ${id}, so this gate can never be met`,
      ),
    );
  }
  return issues;
}

/** The lowest and highest value that a measure can take. */
function rangeOf(curriculum: Curriculum, leaf: CriterionLeaf): { lowest: number; highest: number } {
  const unbounded = { lowest: Number.NEGATIVE_INFINITY, highest: Number.POSITIVE_INFINITY };
  if (leaf.type === 'attendance-rate') return { lowest: 0, highest: 1 };
  if (leaf.type === 'sessions') {
    const named = namedTracks(leaf);
    const tracks = curriculum.tracks.filter(({ id }) => named.length === 0 || named.includes(id));
    // A dangling name is an issue of its own.
    if (tracks.length === 0) return { ...unbounded, lowest: 0 };
    return { lowest: 0, highest: tracks.reduce((sum, { sessions }) => sum + sessions.length, 0) };
  }
  if (leaf.type === 'score' || leaf.type === 'score-change') {
    const instrument = curriculum.instruments?.find(({ id }) => id === leaf.instrument);
    const { minimum = unbounded.lowest, maximum = unbounded.highest } = instrument ?? {};
    return leaf.type === 'score'
      ? { lowest: minimum, highest: maximum }
      : { lowest: minimum - maximum, highest: maximum - minimum };
  }
  return { ...unbounded, lowest: 0 };
}

function namedTracks(leaf: CriterionLeaf): string[] {
  const single = 'track' in leaf && leaf.track !== undefined ? [leaf.track] : [];
  const several = 'tracks' in leaf ? (leaf.tracks ?? []) : [];
  return [...single, ...several];
}

/** Whether one of the named tracks is open in the phase or in one from which it can be reached. */
function openBefore(curriculum: Curriculum, leaf: CriterionLeaf, phase: number): boolean {
  const named = namedTracks(leaf);
  const tracks = curriculum.tracks.filter(({ id }) => named.includes(id));
  if (tracks.length === 0) return true;
  const sinceEntry = 'since' in leaf && leaf.since === 'phase';
  return curriculum.phases.some(({ id }, p) => {
    if (!tracks.some(({ during }) => during.includes(id))) return false;
    return (
      p === phase || (!sinceEntry && reachable([p], (index) => phasesAfter(curriculum, index)).has(phase))
    );
  });
}

function checkTestDays(curriculum: Curriculum): StructureIssue[] {
  return (curriculum.drugTests ?? []).flatMap(({ days, perWeek }, d) =>
    days === 'random' || days.length >= perWeek
      ? []
      : [
          impossible(
            ['drugTests', d, 'perWeek'],
            `${perWeek} tests a week do not fit on ${days.length} days; name more days`,
          ),
        ],
  );
}

function checkInstruments(curriculum: Curriculum): StructureIssue[] {
  return (curriculum.instruments ?? []).flatMap(({ minimum, maximum }, i) =>
    minimum === undefined || maximum === undefined || minimum <= maximum
      ? []
      : [
          impossible(
            ['instruments', i, 'minimum'],
            `the lowest score (${minimum}) is above the highest (${maximum})`,
          ),
        ],
  );
}
