import { describe, expect, it } from 'vitest';
import { fitStudy } from '../../../src/simulation/calibration/fit-study.ts';
import { fittedStudy } from '../../../src/simulation/calibration/fitted-study.ts';
import { Targets } from '../../../src/simulation/calibration/targets.ts';
import { runCohortFigures } from '../../../src/simulation/experiment/run-cohort-figures.ts';
import { prepareWeeklyHazards, weeklyShares, weeklyStudy } from '../experiment/weekly-hazards.ts';

const study = weeklyStudy(0.02, 0.1, 0.01);
const truth = { 'drop-out': 0.08, terminated: 0.03, transferred: 0.04 };
const shares = weeklyShares(0.08, 0.03, 0.04);
const targets = (more: object = {}) =>
  Targets.parse({
    id: 'by-hand',
    title: 'Shares by arithmetic',
    targets: Object.entries(shares).map(([figure, value]) => ({
      figure,
      value,
      within: 0.02,
      source: 'arithmetic',
    })),
    fit: Object.keys(truth),
    patients: 1500,
    ...more,
  });

describe('fitStudy', () => {
  const fit = fitStudy(prepareWeeklyHazards, study, targets());

  it('finds the values that the figures were made with, within its intervals', () => {
    expect(fit.verdict).toBe('fits');
    expect(fit.warnings).toEqual([]);
    for (const { name, value, low, high, identifiable, atBound } of fit.parameters) {
      const wanted = truth[name as keyof typeof truth];
      expect(Math.abs(value - wanted) / wanted).toBeLessThan(0.25);
      expect(low).toBeLessThan(wanted);
      expect(high).toBeGreaterThan(wanted);
      expect([identifiable, atBound]).toEqual([true, false]);
    }
  });

  it('says what it began with, and shows the figures of other patients', () => {
    expect(fit.parameters.map(({ start }) => start)).toEqual([0.02, 0.1, 0.01]);
    expect(fit.figures).toHaveLength(4);
    expect(fit.figures.every(({ off }) => off !== null && Math.abs(off) <= 2)).toBe(true);
    expect(fit.trials).toBeLessThan(400);
  });

  it('gives the same fit for the same seed', () => {
    expect(fitStudy(prepareWeeklyHazards, study, targets())).toEqual(fit);
  });

  it('writes the fitted values into the scenario, with their provenance', () => {
    const { scenario } = fittedStudy(study, fit);
    expect(scenario.behaviour.dropOut?.probability).toBeCloseTo(fit.parameters[0]!.value, 5);
    expect(scenario.behaviour.dropOut?.source).toBe(
      'fitted to by-hand (1500 patients, seed 1); before: assumed',
    );
    expect(scenario.parameters?.['drop-out']?.source).toMatch(/^fitted to by-hand/);
    expect(scenario.costs?.admission?.source).toBe('assumed');
    const again = fittedStudy(fittedStudy(study, fit), fit).scenario.behaviour.dropOut?.source;
    expect(again).toBe('fitted to by-hand (1500 patients, seed 1)');
  });

  it('leaves a parameter that no figure depends on where it is, and says so', () => {
    const loose = fitStudy(
      prepareWeeklyHazards,
      study,
      targets({ fit: [...Object.keys(truth), 'admission'] }),
    );
    const admission = loose.parameters.find(({ name }) => name === 'admission')!;
    expect(admission.identifiable).toBe(false);
    expect([admission.low, admission.high]).toEqual([0, 1000]);
    expect([admission.value, admission.moves]).toEqual([100, false]);
    expect(loose.warnings).toEqual(['admission moves none of the figures, and is left at 100.']);
    expect(loose.degreesOfFreedom).toBe(1);
    expect(loose.parameters.filter(({ identifiable }) => identifiable)).toHaveLength(3);
  });

  it('says that a model fits badly that cannot come to the figures, and where it stands at a bound', () => {
    const impossible = targets({
      targets: [
        { figure: 'completed', value: 0.377, within: 0.04, source: 'x' },
        { figure: 'stay.dropped-out.median', value: 80, within: 4, source: 'x' },
      ],
      fit: ['drop-out'],
    });
    const bad = fitStudy(prepareWeeklyHazards, study, impossible);
    expect(bad.verdict).toBe('fits-badly');
    expect(bad.warnings.join(' ')).toMatch(/The figure stay.dropped-out.median comes to .* and not to 80/);
    expect(bad.warnings.join(' ')).toMatch(
      /It is out of reach: \d+ trials over all ranges came to \d+ to \d+\./,
    );
  });

  it('says which range binds, at which end, and takes a wider one from the targets', () => {
    const wanted = (fit: unknown) =>
      fitStudy(
        prepareWeeklyHazards,
        study,
        targets({ targets: [{ figure: 'completed', value: 0.05, within: 0.02, source: 'x' }], fit: [fit] }),
      );
    const narrow = wanted({ parameter: 'drop-out', low: 0.01, high: 0.12 });
    expect(narrow.verdict).toBe('fits-badly');
    expect(narrow.warnings.join(' ')).toContain(
      'drop-out lies at the upper end of its range, 0.12 of 0.01 to 0.12: the range binds',
    );
    const wide = wanted({ parameter: 'drop-out', low: 0.01, high: 0.6 });
    expect(wide.verdict).toBe('fits');
    expect(wide.parameters[0]!.value).toBeGreaterThan(0.12);
  });

  it('looks at held-out figures afterwards only, and adds up several figures of one target', () => {
    const held = fitStudy(
      prepareWeeklyHazards,
      study,
      targets({
        targets: [
          { figure: 'completed', value: shares['completed'], within: 0.04, source: 'x' },
          { figure: ['end.terminated', 'end.transferred'], value: 0.3, within: 0.04, source: 'x' },
          { figure: 'end.dropped-out', value: 0.9, within: 0.04, source: 'x', holdOut: true },
        ],
        fit: ['drop-out', 'terminated'],
      }),
    );
    expect(held.verdict).toBe('fails-held-out');
    expect(held.figures[1]!.figure).toBe('end.terminated + end.transferred');
    expect(held.warnings).toEqual([expect.stringMatching(/^The held-out figure end.dropped-out comes to/)]);
  });

  it('refuses a parameter and a figure that nobody knows', () => {
    expect(() => fitStudy(prepareWeeklyHazards, study, targets({ fit: ['luck'] }))).toThrow(
      'declares no parameter luck',
    );
    expect(() => fitStudy(prepareWeeklyHazards, study, targets({ fit: ['admission'] }))).toThrow(
      'no figure depends on admission',
    );
    const unknown = [{ figure: 'happiness', value: 1, within: 1, source: 'x' }];
    expect(() => fitStudy(prepareWeeklyHazards, study, targets({ targets: unknown }))).toThrow(
      'no figure happiness',
    );
    const near = [{ figure: 'retention.09x', value: 0.5, within: 0.1, source: 'x' }];
    expect(() => fitStudy(prepareWeeklyHazards, study, targets({ targets: near }))).toThrow(
      'did you mean retention.90?',
    );
  });
});

describe('Targets', () => {
  it.each([
    ...[{ se: 1, within: 1 }, { low: 1 }, { se: -1 }, { low: 0.3, high: 0.2 }],
    ...[{ sd: 2 }, { low: 0.5, high: 0.6 }, { n: 0 }, { n: 10, within: 1 }],
  ])('refuse a precision like %j', (precision) => {
    const one = { figure: 'completed', value: 0.4, source: 'x', ...precision };
    expect(Targets.safeParse({ id: 'x', title: 'x', targets: [one] }).success).toBe(false);
  });

  it('has intervals that hold the truth as often as they say, made figures of small cohorts included', () => {
    const [people, repeats] = [150, 16];
    const held = Array.from({ length: repeats }, (_, repeat) => {
      const real = prepareWeeklyHazards(weeklyStudy(truth['drop-out'], truth.terminated, truth.transferred));
      const data = runCohortFigures(real, { seed: 77, patients: people, replication: repeat });
      const published = ['end.dropped-out', 'end.terminated', 'end.transferred'].map((figure) => ({
        ...{ figure, value: data[figure], n: people, source: 'x' },
      }));
      const one = fitStudy(prepareWeeklyHazards, study, targets({ targets: published, patients: people }), {
        seed: repeat,
      });
      return one.parameters.filter(({ name, low, high }) => {
        const wanted = truth[name as keyof typeof truth];
        return low <= wanted && wanted <= high;
      }).length;
    }).reduce((sum, count) => sum + count, 0);
    expect(held / (3 * repeats)).toBeGreaterThan(0.9);
  });
});
