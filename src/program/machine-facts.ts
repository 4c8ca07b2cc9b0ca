import type { MachineEvent } from './machine-event.ts';

/** The facts that a patient in treatment, present or on leave, may give rise to. */
export const RECORDED: readonly MachineEvent['type'][] = [
  'AttendanceRecorded',
  'MeetingUnrecorded',
  'DrugTestRecorded',
  'UseReported',
  'MutualHelpRecorded',
  'AssessmentRecorded',
  'HomeworkRecorded',
  'SignedOff',
  'ContactRecorded',
  'TaskCompleted',
  'GateOverridden',
  'CreditGranted',
  'CreditExpired',
  'AuthorizationRecorded',
  'ContinuedStayReviewed',
  'CounselorAssigned',
  'NoteAdded',
  'IntakeRecorded',
  'PlacementDecided',
  'PrivilegeGranted',
  'PrivilegeWithdrawn',
  'RewardGiven',
  'ClinicClosed',
  'TakeHomeGiven',
  'TakeHomeMisused',
  'StayExtended',
  'DeadlineReached',
  'DoseWeekEnded',
  'DayBegan',
];

/** The facts that may be recorded before the admission and after the end, too. */
export const OUTSIDE: readonly MachineEvent['type'][] = [
  'AssessmentRecorded',
  'ContactRecorded',
  'TaskCompleted',
  'AuthorizationRecorded',
  'CounselorAssigned',
  'NoteAdded',
  'IntakeRecorded',
  'PlacementDecided',
  'RewardGiven',
  'DayBegan',
];
