import { type CalendarDate, fromDayNumber } from '../../curriculum/calendar-date.ts';
import type { Authorization, NamedLevel } from './authorization.ts';
import type { ServiceDay } from './service-days.ts';

/** The level of care that a patient is at, and the one that is authorized; they are kept apart. */
export type LevelGap = {
  readonly clinical: NamedLevel;
  /** Null where no authorization is in force. */
  readonly authorized: NamedLevel | null;
  /** `unknown` where the two are of different classifications, which cannot be compared. */
  readonly agreement: 'same' | 'different' | 'unknown' | 'none';
  /** The first day of the present difference; null where there is none. */
  readonly since: CalendarDate | null;
  /** Days of the present difference, and of all of them. */
  readonly days: number;
  readonly daysInAll: number;
};

/** Compares the two levels day by day up to the last of some days; null where there is no day. Pure. */
export function levelGap(
  authorizations: readonly Authorization[],
  days: readonly ServiceDay[],
): LevelGap | null {
  let since: number | null = null;
  let run = 0;
  let inAll = 0;
  let now: Pick<LevelGap, 'clinical' | 'authorized' | 'agreement'> | null = null;
  for (const { day, level } of days) {
    now = compareOn(authorizations, fromDayNumber(day), level);
    if (now.agreement === 'different') {
      since ??= day;
      run += 1;
      inAll += 1;
    } else {
      since = null;
      run = 0;
    }
  }
  if (now === null) return null;
  return { ...now, since: since === null ? null : fromDayNumber(since), days: run, daysInAll: inAll };
}

function compareOn(authorizations: readonly Authorization[], on: CalendarDate, clinical: NamedLevel) {
  const inForce = authorizations.filter(({ from, to }) => from <= on && on <= to).map(({ level }) => level);
  const authorized = inForce.find(({ key }) => key === clinical.key) ?? inForce.at(-1) ?? null;
  const agreement: LevelGap['agreement'] =
    authorized === null
      ? 'none'
      : authorized.key === clinical.key
        ? 'same'
        : authorized.system === clinical.system
          ? 'different'
          : 'unknown';
  return { clinical, authorized, agreement };
}
