import type { SimulationOptions } from './simulation-options.ts';

/** Options of the commands that simulate a scenario many times. */
export type ExperimentOptions = SimulationOptions & {
  readonly figures?: readonly string[];
  readonly vary?: Readonly<Record<string, string>>;
  readonly latin?: number;
  readonly draws?: number;
  readonly targets?: string;
  readonly list?: boolean;
  readonly fitted?: string;
};
