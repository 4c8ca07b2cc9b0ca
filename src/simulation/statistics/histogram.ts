import type { Estimate } from './estimate.ts';
import { momentsInterval } from './mean-interval.ts';
import { normalQuantile } from './quantiles.ts';

/**
 * How often each whole number from 0 occurred. Exact: histograms of shards add up to that of all, in any order, and mean,
 * variance and quantiles are those of the single values.
 */
export class Histogram {
  #counts = new Float64Array(16);
  #length = 0;

  /** Counts a value, a whole number from 0. */
  add(value: number, times = 1): void {
    if (!(value >= 0)) throw new RangeError(`a histogram counts whole numbers from 0, not ${value}`);
    if (value >= this.#counts.length) {
      const larger = new Float64Array(2 ** Math.ceil(Math.log2(value + 1)));
      larger.set(this.#counts);
      this.#counts = larger;
    }
    this.#counts[value] = this.#counts[value]! + times;
    if (value >= this.#length) this.#length = value + 1;
  }

  /** Adds what another histogram counted. */
  merge(other: Histogram): void {
    this.addCounts(other.counts);
  }

  /** Adds `counts[value]` times each value. Throws a `RangeError` for what is no list, as a typed array that went through JSON. */
  addCounts(counts: ArrayLike<number>): void {
    if (!Number.isInteger(counts.length)) throw new RangeError('counts of a histogram are a list');
    for (let value = counts.length - 1; value >= 0; value -= 1)
      if (counts[value]! > 0) this.add(value, counts[value]!);
  }

  /** `counts[value]`, as long as the largest value asks for. */
  get counts(): Float64Array {
    return this.#counts.subarray(0, this.#length);
  }

  /** How many values were counted. */
  get total(): number {
    return this.counts.reduce((sum, count) => sum + count, 0);
  }

  /** The sum of all values. */
  get sum(): number {
    return this.counts.reduce((sum, count, value) => sum + count * value, 0);
  }

  /** The variance, divided by n − 1; NaN of fewer than two values. */
  get variance(): number {
    const { total } = this;
    if (total < 2) return Number.NaN;
    const mean = this.sum / total;
    return this.counts.reduce((sum, count, value) => sum + count * (value - mean) ** 2, 0) / (total - 1);
  }

  /** The mean with Student's interval. */
  mean(confidence = 0.95): Estimate {
    const { total } = this;
    return momentsInterval(total, this.sum / total, this.variance, confidence);
  }

  /** The smallest value that at least this share of the values do not exceed; NaN without values. */
  quantile(share: number): number {
    return this.#at(Math.max(1, Math.ceil(share * this.total - 1e-9)));
  }

  /** The median (of two middle values their mean) with an interval of order statistics, as wide as the binomial law asks. */
  median(confidence = 0.95): Estimate {
    const { total } = this;
    const value = (this.#at(Math.floor((total + 1) / 2)) + this.#at(Math.floor(total / 2) + 1)) / 2;
    const reach = (normalQuantile(confidence) * Math.sqrt(total)) / 2;
    const [lower, upper] = [Math.floor(total / 2 - reach), Math.ceil(1 + total / 2 + reach)];
    return {
      value,
      low: lower < 1 ? null : this.#at(lower),
      high: upper > total ? null : this.#at(upper),
    };
  }

  /** The value at a place from 1 in order of size. */
  #at(place: number): number {
    let seen = 0;
    for (let value = 0; value < this.#length; value += 1) {
      seen += this.#counts[value]!;
      if (seen >= place) return value;
    }
    return Number.NaN;
  }
}
