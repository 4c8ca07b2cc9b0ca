export { fromDayNumber, toDayNumber } from './curriculum/calendar-date.ts';
export { createEpisodeMachine, type EpisodeMachine, type EpisodeSnapshot } from './program/create-machine.ts';
export { type EpisodeContext, initialContext } from './program/episode-context.ts';
export { evaluateCriterion, type Truth } from './program/evaluate-criterion.ts';
export { type Fold, foldAsOf, tellAll, tellFact } from './program/fold.ts';
export { machineConfig } from './program/machine-config.ts';
export type { MachineEvent } from './program/machine-event.ts';
export { type EpisodeState, readState } from './program/read-state.ts';
