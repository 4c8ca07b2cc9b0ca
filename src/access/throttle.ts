/** Wrong passwords that are free before somebody has to wait. */
const FREE_TRIES = 5;
/** The first wait in seconds; each further wrong password doubles it, up to the longest. */
const FIRST_WAIT = 30;
const LONGEST_WAIT = 3600;

/**
 * How many seconds remain before another password may be tried for an account, 0 where one may be tried now. Pure.
 *
 * The wait doubles with each failure, so that ten thousand guesses take more than a year, and ends by itself, so that
 * nobody can lock somebody else out for ever.
 */
export function secondsToWait(failures: number, lastFailedAt: string | null, now: string): number {
  if (failures < FREE_TRIES || lastFailedAt === null) return 0;
  const wait = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** (failures - FREE_TRIES));
  const passed = (Date.parse(now) - Date.parse(lastFailedAt)) / 1000;
  return Math.max(0, Math.ceil(wait - Math.max(0, passed)));
}
