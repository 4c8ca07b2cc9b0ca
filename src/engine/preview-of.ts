import { fromDayNumber } from '../curriculum/calendar-date.ts';
import type { ReviewFlag } from '../program/episode-context.ts';
import { explainCriterion } from '../program/explain-criterion.ts';
import { exitGate } from '../program/phase-gate.ts';
import { readState } from '../program/read-state.ts';
import { dueItems } from './due-items.ts';
import { lostGround, lostGroundSentence } from './lost-ground.ts';
import { moveMovements } from './move-movements.ts';
import type { Outcome } from './outcome.ts';
import type { Movement, Preview, Stand } from './preview.ts';

/** What would move in each episode, from its state before and after some commands. Pure. */
export function previewOf(
  outcomes: readonly Outcome[],
  pairs: readonly { before: Stand | null; after: Stand }[],
): Preview {
  return {
    outcomes,
    episodes: pairs.map(({ before, after }) => ({
      episode: after.episode.id,
      movements: movementsOf(before, after),
    })),
  };
}

/** What differs between two stands of an episode, in an order that a person would read. Pure. */
export function movementsOf(before: Stand | null, after: Stand): Movement[] {
  const moved = moveMovements(before, after);
  const sameStage = before === null || stageOf(before) === stageOf(after);
  return [
    ...moved,
    ...(sameStage ? withinStage(before, after) : stateMovements(before, after)),
    ...gateMovements(before, after),
    ...flagMovements(before, after),
    ...dueMovements(before, after),
  ];
}

function stageOf(stand: Stand | null): number | null {
  return stand?.fold.snapshot.context.stage ?? null;
}

/** What differs at one level of care; between two of them nothing of this can be compared. */
function withinStage(before: Stand | null, after: Stand): Movement[] {
  return [
    ...stayMovements(before, after),
    ...stateMovements(before, after),
    ...trackMovements(before, after),
  ];
}

/** Phases entered on another day, no longer entered, or entered anew. */
function stayMovements(before: Stand | null, after: Stand): Movement[] {
  const staysOf = (stand: Stand | null) => {
    const phases = stand?.episode.plan.phases ?? [];
    const seen = new Map<string, number>();
    return (stand?.fold.snapshot.context.stays ?? []).map(({ phase, from }) => {
      const id = phases[phase]?.id ?? '';
      const turn = (seen.get(id) ?? 0) + 1;
      seen.set(id, turn);
      return { id, title: phases[phase]?.title ?? id, turn, on: fromDayNumber(from) };
    });
  };
  const was = staysOf(before);
  const is = staysOf(after);
  const movements: Movement[] = [];
  for (const stay of was) {
    const now = is.find((other) => other.id === stay.id && other.turn === stay.turn);
    if (!now)
      movements.push({
        kind: 'phase',
        id: stay.id,
        before: stay.on,
        after: null,
        on: stay.on,
        sentence: `The move to ${stay.title} on ${stay.on} no longer holds`,
      });
    else if (now.on !== stay.on)
      movements.push({
        kind: 'phase',
        id: stay.id,
        before: stay.on,
        after: now.on,
        on: now.on,
        sentence: `${stay.title} begins on ${now.on} instead of ${stay.on}`,
      });
  }
  for (const stay of is) {
    if (!was.some((other) => other.id === stay.id && other.turn === stay.turn))
      movements.push({
        kind: 'phase',
        id: stay.id,
        before: null,
        after: stay.on,
        on: stay.on,
        sentence: `${stay.title} begins on ${stay.on}`,
      });
  }
  return movements;
}

function stateMovements(before: Stand | null, after: Stand): Movement[] {
  const plan = after.episode.plan;
  const was = before ? readState(before.episode.plan, before.fold.snapshot.value) : null;
  const is = readState(plan, after.fold.snapshot.value);
  const movements: Movement[] = [];
  const lifecycle = (state: typeof is | null) => state?.dischargeReason ?? state?.lifecycle ?? null;
  if (lifecycle(was) !== lifecycle(is)) {
    movements.push({
      kind: 'lifecycle',
      id: 'lifecycle',
      before: lifecycle(was),
      after: lifecycle(is),
      on: after.asOf,
      sentence: `The episode is ${lifecycle(is)}${was ? ` instead of ${lifecycle(was)}` : ''}`,
    });
  }
  for (const [id, state] of Object.entries(is.monitors ?? {})) {
    const old = was?.monitors?.[id] ?? null;
    if (old === state || was === null || stageOf(before) !== stageOf(after)) continue;
    const monitor = plan.monitors.find((m) => m.id === id);
    const title = (s: string | null) => monitor?.states.find((m) => m.id === s)?.title ?? s;
    movements.push({
      kind: 'monitor',
      id,
      before: old,
      after: state,
      on: after.asOf,
      sentence: `${monitor?.title ?? id}: ${title(state)} instead of ${title(old)}`,
    });
  }
  return movements;
}

function trackMovements(before: Stand | null, after: Stand): Movement[] {
  return after.episode.plan.tracks.flatMap((track) => {
    const done = (stand: Stand | null) => {
      const own = stand?.episode.plan.tracks.find(({ id }) => id === track.id);
      const set = own && stand?.fold.snapshot.context.counters[own.counters.sessions];
      return (set as readonly number[] | undefined)?.length ?? 0;
    };
    const was = done(before);
    const is = done(after);
    if (was === is) return [];
    return [
      {
        kind: 'track' as const,
        id: track.id,
        before: String(was),
        after: String(is),
        on: null,
        sentence: `${track.title}: ${is} sessions instead of ${was}`,
      },
    ];
  });
}

function gateMovements(before: Stand | null, after: Stand): Movement[] {
  const gate = (stand: Stand | null) => {
    if (
      !stand ||
      stand.fold.snapshot.context.admittedOn === null ||
      stand.fold.snapshot.context.ended !== null
    )
      return null;
    const index = exitGate(stand.episode.plan, stand.fold.snapshot.context);
    if (index === null) return null;
    const phase = stand.episode.plan.phases[stand.fold.snapshot.context.phase];
    return {
      phase: phase?.id ?? '',
      title: phase?.title ?? '',
      ...explainCriterion(stand.episode.plan, stand.fold, [], index),
    };
  };
  const was = gate(before);
  const is = gate(after);
  if (
    is === null ||
    (was?.phase === is.phase &&
      was.truth === is.truth &&
      was.missing === is.missing &&
      was.earliest === is.earliest)
  )
    return [];
  const earliest =
    is.earliest === null || is.truth === 'satisfied' ? '' : `; earliest date now ${is.earliest}`;
  const sentence =
    is.truth === 'satisfied'
      ? `The gate out of ${is.title} is satisfied`
      : `The gate out of ${is.title} needs ${is.missing}${earliest}`;
  return [
    { kind: 'gate', id: is.phase, before: was?.truth ?? null, after: is.truth, on: is.earliest, sentence },
  ];
}

function flagMovements(before: Stand | null, after: Stand): Movement[] {
  const known = new Set(
    (before?.fold.snapshot.context.flags ?? []).map((flag) => `${flag.code}/${flag.fact}`),
  );
  return after.fold.snapshot.context.flags
    .filter((flag) => !known.has(`${flag.code}/${flag.fact}`))
    .map((flag) => ({
      kind: 'flag' as const,
      id: flag.code,
      before: null,
      after: String(flag.fact),
      on: fromDayNumber(flag.on),
      sentence: flagSentence(after, flag),
    }));
}

const ABOUT_A_GATE: readonly ReviewFlag['code'][] = [
  'advance-without-gate',
  'advance-withdrawn',
  'move-without-gate',
  'move-withdrawn',
];

/** For an advance without ground what was missing and when it could have come; else what the flag says. */
function flagSentence({ episode, asOf }: Stand, flag: ReviewFlag): string {
  const about = ABOUT_A_GATE.includes(flag.code);
  const ground = about ? lostGround(episode, flag.fact, asOf) : null;
  if (ground === null) return `Event ${flag.fact}: ${flag.message}`;
  const places = ground.move ? episode.course.stages : episode.plan.phases;
  const title = places.find(({ id }) => id === ground.to)?.title ?? ground.to;
  const fate = flag.code.endsWith('withdrawn') ? 'it is withdrawn' : 'it stands, for review';
  return `${lostGroundSentence(ground, title)} (event ${flag.fact}; ${fate})`;
}

function dueMovements(before: Stand | null, after: Stand): Movement[] {
  const items = (stand: Stand | null) =>
    stand ? dueItems(stand.episode, stand.fold).filter((item) => item.work) : [];
  const was = items(before);
  const is = items(after);
  const gone = was.filter((item) => !is.some((other) => other.item === item.item));
  const moved = is.flatMap((item) => {
    const old = was.find((other) => other.item === item.item);
    if (old?.dueOn === item.dueOn) return [];
    const sentence = old
      ? `${item.title}: due ${item.dueOn} instead of ${old.dueOn}`
      : `${item.title}: due ${item.dueOn}`;
    return [
      {
        kind: 'due' as const,
        id: item.item,
        before: old?.dueOn ?? null,
        after: item.dueOn,
        on: item.dueOn,
        sentence,
      },
    ];
  });
  return [
    ...moved,
    ...gone.map((item) => ({
      kind: 'due' as const,
      id: item.item,
      before: item.dueOn,
      after: null,
      on: null,
      sentence: `${item.title}: no longer due`,
    })),
  ];
}
