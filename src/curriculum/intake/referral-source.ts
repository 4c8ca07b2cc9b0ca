import { z } from 'zod';

/**
 * Who referred, with the codes of TEDS (item PSOURCE of the Treatment Episode Data Set, Admissions; SAMHSA, codebook of 2021).
 */
export const REFERRAL_SOURCES = {
  individual: { teds: 1, title: 'the person, a friend or family' },
  'substance-use-provider': { teds: 2, title: 'a substance use care provider' },
  'health-care-provider': { teds: 3, title: 'another health care provider' },
  school: { teds: 4, title: 'a school' },
  employer: { teds: 5, title: 'an employer or employee assistance program' },
  community: { teds: 6, title: 'another community referral' },
  'criminal-justice': { teds: 7, title: 'a court or the criminal justice system' },
} as const;

/** Who sent a person to treatment, in the groups that TEDS counts. */
export const ReferralSource = z.enum(
  Object.keys(REFERRAL_SOURCES) as [keyof typeof REFERRAL_SOURCES, ...(keyof typeof REFERRAL_SOURCES)[]],
);
export type ReferralSource = z.infer<typeof ReferralSource>;

/** The TEDS code of a referral source; -9 where it is not known. `tedsReferralCode('school') //=> 4` */
export function tedsReferralCode(source: ReferralSource | null): number {
  return source === null ? -9 : REFERRAL_SOURCES[source].teds;
}
