/** The stationary law of a line with Poisson arrivals, exponential stays and several places (Erlang C). Rates are for a day. */
export type WaitingTimeLaw = {
  /** Chance that one who comes has to wait. */
  readonly waits: number;
  readonly meanWait: number;
  readonly utilisation: number;
};

/** Computes how long one waits for one of some places in the long run; places must be more than arrivals times the mean stay. */
export function waitingTimeLaw(arrivals: number, meanStay: number, places: number): WaitingTimeLaw {
  const load = arrivals * meanStay;
  if (!(load < places)) throw new RangeError(`${places} places do not suffice for a load of ${load}`);
  let blocked = 1;
  for (let n = 1; n <= places; n += 1) blocked = (load * blocked) / (n + load * blocked);
  const utilisation = load / places;
  const waits = blocked / (1 - utilisation * (1 - blocked));
  return { waits, meanWait: (waits * meanStay) / (places - load), utilisation };
}
