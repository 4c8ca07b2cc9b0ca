import { ATTENDANCE_WORDS, TEST_WORDS } from '../record-words.ts';
import { type Action, type ActionField, choiceOf, plainActions } from './action.ts';
import { asIdentifier } from './as-identifier.ts';
import { wantedSignatures } from './wanted-signatures.ts';

const track = choiceOf('track', 'Group or session', ({ tracks }) =>
  tracks.filter(({ open }) => open).map(({ id, title }) => [id, title]),
);
const session: ActionField = {
  name: 'session',
  label: 'Session number',
  type: 'number',
  hint: 'Only where it is not the one of the calendar.',
};
const incentives = choiceOf('incentive', 'Rewards', ({ incentives: all }) =>
  all.filter(({ outstanding }) => outstanding > 0).map(({ id, title }) => [id, title]),
);

/** What a counselor writes down every day. */
export const RECORD_ACTIONS: readonly Action[] = plainActions(
  'record',
  [
    'attendance',
    'RecordAttendance',
    'Record attendance',
    'One meeting, also one of an earlier day.',
    [
      track,
      choiceOf('status', 'How', () => ATTENDANCE_WORDS),
      { name: 'minutes', label: 'Minutes there', type: 'number', hint: 'Where late or left early.' },
      session,
      { name: 'makeUp', label: 'A make-up of a missed session', type: 'check' },
    ],
  ],
  [
    'drug-test',
    'RecordDrugTest',
    'Record a drug test',
    'Its result moves gates and monitors.',
    [
      choiceOf('result', 'Result', () => TEST_WORDS),
      { name: 'specimen', label: 'Specimen', type: 'text', hint: 'For example urine.', read: asIdentifier },
    ],
  ],
  [
    'use',
    'RecordUse',
    'Record reported use',
    'Telling of use is no reason for discharge; it opens the conversation.',
    [],
  ],
  [
    'mutual-help',
    'RecordMutualHelp',
    'Record a mutual-help meeting',
    'A twelve-step or another mutual-help meeting that the patient went to.',
    [{ name: 'fellowship', label: 'Fellowship', type: 'text' }],
  ],
  [
    'contact',
    'RecordContact',
    'Record a contact',
    'A call or a visit, reached or not.',
    [
      choiceOf('reached', 'Reached', () => [
        ['true', 'yes'],
        ['false', 'no'],
      ]),
      { name: 'with', label: 'With whom', type: 'text' },
    ],
  ],
  [
    'sign-off',
    'SignOff',
    'Sign off',
    'Your signature under something that a gate asks for.',
    [
      {
        name: 'subject',
        label: 'What',
        type: 'text',
        hint: 'What a gate asks for now is suggested.',
        required: true,
        read: asIdentifier,
        options: (status) =>
          wantedSignatures(status).map(({ subject, role }) => [
            subject,
            `${subject.replaceAll('-', ' ')}, by the ${role}`,
          ]),
      },
    ],
  ],
  [
    'task',
    'CompleteTask',
    'Complete a task',
    'Work that a monitor raised and that is done.',
    [
      choiceOf('task', 'Task', ({ due }) =>
        due
          .filter(({ kind }) => kind === 'task' || kind === 'review')
          .map(({ item, title }) => [item.replace(/^task\//, ''), title]),
      ),
    ],
  ],
  [
    'assessment',
    'RecordAssessment',
    'Record an assessment',
    'The score of a questionnaire, as the curriculum names it.',
    [
      {
        name: 'instrument',
        label: 'Questionnaire',
        type: 'text',
        hint: 'For example phq-9.',
        required: true,
        read: asIdentifier,
      },
      { name: 'score', label: 'Score', type: 'number', required: true },
    ],
  ],
  [
    'homework',
    'RecordHomework',
    'Record homework',
    'Homework that was brought, of a track and a session where it belongs to one.',
    [{ ...track, required: false }, session],
  ],
  [
    'reward',
    'RecordReward',
    'Hand over a reward',
    'What was earned and is handed over now, or a prize that was drawn.',
    [
      incentives,
      { name: 'amount', label: 'Cents, draws or pieces', type: 'number', required: true },
      { name: 'prize', label: 'What was drawn', type: 'text' },
    ],
  ],
  [
    'take-home',
    'RecordTakeHome',
    'Hand over doses',
    'Doses to be taken at home, one for each day in a row.',
    [
      { name: 'doses', label: 'How many', type: 'number', required: true },
      { name: 'firstDay', label: 'For the days from', type: 'date' },
      { name: 'beyondBand', label: 'More than the program allows, with a reason', type: 'check' },
    ],
  ],
  [
    'take-home-misuse',
    'ReportTakeHomeMisuse',
    'Report misused doses',
    'Doses at home that were misused; it moves how many may be handed over.',
    [],
    'needed',
  ],
  [
    'take-home-return',
    'RecordTakeHomeReturn',
    'Record doses brought back',
    'Doses at home that came back unused; the days of the last ones are without a dose again.',
    [{ name: 'doses', label: 'Doses', type: 'number', required: true }],
  ],
  [
    'take-home-time',
    'CreditTakeHomeTime',
    'Count treatment elsewhere',
    'Days of treatment at another clinic that count as time in treatment for take-home doses.',
    [
      { name: 'days', label: 'Days', type: 'number', required: true },
      { name: 'from', label: 'Clinic', type: 'text', required: true },
    ],
    'needed',
  ],
  [
    'closed',
    'RecordClosure',
    'Record a closed day',
    'Days on which the clinic was closed without notice: nothing of them counts as missed.',
    [
      { name: 'from', label: 'Closed from', type: 'date', required: true },
      { name: 'to', label: 'To', type: 'date', hint: 'The same day unless given.' },
    ],
    'needed',
  ],
  [
    'reschedule',
    'ChangeMeeting',
    'Move or call off a meeting',
    'A meeting of this patient alone. One of a whole group is moved or called off on the page of the group.',
    [
      track,
      { name: 'date', label: 'Day of the meeting', type: 'date', required: true },
      {
        name: 'to',
        label: 'Held instead',
        type: 'text',
        hint: 'Day and time, such as 2026-03-05 18:00; called off unless given.',
        read: (text) => {
          const [date, start] = text.trim().split(/[T\s]+/);
          return { date, start };
        },
      },
    ],
    'needed',
  ],
  [
    'follow-cycle',
    'FollowCycle',
    'Follow the cycle of a group',
    'The topics of a rolling group are counted from the day on which the group began its cycle.',
    [track, { name: 'cycleStart', label: 'The cycle began on', type: 'date', required: true }],
  ],
  [
    'note',
    'AddNote',
    'Write a note',
    'A plain note in the record. No counseling notes here.',
    [{ name: 'text', label: 'Note', type: 'area', required: true }],
    'none',
  ],
);
