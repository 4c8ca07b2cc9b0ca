import fc from 'fast-check';
import type { Curriculum } from '../../src/curriculum/curriculum.ts';
import type { Pathway } from '../../src/curriculum/pathway/pathway.ts';
import type { PathwayDocument } from '../../src/curriculum/pathway/pathway-document.ts';
import { anyCriterion, anyCurriculum } from './any-curriculum.ts';

const STAGES = ['first', 'second', 'again'];

const move = (from: string) =>
  fc.record({
    to: fc.constantFrom(...STAGES.filter((id) => id !== from)),
    kind: fc.constantFrom('step-down', 'step-up', 'transfer'),
    when: anyCriterion,
  });

const stage = (id: string, curriculum: string) =>
  fc
    .record({
      moves: fc.uniqueArray(move(id), { minLength: 1, maxLength: 3, selector: ({ to, kind }) => to + kind }),
      least: fc.option(fc.integer({ min: 1, max: 9 }), { nil: undefined }),
    })
    .map(({ moves, least }) => ({
      ...{ id, title: id, curriculum, moves },
      ...(least === undefined ? {} : { stay: { minimum: { days: least, clock: 'program' } } }),
    }));

/** What of one curriculum counts for the other: a track for another one, or all that have the same names. */
const equivalence = (from: string, to: string) =>
  fc
    .record({
      tracks: fc.option(fc.tuple(fc.constantFrom('alpha', 'beta'), fc.constantFrom('alpha', 'gamma')), {
        nil: null,
      }),
      days: fc.option(fc.integer({ min: 1, max: 25 }), { nil: null }),
    })
    .map(({ tracks, days }) => ({
      from: { curriculum: from, ...(tracks ? { track: tracks[0], sessions: '1' } : {}) },
      to: { curriculum: to, ...(tracks ? { track: tracks[1], sessions: '1' } : {}) },
      ...(days === null ? {} : { expiresAfter: { days } }),
    }));

/** Any pathway of three stages over two curricula, with credit from one to the other and back, whether or not it makes sense. */
export const anyPathway: fc.Arbitrary<PathwayDocument> = fc
  .record({
    one: anyCurriculum,
    two: anyCurriculum,
    stages: fc.tuple(stage('first', 'one'), stage('second', 'two'), stage('again', 'one')),
    equivalences: fc.tuple(equivalence('one', 'two'), equivalence('two', 'one'), equivalence('one', 'two')),
  })
  .map(({ one, two, stages, equivalences }) => {
    const named = (curriculum: Curriculum, id: string): Curriculum => ({ ...curriculum, id });
    const sources = { none: { title: 'Made for tests', certainty: 'recalled' } };
    const pathway = { id: 'any', version: '1.0.0', title: 'Any', sources, stages, equivalences };
    return { pathway: pathway as unknown as Pathway, curricula: [named(one, 'one'), named(two, 'two')] };
  });
