import type { Command as CliCommand } from 'commander';
import type { AppointmentCommand } from '../../engine/appointments/appointment-command.ts';
import type { GroupCommand } from '../../engine/groups/group-command.ts';
import { addExample } from './add-example.ts';
import { EXIT } from './exit-codes.ts';
import { type StoreOptions, withEngine } from './open-store.ts';
import { addWriteOptions } from './store-options.ts';
import type { Given } from './write-command.ts';

/** One verb of the command line that leads to one command about a group, a site or an appointment. */
export type CalendarVerb = {
  readonly name: string;
  readonly summary: string;
  /** The command of the engine; those about appointments go to the appointments, all others to the groups. */
  readonly type: GroupCommand['type'] | AppointmentCommand['type'];
  /** Arguments, named as the command's fields. */
  readonly arguments: readonly (readonly [name: string, description: string])[];
  readonly options?: (command: CliCommand) => CliCommand;
  /** Names of options that are fields of the command already. */
  readonly same?: readonly string[];
  /** What else goes into the command, from the options and arguments. */
  readonly fields?: (given: Given) => Promise<Given> | Given;
  readonly examples: readonly string[];
  /** What the help says behind the examples. */
  readonly more?: string;
};

const GENERAL = ['on', 'by', 'key'];

/** Adds a verb of the calendar: its arguments, the options that all of them share, its help, and what it does. */
export function addCalendarVerb(parent: CliCommand, verb: CalendarVerb): void {
  const command = parent.command(verb.name).summary(verb.summary).description(`${verb.summary}.`);
  for (const [name, description] of verb.arguments) command.argument(`<${name}>`, description);
  verb.options?.(command);
  addWriteOptions(command)
    .option('--on <date>', 'the day on which it was decided (today unless given)')
    .option('--key <key>', 'idempotency key: the same key again writes nothing')
    .option('--preview', 'show what would come of it and write nothing');
  addExample(command, ...verb.examples);
  if (verb.more !== undefined) command.addHelpText('after', `\n${verb.more}`);
  command.action(async () => {
    const options = command.opts<Given & StoreOptions & { json?: boolean; preview?: boolean }>();
    const named = verb.arguments.map(([name], i) => [name, command.processedArgs[i]]);
    const all: Given = { ...options, ...Object.fromEntries(named) };
    const picked = [...GENERAL, ...(verb.same ?? []), ...verb.arguments.map(([name]) => name)];
    const fields = {
      type: verb.type,
      ...Object.fromEntries(picked.map((name) => [name, all[name]])),
      ...(await verb.fields?.(all)),
    };
    const sent = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
    const accepted = await withEngine(options, options.preview ? 'read' : 'write', async (engine) => {
      const { printCalendarOutcome } = await import('./print-calendar-outcome.ts');
      const asked = verb.type.endsWith('Appointment')
        ? engine.appointments[options.preview ? 'preview' : 'execute'](sent as AppointmentCommand)
        : engine.groups[options.preview ? 'preview' : 'execute'](sent as unknown as GroupCommand);
      return printCalendarOutcome(verb.name, await asked, options);
    });
    if (!accepted) process.exitCode = EXIT.refused;
  });
}
