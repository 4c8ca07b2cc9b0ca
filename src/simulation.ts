export { type CohortResult, type CohortRun, runCohort } from './adapters/workers/run-cohort.ts';
export { Behaviour } from './simulation/behaviour.ts';
export { BehaviourModel, Feature } from './simulation/behaviour-model.ts';
export { ENDS, type End } from './simulation/ends.ts';
export {
  compileKernel,
  type EventSink,
  type Kernel,
  type KernelRun,
} from './simulation/kernel/compile-kernel.ts';
export type { KernelRefusal, KernelRefusalCode } from './simulation/kernel/kernel-refusal.ts';
export { mergeWeekCounts } from './simulation/merge-week-counts.ts';
export type { PatientColumns, WeekCounts } from './simulation/patient-columns.ts';
export { type PatientRun, simulatePatient } from './simulation/reference/simulate-patient.ts';
export { threefry2x32 } from './simulation/threefry.ts';
