import type { CalendarDate } from '../../curriculum/calendar-date.ts';
import { levelOfCareKey, levelOfCareName } from '../../curriculum/level-of-care.ts';
import type { FactOf } from '../../program/episode-event.ts';
import type { StandingFact } from '../../program/order-facts.ts';

/** A level of care with its edition: `key` tells two apart, `system` says which may be compared. */
export type NamedLevel = {
  readonly key: string;
  readonly system: string;
  readonly level: string;
  readonly name: string;
};

/** An authorization as it stands, with the number of its event. */
export type Authorization = {
  readonly fact: number;
  readonly payer: string;
  readonly level: NamedLevel;
  readonly unit: FactOf<'AuthorizationRecorded'>['unit'];
  readonly units: number;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly reviewDue: CalendarDate | null;
  readonly reference: string | null;
  /** Work is due when so many units or fewer are left. */
  readonly warnAt: number;
};

const WARN_AT = 2;

/** The authorizations among the facts of an episode that were given by a day, the earliest first. Pure. */
export function authorizationsOf(facts: readonly StandingFact[], asOf: CalendarDate): Authorization[] {
  return facts
    .flatMap(({ version, fact }): Authorization[] => {
      if (fact.type !== 'AuthorizationRecorded' || fact.on > asOf) return [];
      const { payer, levelOfCare, unit, units, from, to, reviewDue, reference, warnAt } = fact;
      const name = levelOfCareName(levelOfCare);
      return [
        {
          fact: version,
          payer,
          level: { key: levelOfCareKey(levelOfCare), ...levelOfCare, name },
          unit,
          units,
          from,
          to,
          reviewDue: reviewDue ?? null,
          reference: reference ?? null,
          warnAt: warnAt ?? WARN_AT,
        },
      ];
    })
    .sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : a.fact - b.fact));
}
