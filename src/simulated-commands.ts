import type { Command } from './engine/command.ts';
import { COMMAND_OF_FACT } from './engine/command-of-fact.ts';
import type { PatientRun } from './simulation/reference/simulate-patient.ts';

/**
 * The commands that write a simulated patient as an episode, so that he can be opened in every tool. Told to an engine in their
 * order they lead to the facts of the simulation. Pure.
 *
 * ```ts
 * const run = simulatePatient(plan, behaviour, { seed: 7, patient: 0, horizonDays: 365 });
 * await engine.execute(simulatedCommands(run, 'simulated-0'));
 * ```
 */
export function simulatedCommands(run: Pick<PatientRun, 'facts'>, episode: string): Command[] {
  return run.facts.map(({ fact }) => {
    const { type, ground: _, ...fields } = fact as typeof fact & { readonly ground?: string };
    const command = (COMMAND_OF_FACT as Readonly<Record<string, Command['type'] | undefined>>)[type];
    if (command === undefined) throw new Error(`no command leads to ${type}`);
    return { ...fields, ...reasonOf(fact), type: command, episode } as Command;
  });
}

/** Why somebody is discharged, which engines ask for and simulations have no words for. */
function reasonOf(fact: { readonly type: string; readonly reason?: unknown }): { readonly reason?: string } {
  return fact.type === 'Discharged' && fact.reason === undefined ? { reason: 'simulated' } : {};
}
