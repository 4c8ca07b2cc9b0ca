import type { Criterion } from '../criterion.ts';
import type { Curriculum } from '../curriculum.ts';
import type { CurriculumPath } from '../curriculum-path.ts';

/** A criterion with its path, the phase whose gate it is part of, and whether a `not` lies above it. */
export type CriterionPlace = {
  readonly criterion: Criterion;
  readonly path: CurriculumPath;
  readonly phase: number | null;
  readonly negated: boolean;
};

/** Every criterion of a curriculum, groups and what is inside them, with its path. Pure. */
export function criterionPlaces(curriculum: Curriculum): CriterionPlace[] {
  const gates = curriculum.phases.flatMap((phase, p) =>
    (['exit', 'exitAfterReturn'] as const).flatMap((gate) =>
      phase[gate] === undefined ? [] : [place(phase[gate], ['phases', p, gate], p)],
    ),
  );
  const watched = (curriculum.monitors ?? []).flatMap((monitor, m) =>
    monitor.states.flatMap((state, s) =>
      (state.transitions ?? []).flatMap(({ when }, t) =>
        when === undefined ? [] : [place(when, ['monitors', m, 'states', s, 'transitions', t, 'when'], null)],
      ),
    ),
  );
  const reviewed = (['continue', 'transfer', 'discharge'] as const).flatMap((outcome) => {
    const criterion = curriculum.continuedStay?.[outcome];
    return criterion === undefined ? [] : [place(criterion, ['continuedStay', outcome], null)];
  });
  const atHome = (curriculum.takeHome?.rules ?? []).flatMap(({ requires, bands }, r) => [
    ...(requires === undefined ? [] : [place(requires, ['takeHome', 'rules', r, 'requires'], null)]),
    ...bands.flatMap((band, b) =>
      band.requires === undefined
        ? []
        : [place(band.requires, ['takeHome', 'rules', r, 'bands', b, 'requires'], null)],
    ),
  ]);
  return [...gates, ...watched, ...reviewed, ...atHome].flatMap(withInner);
}

function place(criterion: Criterion, path: CurriculumPath, phase: number | null): CriterionPlace {
  return { criterion, path, phase, negated: false };
}

function withInner(outer: CriterionPlace): CriterionPlace[] {
  const { criterion, path } = outer;
  if (!('of' in criterion)) return [outer];
  if (criterion.type === 'not') {
    const inner = { ...outer, criterion: criterion.of, path: [...path, 'of'], negated: !outer.negated };
    return [outer, ...withInner(inner)];
  }
  const inner = criterion.of.map((one, index) => ({
    ...outer,
    criterion: one,
    path: [...path, 'of', index],
  }));
  return [outer, ...inner.flatMap(withInner)];
}
