import { LEVELS_OF_CARE } from '../../../curriculum/level-of-care.ts';
import { type Action, type ActionField, choiceOf, plainActions, weightyActions } from './action.ts';

const level: ActionField = {
  ...choiceOf('levelOfCare', 'Level of care that is authorized', () =>
    Object.entries(LEVELS_OF_CARE).flatMap(([system, levels]) =>
      Object.entries(levels).map(([id, name]) => [`${system}:${id}`, `${system} ${id}, ${name}`] as const),
    ),
  ),
  read: (text) => ({ system: text.split(':')[0], level: text.split(':')[1] }),
};

/** Leaves, the length of a stay, payers, privileges, and whose patient he is. */
export const STAY_ACTIONS: readonly Action[] = [
  ...weightyActions(
    'stay',
    [
      'leave',
      'StartLeave',
      'Start a leave',
      'The clock of the program stands still, and missed meetings do not count, until the return.',
      [
        { name: 'expectedReturn', label: 'Return expected on', type: 'date' },
        { name: 'planned', label: 'Planned', type: 'check' },
      ],
      'needed',
    ],
    [
      'return-from-leave',
      'EndLeave',
      'End the leave',
      'The patient is back; the clock of the program goes on.',
      [],
    ],
    [
      'extend-stay',
      'ExtendStay',
      'Extend the stay',
      'The stay may go on beyond its maximum, until a day.',
      [
        { name: 'until', label: 'Until', type: 'date', required: true },
        choiceOf(
          'of',
          'Stay of',
          ({ pathway }) =>
            pathway === null
              ? [['phase', 'the phase']]
              : [
                  ['stage', 'the level of care'],
                  ['phase', 'the phase'],
                ],
          false,
        ),
      ],
      'needed',
    ],
    [
      'review-stay',
      'ReviewContinuedStay',
      'Review the continued stay',
      'Whether the patient goes on here, moves, or leaves, by the criteria on this page.',
      [
        choiceOf('outcome', 'What it came to', () => [
          ['continue', 'continue here'],
          ['transfer', 'move to another level'],
          ['discharge', 'discharge'],
        ]),
        { name: 'nextReview', label: 'Review again on', type: 'date' },
      ],
      'needed',
    ],
  ),
  ...plainActions(
    'stay',
    [
      'authorize',
      'RecordAuthorization',
      'Record an authorization',
      'What a payer authorizes, for which days.',
      [
        { name: 'payer', label: 'Payer', type: 'text', required: true },
        level,
        { name: 'units', label: 'How many', type: 'number', required: true },
        choiceOf('unit', 'Of what', () =>
          ['visits', 'meetings', 'hours', 'days'].map((unit) => [unit, unit]),
        ),
        { name: 'from', label: 'First day', type: 'date', required: true },
        { name: 'to', label: 'Last day', type: 'date', required: true },
        { name: 'reviewDue', label: 'The payer reviews on', type: 'date' },
        { name: 'reference', label: "The payer's number", type: 'text' },
        { name: 'warnAt', label: 'Warn when so many are left', type: 'number' },
      ],
    ],
    [
      'grant-privilege',
      'GrantPrivilege',
      'Grant a privilege',
      'A privilege or a role in the community.',
      [
        choiceOf('privilege', 'Which', ({ privileges }) =>
          privileges
            .filter(({ since, barredBy }) => since === null && barredBy === null)
            .map(({ id, title }) => [id, title]),
        ),
      ],
    ],
    [
      'withdraw-privilege',
      'WithdrawPrivilege',
      'Withdraw a privilege',
      'A privilege or a role in the community is taken away.',
      [
        choiceOf('privilege', 'Which', ({ privileges }) =>
          privileges.filter(({ since }) => since !== null).map(({ id, title }) => [id, title]),
        ),
      ],
      'needed',
    ],
    [
      'counselor',
      'AssignCounselor',
      'Assign another counselor',
      'From then on the patient is on that caseload, and perhaps no longer on yours.',
      [{ name: 'counselor', label: 'Counselor', type: 'text', required: true }],
    ],
  ),
];
