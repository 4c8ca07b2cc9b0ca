import type { KernelSource } from './generate-kernel.ts';

/** A generated kernel that can run, with the arrays that it reads and writes, by name. */
export type Executor = {
  /** The arrays that all functions share. */
  readonly arrays: Readonly<Record<string, Int32Array>>;
  /** Simulates `count` patients from `first` on into the first rows of the columns. */
  readonly run: (seed: number, first: number, count: number, horizon: number, weeks: number) => void;
};

/** The parts of a kernel: a function for each stage with the tables that it alone reads, and the lengths of the arrays that all of them share. */
export type ExecutorParts = {
  readonly stages: readonly {
    readonly source: KernelSource;
    readonly tables: Readonly<Record<string, Int32Array>>;
  }[];
  readonly lengths: Readonly<Record<string, number>>;
};

/** The text that simulates the patient in row `r`: `one0`, and of a pathway the function of each stage that `CARRY` says comes next. */
export function patientText(stages: number): string {
  const call = (stage: number) => `en = one${stage}(k0, first + r | 0, r, count, horizon, WEEKS, en);`;
  if (stages === 1) return call(0);
  const cases = Array.from({ length: stages }, (_, s) => `case ${s + 1}: ${call(s)} break;`);
  return `CARRY[0] = 0; ${call(0)} for (; CARRY[0] !== 0; ) { switch (CARRY[0]) { ${cases.join(' ')} } }`;
}
