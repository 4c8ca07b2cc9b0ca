import { machineConfig } from '../machine-config.ts';
import type { Plan } from '../plan.ts';

/** The statechart of a plan as indented JSON, to be opened in the Stately visualiser. Pure. */
export function diagramXstate(plan: Plan): string {
  return `${JSON.stringify(machineConfig(plan), null, 2)}\n`;
}
