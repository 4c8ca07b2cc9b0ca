import { addDays, type CalendarDate } from '../curriculum/calendar-date.ts';
import type { StandingFact } from '../program/order-facts.ts';
import type { Command, ReadyCommand } from './command.ts';
import type { Episode } from './episode.ts';
import type { Closure } from './groups/closure.ts';
import { peopleOf } from './people.ts';

/**
 * The days from which on a command may bring a patient to a site, or back to it: an admission, a readmission, a move, another site with
 * the counselor; a correction of one of these, of its site or its day; and each later day on which he comes to another site, because what
 * follows goes on from there. Empty where it does not. `changed` is the fact that an amendment or a voiding is about, as it was before. Pure.
 */
export function daysAtSites(
  command: ReadyCommand,
  changed: StandingFact['fact'] | undefined,
  episode: Episode,
): CalendarDate[] {
  const from = firstDay(command, changed);
  if (from === null) return [];
  const later = episode.facts.flatMap(({ fact }) => (bringsTo(fact) && fact.on > from ? [fact.on] : []));
  return [from, ...new Set(later.sort())];
}

function firstDay(command: ReadyCommand, changed: StandingFact['fact'] | undefined): CalendarDate | null {
  if (command.type === 'Void' || command.type === 'Amend') {
    if (changed === undefined || changed.type === 'ClinicClosed') return null;
    const { site, on } =
      command.type === 'Amend' ? (command.change as Readonly<Record<string, unknown>>) : {};
    const moves =
      command.type === 'Void'
        ? bringsTo(changed)
        : site !== undefined || (on !== undefined && bringsTo(changed));
    if (!moves) return null;
    return typeof on === 'string' && on < changed.on ? on : changed.on;
  }
  if (['Admit', 'Readmit'].includes(command.type)) return command.on;
  return 'site' in command && command.site !== undefined && command.type !== 'RecordClosure'
    ? command.on
    : null;
}

function bringsTo(fact: StandingFact['fact']): boolean {
  return 'site' in fact && fact.site !== undefined && fact.type !== 'ClinicClosed';
}

/**
 * The commands that bring an episode in line with the closed days of its site from a day on, until the day on which he comes to another
 * site: those that are not recorded in it are, and those of another site are taken back as far as they lie in these days. Pure.
 */
export function followSite(
  episode: Episode,
  { from, until }: { readonly from: CalendarDate; readonly until: CalendarDate | null },
  closures: readonly Closure[],
  by: string,
): Command[] {
  const { site } = peopleOf(episode, from);
  const about = { episode: episode.id, by };
  const last = until === null ? null : addDays(until, -1);
  const within = (day: CalendarDate) => last === null || day <= last;
  const recorded = episode.facts.flatMap(({ version, fact }) =>
    fact.type === 'ClinicClosed' &&
    fact.site !== undefined &&
    (fact.to ?? fact.from) >= from &&
    within(fact.from)
      ? [{ version, fact, to: fact.to ?? fact.from }]
      : [],
  );
  const elsewhere = recorded.filter(({ fact }) => fact.site !== site);
  const reason = `treated at ${site ?? 'another site'} from ${from} on`;
  const takenBack = elsewhere.map(
    ({ version, fact }): Command =>
      fact.from >= from
        ? { type: 'Void', ...about, fact: version, reason }
        : { type: 'Amend', ...about, fact: version, change: { to: addDays(from, -1) }, reason },
  );
  const missing = closures.flatMap((closure): Command[] => {
    const first = closure.from > from ? closure.from : from;
    const to = last !== null && closure.to > last ? last : closure.to;
    const covered = recorded.some((one) => one.fact.site === site && one.fact.from <= first && one.to >= to);
    if (site === null || to < first || covered) return [];
    return [{ type: 'RecordClosure', ...about, from: first, to, site, reason: closure.reason }];
  });
  return [...takenBack, ...missing];
}
