import { WEEKDAYS } from '../../../curriculum/weekday.ts';
import type { WeekRange } from '../../../curriculum/weeks.ts';
import type { Plan, PlanSlot, PlanTrack } from '../../plan.ts';
import { type BarPiece, drawBarRow } from './draw-bar-row.ts';
import type { Drawing } from './draw-list.ts';
import { type PhaseColumn, placeWeeks } from './phase-columns.ts';

const PALETTE = ['#2f6690', '#3a7d44', '#8a4f7d', '#9a5b13', '#4a5899', '#7a3b3b', '#2b7a78', '#5c5c3d'];

/** The tracks as bars over the weeks of the phases, with their days, times and counts of sessions on the left. */
export function drawTracks(
  plan: Plan,
  columns: readonly PhaseColumn[],
  x: number,
  labelWidth: number,
  y: number,
): Drawing {
  const svg: string[] = [];
  let top = y;
  plan.tracks.forEach((track, t) => {
    const row = drawBarRow(x, labelWidth, top, {
      title: track.title,
      details: trackDetails(plan, track),
      colour: PALETTE[t % PALETTE.length]!,
      pieces: pieces(plan, track, columns),
    });
    svg.push(...row.svg);
    top += row.height;
  });
  return { svg, height: top - y };
}

/** When a track meets and what it holds: `Mon Fri 18:00, 50 min; 8 sessions in fixed order`. */
function trackDetails(plan: Plan, track: PlanTrack): string {
  const count = `${track.sessions.length} ${track.sessions.length === 1 ? 'session' : 'sessions'}`;
  const order = {
    fixed: ' in fixed order',
    rolling: ', open group',
    next: ', next one first',
    any: ', freely chosen',
  }[track.order];
  const needed =
    track.required === 0
      ? ', elective'
      : track.required < track.sessions.length
        ? `, ${track.required} required`
        : '';
  return `${timesOf(plan, track)}; ${count}${order}${needed}`;
}

function timesOf(plan: Plan, track: PlanTrack): string {
  if (track.heldAt !== null) return `held at ${plan.tracks[track.heldAt]?.title}`;
  if (track.slots.length === 0) return 'on demand';
  const times = new Map<string, string[]>();
  for (const slot of track.slots) {
    const every = slot.everyWeeks > 1 ? `, every ${slot.everyWeeks} weeks` : '';
    const time = `${slot.start}, ${slot.minutes} min${every}`;
    const day = WEEKDAYS[slot.weekday] ?? '';
    const name = `${day[0]?.toUpperCase()}${day.slice(1, 3)}`;
    const days = times.get(time) ?? [];
    times.set(time, days.includes(name) ? days : [...days, name]);
  }
  return [...times].map(([time, days]) => `${days.join(' ')} ${time}`).join('; ');
}

/** The stretches of a bar, one for each phase and run of weeks. */
function pieces(plan: Plan, track: PlanTrack, columns: readonly PhaseColumn[]): BarPiece[] {
  const faint = track.slots.length === 0;
  return track.during.flatMap((p): BarPiece[] => {
    const column = columns[p];
    if (!column) return [];
    const whole = { left: column.left, right: column.right };
    if (faint) {
      const host = track.heldAt === null ? null : plan.tracks[track.heldAt];
      return host && !host.during.includes(p) ? [] : [{ ...whole, text: '', faint }];
    }
    const open = track.slots.some((slot) => slot.weeks.length === 0);
    if (column.weeks === null)
      return open ? [{ ...whole, text: `${track.slots.length} a week`, faint: false }] : [];
    const shift = track.weeksCountFrom === 'phase' ? column.weeks.from - 1 : 0;
    return runsOf(track, column.weeks, shift).flatMap((run) => {
      const place = placeWeeks(column, run);
      if (!place) return [];
      const meetings = Math.round(meetingsIn(track.slots, run, shift));
      return [
        {
          left: place.left,
          right: Math.max(place.right, place.left + 7),
          text: `${meetings} ${meetings === 1 ? 'meeting' : 'meetings'}`,
          faint: false,
        },
      ];
    });
  });
}

/** The runs of weeks in a column in which a track meets at all. */
function runsOf(track: PlanTrack, weeks: WeekRange, shift: number): WeekRange[] {
  const runs: WeekRange[] = [];
  for (let week = weeks.from; week <= weeks.to; week += 1) {
    if (!track.slots.some((slot) => covers(slot, week - shift))) continue;
    const last = runs.at(-1);
    if (last && last.to === week - 1) runs[runs.length - 1] = { from: last.from, to: week };
    else runs.push({ from: week, to: week });
  }
  return runs;
}

function covers(slot: PlanSlot, week: number): boolean {
  return slot.weeks.length === 0 || slot.weeks.some((range) => week >= range.from && week <= range.to);
}

function meetingsIn(slots: readonly PlanSlot[], run: WeekRange, shift: number): number {
  let meetings = 0;
  for (let week = run.from; week <= run.to; week += 1)
    for (const slot of slots)
      if (slot.weeks.length === 0) meetings += 1;
      else if (
        slot.weeks.some(
          (range) =>
            week - shift >= range.from &&
            week - shift <= range.to &&
            (week - shift - range.from) % slot.everyWeeks === 0,
        )
      )
        meetings += 1;
  return meetings;
}
