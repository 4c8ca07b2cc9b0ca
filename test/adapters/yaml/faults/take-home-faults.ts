import { EVENING_CLINIC } from '../../../curriculum/fixtures/evening-clinic.ts';
import type { Fault } from './fault.ts';

const takeHome = (rules: string): Fault['edits'] => [
  [EVENING_CLINIC, `${EVENING_CLINIC.trimEnd()}\ntakeHome:\n  medication: Methadone\n  rules:\n${rules}\n`],
];
const rule = (bands: string, more = '') => `    - { id: r, title: R${more}, bands: [${bands}] }`;
const bandsPath = 'takeHome.rules.0.bands';

/** Faults of rules on doses to take home, by the code of the issue that they cause. */
export const TAKE_HOME_FAULTS = {
  'take-home-impossible': [
    {
      edits: takeHome(
        rule('{ fromDay: 1, toDay: 90, doses: 1, per: week }, { fromDay: 90, doses: 2, per: week }'),
      ),
      path: `${bandsPath}.1.fromDay`,
      at: '90, doses: 2',
      says: 'overlaps',
    },
    {
      edits: takeHome(rule('{ fromDay: 1, doses: 1, per: week }, { fromDay: 91, doses: 2, per: week }')),
      path: `${bandsPath}.1.fromDay`,
      at: '91, doses: 2',
      says: 'has no end',
    },
    {
      edits: takeHome(
        rule('{ fromDay: 1, toDay: 90, doses: 1, per: week }, { fromDay: 93, doses: 2, per: week }'),
      ),
      path: `${bandsPath}.1.fromDay`,
      at: '93, doses: 2',
      says: 'from day 91 to day 92',
    },
    {
      edits: takeHome(
        rule('{ fromDay: 1, toDay: 90, doses: 7, per: supply }, { fromDay: 91, doses: 6, per: supply }'),
      ),
      path: `${bandsPath}.1.doses`,
      at: '6, per',
      says: 'fall from 7 to 6',
    },
    {
      edits: takeHome(rule('{ fromDay: 8, doses: 1, per: week }')),
      path: `${bandsPath}.0.fromDay`,
      at: '8, doses',
      says: 'before day 8',
    },
    {
      edits: takeHome(
        rule('{ fromDay: 1, toDay: 0, doses: 1, per: week }')
          .replace('toDay: 0', 'toDay: 1')
          .replace('fromDay: 1', 'fromDay: 2'),
      ),
      path: `${bandsPath}.0.toDay`,
      at: '1, doses',
      says: 'before its first day 2',
    },
    {
      edits: takeHome(rule('{ fromDay: 1, doses: 8, per: week }')),
      path: `${bandsPath}.0.doses`,
      at: '8, per',
      says: 'seven days',
    },
    {
      edits: takeHome(
        [
          rule('{ fromDay: 1, doses: 1, per: week }'),
          rule('{ fromDay: 1, doses: 1, per: week }').replace('id: r', 'id: s'),
        ].join('\n'),
      ),
      path: 'takeHome.rules.1.id',
      at: 's, title',
      says: 'both hold from the beginning',
    },
  ],
} satisfies Record<string, readonly Fault[]>;
