/** A day on which simulated patients are admitted in the first week: Monday, 2026-01-05. */
export const FIRST_MONDAY = 20458;
