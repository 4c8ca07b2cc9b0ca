import type { CommandType } from '../../../engine/command.ts';
import type { Status } from '../../../engine/status.ts';
import { plainWords } from '../plain-words.ts';
import { DISCHARGE_WORDS } from '../record-words.ts';
import { type Action, type ActionField, type ActionOptions, choiceOf, weightyActions } from './action.ts';

const toOf = ({ allowed }: Status, command: CommandType) =>
  allowed.find(({ type }) => type === command)?.to ?? [];
/** To which phase, where there is more than one. */
const phases = (command: CommandType) =>
  choiceOf(
    'to',
    'To which phase',
    (status): ActionOptions => {
      const to = toOf(status, command);
      return to.length === 1 ? [] : to.map((id) => [id, plainWords(id)]);
    },
    false,
  );
const stages = (command: CommandType) =>
  choiceOf(
    'stage',
    'To which program',
    (status): ActionOptions =>
      toOf(status, command).map((id) => [
        id,
        status.pathway?.moves.find(({ stage }) => stage === id)?.title ?? id,
      ]),
  );
const closedMoves: ActionField = {
  name: 'stage',
  label: 'What is overridden',
  type: 'choice',
  hint: 'Nothing chosen is the gate to the next phase.',
  options: ({ pathway }) =>
    (pathway?.moves ?? [])
      .filter(({ open }) => !open)
      .map(({ stage, title, kind }) => [stage, `${kind.replace('-', ' ')} to ${title}`]),
};
const sessions: ActionField = {
  name: 'sessions',
  label: 'Session numbers',
  type: 'text',
  hint: 'With commas, for example 1, 2, 5.',
  required: true,
  read: (text) => text.split(/[\s,;]+/).map(Number),
};

/** The decisions about where a patient stands in the program: each is shown before it is saved. */
export const PROGRAM_ACTIONS: readonly Action[] = weightyActions(
  'program',
  [
    'advance',
    'Advance',
    'Advance to the next phase',
    'The patient leaves the present phase. It can be taken back by a correction.',
    [phases('Advance')],
  ],
  [
    'step-down',
    'StepDown',
    'Step down',
    'The patient goes on at a lower level of care; sessions that count there are taken along.',
    [stages('StepDown')],
  ],
  [
    'step-up',
    'StepUp',
    'Step up',
    'The patient goes on at a higher level of care. No criterion keeps anybody from more care.',
    [stages('StepUp')],
    'needed',
  ],
  [
    'transfer',
    'TransferTo',
    'Transfer',
    'The patient goes on in another program of the same level of care.',
    [stages('TransferTo')],
    'needed',
  ],
  [
    'return',
    'ReturnToPhase',
    'Return to an earlier phase',
    'The patient goes back, for example after a relapse; what was done stays done.',
    [phases('ReturnToPhase')],
    'needed',
  ],
  [
    'override',
    'Override',
    'Override a gate',
    'The way is opened although the criteria do not hold. It is marked in the record.',
    [closedMoves, { name: 'expiresOn', label: 'Good until', type: 'date' }],
    'needed',
  ],
  [
    'credit',
    'GrantCredit',
    'Credit sessions from elsewhere',
    'Sessions that were attended in another program count here.',
    [
      choiceOf('track', 'Group or session', ({ tracks }) => tracks.map(({ id, title }) => [id, title])),
      sessions,
      { name: 'from', label: 'Attended where', type: 'text', required: true },
      { name: 'expiresOn', label: 'Good until', type: 'date' },
    ],
    'needed',
  ],
  [
    'discharge',
    'Discharge',
    'Discharge',
    'The episode ends, and open work is closed. It can be taken back by a correction.',
    [choiceOf('discharge', 'Kind of discharge', () => DISCHARGE_WORDS)],
    'needed',
  ],
  [
    'readmit',
    'Readmit',
    'Take back into treatment',
    'The patient goes on in the same episode, where he was when he left.',
    [],
    'needed',
  ],
);
