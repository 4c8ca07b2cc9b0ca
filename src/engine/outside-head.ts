/**
 * How many events a store holds and the hash over all of them.
 *
 * Kept outside the store (printed, sent to another machine), it is what finds a log whose tail was cut off or
 * a whole file that was put back from an older day: inside such a file everything agrees.
 */
export type OutsideHead = {
  readonly count: number;
  /** 64 hex characters; for an empty store 64 zeros. */
  readonly head: string;
};
