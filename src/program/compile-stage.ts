import type { Criterion } from '../curriculum/criterion.ts';
import { durationDays } from '../curriculum/duration.ts';
import type { PathwayMove, PathwayStage } from '../curriculum/pathway/pathway.ts';
import { compileCriterion } from './compile-criterion.ts';
import type { CriterionCompiler } from './criterion-compiler.ts';
import type { PlanEquivalence, PlanMove, PlanStage } from './plan-stage.ts';

/** What a curriculum is compiled with where it runs as a stage of a pathway. */
export type StageDefinition = {
  readonly index: number;
  readonly stage: PathwayStage;
  readonly stages: readonly PathwayStage[];
  readonly equivalences: readonly PlanEquivalence[];
};

/** Compiles what a stage adds to the plan of its curriculum: the moves with their criteria, the longest stay, the credit. */
export function compileStage(
  compiler: CriterionCompiler,
  definition: StageDefinition,
  advanceRoles: readonly string[],
): PlanStage {
  const { index, stage, stages, equivalences } = definition;
  const maximum = stage.stay?.maximum;
  return {
    id: stage.id,
    index,
    title: stage.title,
    entry: stage.entry ?? true,
    maximumDays: maximum ? { days: durationDays(maximum), clock: maximum.clock ?? 'program' } : null,
    moves: (stage.moves ?? []).map((move): PlanMove => {
      const to = stages.findIndex(({ id }) => id === move.to);
      const when = moveCriterion(stage, move);
      return {
        kind: move.kind,
        to,
        stage: move.to,
        title: stages[to]?.title ?? move.to,
        gate: when ? compileCriterion(compiler, when) : null,
        binding: (move.requires ?? (move.kind === 'step-down' ? 'criteria' : 'decision')) === 'criteria',
        roles: move.roles ?? advanceRoles,
      };
    }),
    equivalences,
  };
}

/** What must hold for a move; a step-down holds no earlier than the shortest stay. */
export function moveCriterion({ stay }: PathwayStage, { kind, when }: PathwayMove): Criterion | undefined {
  if (!stay?.minimum || kind !== 'step-down') return when;
  const least = {
    type: 'stay',
    in: 'program',
    atLeastDays: durationDays(stay.minimum),
    clock: stay.minimum.clock ?? 'program',
  } as const;
  return when ? { type: 'all', of: [least, when] } : least;
}
