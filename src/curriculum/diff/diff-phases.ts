import type { Phase } from '../phase.ts';
import { diffGate } from './diff-criterion.ts';
import { diffFields, type Place } from './diff-fields.ts';
import { diffNamed } from './diff-named.ts';
import { diffWeeks } from './diff-weeks.ts';
import type { Difference } from './difference.ts';
import { sameValue } from './same-value.ts';

/** Compares the phases of two curricula: which there are, their order, their weeks, their gates and the rest. */
export function diffPhases(before: readonly Phase[], after: readonly Phase[]): Difference[] {
  return [
    ...diffWeeks(before, after),
    ...diffOrder(before, after),
    ...diffNamed(
      'phase',
      { added: 'phase-added', removed: 'phase-removed' },
      'phases',
      [before, after],
      (place, was, is) => diffPhase(place, was, is, { before, after }),
    ),
  ];
}

function diffPhase(
  place: Place,
  was: Phase,
  is: Phase,
  phases: { before: readonly Phase[]; after: readonly Phase[] },
): Difference[] {
  const gate = (field: 'exit' | 'exitAfterReturn', name: string) =>
    diffGate({ path: `${place.path}.${field}`, subject: `${name} of ${was.id}` }, was[field], is[field]);
  const stay = { path: `${place.path}.stay`, subject: place.subject };
  return [
    ...diffFields(place, following(was, phases.before), following(is, phases.after), {
      except: ['exit', 'exitAfterReturn', 'weeks', 'stay'],
      defaults: { advance: 'counselor', returnsTo: [] },
      sets: ['returnsTo'],
    }),
    ...diffFields(stay, was.stay ?? {}, is.stay ?? {}),
    ...gate('exit', 'gate'),
    ...gate('exitAfterReturn', 'gate after a return'),
  ];
}

/** A phase with the phases that follow it written out. */
function following(phase: Phase, phases: readonly Phase[]): Phase {
  const below = phases[phases.indexOf(phase) + 1];
  const next = phase.next ?? (phase.final !== undefined || below === undefined ? [] : [below.id]);
  return { ...phase, next };
}

function diffOrder(before: readonly Phase[], after: readonly Phase[]): Difference[] {
  const idsOf = (phases: readonly Phase[]) => phases.map(({ id }) => id);
  const [was, is] = [idsOf(before), idsOf(after)];
  const place = { path: 'phases', subject: 'the phases' };
  const differences: Difference[] = [];
  if (was[0] !== is[0])
    differences.push({
      code: 'initial-phase-changed',
      ...place,
      before: was[0] ?? null,
      after: is[0] ?? null,
      sentence: `patients begin in ${is[0]} instead of ${was[0]}`,
    });
  const common = (ids: readonly string[], others: readonly string[]) =>
    ids.filter((id) => others.includes(id));
  if (!sameValue(common(was, is), common(is, was)))
    differences.push({
      code: 'phases-reordered',
      ...place,
      before: was,
      after: is,
      sentence: `the phases in order: ${was.join(', ')} -> ${is.join(', ')}`,
    });
  return differences;
}
