/** What the proofs can find wrong. */
type ProofCode =
  | 'gate-never-satisfied'
  | 'gate-later-than-published'
  | 'exit-after-return-never-satisfied'
  | 'phase-not-reached'
  | 'never-graduates'
  | 'monitor-fires-on-perfect-patient'
  | 'monitor-state-not-exercised'
  | 'move-never-open';

/**
 * Something that a curriculum promises and cannot keep, with the patient who shows it.
 *
 * `path` leads into the curriculum: `phases.2.exit`, or to the criterion that blocks, `phases.2.exit.of.0`.
 * `counterExample` tells in a few lines what a patient reached by when.
 */
export type Proof = {
  readonly code: ProofCode;
  readonly severity: 'error' | 'warning';
  readonly path: string;
  readonly message: string;
  readonly counterExample: string;
};
