import type { Plan } from '../../plan.ts';
import type { PlanMove } from '../../plan-stage.ts';
import { gateLines } from '../criterion-words.ts';

const KINDS = { 'step-down': 'Down', 'step-up': 'Up', transfer: 'Across' } as const;

/** Where a move leads, and what its criteria do: `Down to Outpatient, when`. */
export function moveHeading({ kind, title, binding, gate }: PlanMove): string {
  const to = `${KINDS[kind]} to ${title}`;
  if (gate === null) return `${to}, as a person decides`;
  return binding ? `${to}, when` : `${to}, advised when`;
}

/** The criteria of a move in words, one phrase for each that must hold. */
export function moveLines(plan: Plan, { gate }: PlanMove): string[] {
  return gateLines(plan, gate);
}

/** The longest stay of a stage in words; null where there is none. */
export function longestStay({ stage }: Plan): string | null {
  const maximum = stage?.maximumDays ?? null;
  if (maximum === null) return null;
  const days = maximum.clock === 'attended' ? 'attended days' : 'days';
  return `reviewed after ${maximum.days} ${days}`;
}
