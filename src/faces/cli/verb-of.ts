import type { CommandType } from '../../engine/command.ts';

/** The verb of the command line for each command of the engine. */
export const VERB_OF: Record<CommandType, string> = {
  Refer: 'refer',
  Admit: 'admit',
  RecordAttendance: 'attend',
  RecordDrugTest: 'drug-test',
  RecordUse: 'use',
  RecordMutualHelp: 'mutual-help',
  RecordAssessment: 'assess',
  RecordHomework: 'homework',
  SignOff: 'sign-off',
  RecordContact: 'contact',
  CompleteTask: 'complete-task',
  Advance: 'advance',
  ReturnToPhase: 'return',
  Override: 'override',
  GrantCredit: 'credit',
  StartLeave: 'leave start',
  EndLeave: 'leave end',
  Discharge: 'discharge',
  AssignCounselor: 'assign',
  AddNote: 'note',
  Amend: 'amend',
  Void: 'void',
};
