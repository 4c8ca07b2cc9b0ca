import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadCurriculumLibrary } from '../../../src/curriculum-folder.ts';
import { courseOfStudy } from '../../../src/simulation/experiment/course-of-study.ts';
import { gateThresholds, pathwayThresholds } from '../../../src/simulation/scenario/gate-thresholds.ts';
import { latinHypercube } from '../../../src/simulation/scenario/latin-hypercube.ts';
import { pathwayStudy } from '../../../src/simulation/scenario/pathway-study.ts';
import { numberAtPath, setAtPath } from '../../../src/simulation/scenario/set-at-path.ts';
import { valueGrid } from '../../../src/simulation/scenario/value-grid.ts';
import { parameterValue, withParameters } from '../../../src/simulation/scenario/with-parameters.ts';
import { weeklyStudy } from '../experiment/weekly-hazards.ts';

const study = weeklyStudy();

describe('withParameters', () => {
  it('sets a declared parameter, a path of the scenario, and a path of the curriculum', () => {
    const path = 'curriculum.policies.makeUpWithinDays';
    const changed = withParameters(study, { 'drop-out': 0.1, 'behaviour.attendance.probability': 0.7 });
    expect(changed.scenario.behaviour.dropOut?.probability).toBe(0.1);
    expect(changed.scenario.behaviour.attendance.probability).toBe(0.7);
    expect(study.scenario.behaviour.dropOut?.probability).toBe(0.05);
    expect(() => withParameters(study, { [path]: 2 })).toThrow(/leads to no number/);
    expect(() => withParameters(study, { 'drop-ot': 0.1 })).toThrow('did you mean drop-out?');
    const gate = 'curriculum.phases.stabilization.exit.of.0.atLeastWeeks';
    expect(() => parameterValue(study, gate)).toThrow(/there is no stabilization at curriculum.phases/);
  });

  it('sets the threshold of each attendance criterion in the gates, and of no other', () => {
    const paths = gateThresholds(study.curriculum, 'attendance');
    expect(paths.length).toBeGreaterThan(1);
    const changed = withParameters(study, { 'gate.attendance': 0.6 });
    for (const path of paths) expect(numberAtPath(changed.curriculum, path)).toBe(0.6);
    const back = paths.reduce((curriculum, path) => setAtPath(curriculum, path, 0.75), changed.curriculum);
    const before = paths.reduce((curriculum, path) => setAtPath(curriculum, path, 0.75), study.curriculum);
    expect(back).toEqual(before);
    expect(parameterValue(changed, 'gate.attendance')).toBe(0.6);
  });

  it.each([
    [{ 'gate.moonlight': 1 }, 'no gate of generic-iop has a criterion moonlight; there are a'],
    [{ 'behaviour.dropOut.chance': 1 }, 'there is no chance at scenario.behaviour.dropOut'],
    [{ 'behaviour.dropOut': 1 }, 'there is no number'],
    [{ 'drop-out': 1.5 }, 'is not allowed'],
    [{ 'gate.attendance': 7 }, '7 can never be reached: 1 is the most there is'],
  ])('refuses %j', (values, message) => {
    expect(() => withParameters(study, values)).toThrow(message);
  });
});

describe('withParameters of a pathway', () => {
  it('sets the thresholds of all its gates and ways, or of one curriculum, and refuses what nobody could meet', async () => {
    const document = (await loadCurriculumLibrary([]).findPathway!('step-up'))!;
    const pathway = pathwayStudy({ ...study.scenario, parameters: {} }, document);
    const paths = pathwayThresholds(document, 'attendance');
    expect(paths.length).toBeGreaterThan(1);
    const changed = withParameters(pathway, { 'gate.attendance': 0.6 });
    for (const path of paths) expect(numberAtPath(changed.pathway, path)).toBe(0.6);
    expect(courseOfStudy(changed).hash).not.toBe(courseOfStudy(pathway).hash);
    expect(parameterValue(changed, 'gate.attendance')).toBe(0.6);
    expect(changed.curriculum).toMatchObject({ id: 'step-up' });
    expect(() => withParameters(pathway, { 'gate.attendance': 7 })).toThrow('can never be reached');
    expect(() => withParameters(pathway, { 'gate.moonlight': 1 })).toThrow('no gate or way of step-up');
    expect(() => withParameters(pathway, { 'curriculum.phases.0': 1 })).toThrow('write curriculum.<id>');
  });
});

describe('valueGrid', () => {
  it('reads from:to:step with both ends, and lists', () => {
    expect(valueGrid('0.6:0.9:0.05')).toEqual([0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9]);
    expect(valueGrid('1:2:0.4')).toEqual([1, 1.4, 1.8]);
    expect(valueGrid('3, 1')).toEqual([3, 1]);
  });

  it.each(['', 'a', '1:2', '2:1:0.5', '1:2:0', '1:2:-1', '1:2:1:1', '0:1:1e-9', '1,,2'])(
    'refuses %j',
    (text) => {
      expect(() => valueGrid(text)).toThrow('write values as');
    },
  );
});

describe('latinHypercube', () => {
  it('has one point in each slice of each axis, and the same for the same seed', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 1, max: 5 }),
        fc.nat(1000),
        (points, axes, seed) => {
          const cube = latinHypercube(points, axes, seed);
          for (let axis = 0; axis < axes; axis += 1) {
            const slices = cube.map((point) => Math.floor(point[axis]! * points)).sort((a, b) => a - b);
            expect(slices).toEqual(Array.from({ length: points }, (_, i) => i));
          }
          expect(latinHypercube(points, axes, seed)).toEqual(cube);
        },
      ),
    );
    expect(latinHypercube(10, 2, 1)).not.toEqual(latinHypercube(10, 2, 2));
  });

  it('does not move its axes together', () => {
    const cube = latinHypercube(200, 2, 4);
    const [mean, variance] = [0.5, 1 / 12];
    const covariance = cube.reduce((sum, [x, y]) => sum + (x! - mean) * (y! - mean), 0) / cube.length;
    expect(Math.abs(covariance / variance)).toBeLessThan(0.25);
  });
});
