import { qbeta, qnorm, qt } from 'lib-r-math.js';

/** The two-sided normal quantile of a confidence level: `normalQuantile(0.95) //=> 1.959963984540054`. */
export function normalQuantile(confidence: number): number {
  return qnorm((1 + confidence) / 2);
}

/** The two-sided quantile of Student's t with some degrees of freedom; equal to R's to seven digits. */
export function studentQuantile(confidence: number, degreesOfFreedom: number): number {
  return qt((1 + confidence) / 2, degreesOfFreedom);
}

/** The quantile of the beta distribution; equal to R's to seven digits. */
export function betaQuantile(probability: number, a: number, b: number): number {
  return qbeta(probability, a, b);
}
