import { type CalendarDate, toDayNumber } from '../curriculum/calendar-date.ts';
import { programWeek } from '../program/clock-days.ts';
import type { EpisodeContext } from '../program/episode-context.ts';
import type { Explanation } from '../program/explanation.ts';
import type { Fold } from '../program/fold.ts';
import type { Plan } from '../program/plan.ts';
import { readState } from '../program/read-state.ts';
import type { CaseloadRow } from './caseload-row.ts';
import type { DueItem } from './due-items.ts';
import { dateOf, type Episode } from './episode.ts';
import { gateExplanation } from './gate-explanation.ts';
import { peopleOf } from './people.ts';
import { recentMeetings } from './recent-meetings.ts';

/** The caseload row of an episode as of a day. Pure. */
export function describeCaseloadRow(
  episode: Episode,
  fold: Fold,
  asOf: CalendarDate,
  due: readonly DueItem[],
): CaseloadRow {
  const { plan } = episode;
  const context = fold.snapshot.context;
  const state = readState(plan, fold.snapshot.value);
  const people = peopleOf(episode, asOf);
  const treated = context.admittedOn !== null && context.ended === null;
  const explanation = treated ? gateExplanation(plan, fold) : null;
  const next = due.find((item) => item.work);
  return {
    episode: episode.id,
    patient: people.patient ?? '',
    counselor: people.counselor,
    site: people.site,
    curriculum: plan.curriculum.id,
    curriculumVersion: plan.curriculum.version,
    levelOfCare: plan.levelOfCare.key,
    lifecycle: state.lifecycle,
    phase: treated ? (plan.phases[context.phase]?.id ?? null) : null,
    week: treated ? programWeek(context, toDayNumber(asOf)) : null,
    admittedOn: dateOf(context.stages[0]?.from ?? context.admittedOn),
    endedOn: dateOf(context.ended?.on),
    lastAttendedOn: dateOf(context.counters[plan.common.lastAttended] as number | null),
    gate: treated ? (explanation?.truth ?? 'satisfied') : null,
    blockers: explanation === null ? [] : blockersOf(explanation),
    monitors: Object.fromEntries(
      plan.monitors.map((monitor, m) => [monitor.id, monitor.states[context.monitors[m] ?? 0]?.id ?? '']),
    ),
    nextDueOn: next?.dueOn ?? null,
    nextDue: next?.title ?? null,
    meetings: recentMeetings(plan, fold, asOf),
    lastTest: lastTestOf(plan, context),
    asOf,
    version: episode.records.at(-1)?.version ?? 0,
  };
}

function lastTestOf({ common }: Plan, { counters }: EpisodeContext): CaseloadRow['lastTest'] {
  const number = (counter: number) => (counters[counter] as number | null) ?? 0;
  const on = dateOf(counters[common.lastTest] as number | null);
  if (on === null) return null;
  return { on, negativeInARow: number(common.negativeRun), positive: number(common.positives) };
}

/** What is missing for a gate, a sentence for each criterion that does not hold. */
export function blockersOf(explanation: Explanation): string[] {
  if (explanation.truth === 'satisfied') return [];
  if (explanation.type === 'all' && explanation.of) return explanation.of.flatMap(blockersOf);
  return explanation.missing === null ? [] : [explanation.missing];
}
