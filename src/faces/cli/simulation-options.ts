import { type Command as CliCommand, InvalidArgumentError } from 'commander';
import { decimalNumber } from './option-values.ts';

/** Options that all commands of simulation have. */
export type SimulationOptions = {
  readonly patients?: number;
  readonly replications?: number;
  readonly seed?: number;
  readonly threads?: number;
  readonly set?: Readonly<Record<string, number>>;
  readonly out?: string;
  readonly png?: boolean;
  readonly curricula?: readonly string[];
  readonly json?: boolean;
};

/** Adds the options that all commands of simulation have. */
export function addSimulationOptions(command: CliCommand): CliCommand {
  return command
    .option(
      '--patients <n>',
      'how many patients, as 20000 or 1e6; as in the scenario unless given',
      largeCount,
    )
    .option('--seed <n>', 'the seed of the random numbers; as in the scenario, or 1', seedNumber)
    .option(
      '--threads <n>',
      'worker threads; all cores unless given. Results do not depend on it',
      largeNumber,
    )
    .option('--set <name=value>', 'another value of a parameter; may be given several times', parameterValue)
    .option('--out <folder>', 'write tables, pictures and a report into this folder')
    .option('--png', 'with --out: pictures as PNG, too')
    .option('--json', 'print JSON');
}

/** Reads a whole number of at least 1, also as 1e6: how many there shall be of what cannot be none. */
export function largeCount(text: string): number {
  if (largeNumber(text) === 0) throw new InvalidArgumentError('Write at least 1, for example 20000 or 1e6.');
  return largeNumber(text);
}

/** Reads a whole number, also as 1e6. */
export function largeNumber(text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !Number.isSafeInteger(value) || value < 0)
    throw new InvalidArgumentError('Write a whole number, for example 20000 or 1e6.');
  return value;
}

/** Reads a seed: a whole number of 32 bits, also as 1e6. */
export function seedNumber(text: string): number {
  const value = largeNumber(text);
  if (value > 0xffffffff) throw new InvalidArgumentError('Write a whole number up to 4294967295.');
  return value;
}

function parameterValue(text: string, before: Readonly<Record<string, number>> = {}): Record<string, number> {
  const at = text.indexOf('=');
  if (at < 1) throw new InvalidArgumentError('Write name=value, for example gate.attendance=0.7.');
  return { ...before, [text.slice(0, at)]: decimalNumber(text.slice(at + 1)) };
}
