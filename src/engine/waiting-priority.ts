import type { CalendarDate } from '../curriculum/calendar-date.ts';
import type { PriorityRule } from '../curriculum/program-directory/priority-rule.ts';
import { explainEligibility } from '../program/explain-eligibility.ts';
import type { WaitlistPlace } from '../program/waitlist-place.ts';
import type { Episode } from './episode.ts';
import { knownUpTo } from './known-up-to.ts';
import { waitingTerms } from './waiting-terms.ts';

/** How a patient comes before others on a waitlist, and what might bring him further forward. */
export type WaitingPriority = {
  /** 1 comes first; null comes after all numbers. */
  readonly priority: number | null;
  /** The id of the rule that gives it; null where none does. */
  readonly rule: string | null;
  /** The rules that hold by what is known, of which the first gives the priority. */
  readonly holding: readonly PriorityRule[];
  /** Rules that would bring the patient further forward and of which something is not known, with what that is. */
  readonly open: readonly { readonly rule: PriorityRule; readonly missing: string }[];
};

/**
 * The priority of a waiting patient: the one that was given with the entry, else that of the first rule of its terms that is known
 * to hold on a day. Pure; what is found out or put right later counts by itself.
 */
export function waitingPriority(episode: Episode, place: WaitlistPlace, asOf: CalendarDate): WaitingPriority {
  const rules = [...(waitingTerms(episode, place).priorities ?? [])].sort((a, b) => a.priority - b.priority);
  const before = knownUpTo(episode.facts, asOf);
  const judged = rules.map((rule) => ({ rule, gate: explainEligibility({ include: rule.when }, before) }));
  const holding = judged.filter(({ gate }) => gate.truth === 'satisfied').map(({ rule }) => rule);
  const priority = place.priority ?? holding[0]?.priority ?? null;
  const open = judged.flatMap(({ rule, gate }) =>
    gate.truth === 'unknown' && rule.priority < (priority ?? Number.POSITIVE_INFINITY)
      ? [{ rule, missing: gate.missing ?? rule.title }]
      : [],
  );
  const rule = place.priority === null ? (holding[0]?.id ?? null) : place.priorityRule;
  return { priority, rule, holding, open: place.priority === null ? open : [] };
}
