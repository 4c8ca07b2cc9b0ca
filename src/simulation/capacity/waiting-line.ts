/** A line of whole numbers, first come, first served: a ring over a typed array, which grows as it must. */
export class WaitingLine {
  #ring = new Int32Array(64);
  #first = 0;
  #length = 0;

  /** How many wait. */
  get length(): number {
    return this.#length;
  }

  /** Goes to the end of the line. */
  push(item: number): void {
    if (this.#length === this.#ring.length) {
      const larger = new Int32Array(this.#ring.length * 2);
      for (let i = 0; i < this.#length; i += 1)
        larger[i] = this.#ring[(this.#first + i) & (this.#ring.length - 1)]!;
      this.#ring = larger;
      this.#first = 0;
    }
    this.#ring[(this.#first + this.#length) & (this.#ring.length - 1)] = item;
    this.#length += 1;
  }

  /** Calls the first of the line; −1 where nobody waits. */
  shift(): number {
    if (this.#length === 0) return -1;
    const item = this.#ring[this.#first]!;
    this.#first = (this.#first + 1) & (this.#ring.length - 1);
    this.#length -= 1;
    return item;
  }
}
