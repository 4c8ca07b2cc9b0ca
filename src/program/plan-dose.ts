/** A rule for the weekly dose; what it does not ask for is null. */
export type PlanDoseRule = {
  readonly minutes: number | null;
  readonly days: number | null;
  /** Indexes of the phases in which it holds. */
  readonly during: readonly number[];
  /** What the level of care asks for where the program publishes less: shown, not required. */
  readonly levelMinutes: number | null;
  readonly provisional: boolean;
};

/** The weekly dose of a plan. */
export type PlanDose = {
  readonly rules: readonly PlanDoseRule[];
  /** Index of the counter with the day on which the last week was looked at; null where no criterion counts weeks. */
  readonly counted: number | null;
};

/** Days (day numbers, `to` included) on which the clinic is closed. */
export type PlanClosure = { readonly from: number; readonly to: number; readonly title: string };
