import { addDays, type CalendarDate, fromDayNumber, toDayNumber } from '../../curriculum/calendar-date.ts';
import { expectedMeetings } from '../../program/expected-meetings.ts';
import type { Explanation } from '../../program/explanation.ts';
import type { Fold } from '../../program/fold.ts';
import { takeMeeting } from '../../program/take-meeting.ts';
import type { CaseloadRow } from '../caseload-row.ts';
import type { DueItem } from '../due-items.ts';
import type { Episode } from '../episode.ts';
import { gateExplanation } from '../gate-explanation.ts';
import type { WorklistName, WorklistRow } from './worklist-row.ts';

type Found = Pick<WorklistRow, 'list' | 'since' | 'why' | 'next'>;

/** How far ahead the next meeting is looked for that may turn out to lack a record. */
const LOOK_AHEAD = 14;

/** The rows of an episode in all worklists, from where it stands on a day: one for each list in which it is, or comes to be by time. Pure. */
export function worklistRows(
  episode: Episode,
  fold: Fold,
  asOf: CalendarDate,
  due: readonly DueItem[],
  row: CaseloadRow,
): WorklistRow[] {
  const { patient, counselor, site, phase, levelOfCare, curriculum } = row;
  const place = { episode: episode.id, patient, counselor, site, phase, levelOfCare, curriculum };
  const present = row.lifecycle === 'active';
  const treated = present || row.lifecycle === 'on-leave';
  const found = [
    ...fromDue(due, treated),
    ...(treated ? gateRows(episode, fold, asOf, row) : []),
    ...(present ? [...seen(row), ...missed(episode, fold), ...undocumented(episode, fold, asOf)] : []),
  ];
  const first = new Map<WorklistName, Found>();
  for (const one of found.toSorted((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : 0)))
    if (!first.has(one.list)) first.set(one.list, one);
  return [...first.values()].map((one) => ({ ...place, ...one }));
}

const OF_DUE: Readonly<Record<string, { readonly list: WorklistName; readonly next: string }>> = {
  'drug-test': { list: 'test-overdue', next: 'Take the test, or record it as missed' },
  review: { list: 'review-due', next: 'Look at the event, and correct or confirm it' },
  authorization: { list: 'review-due', next: 'Ask the payer, and record the new authorization' },
  'leave-return': { list: 'leave-overdue', next: 'Call the patient; end the leave, or discharge' },
  'stay-maximum': { list: 'stay-beyond-maximum', next: 'Advance, move, or extend the stay with a reason' },
};

function fromDue(due: readonly DueItem[], treated: boolean): Found[] {
  return due.flatMap(({ kind, work, title, dueOn, because }) => {
    const of = OF_DUE[kind];
    if (of === undefined || !work || (!treated && kind !== 'review')) return [];
    const why = because === undefined ? title : `${title} (${because})`;
    return [{ ...of, since: dueOn, why: `${why}, due on ${dueOn}` }];
  });
}

function gateRows(episode: Episode, fold: Fold, asOf: CalendarDate, row: CaseloadRow): Found[] {
  const found: Found[] = [];
  const { blockers, gate } = row;
  const phase = episode.plan.phases[fold.snapshot.context.phase];
  const on = phase?.next.map((n) => episode.plan.phases[n]?.title).join(' or ') || 'the next phase';
  if (gate === 'satisfied' && phase !== undefined && phase.next.length > 0)
    found.push({
      list: 'gate-ready',
      since: asOf,
      why: `everything that ${phase.title} asks for is there`,
      next: `Advance to ${on}`,
    });
  if (gate !== 'satisfied' && blockers.length === 1)
    found.push({
      list: 'gate-blocked-by-one',
      since: asOf,
      why: `one thing is missing: ${blockers[0]}`,
      next: `Bring about what is missing for ${on}`,
    });
  const explanation = gateExplanation(episode.plan, fold);
  const signs = explanation === null ? [] : signOffs(explanation);
  if (signs.length > 0)
    found.push({
      list: 'sign-off-wanted',
      since: asOf,
      why: signs.join('; '),
      next: 'Sign, or say why not',
    });
  return found;
}

/** The sign-offs that a gate lacks, in words. */
function signOffs({ truth, of, criterion, missing }: Explanation): string[] {
  if (truth === 'satisfied') return [];
  if (of) return of.flatMap(signOffs);
  return criterion?.type === 'signed-off' && missing !== null ? [missing] : [];
}

function seen({ lastAttendedOn, admittedOn }: CaseloadRow): Found[] {
  const since = lastAttendedOn ?? admittedOn;
  if (since === null) return [];
  const why = lastAttendedOn === null ? `not seen since the admission on ${since}` : `last seen on ${since}`;
  return [{ list: 'not-seen', since, why, next: 'Call the patient, and record the contact' }];
}

function missed({ plan }: Episode, fold: Fold): Found[] {
  const run = (fold.snapshot.context.counters[plan.common.absentRun] as number | null) ?? 0;
  const last = fold.meetings.findLast(({ outcome }) => outcome === 'absent');
  if (run < 2 || last === undefined) return [];
  const since = fromDayNumber(last.day);
  return [
    {
      list: 'missed-twice',
      since,
      why: `missed ${run} meetings in a row, the latest on ${since}`,
      next: 'Call the patient, and plan how the sessions are made up',
    },
  ];
}

/** Meetings without a record: those that have passed, else the next one, which lacks one if nobody makes it. */
function undocumented({ plan }: Episode, fold: Fold, asOf: CalendarDate): Found[] {
  const { context } = fold.snapshot;
  const attended = (context.counters[plan.common.lastAttended] as number | null) ?? 0;
  const open = fold.meetings.filter(({ outcome }) => outcome === 'unrecorded');
  const recent = open.filter(({ day }) => day >= Math.min(attended, toDayNumber(asOf) - LOOK_AHEAD));
  const next = 'Record who was there';
  const first = recent[0];
  if (first !== undefined) {
    const since = fromDayNumber(first.day);
    const many = recent.length === 1 ? 'a meeting has' : `${recent.length} meetings have`;
    return [{ list: 'late-documentation', since, why: `${many} no record, the earliest on ${since}`, next }];
  }
  for (let ahead = 0; ahead < LOOK_AHEAD; ahead += 1) {
    const since = addDays(asOf, ahead);
    const day = toDayNumber(since);
    const met = day === context.today ? [...context.metToday] : [];
    const meeting = expectedMeetings(plan, context, day).find((m) => !takeMeeting(plan, met, m.track));
    if (meeting === undefined) continue;
    const title = plan.tracks[meeting.track]?.title;
    return [{ list: 'late-documentation', since, why: `${title} on ${since} has no record`, next }];
  }
  return [];
}
