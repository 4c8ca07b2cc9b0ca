import { type LevelOfCare, levelOfCareName } from '../../curriculum/level-of-care.ts';

/** The names of the classifications of levels of care. */
export const EDITIONS: Record<LevelOfCare['system'], string> = {
  'asam-3': 'ASAM 3rd edition',
  'asam-4': 'ASAM 4th edition',
  general: 'general names',
};

/** A level of care with its edition. `levelWords({ system: 'asam-3', level: '4' }) //=> 'level 4 (ASAM 3rd edition)'` */
export function levelWords(level: LevelOfCare): string {
  if (level.system === 'general') return `the level ${levelOfCareName(level).toLowerCase()}`;
  return `level ${level.level} (${EDITIONS[level.system]})`;
}
