import type { CommandType } from '../../engine/command.ts';
import type { Status } from '../../engine/status.ts';

/** A field of the form of an action. `options` makes it a choice. */
export type ActionField = {
  readonly name: string;
  readonly label: string;
  readonly type: 'date' | 'text' | 'number' | 'area' | 'choice' | 'check';
  readonly required?: boolean;
  readonly hint?: string;
  readonly options?: (status: Status) => readonly (readonly [value: string, title: string])[];
};

/**
 * Something that can be done for a patient in a browser: the command that it leads to, in the words of a counselor, with the fields that
 * are asked. A `weighty` one is shown before it is saved and is signed with a reason.
 */
export type Action = {
  readonly id: string;
  readonly command: CommandType;
  readonly title: string;
  readonly explain: string;
  readonly weighty: boolean;
  readonly reason: 'needed' | 'may' | 'none';
  readonly fields: readonly ActionField[];
};

const tracks: ActionField = {
  name: 'track',
  label: 'Group or session',
  type: 'choice',
  required: true,
  options: ({ tracks: all }) => all.filter(({ open }) => open).map(({ id, title }) => [id, title]),
};
const choice = (
  name: string,
  label: string,
  values: readonly (readonly [string, string])[],
): ActionField => ({
  name,
  label,
  type: 'choice',
  required: true,
  options: () => values,
});
const phases = (command: CommandType): ActionField => ({
  name: 'to',
  label: 'To which phase',
  type: 'choice',
  options: ({ allowed }) =>
    (allowed.find(({ type }) => type === command)?.to ?? []).map((id) => [id, id.replaceAll('-', ' ')]),
});
const session: ActionField = {
  name: 'session',
  label: 'Session number',
  type: 'number',
  hint: 'Only where it is not the one of the calendar.',
};

/** The words of each way to have come to a meeting. */
export const ATTENDANCE_WORDS = [
  ['attended', 'attended'],
  ['late', 'late'],
  ['left-early', 'left early'],
  ['excused', 'excused'],
  ['absent', 'missed'],
] as const;
/** The words of each result of a drug test. */
export const TEST_WORDS = [
  ['negative', 'negative'],
  ['positive', 'positive'],
  ['missed', 'not given'],
  ['invalid', 'could not be read'],
] as const;
/** The words of each reason for a discharge (TEDS-D). */
export const DISCHARGE_WORDS = [
  ['completed', 'treatment completed'],
  ['dropped-out', 'left against advice or stopped coming'],
  ['terminated', 'ended by the program'],
  ['transferred', 'transferred to another program'],
  ['incarcerated', 'incarcerated'],
  ['death', 'death'],
  ['other', 'other'],
] as const;

const action = (
  id: string,
  command: CommandType,
  title: string,
  explain: string,
  fields: readonly ActionField[],
  reason: Action['reason'] = 'may',
): Action => ({ id, command, title, explain, fields, reason, weighty: false });
const weighty = (...given: Parameters<typeof action>): Action => ({ ...action(...given), weighty: true });

/** What a counselor can do for one patient. Which of them are allowed now, the engine says. */
export const ACTIONS: readonly Action[] = [
  weighty(
    'advance',
    'Advance',
    'Advance to the next phase',
    'The patient leaves the present phase. It can be taken back by a correction.',
    [phases('Advance')],
  ),
  weighty(
    'return',
    'ReturnToPhase',
    'Return to an earlier phase',
    'The patient goes back, for example after a relapse; what was done stays done.',
    [phases('ReturnToPhase')],
    'needed',
  ),
  action('attendance', 'RecordAttendance', 'Record attendance', 'One meeting, also one of an earlier day.', [
    tracks,
    choice('status', 'How', ATTENDANCE_WORDS),
    { name: 'minutes', label: 'Minutes there', type: 'number', hint: 'Where late or left early.' },
    session,
    { name: 'makeUp', label: 'A make-up of a missed session', type: 'check' },
  ]),
  action('drug-test', 'RecordDrugTest', 'Record a drug test', 'Its result moves gates and monitors.', [
    choice('result', 'Result', TEST_WORDS),
    { name: 'specimen', label: 'Specimen', type: 'text', hint: 'For example urine.' },
  ]),
  action(
    'use',
    'RecordUse',
    'Record reported use',
    'Telling of use is no reason for discharge; it opens the conversation.',
    [],
  ),
  action(
    'mutual-help',
    'RecordMutualHelp',
    'Record a mutual-help meeting',
    'A twelve-step or another mutual-help meeting that the patient went to.',
    [{ name: 'fellowship', label: 'Fellowship', type: 'text' }],
  ),
  action('contact', 'RecordContact', 'Record a contact', 'A call or a visit, reached or not.', [
    choice('reached', 'Reached', [
      ['true', 'yes'],
      ['false', 'no'],
    ]),
    { name: 'with', label: 'With whom', type: 'text' },
  ]),
  action('sign-off', 'SignOff', 'Sign off', 'Your signature under something that a gate asks for.', [
    { name: 'subject', label: 'What', type: 'text', hint: 'For example service-agreement.', required: true },
  ]),
  action('task', 'CompleteTask', 'Complete a task', 'Work that a monitor raised and that is done.', [
    {
      name: 'task',
      label: 'Task',
      type: 'choice',
      required: true,
      options: ({ due }) =>
        due
          .filter(({ kind }) => kind === 'task' || kind === 'review')
          .map(({ item, title }) => [item.replace(/^task\//, ''), title]),
    },
  ]),
  weighty(
    'take-home',
    'RecordTakeHome',
    'Record doses to take home',
    'Doses that were handed over, one for each day in a row. More than the band allows needs a reason.',
    [
      { name: 'doses', label: 'Doses', type: 'number', required: true },
      {
        name: 'firstDay',
        label: 'The first one is for',
        type: 'date',
        hint: 'The first day without a dose unless given.',
      },
      { name: 'beyondBand', label: 'Given although it is more than allowed', type: 'check' },
    ],
  ),
  action(
    'take-home-misuse',
    'ReportTakeHomeMisuse',
    'Record misuse of doses at home',
    'What the program says of misuse follows from it.',
    [],
    'needed',
  ),
  action(
    'note',
    'AddNote',
    'Write a note',
    'A plain note in the record. No counseling notes here.',
    [{ name: 'text', label: 'Note', type: 'area', required: true }],
    'none',
  ),
  weighty(
    'leave',
    'StartLeave',
    'Start a leave',
    'The clock of the program stands still, and missed meetings do not count, until the return.',
    [
      { name: 'expectedReturn', label: 'Return expected on', type: 'date' },
      { name: 'planned', label: 'Planned', type: 'check' },
    ],
    'needed',
  ),
  weighty(
    'return-from-leave',
    'EndLeave',
    'End the leave',
    'The patient is back; the clock of the program goes on.',
    [],
  ),
  weighty(
    'override',
    'Override',
    'Override the gate',
    'The next phase is opened although the criteria do not hold. It is marked in the record.',
    [{ name: 'expiresOn', label: 'Good until', type: 'date' }],
    'needed',
  ),
  action(
    'counselor',
    'AssignCounselor',
    'Assign another counselor',
    'From then on the patient is on that caseload, and perhaps no longer on yours.',
    [{ name: 'counselor', label: 'Counselor', type: 'text', required: true }],
  ),
  weighty(
    'discharge',
    'Discharge',
    'Discharge',
    'The episode ends, and open work is closed. It can be taken back by a correction.',
    [choice('discharge', 'Reason for discharge', DISCHARGE_WORDS)],
    'needed',
  ),
  weighty(
    'amend',
    'Amend',
    'Correct an entry',
    'The entry is corrected; what it said before stays on the record.',
    [],
    'needed',
  ),
  weighty(
    'void',
    'Void',
    'Take an entry back',
    'The entry counts as never made; it stays on the record.',
    [],
    'needed',
  ),
];

/** The action of an id; undefined where there is none. */
export function findAction(id: string): Action | undefined {
  return ACTIONS.find((one) => one.id === id);
}
