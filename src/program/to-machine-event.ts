import { toDayNumber } from '../curriculum/calendar-date.ts';
import type { MachineEvent } from './machine-event.ts';
import type { StandingFact } from './order-facts.ts';

/** A fact as the machine is told it: days as day numbers. */
export function toMachineEvent({ fact, version }: StandingFact): MachineEvent {
  const { on, ...rest } = fact;
  const timed = { day: toDayNumber(on), fact: version };
  switch (rest.type) {
    case 'Admitted': {
      const starts = Object.entries(rest.cycleStarts ?? {}).map(
        ([track, date]) => [track, toDayNumber(date)] as const,
      );
      return {
        ...rest,
        ...timed,
        lastUseOn: dayOrNull(rest.lastUseOn),
        cycleStarts: Object.fromEntries(starts),
      };
    }
    case 'LeaveStarted':
      return {
        ...rest,
        ...timed,
        expectedReturn: dayOrNull(rest.expectedReturn),
        planned: rest.planned ?? false,
      };
    case 'GateOverridden':
    case 'CreditGranted':
      return { ...rest, ...timed, expiresOn: dayOrNull(rest.expiresOn) };
    default:
      return { ...rest, ...timed } as MachineEvent;
  }
}

function dayOrNull(date: string | undefined): number | null {
  return date === undefined ? null : toDayNumber(date);
}
