import { scoreItems } from '../../curriculum/intake/score-items.ts';
import type { Fact } from '../../program/episode-event.ts';
import type { Plan } from '../../program/plan.ts';
import { authorizationDue } from '../authorization/authorization-due.ts';
import type { CommandType, ReadyOf } from '../command.ts';
import { accept, type Decide, type Decision, eventOf, refuse } from './decision.ts';
import { unfitAssessment } from './unfit-assessment.ts';
import { unfitSignOff } from './unfit-sign-off.ts';

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
  RecordIntake: 'IntakeRecorded',
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
    const open = [
      ...tasks.map((task) => task.id),
      ...flags.map((flag) => `review/${flag.fact}`),
      ...authorizationDue(episode, fold).map(({ item }) => item),
    ];
    if (!open.includes(command.task)) {
      return refuse(
        'unknown-task',
        open.length === 0
          ? 'nothing is open for this patient'
          : `no such task is open; open are ${open.join(', ')}`,
      );
    }
  }
  const unknown = command.type === 'RecordHomework' ? unknownHomework(command, episode.plan) : null;
  if (unknown) return unknown;
  if (command.type === 'RecordAssessment') return decideAssessment(command, episode.plan);
  const role = command.type === 'SignOff' ? { role: command.role ?? 'counselor' } : {};
  const unfit =
    command.type === 'SignOff' ? unfitSignOff({ ...command, ...role } as never, episode.plan) : null;
  if (unfit) return unfit;
  return accept(eventOf(EVENTS[type as CommandType]!, command, { ...fields, ...role }));
};

/** An assessment by its total, or by the points of its items, whose total must be the one that was given. */
function decideAssessment(command: ReadyOf<'RecordAssessment'>, plan: Plan): Decision {
  const { instrument, items } = command;
  const added = items === undefined ? null : scoreItems(instrument, items);
  if (added?.ok === false) return refuse('items-unfit', added.problem);
  const score = command.score ?? added?.score;
  if (score === undefined)
    return refuse('items-unfit', `say the total of ${instrument}, or the points of its items`);
  if (added !== null && added.score !== score)
    return refuse('items-unfit', `the items of ${instrument} add up to ${added.score}, not to ${score}`);
  const unfit = unfitAssessment({ instrument, score }, plan);
  return unfit ?? accept(eventOf('AssessmentRecorded', command, { instrument, score, items }));
}

function unknownHomework({ track: id, session }: ReadyOf<'RecordHomework'>, plan: Plan): Decision | null {
  const tracks = plan.tracks.filter((track) => id === undefined || track.id === id);
  if (tracks.length === 0) return refuse('unknown-track', `${plan.curriculum.title} has no track ${id}`);
  if (session === undefined || tracks.some((t) => t.sessions.some((s) => s.number === session))) return null;
  return refuse(
    'unknown-session',
    `${id === undefined ? plan.curriculum.title : tracks[0]?.title} has no session ${session}`,
  );
}
