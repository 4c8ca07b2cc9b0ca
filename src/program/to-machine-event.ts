import { toDayNumber } from '../curriculum/calendar-date.ts';
import type { MachineEvent } from './machine-event.ts';
import type { StandingFact } from './order-facts.ts';

/** A fact as the machine is told it: days as day numbers. */
export function toMachineEvent({ fact, version }: StandingFact): MachineEvent {
  const { on, ...rest } = fact;
  const timed = { day: toDayNumber(on), fact: version };
  switch (rest.type) {
    case 'Admitted':
      return {
        ...rest,
        ...timed,
        lastUseOn: dayOrNull(rest.lastUseOn),
        cycleStarts: startDays(rest.cycleStarts),
      };
    case 'SteppedDown':
    case 'SteppedUp':
    case 'Transferred':
    case 'StagePlaced':
      return { ...rest, ...timed, cycleStarts: startDays(rest.cycleStarts), credits: [] };
    case 'PlaceOffered':
    case 'StayExtended':
      return { ...rest, ...timed, until: toDayNumber(rest.until) };
    case 'ClinicClosed':
      return { ...rest, ...timed, from: toDayNumber(rest.from), to: toDayNumber(rest.to ?? rest.from) };
    case 'MeetingChanged': {
      const { type, track, date, start = null } = rest;
      const { minutes = null, session = null, ...at } = rest.to ?? { date, start: '' };
      const moved = { day: toDayNumber(at.date), start: at.start, minutes, session };
      const change = { track, day: toDayNumber(date), start, to: rest.to === undefined ? null : moved };
      return { type, ...timed, change };
    }
    case 'CycleFollowed':
      return { ...rest, ...timed, cycleStart: toDayNumber(rest.cycleStart) };
    case 'TakeHomeGiven':
      return { ...rest, ...timed, firstDay: toDayNumber(rest.firstDay) };
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

function startDays(starts: Readonly<Record<string, string>> = {}): Record<string, number> {
  return Object.fromEntries(Object.entries(starts).map(([track, date]) => [track, toDayNumber(date)]));
}

function dayOrNull(date: string | undefined): number | null {
  return date === undefined ? null : toDayNumber(date);
}
