export { Behaviour } from './simulation/behaviour.ts';
export { BehaviourModel, Feature } from './simulation/behaviour-model.ts';
export { ENDS, type End } from './simulation/ends.ts';
export type { PatientColumns, WeekCounts } from './simulation/patient-columns.ts';
export { threefry2x32 } from './simulation/threefry.ts';
