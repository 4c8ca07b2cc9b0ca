import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Old memory is swept, too, after the first piece of work, when what the start took can go, and after each sixteenth from there: some twentieth of a second. */
const OLD_EVERY = 16;

/**
 * Makes the function that is called after each piece of long work, and lets go of what it left behind in this thread. An engine with memory
 * to spare sweeps next to nothing by itself, so that a long run would seem to grow. Does nothing where the engine has no such function.
 */
export function createSweeper(): () => void {
  setFlagsFromString('--expose-gc');
  const sweep: unknown = runInNewContext('globalThis.gc');
  let done = 0;
  return () => {
    done += 1;
    if (typeof sweep === 'function') sweep({ type: done % OLD_EVERY === 1 ? 'major' : 'minor' });
  };
}
