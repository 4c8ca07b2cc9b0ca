import { z } from 'zod';
import { CalendarSpan } from './calendar-span.ts';
import { Clock } from './duration.ts';
import { Identifier } from './identifier.ts';
import { provenance } from './provenance.ts';

const threshold = {
  atLeast: z.number().optional(),
  atMost: z.number().optional(),
};
const since = z
  .enum(['admission', 'phase'])
  .optional()
  .describe('count from admission (the default) or only from the day on which the present phase was entered');
const within = CalendarSpan.optional().describe(
  'a score that is older says nothing any more, and the criterion is unknown; the latest one counts for as long as there is no other unless given',
);
const tracks = {
  track: Identifier.optional(),
  tracks: z.array(Identifier).min(1).optional().describe('several tracks together; none named means all'),
};

const leaf = <Type extends string, Shape extends z.ZodRawShape>(type: Type, shape: Shape) =>
  z
    .strictObject({ type: z.literal(type), ...shape, ...provenance })
    .refine(
      hasOneThreshold,
      'give exactly one threshold: atLeast or atMost (stay: atLeastDays, atLeastWeeks or atMostDays)',
    );

const THRESHOLDS = ['atLeast', 'atMost', 'atLeastDays', 'atLeastWeeks', 'atMostDays'] as const;
const WITHOUT_THRESHOLD: readonly string[] = [
  'signed-off',
  'track-completed',
  'monitor-in',
  'phase-in',
  'holds',
];

function hasOneThreshold(leaf: unknown): boolean {
  const fields = leaf as Record<string, unknown>;
  if (WITHOUT_THRESHOLD.includes(String(fields['type']))) return true;
  return THRESHOLDS.filter((key) => fields[key] !== undefined).length === 1;
}

/** Distinct sessions (topics) of one or more tracks that were attended or credited. */
const Sessions = leaf('sessions', { ...tracks, ...threshold, since });
/** Meetings attended; the same topic met twice counts twice. */
const Meetings = leaf('meetings', { ...tracks, ...threshold, since });
/** Attended meetings as a fraction (0 to 1) of meetings attended and missed without excuse. */
const AttendanceRate = leaf('attendance-rate', { ...tracks, ...threshold, since });
/** Minutes spent in meetings. */
const Minutes = leaf('minutes', { ...tracks, ...threshold, since });
/** Meetings missed without excuse; `consecutive` counts those since the last one attended. */
const Absences = leaf('absences', { ...tracks, ...threshold, since, consecutive: z.boolean().optional() });
/** Days on which at least one meeting was attended. */
const AttendedDays = leaf('attended-days', { ...threshold, since });
/** Days in the present phase or since admission, on one of the three clocks (`program` unless told otherwise). */
const Stay = leaf('stay', {
  in: z.enum(['phase', 'program']),
  atLeastDays: z.int().min(0).optional(),
  atLeastWeeks: z.int().min(0).optional(),
  atMostDays: z.int().min(0).optional(),
  clock: Clock.optional(),
});
/** Negative drug tests in a row up to now; a positive, or a missed one where the policy says so, starts again at zero. */
const NegativeTests = leaf('negative-tests', { ...threshold, consecutive: z.boolean().optional(), since });
/** Positive drug tests. */
const PositiveTests = leaf('positive-tests', { ...threshold, since });
/** Evidence of use in a row (a positive test or reported use), with no negative test between. */
const EvidenceOfUse = leaf('evidence-of-use', { ...threshold });
/**
 * Days since the last known use, up to the last day on which the patient was seen, tested or reached: of the days after it nobody
 * knows. Unknown until a first test or a stated date of last use.
 */
const DaysAbstinent = leaf('days-abstinent', { ...threshold });
/** The latest score of an instrument. Unknown until the first assessment. */
const Score = leaf('score', { instrument: Identifier, ...threshold, within });
/** The latest score minus the first one. Unknown until there are two assessments; `within` is about the latest. */
const ScoreChange = leaf('score-change', { instrument: Identifier, ...threshold, within });
/** A sign-off by somebody in a role. */
const SignedOff = leaf('signed-off', { role: Identifier, subject: Identifier.optional(), since });
/** Homework handed in. */
const Homework = leaf('homework', { ...threshold, since });
/** Mutual-help meetings (12-step and others) documented. */
const MutualHelp = leaf('mutual-help', { ...threshold, since });
/** Whole calendar weeks in which the weekly dose was met, or was not met; a week excused by leave or closure is neither. */
const DoseWeeks = leaf('dose-weeks', {
  outcome: z.enum(['met', 'not-met']).optional().describe('which weeks count; those met unless given'),
  ...threshold,
  since,
});
/** A privilege or a role in the community is held. */
const Holds = leaf('holds', { privilege: Identifier });
/**
 * Mutual-help meetings documented a week: the fewest in any of the last weeks, counted back from today on the program clock
 * (leave left out). A week before the admission has none.
 */
const MutualHelpWeekly = leaf('mutual-help-weekly', {
  ...threshold,
  lastWeeks: z.int().min(1).max(52).describe('how many weeks, each of which is looked at'),
});
/** All required sessions of a track are done. */
const TrackCompleted = leaf('track-completed', { track: Identifier });
/** The patient is in one of the named phases. */
const PhaseIn = leaf('phase-in', { phases: z.array(Identifier).min(1) });
/** A monitor stands in one of the named states. */
const MonitorIn = leaf('monitor-in', { monitor: Identifier, states: z.array(Identifier).min(1) });

const Group = <Type extends 'all' | 'any'>(type: Type) =>
  z.strictObject({
    type: z.literal(type),
    get of(): z.ZodType<Criterion[], Criterion[]> {
      return z.array(Criterion).min(1);
    },
    ...provenance,
  });
const AtLeast = z.strictObject({
  type: z.literal('at-least'),
  count: z.int().min(1),
  get of(): z.ZodType<Criterion[], Criterion[]> {
    return z.array(Criterion).min(1);
  },
  ...provenance,
});
const Not = z.strictObject({
  type: z.literal('not'),
  get of(): z.ZodType<Criterion, Criterion> {
    return Criterion;
  },
  ...provenance,
});

/** The kinds of criterion that compare one measure with a threshold or state. */
export const CRITERION_LEAVES = [
  Sessions,
  Meetings,
  AttendanceRate,
  Minutes,
  Absences,
  AttendedDays,
  Stay,
  NegativeTests,
  PositiveTests,
  EvidenceOfUse,
  DaysAbstinent,
  Score,
  ScoreChange,
  SignedOff,
  Homework,
  MutualHelp,
  DoseWeeks,
  MutualHelpWeekly,
  Holds,
  TrackCompleted,
  PhaseIn,
  MonitorIn,
] as const;

/**
 * What must hold: a tree of `all`, `any`, `at-least` and `not` over measures of what was recorded.
 *
 * A criterion is three-valued when it is evaluated: satisfied, unsatisfied, or unknown where the facts it
 * rests on were not recorded.
 */
export const Criterion: z.ZodType<Criterion, Criterion> = z.discriminatedUnion('type', [
  Group('all'),
  Group('any'),
  AtLeast,
  Not,
  ...CRITERION_LEAVES,
]);
export type Criterion =
  | ({ type: 'all' | 'any'; of: Criterion[] } & Provenance)
  | ({ type: 'at-least'; count: number; of: Criterion[] } & Provenance)
  | ({ type: 'not'; of: Criterion } & Provenance)
  | CriterionLeaf;
/** A criterion that measures something itself, and combines no others. */
export type CriterionLeaf = z.infer<(typeof CRITERION_LEAVES)[number]>;
type Provenance = {
  source?: string | string[] | undefined;
  provisional?: boolean | undefined;
  note?: string | undefined;
};
