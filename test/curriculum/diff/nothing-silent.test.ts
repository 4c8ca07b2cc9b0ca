import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Curriculum } from '../../../src/curriculum/curriculum.ts';
import { diffCurricula } from '../../../src/curriculum/diff/diff-curricula.ts';
import { canonicalJson } from '../../../src/program/canonical-json.ts';
import { compilePlan } from '../../../src/program/compile-plan.ts';
import { MATRIX_ONE } from '../../engine/migration/matrix-versions.ts';
import { smallCurriculum } from '../../generators/small-curriculum.ts';
import { leavesOf, otherAt, partsOf, type Way, without, withValue } from './every-change.ts';

const SMALL = smallCurriculum();
/** Matrix without what is there many times over in the same form, so that each kind of value is there once or twice. */
const MATRIX = {
  ...MATRIX_ONE,
  sources: Object.fromEntries(Object.entries(MATRIX_ONE.sources).slice(0, 2)),
  phases: MATRIX_ONE.phases.slice(1, 3),
  tracks: MATRIX_ONE.tracks.slice(0, 3).map((track) => ({ ...track, sessions: track.sessions.slice(0, 1) })),
};

/** The text of a curriculum, with the keys in order and without its version. */
const textOf = ({ version: _version, ...said }: Curriculum) => canonicalJson(said);

describe.each([
  ['the small program', SMALL],
  ['Matrix', MATRIX],
] as const)('a difference from %s', (_name, program) => {
  const edits = leavesOf(program)
    .filter(([first]) => first !== 'version')
    .flatMap((way) => {
      const value = otherAt(program, way);
      return value === undefined ? [] : [{ way, value }];
    });
  const edited = (list: readonly number[]) =>
    list.reduce<Curriculum>((changed, index) => {
      const { way, value } = edits[index] as (typeof edits)[number];
      return withValue(changed, way, value);
    }, program);

  it('is seen wherever one value is another, and is said with a path and both values', () => {
    expect(edits.length).toBeGreaterThan(leavesOf(program).length * 0.9);
    const silent: string[] = [];
    for (const { way, value } of edits) {
      const differences = diffCurricula(program, withValue(program, way, value));
      if (differences.length === 0) silent.push(way.join('.'));
      for (const { sentence, path, before, after } of differences) {
        expect(sentence).toMatch(/^\S.*\S$/s);
        expect(sentence).not.toContain('[object');
        expect(path).not.toBe('');
        expect([before, after]).not.toEqual([null, null]);
      }
    }
    expect(silent).toEqual([]);
  });

  it('is seen wherever a part is left out, unless the same holds without it', () => {
    const silent: Way[] = [];
    for (const way of partsOf(program)) {
      const other = way[0] === 'version' ? null : without(program, way);
      if (other === null || diffCurricula(program, other).length > 0) continue;
      silent.push(way);
      expect([way, meaningOf(other)]).toEqual([way, meaningOf(program)]);
    }
    expect(silent.length).toBeLessThan(20);
  });

  it('is none only where both say the same', () => {
    const some = fc.uniqueArray(fc.nat({ max: edits.length - 1 }), { maxLength: 3 });
    fc.assert(
      fc.property(some, some, (left, right) => {
        const [a, b] = [edited(left), edited(right)];
        const same = textOf(a) === textOf(b);
        expect([left, right, diffCurricula(a, b).length === 0]).toEqual([left, right, same]);
        expect(diffCurricula(b, a).length === 0).toBe(same);
      }),
      { numRuns: 150 },
    );
  });
});

/** What a curriculum compiles to, without what names the version or repeats how it was written. */
function meaningOf(program: Curriculum): unknown {
  const { hash: _hash, curriculum: _curriculum, criteria, ...plan } = compilePlan(program);
  return {
    ...plan,
    criteria: criteria.map((node) => (node.node === 'compare' ? { ...node, leaf: null } : node)),
  };
}
