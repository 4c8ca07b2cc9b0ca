import { didYouMean } from '../curriculum/did-you-mean.ts';
import { type Course, isPathway } from '../program/course.ts';
import type { Plan } from '../program/plan.ts';
import type { Behaviour } from './behaviour.ts';
import { BehaviourModel } from './behaviour-model.ts';

/** A name that nothing knows, in a sentence, and the way to it in the scenario. */
export type UnknownName = { readonly message: string; readonly path: readonly (string | number)[] };

type Path = UnknownName['path'];
type Known = Readonly<Record<string, ReadonlySet<string>>>;

/**
 * The names in a behaviour that neither its traits nor the program know, each in a sentence with what was meant: they would have no
 * effect. Of a pathway it suffices that one of its stages knows a name. Pure.
 */
export function unknownNames(course: Course, behaviour: Behaviour): UnknownName[] {
  const known = namesOf(course, behaviour);
  const models = modelsIn(['behaviour'], behaviour).flatMap(([path, model]) =>
    inModel(known, path, model, behaviour),
  );
  return [...models, ...inStaff(course, known, behaviour.staff)];
}

function namesOf({ stages }: Course, behaviour: Behaviour): Known {
  const of = (ids: (plan: Plan) => readonly string[]) => new Set(stages.flatMap(({ plan }) => ids(plan)));
  const signed = (plan: Plan) =>
    plan.criteria.flatMap((node) =>
      node.node === 'compare' && node.leaf.type === 'signed-off' ? [node.leaf] : [],
    );
  return {
    track: of(({ tracks }) => tracks.map(({ id }) => id)),
    phase: of(({ phases }) => phases.map(({ id }) => id)),
    counter: of(({ counters }) => counters.map(({ name }) => name)),
    monitor: of(({ monitors }) => monitors.map(({ id }) => id)),
    reward: of(({ incentives = [] }) => incentives.map(({ id }) => id)),
    trait: new Set(behaviour.traits.map(({ id }) => id)),
    stage: new Set(stages.map(({ id }) => id)),
    'sign-off by a': of((plan) => signed(plan).map(({ role }) => role)),
    'sign-off of': of((plan) => signed(plan).flatMap(({ subject }) => subject ?? [])),
  };
}

function unknown(known: Known, kind: string, name: string, path: Path): UnknownName[] {
  const names = known[kind]!;
  if (names.has(name)) return [];
  const where = path.filter((step) => typeof step === 'string').slice(0, 3);
  const meant = didYouMean(name, names);
  const few = names.size > 0 && names.size < 9 ? `; there are ${[...names].join(', ')}` : '';
  return [{ message: `${shortened(where, name)} knows no ${kind} ${name}${meant || few}`, path }];
}

/** The part of a behaviour in which a name stands, as `behaviour.exits.terminated`, without the name itself. */
function shortened(where: readonly string[], name: string): string {
  const own = ['tracks', 'phases', 'traits', 'terms', 'trends', 'role', 'subject', 'from', 'to', name];
  return where.filter((step) => !own.includes(step)).join('.');
}

function inModel(known: Known, path: Path, model: BehaviourModel, { traits }: Behaviour): UnknownName[] {
  const keys = (key: 'tracks' | 'phases') => Object.keys(model[key] ?? {});
  const levels = Object.entries(model.traits ?? {}).flatMap(([trait, given]) => {
    const at = [...path, 'traits', trait];
    const ids = traits.find(({ id }) => id === trait)?.levels.map(({ id }) => id);
    if (ids === undefined) return unknown(known, 'trait', trait, at);
    return Object.keys(given).flatMap((level) =>
      ids.includes(level)
        ? []
        : [
            {
              message: `${path.join('.')} knows no level ${level} of ${trait}${didYouMean(level, ids)}`,
              path: [...at, level],
            },
          ],
    );
  });
  const features = (['terms', 'trends'] as const).flatMap((key) =>
    Object.keys(model[key] ?? {}).flatMap((name) => {
      const [kind = '', ...rest] = name.split('/');
      return rest.length === 0 ? [] : unknown(known, kind, rest.join('/'), [...path, key, name]);
    }),
  );
  return [
    ...keys('tracks').flatMap((name) => unknown(known, 'track', name, [...path, 'tracks', name])),
    ...keys('phases').flatMap((name) => unknown(known, 'phase', name, [...path, 'phases', name])),
    ...levels,
    ...features,
  ];
}

/** Names in what staff do: of phases they choose, stages to which they move patients, and who signs what. */
function inStaff(course: Course, known: Known, staff: Behaviour['staff']): UnknownName[] {
  const pairs = (list: 'choices' | 'ways', kind: string) =>
    (staff[list] ?? []).flatMap((one, index) =>
      (['from', 'to'] as const).flatMap((key) =>
        one[key] === undefined
          ? []
          : unknown(known, kind, one[key], ['behaviour', 'staff', list, index, key]),
      ),
    );
  const ways =
    staff.ways === undefined || isPathway(course)
      ? pairs('ways', 'stage')
      : [
          {
            message: `behaviour.staff.ways: ${course.id} is no pathway, and has no ways between stages`,
            path: ['behaviour', 'staff', 'ways'],
          },
        ];
  const signOffs = staff.signOffs.flatMap(({ role, subject }, index) => {
    const at = ['behaviour', 'staff', 'signOffs', index];
    return [
      ...(role === undefined ? [] : unknown(known, 'sign-off by a', role, [...at, 'role'])),
      ...(subject === undefined ? [] : unknown(known, 'sign-off of', subject, [...at, 'subject'])),
    ];
  });
  return [...pairs('choices', 'phase'), ...ways, ...signOffs];
}

/** All models in a part of a behaviour, with the way to each. */
function modelsIn(path: Path, part: unknown): [Path, BehaviourModel][] {
  if (typeof part !== 'object' || part === null || Array.isArray(part)) return [];
  const model = BehaviourModel.safeParse(part);
  if (model.success) return [[path, model.data]];
  return Object.entries(part).flatMap(([key, value]) => modelsIn([...path, key], value));
}
