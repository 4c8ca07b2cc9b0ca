import fc from 'fast-check';

const maybe = <T extends object>(arbitrary: fc.Arbitrary<T>) => fc.oneof(fc.constant({}), arbitrary);

const tier = (weeks: string | undefined) =>
  fc
    .tuple(
      fc.record({ first: fc.nat(900), rise: fc.nat(200) }),
      maybe(fc.record({ riseEvery: fc.integer({ min: 2, max: 3 }) })),
      maybe(fc.record({ maximum: fc.integer({ min: 200, max: 1500 }) })),
      maybe(fc.record({ perWeek: fc.constantFrom(1, 2) })),
    )
    .map((parts) => Object.assign({}, ...parts, weeks === undefined ? {} : { weeks }));

const tiers = fc.oneof(fc.tuple(tier(undefined)), fc.tuple(tier('1-2'), tier('3-9')));

/** Any kind of reward, for negative tests or for the meetings of one of some tracks, with all that may befall it. */
export const anyIncentive = (id: string, tracks: readonly string[]): fc.Arbitrary<object> =>
  fc
    .tuple(
      fc.record({
        pays: fc.constantFrom('money', 'draws', 'pieces'),
        for: fc.oneof(
          fc.constant({ type: 'negative-test' }),
          fc.constantFrom(...tracks).map((track) => ({ type: 'attendance', tracks: [track] })),
        ),
        tiers,
      }),
      maybe(
        fc.record({ bonus: fc.record({ every: fc.integer({ min: 2, max: 3 }), amount: fc.constant(70) }) }),
      ),
      maybe(
        fc.record({
          reset: fc.subarray(['positive-test', 'missed-test', 'reported-use', 'absence'], { minLength: 1 }),
        }),
      ),
      maybe(fc.record({ restore: fc.record({ after: fc.integer({ min: 1, max: 3 }) }) })),
      maybe(
        fc.record({
          cap: fc.record({
            amount: fc.integer({ min: 300, max: 4000 }),
            per: fc.constantFrom('episode', 'calendar-year'),
          }),
        }),
      ),
    )
    .map((parts) => Object.assign({ id, title: id }, ...parts));
