import { type Command, Option } from 'commander';
import { nameList } from './option-values.ts';

/** Adds the options of every command that reads the record. */
export function addReadOptions(command: Command): Command {
  return addCurriculaOption(command)
    .option('--db <file>', 'the file of the record (default: STEPWELL_DB, or stepwell.db)')
    .option('--today <date>', 'pretend that it is this day')
    .option('--json', 'print JSON');
}

/** Adds the option that names folders of curricula. */
export function addCurriculaOption(command: Command): Command {
  return command.addOption(
    new Option(
      '--curricula <folders>',
      'folders of curricula beside the package’s own (STEPWELL_CURRICULA)',
    ).argParser(nameList),
  );
}

/** Adds the options of every command that writes the record. */
export function addWriteOptions(command: Command): Command {
  return addReadOptions(command)
    .option('--by <name>', 'who says so (default: STEPWELL_BY, or the user of this computer)')
    .option('--role <role>', 'in which role (counselor unless given)');
}
