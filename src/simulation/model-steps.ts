/** Log-odds are counted in steps of this size, so that sums are whole numbers. */
export const STEPS_PER_LOG_ODDS = 256;

/** Beyond this many steps a probability is 0 or 1. */
export const CERTAIN = 24 * STEPS_PER_LOG_ODDS;
