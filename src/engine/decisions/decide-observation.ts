import type { Fact } from '../../program/episode-event.ts';
import type { CommandType } from '../command.ts';
import { accept, type Decide, eventOf, refuse } from './decision.ts';

const EVENTS: Partial<Record<CommandType, Fact['type']>> = {
  RecordDrugTest: 'DrugTestRecorded',
  RecordUse: 'UseReported',
  RecordMutualHelp: 'MutualHelpRecorded',
  RecordAssessment: 'AssessmentRecorded',
  RecordHomework: 'HomeworkRecorded',
  SignOff: 'SignedOff',
  RecordContact: 'ContactRecorded',
  CompleteTask: 'TaskCompleted',
  AssignCounselor: 'CounselorAssigned',
  AddNote: 'NoteAdded',
};

/** Decides on facts that are recorded as they are: tests, use, meetings elsewhere, scores, sign-offs, contacts, notes. */
export const decideObservation: Decide = (command, { episode, fold }) => {
  const {
    type,
    episode: _episode,
    on: _on,
    at: _at,
    by: _by,
    role: _role,
    reason: _reason,
    key: _key,
    expectedVersion: _version,
    ...fields
  } = command as typeof command & Record<string, unknown>;
  if (command.type === 'CompleteTask') {
    const { tasks, flags } = fold.snapshot.context;
    const open = [...tasks.map((task) => task.id), ...flags.map((flag) => `review/${flag.fact}`)];
    if (!open.includes(command.task)) {
      return refuse(
        'unknown-task',
        open.length === 0
          ? 'nothing is open for this patient'
          : `no such task is open; open are ${open.join(', ')}`,
      );
    }
  }
  if (
    command.type === 'RecordHomework' &&
    command.track !== undefined &&
    !episode.plan.tracks.some((t) => t.id === command.track)
  ) {
    return refuse('unknown-track', `${episode.plan.curriculum.title} has no track ${command.track}`);
  }
  const role = command.type === 'SignOff' ? { role: command.role ?? 'counselor' } : {};
  return accept(eventOf(EVENTS[type as CommandType]!, command, { ...fields, ...role }));
};
