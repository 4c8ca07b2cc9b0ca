import { addDays, type CalendarDate } from '../curriculum/calendar-date.ts';
import type { Command, ReadyCommand } from './command.ts';
import type { Episode } from './episode.ts';
import type { Closure } from './groups/closure.ts';
import { peopleOf } from './people.ts';

/**
 * Whether a command may bring a patient to a site, or back to it: an admission, a readmission, a move, another site with the
 * counselor, a correction of the site.
 */
export function comesToSite(command: ReadyCommand): boolean {
  if (command.type === 'Amend') return 'site' in command.change;
  if (['Admit', 'Readmit'].includes(command.type)) return true;
  return 'site' in command && command.site !== undefined && command.type !== 'RecordClosure';
}

/**
 * The commands that bring an episode in line with the closed days of its site from a day on: those that are not recorded in it are, and
 * those of another site are taken back as far as they lie in these days. Pure.
 */
export function followSite(
  episode: Episode,
  from: CalendarDate,
  closures: readonly Closure[],
  by: string,
): Command[] {
  const { site } = peopleOf(episode, from);
  const about = { episode: episode.id, by };
  const recorded = episode.facts.flatMap(({ version, fact }) =>
    fact.type === 'ClinicClosed' && fact.site !== undefined && (fact.to ?? fact.from) >= from
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
    const covered = recorded.some(
      ({ fact, to }) => fact.site === site && fact.from <= first && to >= closure.to,
    );
    if (site === null || closure.to < from || covered) return [];
    const { to, reason: why } = closure;
    return [{ type: 'RecordClosure', ...about, from: first, to, site, reason: why }];
  });
  return [...takenBack, ...missing];
}
