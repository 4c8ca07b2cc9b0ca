import type { Clock } from '../curriculum/duration.ts';

/** The kinds of move between levels of care. */
export type MoveKind = 'step-down' | 'step-up' | 'transfer';

/** Sessions of another curriculum that count for sessions of a track of this one, in pairs `[from, to]`. */
export type PlanEquivalence = {
  readonly curriculum: string;
  readonly from: string;
  readonly to: string;
  readonly sessions: readonly (readonly [number, number])[];
  /** Credit lapses so many days after the session was attended; null where it lasts. */
  readonly expiresAfterDays: number | null;
};

/** A move to another stage of the pathway. */
export type PlanMove = {
  readonly kind: MoveKind;
  /** Index of the stage in the course, with its id and title. */
  readonly to: number;
  readonly stage: string;
  readonly title: string;
  /** Index of the criterion in `Plan.criteria`; null where a person decides alone. */
  readonly gate: number | null;
  /** True where the criterion must hold; false where it only advises, and a person may move with a reason. */
  readonly binding: boolean;
  readonly roles: readonly string[];
};

/** What a plan is part of where it is a stage of a pathway: its place and its ways out. */
export type PlanStage = {
  readonly id: string;
  readonly index: number;
  readonly title: string;
  /** False where nobody is admitted to it directly. */
  readonly entry: boolean;
  readonly maximumDays: { readonly days: number; readonly clock: Clock } | null;
  readonly moves: readonly PlanMove[];
  /** What counts here of the sessions attended at earlier stages. */
  readonly equivalences: readonly PlanEquivalence[];
};
