import type { Moment } from '../../engine/engine.ts';
import { checkDate, checkInstant } from './check-moment.ts';

/** The day and the instant that --as-of and --known-at name. */
export async function readMoment(options: {
  readonly asOf?: string;
  readonly knownAt?: string;
}): Promise<Moment> {
  const asOf = await checkDate(options.asOf, '--as-of');
  const knownAt = await checkInstant(options.knownAt, '--known-at');
  return {
    ...(asOf === undefined ? {} : { asOf }),
    ...(knownAt === undefined ? {} : { knownAt }),
  };
}
