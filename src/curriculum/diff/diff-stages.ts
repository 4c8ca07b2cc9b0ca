import type { PathwayMove, PathwayStage } from '../pathway/pathway.ts';
import { curriculumNamed, type PathwayDocument } from '../pathway/pathway-document.ts';
import { diffGate } from './diff-criterion.ts';
import { diffFields, type Place } from './diff-fields.ts';
import { diffNamed } from './diff-named.ts';
import type { Difference } from './difference.ts';
import { matchParts } from './match-parts.ts';
import { sameValue } from './same-value.ts';

/** Compares the stages of two pathways: which there are, what each runs, how long, and the ways out of it. */
export function diffStages(before: PathwayDocument, after: PathwayDocument): Difference[] {
  const [was, is] = [before.pathway.stages, after.pathway.stages];
  const runs = ({ curriculum }: PathwayStage) => curriculum.split('@')[0];
  const { both, removed, added } = matchParts(was, is, [
    (a, b) => a.id === b.id,
    (a, b) => runs(a) === runs(b),
  ]);
  const newNames = new Map(both.map(([a, b]) => [a.id, b.id]));
  const oneSided = (stage: PathwayStage, verb: 'added' | 'removed'): Difference => ({
    code: `stage-${verb}`,
    path: `stages.${stage.id}`,
    subject: `stage ${stage.id}`,
    before: verb === 'added' ? null : stage,
    after: verb === 'added' ? stage : null,
    sentence: `stage ${stage.id}, which runs ${stage.curriculum}, ${verb}`,
  });
  return [
    ...removed.map((stage) => oneSided(stage, 'removed')),
    ...added.map((stage) => oneSided(stage, 'added')),
    ...diffOrder(
      was.map(({ id }) => newNames.get(id) ?? id),
      is.map(({ id }) => id),
    ),
    ...both.flatMap(([a, b]) => [
      ...renamed(a, b),
      ...diffCurriculum(a, b, before, after),
      ...diffStage(a, b, newNames),
    ]),
  ];
}

function diffOrder(was: readonly string[], is: readonly string[]): Difference[] {
  const place = { path: 'stages', subject: 'the stages' };
  const common = (ids: readonly string[], others: readonly string[]) =>
    ids.filter((id) => others.includes(id));
  const [first, now] = [was[0] ?? null, is[0] ?? null];
  const begins: Difference[] =
    first === now
      ? []
      : [
          {
            code: 'initial-stage-changed',
            ...place,
            before: first,
            after: now,
            sentence: `patients enter at ${now} instead of ${first}, unless the admission names a stage`,
          },
        ];
  if (sameValue(common(was, is), common(is, was))) return begins;
  const sentence = `the stages in order: ${was.join(', ')} -> ${is.join(', ')}`;
  return [...begins, { code: 'stages-reordered', ...place, before: was, after: is, sentence }];
}

function renamed(was: PathwayStage, is: PathwayStage): Difference[] {
  if (was.id === is.id) return [];
  const place = { path: `stages.${is.id}.id`, subject: `stage ${was.id}` };
  const sentence = `stage ${was.id} renamed to ${is.id}`;
  return [{ code: 'stage-renamed', ...place, before: was.id, after: is.id, sentence }];
}

function diffCurriculum(
  was: PathwayStage,
  is: PathwayStage,
  before: PathwayDocument,
  after: PathwayDocument,
): Difference[] {
  const named = (stage: PathwayStage, { curricula }: PathwayDocument) => {
    const [id = '', version] = stage.curriculum.split('@');
    return { id, version: version ?? curriculumNamed(curricula, stage.curriculum)?.version ?? '' };
  };
  const [a, b] = [named(was, before), named(is, after)];
  const differs = a.id !== b.id ? 'curriculum-replaced' : 'curriculum-version-changed';
  if (sameValue(a, b) && was.curriculum === is.curriculum) return [];
  const [said, says] = sameValue(a, b)
    ? [was.curriculum, is.curriculum]
    : [`${a.id} ${a.version}`, `${b.id} ${b.version}`];
  return [
    {
      code: differs,
      path: `stages.${is.id}.curriculum`,
      subject: `stage ${is.id}`,
      before: `${a.id}@${a.version}`,
      after: `${b.id}@${b.version}`,
      sentence: `stage ${is.id} runs ${said} -> ${says}`,
    },
  ];
}

function diffStage(was: PathwayStage, is: PathwayStage, newNames: ReadonlyMap<string, string>): Difference[] {
  const place = { path: `stages.${is.id}`, subject: `stage ${is.id}` };
  const moves = (stage: PathwayStage, names: ReadonlyMap<string, string>) =>
    (stage.moves ?? []).map((move) => ({ ...move, id: names.get(move.to) ?? move.to }));
  return [
    ...diffFields(place, was, is, {
      except: ['id', 'curriculum', 'stay', 'moves'],
      defaults: { entry: true, ends: false },
    }),
    ...diffFields(
      { path: `${place.path}.stay`, subject: `stay of ${place.subject}` },
      was.stay ?? {},
      is.stay ?? {},
      {
        code: 'stay-changed',
      },
    ),
    ...diffNamed(
      'way to',
      { added: 'move-added', removed: 'move-removed' },
      `${place.path}.moves`,
      [moves(was, newNames), moves(is, new Map())],
      (way, a, b) => diffMove(way, a, b, is.id),
      ` from ${is.id}`,
    ),
  ];
}

function diffMove(place: Place, was: PathwayMove, is: PathwayMove, from: string): Difference[] {
  const requires = (move: PathwayMove) =>
    move.requires ?? (move.kind === 'step-down' ? 'criteria' : 'decision');
  const criteria = {
    path: `${place.path}.when`,
    subject: `criteria of ${is.kind} from ${from} to ${is.to}`,
  };
  return [
    ...diffFields(
      place,
      { ...was, requires: requires(was) },
      { ...is, requires: requires(is) },
      {
        except: ['id', 'to', 'when'],
        sets: ['roles'],
      },
    ),
    ...diffGate(criteria, was.when, is.when),
  ];
}
