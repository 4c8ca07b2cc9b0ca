import type { PlanSlot, PlanTrack } from '../../program/plan.ts';
import { type KernelScope, mayStandStill, sinceAdmission } from './kernel-scope.ts';

/** A weekly time of a track, in the order in which the meetings of a day are held. */
export type KernelSlot = { readonly track: number; readonly slot: PlanSlot; readonly start: number };

/** All weekly times of a plan by weekday, time and track; the index is the number of the slot in the kernel. */
export function kernelSlots(scope: Pick<KernelScope, 'plan'>): KernelSlot[] {
  const slots = scope.plan.tracks.flatMap((track, t) =>
    track.slots.map((slot) => ({ track: t, slot, start: minutesOf(slot.start) })),
  );
  return slots.sort(
    (a, b) => a.slot.weekday - b.slot.weekday || compareText(a.slot.start, b.slot.start) || a.track - b.track,
  );
}

/**
 * Statements that list the meetings expected on `day` in `LS` (slots) and `LA` (sessions from 0, -1 for none), `ln` of them;
 * the same rules as `expectedMeetings`, which a test holds.
 */
export function generateExpected(scope: KernelScope): string {
  const slots = kernelSlots(scope);
  const cases = [0, 1, 2, 3, 4, 5, 6].map((weekday) => {
    const own = slots.flatMap((entry, index) =>
      entry.slot.weekday === weekday ? [{ ...entry, index }] : [],
    );
    if (own.length === 0) return '';
    const counted = [...new Set(own.map(({ track }) => track))].filter((t) => isCounted(scope, t, own));
    const counts = counted.map((t) => `z${t} = 0;`).join(' ');
    return `case ${weekday}: ${counts}\n${own.map((entry) => generateSlot(scope, entry, counted.includes(entry.track))).join('\n')}\nbreak;`;
  });
  const open = scope.plan.closures?.length
    ? 'if ((CLOSED[(day + wd0) >>> 5] >>> ((day + wd0) & 31) & 1) === 0) '
    : '';
  return `ln = 0; ${weeks(scope)}\n${open}switch (wd) {\n${cases.filter(Boolean).join('\n')}\n}`;
}

/** The weeks by which meetings go, from 0: of the phase and of the program. Meetings that are owed on leave go on as if nobody ever was on leave. */
function weeks(scope: KernelScope): string {
  const since = sinceAdmission(scope, 'day');
  if (mayStandStill(scope))
    return `aw = (lo >= 0 ? day - pe : day - pe - lp) / 7 | 0; pw = (lo >= 0 ? ${since} : ${since} - lv) / 7 | 0;`;
  return `aw = (day - pe) / 7 | 0; pw = ${scope.stage ? `${since} / 7 | 0` : 'week'};`;
}

/** Tracks of a fixed order with several meetings on a weekday count those already taken. */
function isCounted(scope: KernelScope, t: number, own: readonly KernelSlot[]): boolean {
  return scope.plan.tracks[t]?.order === 'fixed' && own.filter(({ track }) => track === t).length > 1;
}

function generateSlot(scope: KernelScope, entry: KernelSlot & { index: number }, counted: boolean): string {
  const track = scope.plan.tracks[entry.track]!;
  const during = track.during.reduce((mask, phase) => mask | (1 << phase), 0);
  const runs = slotRuns(entry.slot, track);
  const session = sessionHeld(scope, track, entry, counted);
  return `if ((${during} >>> phase & 1) !== 0 && ${runs}) { ${session.before} ${session.condition ? `if (${session.condition}) ` : ''}{ LS[base + ln] = ${entry.index}; LA[base + ln] = ${session.value}; ln = ln + 1 | 0;${counted ? ` z${entry.track} = z${entry.track} + 1 | 0;` : ''} } }`;
}

function slotRuns(slot: PlanSlot, track: PlanTrack): string {
  const week = `(${track.weeksCountFrom === 'phase' ? 'aw' : 'pw'} + 1)`;
  const incomplete = `n${track.counters.current} < ${track.required}`;
  const open = track.required > 0 && track.order !== 'rolling' ? `${incomplete} && ` : '';
  const every = (from: number) =>
    slot.everyWeeks === 1 ? 'true' : `(${week} - ${from}) % ${slot.everyWeeks} === 0`;
  if (slot.weeks.length === 0) return `${open}${every(slot.anchorWeek)}`;
  const final = slot.weeks.find((range) => range.to === track.lastWeek);
  const onward =
    track.required > 0 && final !== undefined
      ? `(${incomplete} && ${week} > ${final.to} && ${every(final.from)})`
      : 'false';
  const inRanges = slot.weeks.reduceRight(
    (rest, { from, to }) => `(${week} >= ${from} && ${week} <= ${to} ? ${every(from)} : ${rest})`,
    onward,
  );
  return `${open}${inRanges}`;
}

function sessionHeld(
  scope: KernelScope,
  track: PlanTrack,
  entry: KernelSlot,
  counted: boolean,
): { before: string; condition: string | null; value: string } {
  const count = track.sessions.length;
  if (track.order === 'rolling')
    return { before: '', condition: null, value: rollingIndex(scope, track, entry) };
  const next = nextUnattended(scope, track);
  if (track.order !== 'fixed') return { before: next, condition: null, value: 'b' };
  const position = counted ? `c${track.counters.position} + z${entry.track}` : `c${track.counters.position}`;
  const late = track.required > 0 ? `{ ${next} }` : '{ b = -2; }';
  return {
    before: `b = ${position} | 0; if (b >= ${count}) ${late}`,
    condition: track.required > 0 ? null : 'b !== -2',
    value: 'b',
  };
}

/** Sets `b` to the first session not yet attended, or -1. */
function nextUnattended(scope: KernelScope, track: PlanTrack): string {
  const set = track.counters.current;
  const count = track.sessions.length;
  const words = scope.words.get(set) ?? 1;
  const search = Array.from({ length: words }, (_, word) => {
    const open = `~c${set}_${word}`;
    return `if (${open} !== 0) b = ${word * 32} + 31 - Math.clz32(${open} & -${open});`;
  }).join(' else ');
  return `b = -1; ${search} if (b >= ${count}) b = -1;`;
}

/** How many meetings a rolling group has held since its cycle began, as in `expectedMeetings`; `BEFORE` holds the place in the week. */
function rollingIndex(scope: KernelScope, track: PlanTrack, entry: KernelSlot & { index?: number }): string {
  const count = track.sessions.length;
  const from = (track.firstWeek - 1) * 7;
  const spare = track.firstWeek * entry.slot.everyWeeks;
  const week = `((${sinceAdmission(scope, 'day')} - ${from} + ${spare * 7}) / 7 | 0)`;
  const cycles = entry.slot.everyWeeks === 1 ? week : `(${week} / ${entry.slot.everyWeeks} | 0)`;
  const held = spare / entry.slot.everyWeeks;
  const shift = held * track.slots.length;
  const lift = Math.ceil(shift / count) * count - shift;
  return `(${cycles} * ${track.slots.length} + BEFORE[${entry.index} * 7 + ${scope.stage ? 'wda' : 'wd0'}] + ${lift}) % ${count}`;
}

/** By slot and weekday of admission: how many meetings of a track come before the slot in a week of its cycle. */
export function placesInWeek(scope: Pick<KernelScope, 'plan'>): Int32Array {
  const slots = kernelSlots(scope);
  const before = new Int32Array(slots.length * 7);
  slots.forEach(({ track, slot }, index) => {
    for (let start = 0; start < 7; start += 1) {
      const offset = (weekday: number) => (weekday - start + 7) % 7;
      before[index * 7 + start] = scope.plan.tracks[track]!.slots.filter(
        (other) =>
          offset(other.weekday) < offset(slot.weekday) ||
          (other.weekday === slot.weekday && other.start < slot.start),
      ).length;
    }
  });
  return before;
}

function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
