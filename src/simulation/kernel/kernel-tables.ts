import { WEEKDAYS } from '../../curriculum/weekday.ts';
import { bearingSignals } from '../../program/bearing-signals.ts';
import { attendanceOutcome } from '../../program/signals-of.ts';
import { minutesUntilLeft } from '../event-table.ts';
import { meetingPurpose } from '../meeting-purpose.ts';
import { closedDays } from './closed-days.ts';
import { kernelSlots, placesInWeek } from './generate-calendar.ts';
import { hasStretches } from './generate-clock.ts';
import { OPENED } from './generate-day.ts';
import { EVENTS_A_DAY } from './generate-effects.ts';
import { yearTable } from './generate-incentives.ts';
import { bearingCriteria } from './generate-monitors.ts';
import { notedTables } from './generate-noted-days.ts';
import { stageTables } from './generate-stage.ts';
import type { KernelScope } from './kernel-scope.ts';
import { newsOf } from './news.ts';
import { MOST_WEEKS } from './raw-columns.ts';

/** The tables of a plan that generated code reads, and the arrays that it works in, by name. */
export function kernelTables(scope: KernelScope): Record<string, Int32Array> {
  const { plan, behaviour } = scope;
  const slots = kernelSlots(scope);
  const purposes = slots.map(({ track, slot }) =>
    meetingPurpose(plan.tracks[track]!, slot.weekday, slot.start),
  );
  const parts = slots.map(({ track, slot }) =>
    meetingPurpose(plan.tracks[track]!, slot.weekday, slot.start, 'part'),
  );
  const until = plan.tracks.map((track) => minutesUntilLeft(track, behaviour));
  const phases = plan.phases.length;
  const visit = new Int32Array(phases * 7);
  const opens = new Int32Array(phases * 7);
  plan.phases.forEach((phase, p) => {
    for (let start = 0; start < 7; start += 1)
      for (const { track, slot } of slots)
        if (plan.tracks[track]?.during.includes(p)) {
          const place = p * 7 + start;
          visit[place] = (visit[place] ?? 0) | (1 << ((slot.weekday - start + 7) % 7));
        }
    const next = phase.next[0] ?? -1;
    for (const { track, slot } of slots) {
      const during = plan.tracks[track]?.during ?? [];
      if (during.includes(next) && !during.includes(p)) opens[p * 7 + slot.weekday] = 1;
    }
  });
  const tests = plan.drugTests.flatMap(({ days }) =>
    WEEKDAYS.map((_, start) =>
      days === 'random' ? 0 : days.reduce((mask, day) => mask | (1 << ((day - start + 7) % 7)), 0),
    ),
  );
  const { stage } = scope;
  const closed = closedDays(plan, MOST_WEEKS * 7 + 7);
  const sessions = stage ? plan.tracks.reduce((sum, track) => sum + track.sessions.length, 0) : 0;
  return {
    THRESHOLDS: behaviour.thresholds,
    LS: new Int32Array(OPENED * 3),
    LA: new Int32Array(OPENED * 3),
    HW: new Int32Array(OPENED),
    DX: new Int32Array(OPENED),
    DY: new Int32Array(OPENED),
    TE: new Int32Array(EVENTS_A_DAY + 2 * sessions),
    TA: new Int32Array(EVENTS_A_DAY + 2 * sessions),
    MC: new Int32Array(Math.max(1, plan.tracks.length)),
    TRACK: Int32Array.from(slots, ({ track }) => track),
    ...(behaviour.baseline === null ? {} : { BASELINE: behaviour.baseline }),
    PURPOSE: Int32Array.from(purposes),
    PART: Int32Array.from(parts),
    HOUR: Int32Array.from(slots, ({ start }) => Math.floor(start / 60)),
    UNTIL: Int32Array.from(until),
    STAYED: Int32Array.from(plan.tracks, ({ id }, t) =>
      attendanceOutcome(plan, { track: id, status: 'left-early', minutes: until[t]! }) === 'attended' ? 1 : 0,
    ),
    MKD: new Int32Array(Math.max(1, plan.tracks.length)),
    MKS: new Int32Array(Math.max(1, plan.tracks.length)),
    MINUTES: Int32Array.from(plan.tracks, ({ minutes }) => minutes),
    BEFORE: placesInWeek(scope),
    VISIT: visit,
    OPENS: opens,
    FINAL: Int32Array.from(plan.phases, ({ final }) =>
      final === 'completed' ? 1 : final === 'transferred' ? 2 : 0,
    ),
    BEARS: bearings(scope),
    NEWS: newsOf(plan, scope.table),
    WEEKDAYS: Int32Array.from(behaviour.admissionWeekdays),
    TESTDAYS: Int32Array.from(tests),
    ...(closed === null ? {} : { CLOSED: closed }),
    ...(hasStretches(scope)
      ? { STOOD_FROM: new Int32Array(MOST_WEEKS * 7), STOOD_TO: new Int32Array(MOST_WEEKS * 7) }
      : {}),
    ...notedTables(scope),
    ...(plan.incentives === undefined ? {} : { YEAR: yearTable(MOST_WEEKS * 7 + 7) }),
    ...(stage
      ? {
          ...stageTables(stage),
          CODES: Int32Array.from(stage.codes),
          FIRST: Int32Array.from(plan.tracks, ({ id }) => stage.ledger.firstOf(plan.curriculum.id, id) ?? 0),
        }
      : {}),
  };
}

/** By event and criterion of a monitor: whether the event sends a signal to a counter that the criterion reads. */
function bearings(scope: KernelScope): Int32Array {
  const { plan, table } = scope;
  const criteria = bearingCriteria(scope);
  const bears = new Int32Array(table.events.length * criteria.length);
  criteria.forEach((criterion, c) => {
    const signals = bearingSignals(plan, criterion);
    table.events.forEach((event, code) => {
      if (event.signals.some((signal) => signals.has(signal))) bears[code * criteria.length + c] = 1;
    });
  });
  return bears;
}
