/** One line of what the benchmarks print; `budget` is the most that is allowed, or null where the note says what is. */
export type BenchLine = {
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  readonly budget: number | null;
  readonly note: string;
};
