import type { Curriculum } from '../curriculum/curriculum.ts';
import { minutesOfDay } from '../curriculum/time-of-day.ts';
import type { Track } from '../curriculum/track.ts';
import { trackPhaseRanges } from '../curriculum/track-weeks.ts';
import { WEEKDAYS } from '../curriculum/weekday.ts';
import { weekRanges } from '../curriculum/weeks.ts';
import type { CounterTable } from './counter-table.ts';
import { trackCounters } from './counters-of.ts';
import type { PlanSlot, PlanTrack } from './plan.ts';
import { requiredSessions } from './required-sessions.ts';

/** Compiles one track: its weekly slots in order, its sessions, and the counters that every status shows. */
export function compileTrack(curriculum: Curriculum, track: Track, table: CounterTable): PlanTrack {
  const weeksCountFrom = track.weeksCountFrom ?? 'admission';
  const slots = compileSlots(curriculum, track);
  const ranges = slots.flatMap((slot) => slot.weeks);
  const host = track.heldAt === undefined ? -1 : curriculum.tracks.findIndex((t) => t.id === track.heldAt);
  return {
    id: track.id,
    title: track.title,
    kind: track.kind,
    format: track.format,
    order: track.order,
    during: track.during.map((id) => curriculum.phases.findIndex((phase) => phase.id === id)),
    weeksCountFrom,
    slots,
    firstWeek: ranges.length === 0 ? 1 : Math.min(...ranges.map((range) => range.from)),
    lastWeek: ranges.length === 0 ? null : Math.max(...ranges.map((range) => range.to)),
    heldAt: host < 0 ? null : host,
    cycleStart: track.cycleStart ?? null,
    required: requiredSessions(track),
    minutes: track.schedule[0]?.minutes ?? curriculum.tracks[host]?.schedule[0]?.minutes ?? 60,
    sessions: [...track.sessions]
      .sort((a, b) => a.number - b.number)
      .map(({ number, title }) => ({ number, title })),
    counters: trackCounters(table, track.id, weeksCountFrom === 'phase' ? 'phase' : 'admission'),
  };
}

function compileSlots(curriculum: Curriculum, track: Track): PlanSlot[] {
  const firstWeek = Math.min(...trackPhaseRanges(curriculum, track).map((range) => range.from));
  const anchorWeek = track.weeksCountFrom === 'phase' || !Number.isFinite(firstWeek) ? 1 : firstWeek;
  const slots = track.schedule.flatMap((schedule) =>
    schedule.weekdays.map((day) => ({
      weekday: WEEKDAYS.indexOf(day),
      start: schedule.start,
      minutes: schedule.minutes,
      weeks: schedule.weeks === undefined ? [] : weekRanges(schedule.weeks),
      everyWeeks: schedule.everyWeeks ?? 1,
      anchorWeek,
    })),
  );
  return slots.sort((a, b) => a.weekday - b.weekday || minutesOfDay(a.start) - minutesOfDay(b.start));
}
