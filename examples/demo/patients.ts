import type { AgendaEntry } from '../../src/index.ts';

/** How one made-up patient of the demonstration behaves. Weeks are calendar weeks since admission, from 1. */
export type DemoPatient = {
  readonly episode: string;
  readonly patient: string;
  readonly title: string;
  readonly weeks: number;
  attends(meeting: AgendaEntry, week: number): 'attended' | 'absent' | 'excused';
  /** Meetings that the roster of a group records, not the counselor of the patient; none unless given. */
  recordedElsewhere?(meeting: AgendaEntry): boolean;
  /** What the weekly test shows; null where he does not come to give one. */
  test(week: number): 'negative' | 'positive' | null;
  readonly usesInWeek: number | null;
  /** Whether a call reaches him. */
  readonly reachable: boolean;
};

/** Steady: misses a few evenings, makes the rest, and stays to the end. */
export const steady: DemoPatient = {
  episode: 'demo-steady',
  patient: 'p-101',
  title: 'The first patient comes, with a few evenings missed',
  weeks: 50,
  attends: (meeting, week) => {
    if (week === 3 && meeting.track === 'relapse-prevention' && meeting.date.endsWith('-23'))
      return 'excused';
    if (week === 9 && meeting.track === 'relapse-prevention' && meeting.session === 17) return 'absent';
    if (week === 30) return 'absent';
    return 'attended';
  },
  test: () => 'negative',
  usesInWeek: null,
  reachable: true,
};

/** Lapses in week 6, goes back to early recovery skills, and graduates late. */
export const lapsing: DemoPatient = {
  episode: 'demo-lapse',
  patient: 'p-102',
  title: 'The second patient lapses in week 6 and starts again',
  weeks: 58,
  attends: (meeting, week) => (week === 6 && meeting.track !== 'family-education' ? 'absent' : 'attended'),
  test: (week) => (week === 6 || week === 7 ? 'positive' : 'negative'),
  usesInWeek: 6,
  reachable: true,
};

/** Comes for three weeks and then not any more. */
export const vanishing: DemoPatient = {
  episode: 'demo-gone',
  patient: 'p-103',
  title: 'The third patient stops coming',
  weeks: 12,
  attends: (_meeting, week) => (week <= 3 ? 'attended' : 'absent'),
  test: (week) => (week <= 3 ? 'negative' : null),
  usesInWeek: null,
  reachable: false,
};
