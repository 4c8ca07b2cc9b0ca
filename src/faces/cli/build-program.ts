import { readFileSync } from 'node:fs';
import { Command as CliCommand } from 'commander';
import { addExample } from './add-example.ts';
import { addApplyCommand } from './apply-command.ts';
import { addAppointmentCommands } from './appointment-commands.ts';
import { addAttendanceCommands } from './attendance-commands.ts';
import { addAuthorizationCommands } from './authorization-commands.ts';
import { addCalendarCommand } from './calendar-command.ts';
import { addCalendarCommands } from './calendar-commands.ts';
import { addCaseloadCommand } from './caseload-command.ts';
import { addCensusCommand } from './census-command.ts';
import { addClockCommand } from './clock-command.ts';
import { addClosureCommand } from './closure-command.ts';
import { addCorrectionCommands } from './correction-commands.ts';
import { addCurriculumCommands } from './curriculum-commands.ts';
import { addDiagramCommand } from './diagram-command.ts';
import { addDiffCommand } from './diff-command.ts';
import { addDiffKnowledgeCommand } from './diff-knowledge-command.ts';
import { addDueCommand } from './due-command.ts';
import { addEndingCommands } from './ending-commands.ts';
import { addEraseCommand } from './erase-command.ts';
import { EXIT_CODES_HELP } from './exit-codes.ts';
import { addExperimentCommands } from './experiment-commands.ts';
import { addExportCommand } from './export-command.ts';
import { addForecastCommand } from './forecast-command.ts';
import { addGroupCommands } from './group-commands.ts';
import { addHeadCommand } from './head-command.ts';
import { addHistoryCommand } from './history-command.ts';
import { addIntakeCommands } from './intake-commands.ts';
import { addMatchCommand } from './match-command.ts';
import { addMigrateCommand } from './migrate-command.ts';
import { addMoveCommands } from './move-commands.ts';
import { addObservationCommands } from './observation-commands.ts';
import { addObserveCommand } from './observe-command.ts';
import { addPhaseCommands } from './phase-commands.ts';
import { addPreviewCommand } from './preview-command.ts';
import { addRebuildCommand } from './rebuild-command.ts';
import { addRestoreCommand } from './restore-command.ts';
import { addRewardCommands } from './reward-commands.ts';
import { addRosterCommand } from './roster-command.ts';
import { addScheduleCommand } from './schedule-command.ts';
import { addServeCommand } from './serve-command.ts';
import { addSimulateCommand } from './simulate-command.ts';
import { addStatusCommand } from './status-command.ts';
import { addStoreCommands } from './store-commands.ts';
import { addTakeHomeCommands } from './take-home-commands.ts';
import { addWaitlistCommands } from './waitlist-commands.ts';
import { addWorklistCommand } from './worklist-command.ts';

/** Builds the whole command line. Nothing is loaded that only an action needs. */
export function buildProgram(): CliCommand {
  const program = new CliCommand('stepwell')
    .description('Carries patients through a treatment program that is written down once, as a curriculum.')
    .version(packageVersion(), '--version', 'print the version')
    .helpOption('--help', 'print help')
    .helpCommand('help [command]', 'print help for a command')
    .exitOverride()
    .configureOutput({ outputError: () => {} })
    .showSuggestionAfterError(true);
  program.commandsGroup('Writing the record:');
  addIntakeCommands(program);
  addWaitlistCommands(program);
  addAttendanceCommands(program);
  addObservationCommands(program);
  addPhaseCommands(program);
  addAuthorizationCommands(program);
  addMoveCommands(program);
  addRewardCommands(program);
  addTakeHomeCommands(program);
  addClosureCommand(program);
  addEndingCommands(program);
  addCorrectionCommands(program);
  program.commandsGroup('Groups and appointments:');
  addGroupCommands(program);
  addRosterCommand(program);
  addAppointmentCommands(program);
  addCalendarCommands(program);
  addCalendarCommand(program);
  program.commandsGroup('Reading the record:');
  addStatusCommand(program);
  addHistoryCommand(program);
  addCaseloadCommand(program);
  addDueCommand(program);
  addWorklistCommand(program);
  addCensusCommand(program);
  addDiffKnowledgeCommand(program);
  addExportCommand(program);
  program.commandsGroup('Many commands at once:');
  addApplyCommand(program);
  addPreviewCommand(program);
  program.commandsGroup('Curricula:');
  addCurriculumCommands(program);
  addScheduleCommand(program);
  addDiagramCommand(program);
  addDiffCommand(program);
  addMatchCommand(program);
  addMigrateCommand(program);
  program.commandsGroup('Cohorts of simulated patients:');
  addSimulateCommand(program);
  addExperimentCommands(program);
  addObserveCommand(program);
  addForecastCommand(program);
  program.commandsGroup('The file of the record:');
  addServeCommand(program);
  addClockCommand(program);
  addStoreCommands(program);
  addHeadCommand(program);
  addRebuildCommand(program);
  addRestoreCommand(program);
  addEraseCommand(program);
  addExample(
    program,
    'stepwell admit e-1 --patient p-1 --curriculum matrix-iop',
    'stepwell attend e-1 attended --track early-recovery-skills',
    'stepwell status e-1',
  );
  program.addHelpText('after', `\n${EXIT_CODES_HELP}`);
  return program;
}

function packageVersion(): string {
  const file = new URL('../../../package.json', import.meta.url);
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}
