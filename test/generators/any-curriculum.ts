import fc from 'fast-check';
import { Curriculum } from '../../src/curriculum/curriculum.ts';
import { WEEKDAYS } from '../../src/curriculum/weekday.ts';
import { anyIncentive } from './any-incentive.ts';

const PHASES = ['first', 'second', 'third', 'fourth'];
const TRACKS = ['alpha', 'beta', 'gamma'];
const MONITORS: Readonly<Record<string, readonly string[]>> = {
  watch: ['calm', 'alert', 'gone'],
  clean: ['yes', 'no'],
};

const small = fc.integer({ min: 0, max: 5 });
const since = fc.constantFrom('admission', 'phase');
const tracks = fc.option(fc.subarray(TRACKS, { minLength: 1 }), { nil: undefined });
const threshold = fc.boolean().chain((most) => small.map((n) => (most ? { atMost: n } : { atLeast: n })));
const counted = (type: string) =>
  fc.record({ type: fc.constant(type), since }).chain((leaf) => threshold.map((t) => ({ ...leaf, ...t })));
const ofTracks = (type: string) =>
  fc.tuple(counted(type), tracks).map(([leaf, t]) => (t ? { ...leaf, tracks: t } : leaf));
/** A score may become too old after some days. */
const aged = fc.constantFrom({}, {}, { within: { days: 3 } }, { within: { weeks: 2 } });
const without = (type: string) => threshold.map((t) => ({ type, ...t }));

const leaf = fc.oneof(
  ofTracks('sessions'),
  ofTracks('meetings'),
  fc
    .tuple(ofTracks('minutes'), fc.integer({ min: 0, max: 900 }))
    .map(([{ type, since: s }, n]) => ({ type, since: s, atLeast: n })),
  fc.tuple(tracks, since, fc.constantFrom(0.3, 0.5, 0.75, 0.8), fc.boolean()).map(([t, s, n, most]) => ({
    type: 'attendance-rate',
    since: s,
    ...(t ? { tracks: t } : {}),
    ...(most ? { atMost: n } : { atLeast: n }),
  })),
  fc
    .tuple(ofTracks('absences'), fc.boolean())
    .map(([{ since: s, ...rest }, consecutive]) =>
      consecutive ? { ...rest, consecutive } : { ...rest, since: s },
    ),
  counted('attended-days'),
  fc
    .record({
      in: fc.constantFrom('phase', 'program'),
      clock: fc.constantFrom('wall', 'program', 'attended'),
    })
    .chain((stay) =>
      fc.tuple(fc.boolean(), fc.integer({ min: 0, max: 30 })).map(([most, days]) => ({
        type: 'stay',
        ...stay,
        ...(most ? { atMostDays: days } : { atLeastDays: days }),
      })),
    ),
  fc.tuple(counted('negative-tests'), fc.boolean()).map(([rest, consecutive]) => ({ ...rest, consecutive })),
  counted('positive-tests'),
  without('evidence-of-use'),
  fc.integer({ min: 0, max: 25 }).map((n) => ({ type: 'days-abstinent', atLeast: n })),
  fc
    .tuple(fc.integer({ min: 4, max: 16 }), aged)
    .map(([n, age]) => ({ type: 'score', instrument: 'phq-9', atMost: n, ...age })),
  fc
    .tuple(small, aged)
    .map(([n, age]) => ({ type: 'score-change', instrument: 'phq-9', atMost: -n, ...age })),
  since.map((s) => ({ type: 'signed-off', role: 'counselor', subject: 'ready', since: s })),
  counted('homework'),
  counted('mutual-help'),
  fc
    .tuple(without('mutual-help-weekly'), fc.integer({ min: 1, max: 4 }))
    .map(([weekly, lastWeeks]) => ({ ...weekly, lastWeeks })),
  fc.constantFrom(...TRACKS).map((track) => ({ type: 'track-completed', track })),
  fc.subarray(PHASES, { minLength: 1 }).map((phases) => ({ type: 'phase-in', phases })),
  fc
    .constantFrom('watch', 'clean')
    .chain((monitor) =>
      fc
        .subarray([...MONITORS[monitor]!], { minLength: 1 })
        .map((states) => ({ type: 'monitor-in', monitor, states })),
    ),
);

/** Any criterion that all generated curricula understand. */
export const { criterion: anyCriterion } = fc.letrec<{ criterion: object }>((tie) => ({
  criterion: fc.oneof(
    { maxDepth: 2, depthSize: 'small' },
    leaf,
    fc.record({
      type: fc.constantFrom('all', 'any'),
      of: fc.array(tie('criterion'), { minLength: 1, maxLength: 3 }),
    }),
    fc
      .array(tie('criterion'), { minLength: 2, maxLength: 3 })
      .map((of) => ({ type: 'at-least', count: 2, of })),
    tie('criterion').map((of) => ({ type: 'not', of })),
  ),
}));

const schedule = fc.record({
  weekdays: fc.subarray([...WEEKDAYS], { minLength: 1, maxLength: 3 }),
  start: fc.constantFrom('09:00', '14:30', '18:00'),
  minutes: fc.constantFrom(50, 90),
  weeks: fc.option(fc.constantFrom('1-2', '1-8', '1, 3, 6', '2-5', '4-12'), { nil: undefined }),
  everyWeeks: fc.constantFrom(1, 1, 2),
});

const track = (id: string) =>
  fc
    .record({
      order: fc.constantFrom('next', 'fixed', 'rolling', 'any'),
      during: fc.subarray(PHASES, { minLength: 1 }),
      weeksCountFrom: fc.constantFrom('admission', 'phase'),
      schedule: fc.array(schedule, { minLength: 1, maxLength: 2 }),
      count: fc.constantFrom(1, 3, 6, 40),
      requires: fc.constantFrom('none', undefined),
    })
    .map(({ count, ...rest }) => ({
      id,
      title: id,
      kind: 'skills',
      format: 'group',
      ...rest,
      sessions: Array.from({ length: count }, (_, i) => ({ number: i + 1, title: `Session ${i + 1}` })),
    }));

const way = (to: readonly string[]) =>
  fc.oneof(
    fc.record({ to: fc.constantFrom(...to), when: anyCriterion }),
    fc.record({
      to: fc.constantFrom(...to),
      after: fc.record({
        days: fc.integer({ min: 1, max: 20 }),
        clock: fc.constantFrom('wall', 'program', 'attended'),
        since: fc.constantFrom('state-entry', 'last-contact', 'last-attendance', 'phase-entry', 'admission'),
      }),
    }),
  );

const monitor = (id: string) =>
  fc
    .tuple(
      ...MONITORS[id]!.map((state, i) =>
        fc
          .record({
            transitions: fc.array(way(MONITORS[id]!.filter((other) => other !== state)), {
              minLength: 1,
              maxLength: 2,
            }),
            asks: fc.boolean(),
            discharge: fc.constantFrom(null, null, 'recommended', 'automatic'),
          })
          .map(({ transitions, asks, discharge }) => ({
            id: state,
            title: state,
            transitions,
            ...(asks ? { tasks: [{ id: 'call', title: 'Call', until: 'state' }] } : {}),
            ...(discharge !== null && i > 0 ? { discharge: { reason: 'dropped-out', mode: discharge } } : {}),
          })),
      ),
    )
    .map((states) => ({ id, title: id, states }));

const phase = (id: string, i: number) =>
  fc
    .record({
      exit: fc.option(anyCriterion, { nil: undefined }),
      advance: fc.constantFrom('automatic', undefined),
      weeks: fc.constant(`${1 + i * 3}-${3 + i * 3}`),
      least: fc.constantFrom(null, null, 4),
      skips: fc.boolean(),
    })
    .map(({ least, skips, ...rest }) => ({
      ...{ id, title: id, ...rest },
      ...(least === null ? {} : { stay: { minimum: { days: least, clock: 'program' } } }),
      ...(skips && i < 2 ? { next: PHASES.slice(i + 1, i + 3) } : {}),
    }));

/** Any curriculum of a few phases, tracks and monitors that the language can say, whether or not it makes sense. */
export const anyCurriculum: fc.Arbitrary<Curriculum> = fc
  .record({
    phases: fc.tuple(...PHASES.map(phase)),
    final: fc.constantFrom('completed', 'transferred'),
    tracks: fc.tuple(...TRACKS.map(track)),
    monitors: fc.tuple(monitor('watch'), monitor('clean')),
    perWeek: fc.constantFrom(1, 2),
    days: fc.constantFrom('random', ['monday', 'thursday']),
    testWeeks: fc.option(fc.constantFrom('1-4', '2-9'), { nil: undefined }),
    missedCountsAs: fc.constantFrom('missed', 'positive'),
    excusedCountsAsOffered: fc.boolean(),
    sessionsDuringLeave: fc.constantFrom('owed', 'not-owed'),
    takenBack: fc.constantFrom(4, 30),
    countsFromFraction: fc.constantFrom(0.3, 0.5),
    incentives: fc.tuple(anyIncentive('vouchers', TRACKS), anyIncentive('prizes', TRACKS)),
    breath: fc.subarray(PHASES),
  })
  .map(
    ({
      phases,
      final,
      tracks: written,
      monitors,
      perWeek,
      days,
      testWeeks,
      missedCountsAs,
      excusedCountsAsOffered,
      sessionsDuringLeave,
      takenBack,
      countsFromFraction,
      incentives,
      breath,
    }) =>
      Curriculum.parse(
        JSON.parse(
          JSON.stringify({
            id: 'generated',
            version: '1.0.0',
            title: 'Generated',
            levelOfCare: { system: 'asam-3', level: '2.1' },
            sources: { none: { title: 'Made for tests', certainty: 'recalled' } },
            phases: [...phases, { id: 'end', title: 'End', final }],
            tracks: written,
            monitors,
            incentives,
            drugTests: [
              {
                id: 'urine',
                title: 'Urine',
                specimens: ['urine'],
                perWeek: days === 'random' ? perWeek : 2,
                days,
                weeks: testWeeks,
              },
              ...(breath.length === 0
                ? []
                : [
                    {
                      id: 'breath',
                      title: 'Breath',
                      specimens: ['breath'],
                      perWeek: 3,
                      days: 'random',
                      during: breath,
                    },
                  ]),
            ],
            policies: {
              ...{
                drugTests: { missedCountsAs },
                attendance: { excusedCountsAsOffered, countsFromFraction },
              },
              leave: { sessionsDuringLeave },
              readmission: { sameEpisodeWithin: { days: takenBack }, source: 'none' },
            },
          }),
        ),
      ),
  );
