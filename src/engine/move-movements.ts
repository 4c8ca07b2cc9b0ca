import { fromDayNumber } from '../curriculum/calendar-date.ts';
import type { Movement, Stand } from './preview.ts';

/** Moves between levels of care that are there, or no longer there, after some commands, and the credit that they bring. Pure. */
export function moveMovements(before: Stand | null, after: Stand): Movement[] {
  const was = stagesOf(before);
  const is = stagesOf(after);
  const gone = was.filter((stage) => !is.some((other) => same(stage, other)));
  const come = is.filter((stage) => !was.some((other) => same(stage, other)));
  if (before === null || (gone.length === 0 && come.length === 0)) return [];
  return [
    ...gone.map(({ id, title, on }) => ({
      kind: 'level' as const,
      id,
      before: on,
      after: null,
      on,
      sentence: `The move to ${title} on ${on} no longer holds`,
    })),
    ...come.map(({ id, title, level, on }) => ({
      kind: 'level' as const,
      id,
      before: null,
      after: on,
      on,
      sentence: `Moved to ${title} (${level}) on ${on}`,
    })),
    ...(come.length === 0 ? [] : creditMovements(after)),
  ];
}

type Stage = {
  readonly id: string;
  readonly title: string;
  readonly level: string;
  readonly on: string;
  readonly turn: number;
};

function stagesOf(stand: Stand | null): Stage[] {
  if (stand === null) return [];
  return stand.fold.snapshot.context.stages.slice(1).map(({ stage, from }, turn) => {
    const { id, title, plan } = stand.episode.course.stages[stage]!;
    return { id, title, level: plan.levelOfCare.name, on: fromDayNumber(from), turn };
  });
}

function same(a: Stage, b: Stage): boolean {
  return a.turn === b.turn && a.id === b.id && a.on === b.on;
}

function creditMovements({ episode, fold }: Stand): Movement[] {
  const { credits, stages } = fold.snapshot.context;
  const fact = stages.at(-1)?.fact;
  const brought = credits.filter((credit) => credit.fact === fact);
  if (brought.length === 0) {
    const sentence = 'No session attended before counts at this level of care';
    return [{ kind: 'credit', id: 'none', before: null, after: null, on: null, sentence }];
  }
  return brought.map(({ track, sessions, expiresOn }) => {
    const title = episode.plan.tracks.find(({ id }) => id === track)?.title ?? track;
    const until = expiresOn === null ? null : fromDayNumber(expiresOn);
    return {
      kind: 'credit' as const,
      id: track,
      before: null,
      after: sessions.join(', '),
      on: until,
      sentence: `${title}: ${sessions.length === 1 ? 'session' : 'sessions'} ${runs(sessions)} ${sessions.length === 1 ? 'counts' : 'count'} as attended${until === null ? '' : `, until ${until}`}`,
    };
  });
}

/** Numbers in order as runs: `1-3, 7`. */
function runs(numbers: readonly number[]): string {
  const found: [number, number][] = [];
  for (const number of numbers) {
    const last = found.at(-1);
    if (last && number === last[1] + 1) last[1] = number;
    else found.push([number, number]);
  }
  return found.map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`)).join(', ');
}
