import type { Criterion } from '../criterion.ts';
import type { Curriculum } from '../curriculum.ts';
import type { AdjunctNames } from './adjunct-names.ts';

/** What a criterion of an added curriculum needs to mean the same in the program that it is added to. */
export type AdjunctWords = {
  readonly names: AdjunctNames;
  readonly added: Curriculum;
  /** The phases of the program in which it is given. */
  readonly during: readonly string[];
  /** The last phases of the program. */
  readonly ends: readonly string[];
};

const OVER_TRACKS: readonly string[] = ['sessions', 'meetings', 'attendance-rate', 'minutes', 'absences'];

/**
 * Says a criterion of an added curriculum in the words of the program. Pure. What counted all of its tracks counts those
 * alone, and not the tracks of the program; its phases are those in which it is given.
 */
export function renameCriterion(criterion: Criterion, words: AdjunctWords): Criterion {
  const { names, added, during, ends } = words;
  if (criterion.type === 'not') return { ...criterion, of: renameCriterion(criterion.of, words) };
  if ('of' in criterion)
    return { ...criterion, of: criterion.of.map((one) => renameCriterion(one, words)) } as Criterion;
  const renamed: Record<string, unknown> = { ...criterion };
  const track = (id: string) => names.tracks.get(id) ?? id;
  if ('track' in criterion && criterion.track !== undefined) renamed['track'] = track(criterion.track);
  if ('tracks' in criterion && criterion.tracks !== undefined)
    renamed['tracks'] = criterion.tracks.map(track);
  if (
    OVER_TRACKS.includes(criterion.type) &&
    renamed['track'] === undefined &&
    renamed['tracks'] === undefined
  )
    renamed['tracks'] = added.tracks.map(({ id }) => track(id));
  if (criterion.type === 'monitor-in')
    renamed['monitor'] = names.monitors.get(criterion.monitor) ?? criterion.monitor;
  if (criterion.type === 'holds')
    renamed['privilege'] = names.privileges.get(criterion.privilege) ?? criterion.privilege;
  if (criterion.type === 'phase-in') {
    const final = (id: string) => added.phases.some((phase) => phase.id === id && phase.final !== undefined);
    renamed['phases'] = [...new Set(criterion.phases.flatMap((id) => (final(id) ? ends : during)))];
  }
  return renamed as Criterion;
}
