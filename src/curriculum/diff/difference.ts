/** What kind of difference there is between two curricula, or two pathways. */
export type DifferenceCode =
  | 'field-changed'
  | 'provenance-changed'
  | 'week-moved'
  | 'week-added'
  | 'week-removed'
  | 'phase-added'
  | 'phase-removed'
  | 'phases-reordered'
  | 'initial-phase-changed'
  | 'gate-added'
  | 'gate-removed'
  | 'threshold-changed'
  | 'criterion-added'
  | 'criterion-removed'
  | 'criterion-changed'
  | 'track-added'
  | 'track-removed'
  | 'session-added'
  | 'session-removed'
  | 'session-retitled'
  | 'session-renumbered'
  | 'meeting-added'
  | 'meeting-removed'
  | 'meeting-changed'
  | 'monitor-added'
  | 'monitor-removed'
  | 'state-added'
  | 'state-removed'
  | 'initial-state-changed'
  | 'transition-added'
  | 'transition-removed'
  | 'transitions-reordered'
  | 'task-added'
  | 'task-removed'
  | 'policy-changed'
  | 'drug-test-added'
  | 'drug-test-removed'
  | 'instrument-added'
  | 'instrument-removed'
  | 'incentive-added'
  | 'incentive-removed'
  | 'privilege-added'
  | 'privilege-removed'
  | 'take-home-added'
  | 'take-home-removed'
  | 'source-added'
  | 'source-removed'
  | 'stage-added'
  | 'stage-removed'
  | 'stage-renamed'
  | 'stages-reordered'
  | 'initial-stage-changed'
  | 'curriculum-replaced'
  | 'curriculum-version-changed'
  | 'stay-changed'
  | 'move-added'
  | 'move-removed'
  | 'equivalence-added'
  | 'equivalence-removed'
  | 'equivalence-changed';

/** One difference in meaning between two curricula or pathways, as data and as a sentence for a program director. */
export type Difference = {
  readonly code: DifferenceCode;
  /** Where it is, by ids: `tracks.relapse-prevention.sessions.14`. */
  readonly path: string;
  /** What it is about, in words: `session 14 of relapse-prevention`. */
  readonly subject: string;
  readonly before: unknown;
  readonly after: unknown;
  readonly sentence: string;
};
