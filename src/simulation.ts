export {
  type CohortResult as ThreadedCohort,
  type CohortRun as ThreadedRun,
  runCohort,
} from './adapters/workers/run-cohort.ts';
export { loadScenarioFile, loadTargetsFile } from './adapters/yaml/load-scenario.ts';
export { type LoadedStudy, loadStudy } from './load-study.ts';
export { simulatedCommands } from './simulated-commands.ts';
export { Behaviour } from './simulation/behaviour.ts';
export { BehaviourModel, Feature } from './simulation/behaviour-model.ts';
export type { Fit, FittedParameter, FittedTarget } from './simulation/calibration/fit.ts';
export { fitStudy } from './simulation/calibration/fit-study.ts';
export { fittedStudy } from './simulation/calibration/fitted-study.ts';
export { Targets } from './simulation/calibration/targets.ts';
export type { Clinic, ClinicResult, Station } from './simulation/capacity/clinic.ts';
export { clinicFigures } from './simulation/capacity/clinic-figures.ts';
export { runClinic } from './simulation/capacity/run-clinic.ts';
export { simulateClinic } from './simulation/capacity/simulate-clinic.ts';
export { waitingTimeLaw } from './simulation/capacity/waiting-time-law.ts';
export { ENDS, type End } from './simulation/ends.ts';
export { type ComparedFigure, compareStudies } from './simulation/experiment/compare-studies.ts';
export { courseOfStudy } from './simulation/experiment/course-of-study.ts';
export { type FigureEstimates, figureEstimates } from './simulation/experiment/figure-estimates.ts';
export { oneWayBars, oneWaySets } from './simulation/experiment/one-way-sensitivity.ts';
export { prepareKernel } from './simulation/experiment/prepare-kernel.ts';
export { prepareMachine } from './simulation/experiment/prepare-machine.ts';
export { prepareStudy, whyNoKernel } from './simulation/experiment/prepare-study.ts';
export type { PreparedStudy, PrepareStudy, ShardResult } from './simulation/experiment/prepared-study.ts';
export { probabilisticSets } from './simulation/experiment/probabilistic-sets.ts';
export { replicate, replicateUntil } from './simulation/experiment/replicate.ts';
export type { CohortRun } from './simulation/experiment/run-cohort-figures.ts';
export { simulateCohort } from './simulation/experiment/simulate-cohort.ts';
export { type SweepRow, sweepStudy } from './simulation/experiment/sweep-study.ts';
export {
  type Forecast,
  type ForecastOptions,
  forecastEpisode,
} from './simulation/forecast/forecast-episode.ts';
export type { StandingEpisode } from './simulation/forecast/standing-episode.ts';
export {
  compileKernel,
  type EventSink,
  type Kernel,
  type KernelRun,
} from './simulation/kernel/compile-kernel.ts';
export type { KernelRefusal, KernelRefusalCode } from './simulation/kernel/kernel-refusal.ts';
export { mergeWeekCounts } from './simulation/merge-week-counts.ts';
export { type ObservedCohort, observeCohort } from './simulation/observe/observe-cohort.ts';
export { observeEpisode, phaseNames } from './simulation/observe/observe-episode.ts';
export type { ObservedPatient } from './simulation/observe/observed-patient.ts';
export type { PatientColumns, WeekCounts } from './simulation/patient-columns.ts';
export { type PatientRun, simulatePatient } from './simulation/reference/simulate-patient.ts';
export { type CohortResult, type GroupResult, groupResult } from './simulation/results/cohort-result.ts';
export type { CohortShape } from './simulation/results/cohort-shape.ts';
export { CohortTally } from './simulation/results/cohort-tally.ts';
export { type CohortDifference, compareCohorts } from './simulation/results/compare-cohorts.ts';
export { type Figures, figuresOf } from './simulation/results/figures.ts';
export { Scenario } from './simulation/scenario/scenario.ts';
export type { Study } from './simulation/scenario/study.ts';
export { type ParameterValues, withParameters } from './simulation/scenario/with-parameters.ts';
export { cumulativeIncidence } from './simulation/statistics/cumulative-incidence.ts';
export { kaplanMeier } from './simulation/statistics/kaplan-meier.ts';
export { lifeTableOf } from './simulation/statistics/life-table.ts';
export { threefry2x32 } from './simulation/threefry.ts';
