import { qbeta, qgamma, qlnorm, qnorm } from 'lib-r-math.js';
import { z } from 'zod';

/** How uncertain a number is: the usual laws of health economics, by what papers print. */
export const Distribution = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('uniform'), low: z.number(), high: z.number() }),
  z.strictObject({ type: z.literal('triangular'), low: z.number(), mode: z.number(), high: z.number() }),
  z.strictObject({ type: z.literal('normal'), mean: z.number(), sd: z.number().positive() }),
  z
    .strictObject({ type: z.literal('beta'), mean: z.number().gt(0).lt(1), sd: z.number().positive() })
    .refine(({ mean, sd }) => sd ** 2 < mean * (1 - mean), 'sd is too large for a share with this mean'),
  z.strictObject({ type: z.literal('gamma'), mean: z.number().positive(), sd: z.number().positive() }),
  z.strictObject({ type: z.literal('lognormal'), mean: z.number().positive(), sd: z.number().positive() }),
]);
export type Distribution = z.infer<typeof Distribution>;

/** The value below which a share of a distribution lies. */
export function quantileOf(law: Distribution, share: number): number {
  switch (law.type) {
    case 'uniform':
      return law.low + share * (law.high - law.low);
    case 'triangular': {
      const { low, mode, high } = law;
      const turn = (mode - low) / (high - low);
      return share < turn
        ? low + Math.sqrt(share * (high - low) * (mode - low))
        : high - Math.sqrt((1 - share) * (high - low) * (high - mode));
    }
    case 'normal':
      return qnorm(share, law.mean, law.sd);
    case 'beta': {
      const size = (law.mean * (1 - law.mean)) / law.sd ** 2 - 1;
      return qbeta(share, law.mean * size, (1 - law.mean) * size);
    }
    case 'gamma':
      return qgamma(share, (law.mean / law.sd) ** 2, law.mean / law.sd ** 2);
    case 'lognormal': {
      const variance = Math.log(1 + (law.sd / law.mean) ** 2);
      return qlnorm(share, Math.log(law.mean) - variance / 2, Math.sqrt(variance));
    }
  }
}
