import type { Curriculum } from '../curriculum.ts';
import type { CurriculumPath } from '../curriculum-path.ts';
import { didYouMean } from '../did-you-mean.ts';
import { type StructureIssue, structureError } from '../structure-issue.ts';
import { criterionPlaces } from './criterion-places.ts';
import { provenancePlaces } from './provenance-places.ts';

type Reference = { readonly id: string; readonly path: CurriculumPath };

/** Finds names of phases, tracks, monitors, states, instruments and sources that the curriculum does not have. Pure. */
export function checkReferences(curriculum: Curriculum): StructureIssue[] {
  const { phases, tracks, monitors = [], incentives = [], privileges = [] } = curriculum;
  const toPhases = [
    ...phases.flatMap(({ next = [] }, p) => list(next, ['phases', p, 'next'])),
    ...phases.flatMap(({ returnsTo = [] }, p) => list(returnsTo, ['phases', p, 'returnsTo'])),
    ...tracks.flatMap(({ during }, t) => list(during, ['tracks', t, 'during'])),
    ...(curriculum.dose ?? []).flatMap(({ during = [] }, d) => list(during, ['dose', d, 'during'])),
    ...(curriculum.drugTests ?? []).flatMap(({ during = [] }, d) => list(during, ['drugTests', d, 'during'])),
    ...privileges.flatMap(({ during = [] }, p) => list(during, ['privileges', p, 'during'])),
  ];
  const toTracks = [
    ...tracks.flatMap(({ heldAt }, t) => one(heldAt, ['tracks', t, 'heldAt'])),
    ...one(curriculum.takeHome?.track, ['takeHome', 'track']),
    ...incentives.flatMap(({ for: ground }, i) =>
      ground.type === 'attendance' ? list(ground.tracks, ['incentives', i, 'for', 'tracks']) : [],
    ),
  ];
  const lost = privileges.flatMap(({ lostIn = [] }, p) =>
    lostIn.flatMap(({ monitor: id, states: named }, l) => {
      const path: CurriculumPath = ['privileges', p, 'lostIn', l];
      const monitor = monitors.find((m) => m.id === id);
      return monitor === undefined
        ? dangling('monitor', monitors, one(id, [...path, 'monitor']))
        : dangling(`state of ${id}`, monitor.states, list(named, [...path, 'states']));
    }),
  );
  const states = monitors.flatMap((monitor, m) =>
    monitor.states.flatMap(({ transitions = [] }, s) =>
      dangling(
        `state of ${monitor.id}`,
        monitor.states,
        transitions.map(({ to }, t) => ({
          id: to,
          path: ['monitors', m, 'states', s, 'transitions', t, 'to'],
        })),
      ),
    ),
  );
  const sources = Object.keys(curriculum.sources).map((id) => ({ id }));
  const toSources = provenancePlaces(curriculum).flatMap(({ source, path }) =>
    typeof source === 'string' ? one(source, [...path, 'source']) : list(source ?? [], [...path, 'source']),
  );
  return [
    ...dangling('phase', phases, toPhases),
    ...dangling('track', tracks, toTracks),
    ...states,
    ...lost,
    ...dangling('source', sources, toSources),
    ...inCriteria(curriculum),
  ];
}

function inCriteria(curriculum: Curriculum): StructureIssue[] {
  const { tracks, monitors = [], instruments } = curriculum;
  return criterionPlaces(curriculum).flatMap(({ criterion, path }) => {
    if (criterion.type === 'monitor-in') {
      const monitor = monitors.find(({ id }) => id === criterion.monitor);
      if (monitor === undefined)
        return dangling('monitor', monitors, one(criterion.monitor, [...path, 'monitor']));
      return dangling(`state of ${monitor.id}`, monitor.states, list(criterion.states, [...path, 'states']));
    }
    if (criterion.type === 'holds')
      return dangling(
        'privilege',
        curriculum.privileges ?? [],
        one(criterion.privilege, [...path, 'privilege']),
      );
    if (criterion.type === 'phase-in')
      return dangling('phase', curriculum.phases, list(criterion.phases, [...path, 'phases']));
    if (criterion.type === 'score' || criterion.type === 'score-change') {
      const named = one(criterion.instrument, [...path, 'instrument']);
      return instruments === undefined ? [] : dangling('instrument', instruments, named);
    }
    const single = 'track' in criterion ? one(criterion.track, [...path, 'track']) : [];
    const several = 'tracks' in criterion ? list(criterion.tracks ?? [], [...path, 'tracks']) : [];
    return dangling('track', tracks, [...single, ...several]);
  });
}

function dangling(
  kind: string,
  known: readonly { readonly id: string }[],
  references: readonly Reference[],
): StructureIssue[] {
  const ids = new Set(known.map(({ id }) => id));
  return references
    .filter(({ id }) => !ids.has(id))
    .map(({ id, path }) => {
      const suggestion =
        didYouMean(id, ids) ||
        `; name one of ${[...ids].slice(0, 20).join(', ') || 'none, as there is none'}`;
      return structureError('dangling-reference', path, `there is no ${kind} ${id}${suggestion}`);
    });
}

function list(ids: readonly string[], path: CurriculumPath): Reference[] {
  return ids.map((id, index) => ({ id, path: [...path, index] }));
}

function one(id: string | undefined, path: CurriculumPath): Reference[] {
  return id === undefined ? [] : [{ id, path }];
}
