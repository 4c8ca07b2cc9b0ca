import type { Course } from '../../course.ts';
import type { PlanMove } from '../../plan-stage.ts';

/** An arrow of the picture: which rows it joins, the number that the list of its row gives it, and the lane that it runs in. */
export type MoveArrow = {
  readonly move: PlanMove;
  readonly number: number;
  readonly from: number;
  readonly to: number;
  /** Step-downs run at the left of the boxes, all others at the right. */
  readonly side: 'left' | 'right';
  /** 0 is the lane next to the boxes. */
  readonly lane: number;
};

/** Numbers the moves of a pathway in the order of its rows, and gives them lanes in which no two touch. Pure. */
export function moveArrows(course: Course, rows: readonly number[]): MoveArrow[] {
  const rowOf = (stage: number) => rows.indexOf(stage);
  const arrows = rows.flatMap((stage) =>
    (course.stages[stage]!.plan.stage?.moves ?? []).map((move) => ({
      move,
      from: rowOf(stage),
      to: rowOf(move.to),
      side: move.kind === 'step-down' ? ('left' as const) : ('right' as const),
    })),
  );
  const taken: Record<'left' | 'right', [number, number][][]> = { left: [], right: [] };
  const lanes = new Map<(typeof arrows)[number], number>();
  for (const arrow of [...arrows].sort((a, b) => length(a) - length(b))) {
    const span: [number, number] = [Math.min(arrow.from, arrow.to), Math.max(arrow.from, arrow.to)];
    const side = taken[arrow.side];
    let lane = side.findIndex((others) => others.every(([from, to]) => to < span[0] || from > span[1]));
    if (lane < 0) lane = side.push([]) - 1;
    side[lane]!.push(span);
    lanes.set(arrow, lane);
  }
  return arrows.map((arrow, index) => ({ ...arrow, number: index + 1, lane: lanes.get(arrow) ?? 0 }));
}

function length({ from, to }: { from: number; to: number }): number {
  return Math.abs(to - from);
}
