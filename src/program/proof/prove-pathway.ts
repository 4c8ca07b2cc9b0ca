import { toDayNumber } from '../../curriculum/calendar-date.ts';
import type { Criterion } from '../../curriculum/criterion.ts';
import type { Curriculum } from '../../curriculum/curriculum.ts';
import { curriculumNamed, type PathwayDocument } from '../../curriculum/pathway/pathway-document.ts';
import { compilePlan } from '../compile-plan.ts';
import { moveCriterion } from '../compile-stage.ts';
import type { Proof } from './proof.ts';
import { proveGates } from './prove-gates.ts';
import { runTrial } from './trial.ts';

const MONDAY = toDayNumber('2026-01-05');

/**
 * Proves that the moves of a pathway whose criteria bind can be taken: a perfect patient goes through the curriculum of the
 * stage, and then waits for the move. Pure; the document must have passed `checkPathway`.
 */
export function provePathway({ pathway, curricula }: PathwayDocument): Proof[] {
  return pathway.stages.flatMap((stage, s) =>
    (stage.moves ?? []).flatMap((move, m): Proof[] => {
      const curriculum = curriculumNamed(curricula, stage.curriculum);
      const binds = (move.requires ?? (move.kind === 'step-down' ? 'criteria' : 'decision')) === 'criteria';
      const when = moveCriterion(stage, move);
      if (!curriculum || !binds || when === undefined) return [];
      const waiting = withWait(curriculum, when);
      const plan = compilePlan(waiting.curriculum);
      const trial = runTrial(plan, MONDAY);
      const blocked = { ...trial, blocked: trial.blocked.filter(({ phase }) => waiting.phases.has(phase)) };
      const path = `stages.${s}.moves.${m}.when`;
      return proveGates(waiting.curriculum, plan, blocked, true)
        .filter(({ code }) => code === 'gate-never-satisfied')
        .slice(0, 1)
        .map((proof) => ({
          ...proof,
          code: 'move-never-open',
          path,
          message: `Nobody can be moved from ${stage.title} to ${move.to}: the criteria of the move are never met by a patient who does everything that ${curriculum.id} asks. Ask for what the stage offers.`,
        }));
    }),
  );
}

/** A curriculum in which the last phases have the criteria of a move as their gate. */
function withWait(
  curriculum: Curriculum,
  when: Criterion,
): { curriculum: Curriculum; phases: ReadonlySet<number> } {
  const ids = new Set(curriculum.phases.map(({ id }) => id));
  let moved = 'moved-on';
  while (ids.has(moved)) moved += '-x';
  const waits = new Set<number>();
  const phases = curriculum.phases.map((phase, index) => {
    const last = phase.final !== undefined || index === curriculum.phases.length - 1;
    if (!last) return phase;
    waits.add(index);
    const { final: _final, ...rest } = phase;
    return { ...rest, exit: when, next: [moved] };
  });
  return {
    curriculum: { ...curriculum, phases: [...phases, { id: moved, title: 'Moved on', final: 'completed' }] },
    phases: waits,
  };
}
