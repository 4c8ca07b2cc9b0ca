import type { PatientColumns, WeekCounts } from '../patient-columns.ts';
import type { CohortShape } from '../results/cohort-shape.ts';
import type { ClinicPlan } from '../scenario/clinic-plan.ts';
import type { Study } from '../scenario/study.ts';

/** What came of a shard of patients. */
export type ShardResult = { readonly patients: PatientColumns; readonly weeks: WeekCounts };

/** Takes events in columns: the patient, and `week << 9 | code`; the arrays are used again after the call. */
export type EventSink = (patients: Int32Array, packed: Uint16Array | Int32Array, count: number) => void;

/**
 * A study made ready to run. Patients are numbered from 0, and what happens to a patient depends on the seed and the number
 * alone: two studies under one seed are compared on the same random numbers, and replications are ranges of numbers.
 */
export type PreparedStudy = {
  readonly shape: CohortShape;
  /** The clinic with limited places to which the patients come, where the scenario has one. */
  readonly clinic?: ClinicPlan;
  /** Names of events by their code; empty where events are not told. */
  readonly eventNames: readonly string[];
  /** Why events cannot be told; null where they can. */
  readonly whyNoEvents: string | null;
  /** How it runs: by a kernel, or patient by patient through the machine, which is slow. */
  readonly execution: 'kernel' | 'machine';
  run(seed: number, first: number, count: number, events?: EventSink): ShardResult;
};

/** Makes a study ready, or throws where it holds what cannot be simulated. */
export type PrepareStudy = (study: Study) => PreparedStudy;
