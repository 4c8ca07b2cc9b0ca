/** Megabytes of each half of the heap for what is young. */
const YOUNG = 64;

/**
 * Begins this process anew, under the same number, with more room for what is young: a server throws away nearly all that it makes for a request,
 * and what is swept less often survives less. Where the system cannot do that, it goes on as it is. Figures: decision 0030.
 */
export function demandRoom(): void {
  if (process.execArgv.some((option) => option.startsWith('--max-semi-space-size'))) return;
  const [, ...given] = process.argv;
  const options = [`--max-semi-space-size=${YOUNG}`, ...process.execArgv];
  try {
    process.execve?.(process.execPath, [process.execPath, ...options, ...given], process.env);
  } catch {
    // Windows has no such call.
  }
}
