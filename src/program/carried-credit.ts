/** Sessions that count at a new stage for what was attended before it. Days are day numbers; `expiresOn` is the last day on which they count. */
export type CarriedCredit = {
  readonly track: string;
  readonly sessions: readonly number[];
  readonly expiresOn: number | null;
};
