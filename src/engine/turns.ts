/**
 * Runs work when its turn has come. Work that names what it writes to waits for earlier work that names some of the same; work that names
 * nothing waits for all before it, and all behind it waits for it.
 */
export type Turns = <T>(run: () => Promise<T>, of?: readonly string[]) => Promise<T>;

/**
 * Makes the turns of one engine: commands do not get in each other's way, and those for different patients do not wait for each other's disk.
 * It spares conflicts and decides nothing: what somebody else wrote meanwhile is found out by the store.
 */
export function createTurns(): Turns {
  /** Ends when the latest work that names nothing has ended; it never rejects, nor does what follows. */
  let alone: Promise<unknown> = Promise.resolve();
  const latest = new Map<string, Promise<unknown>>();
  return (run, of) => {
    const before = of === undefined ? [...latest.values()] : of.flatMap((name) => latest.get(name) ?? []);
    const turn = Promise.all([alone, ...before]).then(run);
    const over = turn.catch(() => undefined);
    if (of === undefined) {
      alone = over;
      latest.clear();
      return turn;
    }
    for (const name of of) latest.set(name, over);
    over.then(() => {
      for (const name of of) if (latest.get(name) === over) latest.delete(name);
    });
    return turn;
  };
}
