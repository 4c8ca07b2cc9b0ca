import { didYouMean } from '../curriculum/did-you-mean.ts';
import type { Course } from '../program/course.ts';
import type { Behaviour } from './behaviour.ts';
import { BehaviourModel } from './behaviour-model.ts';

/**
 * The names in a behaviour that neither its traits nor the program know, each in a sentence with what was meant: they would have no
 * effect. Of a pathway it suffices that one of its stages knows a name. Pure.
 */
export function unknownNames({ stages }: Course, behaviour: Behaviour): string[] {
  const of = (ids: (plan: Course['stages'][number]['plan']) => readonly string[]) =>
    new Set(stages.flatMap(({ plan }) => ids(plan)));
  const known: Readonly<Record<string, ReadonlySet<string>>> = {
    track: of(({ tracks }) => tracks.map(({ id }) => id)),
    phase: of(({ phases }) => phases.map(({ id }) => id)),
    counter: of(({ counters }) => counters.map(({ name }) => name)),
    monitor: of(({ monitors }) => monitors.map(({ id }) => id)),
    reward: of(({ incentives = [] }) => incentives.map(({ id }) => id)),
    trait: new Set(behaviour.traits.map(({ id }) => id)),
  };
  const unknown = (kind: string, name: string, where: string): string[] =>
    known[kind]!.has(name) ? [] : [`${where} knows no ${kind} ${name}${didYouMean(name, known[kind]!)}`];
  const models = modelsIn('behaviour', behaviour).flatMap(([where, model]) => [
    ...Object.keys(model.tracks ?? {}).flatMap((name) => unknown('track', name, where)),
    ...Object.keys(model.phases ?? {}).flatMap((name) => unknown('phase', name, where)),
    ...Object.entries(model.traits ?? {}).flatMap(([trait, levels]) => {
      const has = behaviour.traits.find(({ id }) => id === trait)?.levels.map(({ id }) => id);
      if (has === undefined) return unknown('trait', trait, where);
      const missing = Object.keys(levels).filter((level) => !has.includes(level));
      return missing.map((level) => `${where} knows no level ${level} of ${trait}${didYouMean(level, has)}`);
    }),
    ...Object.keys({ ...model.terms, ...model.trends }).flatMap((name) => {
      const [kind = '', ...rest] = name.split('/');
      return rest.length === 0 ? [] : unknown(kind, rest.join('/'), where);
    }),
  ]);
  const choices = (behaviour.staff.choices ?? []).flatMap(({ from, to }) =>
    [from, to].flatMap((name) => unknown('phase', name, 'behaviour.staff.choices')),
  );
  return [...models, ...choices];
}

/** All models in a part of a behaviour, with the way to each. */
function modelsIn(where: string, part: unknown): [string, BehaviourModel][] {
  if (typeof part !== 'object' || part === null || Array.isArray(part)) return [];
  const model = BehaviourModel.safeParse(part);
  if (model.success) return [[where, model.data]];
  return Object.entries(part).flatMap(([key, value]) => modelsIn(`${where}.${key}`, value));
}
