/** Problems of the text: it is no YAML, or YAML that a curriculum does not use. */
export const TEXT_ISSUES = [
  'file-unreadable',
  'file-too-large',
  'file-empty',
  'not-yaml',
  'several-documents',
  'too-deep',
  'alias-forbidden',
  'duplicate-key',
  'forbidden-key',
  'key-not-text',
  'null-character',
  'unsafe-integer',
  'more-issues',
] as const;

/** Problems of the shape: keys and values that the language does not have. */
export const SHAPE_ISSUES = [
  'unknown-key',
  'missing-key',
  'wrong-type',
  'unknown-value',
  'bad-format',
  'out-of-range',
  'invalid-value',
] as const;

/** Problems of a file that extends another, and of several files together. */
export const EXTENDS_ISSUES = [
  'base-not-found',
  'extends-cycle',
  'base-id-reused',
  'remove-not-found',
  'adjunct-not-found',
  'duplicate-curriculum',
] as const;

/** Problems of the whole: each part has the right shape, but together they make no sense. */
export const STRUCTURE_ISSUES = [
  'duplicate-id',
  'duplicate-value',
  'dangling-reference',
  'final-phase-missing',
  'phase-unreachable',
  'phase-without-way-out',
  'return-not-earlier',
  'gate-without-effect',
  'phase-weeks-overlap',
  'stay-impossible',
  'session-number-gap',
  'sessions-do-not-fit',
  'track-never-meets',
  'weeks-outside-phases',
  'tracks-overlap',
  'meeting-past-midnight',
  'held-at-impossible',
  'state-unreachable',
  'state-without-way-out',
  'deadline-too-early',
  'deadline-never',
  'task-after-deadline',
  'threshold-impossible',
  'track-given-twice',
  'incentive-impossible',
  'take-home-impossible',
  'provisional-mark-missing',
  'dose-not-offered',
  'dose-without-rule',
] as const;

/** Problems of a pathway together with the curricula of its stages. */
export const PATHWAY_ISSUES = ['stage-unreachable', 'move-against-level', 'equivalence-unequal'] as const;

/** Every code that an issue can have. Codes are stable: a released code keeps its meaning. */
export const ISSUE_CODES = [
  ...TEXT_ISSUES,
  ...SHAPE_ISSUES,
  ...EXTENDS_ISSUES,
  ...STRUCTURE_ISSUES,
  ...PATHWAY_ISSUES,
] as const;
/** The code of an issue. */
export type IssueCode = (typeof ISSUE_CODES)[number];
