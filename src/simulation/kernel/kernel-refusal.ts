import type { Plan } from '../../program/plan.ts';
import type { EventTable } from '../event-table.ts';
import { kernelSlots } from './generate-calendar.ts';

/** What a kernel cannot model exactly. */
export type KernelRefusalCode =
  | 'sessions-not-numbered-from-one'
  | 'too-many-phases'
  | 'too-many-events'
  | 'too-many-meetings-a-day'
  | 'discharge-at-admission'
  | 'dose-weeks'
  | 'take-home';

/** Why a program is not simulated by a kernel, instead of being simulated almost. */
export type KernelRefusal = { readonly code: KernelRefusalCode; readonly message: string };

/** All that a kernel cannot model in a plan; empty where it can. */
export function kernelRefusals(plan: Plan, table: EventTable): KernelRefusal[] {
  const refusals: KernelRefusal[] = [];
  const refuse = (code: KernelRefusalCode, message: string) => refusals.push({ code, message });
  for (const track of plan.tracks) {
    if (track.sessions.some(({ number }, i) => number !== i + 1))
      refuse('sessions-not-numbered-from-one', `the sessions of ${track.id} are not numbered 1, 2, 3`);
    if (track.sessions.length === 0 && track.slots.length > 0)
      refuse('sessions-not-numbered-from-one', `${track.id} meets and has no sessions`);
  }
  if ((plan.dose?.counted ?? null) !== null)
    refuse('dose-weeks', 'criteria over weeks with the dose met are not modelled yet');
  if (plan.takeHome)
    refuse('take-home', 'doses to take home are given by people, and change what is expected');
  if (plan.phases.length > 31) refuse('too-many-phases', 'more than 31 phases');
  if ((plan.stage ? table.credits : table.events.length) > 512)
    refuse('too-many-events', 'more than 512 kinds of event');
  for (let weekday = 0; weekday < 7; weekday += 1)
    if (kernelSlots({ plan }).filter(({ slot }) => slot.weekday === weekday).length > 64)
      refuse('too-many-meetings-a-day', 'more than 64 meetings on a weekday');
  for (const { id, states } of plan.monitors)
    if (states[0]?.discharge) refuse('discharge-at-admission', `${id} discharges at the admission`);
  return refusals;
}
