export { createMemoryEventStore } from './adapters/memory/memory-event-store.ts';
export type { LoadedCurriculum } from './adapters/yaml/load-curriculum.ts';
export { loadCurriculumFile } from './adapters/yaml/load-curriculum-file.ts';
export { loadDirectoryFile } from './adapters/yaml/load-directory.ts';
export { loadIntakeFile } from './adapters/yaml/load-intake.ts';
export type { CalendarDate } from './curriculum/calendar-date.ts';
export { Curriculum } from './curriculum/curriculum.ts';
export { diffCurricula } from './curriculum/diff/diff-curricula.ts';
export { diffPathways } from './curriculum/diff/diff-pathways.ts';
export type { Difference, DifferenceCode } from './curriculum/diff/difference.ts';
export { Intake } from './curriculum/intake/intake.ts';
export { formatIssue, type Issue } from './curriculum/issue.ts';
export { MigrationMapping } from './curriculum/migration-mapping.ts';
export { ProgramDirectory } from './curriculum/program-directory/program-directory.ts';
export type { ClockReport } from './engine/advance-clock.ts';
export type { AgendaEntry } from './engine/agenda.ts';
export type { Appointment } from './engine/appointments/appointment.ts';
export { AppointmentCommand } from './engine/appointments/appointment-command.ts';
export type { AppointmentOutcome } from './engine/appointments/appointment-outcome.ts';
export type { AppointmentFilter, EngineAppointments } from './engine/appointments/engine-appointments.ts';
export type { CaseloadQuery, CaseloadRow } from './engine/caseload-row.ts';
export { type Census, type CensusPoint, CensusQuery } from './engine/census/census.ts';
export type { EpisodeCourse, EpisodeStay } from './engine/census/episode-course.ts';
export type { Clock } from './engine/clock.ts';
export { Command } from './engine/command.ts';
export { createEngine, type EngineParts } from './engine/create-engine.ts';
export { type CurriculumLibrary, createCurriculumLibrary } from './engine/curriculum-library.ts';
export type { DueQuery, DueRow } from './engine/due-row.ts';
export type { Engine, ExecuteOptions, Moment } from './engine/engine.ts';
export type { EventStore } from './engine/event-store.ts';
export type { Closure } from './engine/groups/closure.ts';
export type { Coverage } from './engine/groups/coverage.ts';
export type { EngineGroups, GroupFilter, GroupStatus } from './engine/groups/engine-groups.ts';
export { Group } from './engine/groups/group.ts';
export { GroupCommand, type RosterRow } from './engine/groups/group-command.ts';
export type {
  GroupOutcome,
  GroupRefusal,
  GroupRefusalCode,
  GroupWarning,
} from './engine/groups/group-outcome.ts';
export type { Meeting } from './engine/groups/meetings-of.ts';
export type { OwedSession } from './engine/groups/owed-sessions.ts';
export type { Roster, RosterLine } from './engine/groups/roster.ts';
export type { HistoryEntry } from './engine/history.ts';
export { matchPrograms } from './engine/matching/match-programs.ts';
export type { Matching, ProgramMatch } from './engine/matching/program-match.ts';
export type { ApplyOptions, MigrationResult } from './engine/migration/apply-migration.ts';
export type { EngineMigration } from './engine/migration/engine-migration.ts';
export type { Landing } from './engine/migration/landing.ts';
export type { MigrationIssue } from './engine/migration/migration-issue.ts';
export type { MigrationRefusal, MigrationRequest } from './engine/migration/migration-request.ts';
export type { MigrationPlan } from './engine/migration/plan-migration.ts';
export type { Rehearsal, RehearsalTotals } from './engine/migration/rehearsal.ts';
export type { UndoRequest, UndoResult } from './engine/migration/undo-migration.ts';
export type { Change, Notice, Outcome } from './engine/outcome.ts';
export type { Movement, Preview } from './engine/preview.ts';
export { lastMeetings, type MeetingInShort } from './engine/recent-meetings.ts';
export type { Refusal, RefusalCode } from './engine/refusal.ts';
export type { Status } from './engine/status.ts';
export { type ErrorCode, StepwellError } from './engine/stepwell-error.ts';
export type { StreamNotice } from './engine/stream-notice.ts';
export type { ToldAhead } from './engine/tell-ahead.ts';
export type { WaitlistQuery, WaitlistRow } from './engine/waitlist-row.ts';
export {
  type WorklistName,
  type WorklistPage,
  WorklistQuery,
  type WorklistRow,
} from './engine/worklists/worklist-row.ts';
export { type OpenEngineOptions, openEngine } from './open-engine.ts';
export { compilePlan } from './program/compile-plan.ts';
export type { EpisodeEvent } from './program/episode-event.ts';
export type { Explanation } from './program/explanation.ts';
export type { Plan } from './program/plan.ts';
export { createSystemClock } from './system-clock.ts';
