/** A generated kernel that can run, with the arrays that it reads and writes, by name. */
export type Executor = {
  readonly arrays: Readonly<Record<string, Int32Array>>;
  /** Simulates `count` patients from `first` on into the first rows of the columns. */
  readonly run: (seed: number, first: number, count: number, horizon: number, weeks: number) => void;
};

/** The arrays of a kernel: tables with their content, and the lengths of those that it writes. */
export type ExecutorArrays = {
  readonly tables: Readonly<Record<string, Int32Array>>;
  readonly lengths: Readonly<Record<string, number>>;
};
