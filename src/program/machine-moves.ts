import type { Course } from './course.ts';
import { flag, HEAR, type Named, type Transition } from './machine-state-config.ts';
import type { MoveKind } from './plan-stage.ts';

/** The event of each kind of move between levels of care. */
export const MOVED = {
  'step-down': 'SteppedDown',
  'step-up': 'SteppedUp',
  transfer: 'Transferred',
} as const satisfies Record<MoveKind, string>;

/**
 * The ways from one stage of a course to the others: through the gate of the move, or as a decision that stands without
 * it; everything of the stage that is left ends, and what follows is entered on the same day.
 */
export function moveTransitions(course: Course, from: number): Record<string, Transition[]> {
  const moves = course.stages[from]?.plan.stage?.moves ?? [];
  const kinds = Object.keys(MOVED) as MoveKind[];
  const placements = course.stages.flatMap(({ id }, to): Transition[] =>
    to === from
      ? []
      : [
          {
            guard: { type: 'placedAtStage', params: { stage: id } },
            target: `#${stageStateId(course, to)}`,
            actions: [{ type: 'enterStage', params: { stage: to } }],
          },
        ],
  );
  const decided = Object.fromEntries(
    kinds
      .filter((kind) => moves.some((move) => move.kind === kind))
      .map((kind) => [
        MOVED[kind],
        [
          ...moves
            .filter((move) => move.kind === kind)
            .flatMap((move): Transition[] => {
              const params = { stage: move.stage };
              const target = `#${stageStateId(course, move.to)}`;
              const enter: Named = { type: 'enterStage', params: { stage: move.to } };
              return [
                { guard: { type: 'mayMove', params }, target, actions: [enter] },
                { guard: { type: 'moveStands', params }, target, actions: [enter, WITHOUT_GATE] },
              ];
            }),
          { actions: [HEAR, WITHDRAWN] },
        ],
      ]),
  );
  return placements.length === 0 ? decided : { ...decided, StagePlaced: placements };
}

/** The id of a stage's state in the machine. */
export function stageStateId(course: Course, stage: number): string {
  return course.stages.length === 1 ? 'level' : `level--${course.stages[stage]?.id}`;
}

const WITHOUT_GATE = flag(
  'move-without-gate',
  'the criteria of this move between levels of care do not hold; it stands and is to be reviewed',
);
const WITHDRAWN = flag(
  'move-withdrawn',
  'the criteria of this move between levels of care do not hold, or there is no such move; it is withdrawn',
);
