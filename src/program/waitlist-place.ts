/** An offer of a place; `until` is the last day on which it can be accepted. Days are day numbers. */
export type PlaceOffer = { readonly fact: number; readonly on: number; readonly until: number };

/**
 * The place of a referred patient on the waitlist of a program, with the terms under which he waits. Plain JSON; days are day
 * numbers. The terms are those of the day of entry, so that a directory that changes later moves nobody.
 */
export type WaitlistPlace = {
  readonly program: string;
  /** The number of the event by which the patient came on the list. */
  readonly fact: number;
  /** The day of entry. */
  readonly since: number;
  /** The day by which the place in the order goes: the entry, or a later one where an offer put the patient at the end. */
  readonly orderedFrom: number;
  /** 1 comes first; null comes after all numbers. */
  readonly priority: number | null;
  readonly priorityRule: string | null;
  readonly contactEveryDays: number | null;
  readonly afterOffer: 'keeps-place' | 'end-of-list';
  readonly offer: PlaceOffer | null;
  /** The day on which the latest offer ran out without an answer; null where none did, or one was made since. */
  readonly lapsedOn: number | null;
  /** The day on which an offer was accepted; null while it was not. */
  readonly acceptedOn: number | null;
};
