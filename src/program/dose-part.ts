import type { PlanDoseRule } from './plan-dose.ts';

/** Minutes, and the days (day numbers) that they lie on. */
export type DosePart = { readonly minutes: number; readonly days: readonly number[] };

/** Adds up meetings, each a day and its minutes; nothing offered on a day leaves the day out. Pure. */
export function sumDose(meetings: readonly (readonly [day: number, minutes: number])[]): DosePart {
  const held = meetings.filter(([, minutes]) => minutes > 0);
  return {
    minutes: held.reduce((sum, [, minutes]) => sum + minutes, 0),
    days: [...new Set(held.map(([day]) => day))].sort((a, b) => a - b),
  };
}

/** Whether some parts together are what a rule asks for. A day in several parts counts once. Pure. */
export function reachesDose({ minutes, days }: PlanDoseRule, parts: readonly DosePart[]): boolean {
  const total = parts.reduce((sum, part) => sum + part.minutes, 0);
  const all = new Set(parts.flatMap((part) => part.days));
  return total >= (minutes ?? 0) && all.size >= (days ?? 0);
}
