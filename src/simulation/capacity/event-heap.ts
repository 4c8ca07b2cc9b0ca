/**
 * A calendar of events: the earliest comes out first, of those at one time the one that was put in first. A heap with four
 * children to a node over typed arrays, which grows as it must.
 */
export class EventHeap {
  #times: Float64Array;
  #orders: Float64Array;
  #items: Int32Array;
  #size = 0;
  #put = 0;

  constructor(capacity = 256) {
    this.#times = new Float64Array(capacity);
    this.#orders = new Float64Array(capacity);
    this.#items = new Int32Array(capacity);
  }

  /** How many events are to come. */
  get size(): number {
    return this.#size;
  }

  /** The time of the next event; infinity where there is none. */
  get nextTime(): number {
    return this.#size === 0 ? Number.POSITIVE_INFINITY : this.#times[0]!;
  }

  /** Puts in an event, named by a whole number. */
  push(time: number, item: number): void {
    if (this.#size === this.#times.length) this.#grow();
    let at = this.#size;
    this.#size += 1;
    const order = this.#put;
    this.#put += 1;
    while (at > 0) {
      const above = (at - 1) >> 2;
      if (this.#times[above]! <= time) break;
      this.#move(above, at);
      at = above;
    }
    this.#set(at, time, order, item);
  }

  /** Takes out the next event; −1 where there is none. */
  pop(): number {
    if (this.#size === 0) return -1;
    const first = this.#items[0]!;
    this.#size -= 1;
    const last = this.#size;
    if (last > 0) this.#sink(this.#times[last]!, this.#orders[last]!, this.#items[last]!);
    return first;
  }

  #sink(time: number, order: number, item: number): void {
    let at = 0;
    for (;;) {
      let least = at * 4 + 1;
      if (least >= this.#size) break;
      const end = Math.min(least + 4, this.#size);
      for (let child = least + 1; child < end; child += 1)
        if (this.#before(this.#times[child]!, this.#orders[child]!, least)) least = child;
      if (this.#before(time, order, least)) break;
      this.#move(least, at);
      at = least;
    }
    this.#set(at, time, order, item);
  }

  #before(time: number, order: number, other: number): boolean {
    const its = this.#times[other]!;
    return time < its || (time === its && order < this.#orders[other]!);
  }

  #move(from: number, to: number): void {
    this.#set(to, this.#times[from]!, this.#orders[from]!, this.#items[from]!);
  }

  #set(at: number, time: number, order: number, item: number): void {
    this.#times[at] = time;
    this.#orders[at] = order;
    this.#items[at] = item;
  }

  #grow(): void {
    const larger = <T extends Float64Array | Int32Array>(from: T, into: T): T => {
      into.set(from as never);
      return into;
    };
    const capacity = Math.max(4, this.#times.length * 2);
    this.#times = larger(this.#times, new Float64Array(capacity));
    this.#orders = larger(this.#orders, new Float64Array(capacity));
    this.#items = larger(this.#items, new Int32Array(capacity));
  }
}
