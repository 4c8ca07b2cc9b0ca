/** Who listens to changes at present. */
export type Listeners = {
  /** Counts a listener of an account; gives what is called when he is gone. Where it is one too many, `end` of the oldest is called. */
  add(account: string, end: () => void): () => void;
};

/** Whoever has more pages open at once than this looks at the latest. A server takes 1,000 connections in all. */
const MOST = 10;

/** Counts listeners, so that no account takes up all the connections of a server. */
export function createListeners(most = MOST): Listeners {
  const open = new Map<string, Set<() => void>>();
  return {
    add: (account, end) => {
      const ends = open.get(account) ?? new Set();
      open.set(account, ends);
      const leave = () => {
        ends.delete(one);
        if (ends.size === 0 && open.get(account) === ends) open.delete(account);
      };
      const one = () => end();
      ends.add(one);
      const [oldest] = ends;
      if (ends.size > most && oldest !== undefined) {
        ends.delete(oldest);
        oldest();
      }
      return leave;
    },
  };
}
