import type { Course } from '../course.ts';
import { machineConfig } from '../machine-config.ts';
import type { Plan } from '../plan.ts';

/** The statechart of a plan or a pathway as indented JSON, to be opened in the Stately visualiser. Pure. */
export function diagramXstate(of: Plan | Course): string {
  return `${JSON.stringify(machineConfig(of), null, 2)}\n`;
}
