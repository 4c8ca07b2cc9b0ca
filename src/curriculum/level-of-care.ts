import { z } from 'zod';

/** The classifications of levels of care that Stepwell names. Numbers and names only: criteria texts are licensed. */
export const LEVELS_OF_CARE = {
  'asam-3': {
    '0.5': 'Early intervention',
    '1': 'Outpatient services',
    otp: 'Opioid treatment program',
    '2.1': 'Intensive outpatient services',
    '2.5': 'Partial hospitalization services',
    '3.1': 'Clinically managed low-intensity residential services',
    '3.3': 'Clinically managed population-specific high-intensity residential services',
    '3.5': 'Clinically managed high-intensity residential services',
    '3.7': 'Medically monitored intensive inpatient services',
    '4': 'Medically managed intensive inpatient services',
  },
  'asam-4': {
    '1.0': 'Long-term remission monitoring',
    '1.5': 'Outpatient therapy',
    '1.7': 'Medically managed outpatient treatment',
    '2.1': 'Intensive outpatient treatment',
    '2.5': 'High-intensity outpatient treatment',
    '2.7': 'Medically managed intensive outpatient treatment',
    '3.1': 'Clinically managed low-intensity residential treatment',
    '3.5': 'Clinically managed high-intensity residential treatment',
    '3.7': 'Medically managed residential treatment',
    '4': 'Medically managed inpatient treatment',
  },
  general: {
    outpatient: 'Outpatient',
    'intensive-outpatient': 'Intensive outpatient',
    'partial-hospitalization': 'Partial hospitalization',
    residential: 'Residential',
    inpatient: 'Inpatient',
  },
} as const;

/** A level of care: the classification with its edition, and the level in it. */
export const LevelOfCare = z.discriminatedUnion('system', [
  z.strictObject({ system: z.literal('asam-3'), level: z.enum(keysOf(LEVELS_OF_CARE['asam-3'])) }),
  z.strictObject({ system: z.literal('asam-4'), level: z.enum(keysOf(LEVELS_OF_CARE['asam-4'])) }),
  z.strictObject({ system: z.literal('general'), level: z.enum(keysOf(LEVELS_OF_CARE.general)) }),
]);
export type LevelOfCare = z.infer<typeof LevelOfCare>;

function keysOf<T extends object>(table: T): [keyof T & string, ...(keyof T & string)[]] {
  return Object.keys(table) as [keyof T & string, ...(keyof T & string)[]];
}

/** The name of a level of care. `levelOfCareName({ system: 'asam-3', level: '2.1' }) //=> 'Intensive outpatient services'` */
export function levelOfCareName(level: LevelOfCare): string {
  return (LEVELS_OF_CARE[level.system] as Record<string, string>)[level.level] ?? level.level;
}

/** One kebab-case word for a level of care, used as the name of its state. `asam-3-level-2-1` */
export function levelOfCareKey(level: LevelOfCare): string {
  return `${level.system}-level-${level.level.replaceAll('.', '-')}`;
}
