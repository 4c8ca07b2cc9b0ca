import type { Phase } from '../phase.ts';
import { weekRanges } from '../weeks.ts';
import type { Difference } from './difference.ts';

/** Compares which weeks of the program belong to which phase: `week 9 moved from early to middle`. */
export function diffWeeks(before: readonly Phase[], after: readonly Phase[]): Difference[] {
  const was = weeksByPhase(before);
  const is = weeksByPhase(after);
  const last = Math.max(0, ...[...was.values(), ...is.values()].flatMap((weeks) => [...weeks]));
  const changes: { week: number; from: string | null; to: string | null }[] = [];
  const phases = [...new Set([...was.keys(), ...is.keys()])];
  for (let week = 1; week <= last; week += 1) {
    const lost = phases.filter((id) => was.get(id)?.has(week) && !is.get(id)?.has(week));
    const gained = phases.filter((id) => is.get(id)?.has(week) && !was.get(id)?.has(week));
    for (let i = 0; i < Math.max(lost.length, gained.length); i += 1)
      changes.push({ week, from: lost[i] ?? null, to: gained[i] ?? null });
  }
  return runsOf(changes).map(({ first, final, from, to }) => {
    const weeks = first === final ? `week ${first}` : `weeks ${first} to ${final}`;
    const [code, sentence] =
      from === null
        ? (['week-added', `${weeks} added to ${to}`] as const)
        : to === null
          ? (['week-removed', `${weeks} taken from ${from}`] as const)
          : (['week-moved', `${weeks} moved from ${from} to ${to}`] as const);
    return { code, path: `phases.${to ?? from}.weeks`, subject: weeks, before: from, after: to, sentence };
  });
}

function weeksByPhase(phases: readonly Phase[]): Map<string, Set<number>> {
  const weeksOf = ({ weeks }: Phase) =>
    (weeks === undefined ? [] : weekRanges(weeks)).flatMap(({ from, to }) =>
      Array.from({ length: to - from + 1 }, (_, i) => from + i),
    );
  return new Map(phases.map((phase) => [phase.id, new Set(weeksOf(phase))]));
}

type Run = { first: number; final: number; from: string | null; to: string | null };

function runsOf(changes: readonly { week: number; from: string | null; to: string | null }[]): Run[] {
  const runs: Run[] = [];
  for (const { week, from, to } of changes) {
    const open = runs.find((run) => run.final === week - 1 && run.from === from && run.to === to);
    if (open) open.final = week;
    else runs.push({ first: week, final: week, from, to });
  }
  return runs;
}
