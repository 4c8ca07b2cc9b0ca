import { LEVELS_OF_CARE, type LevelOfCare } from '../level-of-care.ts';

/**
 * How intensive a level of care is among those of its classification, from 0; an opioid treatment program stands beside
 * outpatient services. Levels of two classifications have no common order: null.
 */
export function compareLevels(a: LevelOfCare, b: LevelOfCare): number | null {
  if (a.system !== b.system) return null;
  return rankOf(a) - rankOf(b);
}

function rankOf({ system, level }: LevelOfCare): number {
  const numbered = Number(level === 'otp' ? 1 : level);
  return Number.isNaN(numbered) ? Object.keys(LEVELS_OF_CARE[system]).indexOf(level) : numbered;
}
