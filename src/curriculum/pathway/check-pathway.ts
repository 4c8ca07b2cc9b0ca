import type { Criterion } from '../criterion.ts';
import type { Curriculum } from '../curriculum.ts';
import type { CurriculumPath } from '../curriculum-path.ts';
import { didYouMean } from '../did-you-mean.ts';
import { checkStructure } from '../structure.ts';
import { type StructureIssue, structureError, structureWarning } from '../structure-issue.ts';
import { checkEquivalences } from './check-equivalences.ts';
import { compareLevels } from './level-rank.ts';
import type { Pathway } from './pathway.ts';
import { curriculumNamed, type PathwayDocument } from './pathway-document.ts';

/**
 * Finds what makes no sense in a pathway together with its curricula: names of nothing, stages that nobody reaches or
 * leaves, steps that go the other way, criteria that the stage's curriculum cannot answer, credit for sessions that are not
 * there. Pure. The curricula themselves are not checked again.
 */
export function checkPathway(document: PathwayDocument): StructureIssue[] {
  const { pathway, curricula } = document;
  return [
    ...duplicateStages(pathway),
    ...missingCurricula(pathway, curricula),
    ...checkMoves(document),
    ...unreachable(pathway),
    ...checkEquivalences(document),
    ...unknownSources(pathway),
  ];
}

function duplicateStages({ stages }: Pathway): StructureIssue[] {
  return stages.flatMap(({ id }, index) =>
    stages.findIndex((other) => other.id === id) === index
      ? []
      : [
          structureError(
            'duplicate-id',
            ['stages', index, 'id'],
            `there is a stage ${id} already; give this one its own id`,
          ),
        ],
  );
}

function missingCurricula({ stages }: Pathway, curricula: readonly Curriculum[]): StructureIssue[] {
  return stages.flatMap(({ curriculum }, index) =>
    curriculumNamed(curricula, curriculum)
      ? []
      : [
          structureError(
            'dangling-reference',
            ['stages', index, 'curriculum'],
            `there is no curriculum ${curriculum}; stepwell curricula lists them`,
          ),
        ],
  );
}

function checkMoves({ pathway, curricula }: PathwayDocument): StructureIssue[] {
  const { stages } = pathway;
  return stages.flatMap((stage, s) =>
    (stage.moves ?? []).flatMap((move, m) => {
      const path: CurriculumPath = ['stages', s, 'moves', m];
      const to = stages.find(({ id }) => id === move.to);
      const own = curriculumNamed(curricula, stage.curriculum);
      if (!to || move.to === stage.id) {
        const ids = stages.flatMap(({ id }) => (id === stage.id ? [] : [id]));
        const message = `there is no other stage ${move.to}${didYouMean(move.to, ids) || `; name one of ${ids.join(', ')}`}`;
        return [structureError('dangling-reference', [...path, 'to'], message)];
      }
      const twice = (stage.moves ?? []).findIndex((other) => other.to === move.to) < m;
      return [
        ...(twice
          ? [
              structureError(
                'duplicate-id',
                [...path, 'to'],
                `there is a way to ${move.to} already; join the two`,
              ),
            ]
          : []),
        ...wrongDirection(curricula, stage, to, move.kind, [...path, 'kind']),
        ...(own && move.when ? inCriterion(own, move.when, [...path, 'when']) : []),
      ];
    }),
  );
}

function wrongDirection(
  curricula: readonly Curriculum[],
  from: Pathway['stages'][number],
  to: Pathway['stages'][number],
  kind: 'step-down' | 'step-up' | 'transfer',
  path: CurriculumPath,
): StructureIssue[] {
  const levelOf = (stage: typeof from) =>
    stage.levelOfCare ?? curriculumNamed(curricula, stage.curriculum)?.levelOfCare;
  const [a, b] = [levelOf(from), levelOf(to)];
  const difference = a && b ? compareLevels(b, a) : null;
  if (difference === null || kind === 'transfer') return [];
  if (kind === 'step-down' ? difference <= 0 : difference >= 0) return [];
  const message = `${to.id} is a ${difference > 0 ? 'higher' : 'lower'} level of care than ${from.id}; this is a ${difference > 0 ? 'step-up' : 'step-down'}`;
  return [structureWarning('move-against-level', path, message)];
}

/** The problems of a criterion, as if it were the gate of a phase after all those of the stage's curriculum. */
function inCriterion(curriculum: Curriculum, when: Criterion, path: CurriculumPath): StructureIssue[] {
  const place = curriculum.phases.length;
  const known = checkStructure(curriculum).map(({ code, path: at }) => `${code} ${at.join('.')}`);
  const probe = { id: 'move', title: 'Move', exit: when };
  const phases = curriculum.phases.map(({ final, ...phase }) =>
    final === undefined ? phase : { ...phase, next: [probe.id] },
  );
  return checkStructure({ ...curriculum, phases: [...phases, probe] })
    .filter((issue) => issue.path[0] === 'phases' && issue.path[1] === place && issue.path[2] === 'exit')
    .filter(
      ({ code, path: at }) => code !== 'gate-without-effect' && !known.includes(`${code} ${at.join('.')}`),
    )
    .map((issue) => ({ ...issue, path: [...path, ...issue.path.slice(3)] }));
}

/** Stages to which no admission and no move leads, and stages that nobody can leave and that end no episode. */
function unreachable({ stages }: Pathway): StructureIssue[] {
  const reached = new Set(stages.filter(({ entry }, s) => s === 0 || entry !== false).map(({ id }) => id));
  for (const id of reached)
    for (const { to } of stages.find((stage) => stage.id === id)?.moves ?? []) reached.add(to);
  return stages.flatMap((stage, s) =>
    reached.has(stage.id)
      ? []
      : [
          structureError(
            'stage-unreachable',
            ['stages', s, 'id'],
            `nobody comes to ${stage.id}: no move leads there, and entry is false`,
          ),
        ],
  );
}

function unknownSources(pathway: Pathway): StructureIssue[] {
  const known = new Set(Object.keys(pathway.sources));
  const found: StructureIssue[] = [];
  const visit = (value: unknown, path: CurriculumPath): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, child] of Object.entries(value)) {
      const at = [...path, Array.isArray(value) ? Number(key) : key];
      if (key !== 'source') visit(child, at);
      else
        for (const id of [child].flat())
          if (!known.has(String(id)))
            found.push(
              structureError(
                'dangling-reference',
                at,
                `there is no source ${id}${didYouMean(String(id), known)}`,
              ),
            );
    }
  };
  visit(pathway.stages, ['stages']);
  visit(pathway.equivalences ?? [], ['equivalences']);
  return found;
}
