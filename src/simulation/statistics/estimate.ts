/** A figure with its interval. `low` or `high` is null where the data do not bound it. */
export type Estimate = { readonly value: number; readonly low: number | null; readonly high: number | null };
