import { clockDays, programDays } from './clock-days.ts';
import type { CounterValue, EpisodeContext } from './episode-context.ts';
import { fewestAWeek } from './fewest-a-week.ts';
import type { PlanFreshness, PlanQuantity } from './plan.ts';

/** A measured value between `low` and `high`; the two differ where meetings have no record yet. */
export type Measured = { readonly low: number; readonly high: number };

/** Measures a quantity as of the context's day; null where nothing is known of it. */
export function measure(context: EpisodeContext, quantity: PlanQuantity): Measured | null {
  switch (quantity.quantity) {
    case 'sum': {
      const low = total(context, quantity.counters);
      return low === null ? null : { low, high: low + (total(context, quantity.pending) ?? 0) };
    }
    case 'rate': {
      const part = total(context, quantity.part) ?? 0;
      const whole = total(context, quantity.whole) ?? 0;
      const pending = total(context, quantity.pending) ?? 0;
      if (whole + pending === 0) return null;
      return { low: part / (whole + pending), high: (part + pending) / (whole + pending) };
    }
    case 'value':
      return tooOld(context, quantity.fresh) ? null : exactly(context.counters[quantity.counter]);
    case 'difference': {
      if (tooOld(context, quantity.fresh)) return null;
      const of = context.counters[quantity.of];
      const minus = context.counters[quantity.minus];
      return typeof of === 'number' && typeof minus === 'number' ? exactly(of - minus) : null;
    }
    case 'days-since': {
      const date = context.counters[quantity.counter];
      const today = lastDay(context);
      if (typeof date !== 'number' || today === null) return null;
      const until = context.counters[quantity.until];
      const high = today - date;
      return { low: Math.min(high, Math.max(0, (typeof until === 'number' ? until : date) - date)), high };
    }
    case 'stay': {
      if (quantity.in === 'program' && quantity.clock === 'program') {
        return context.today === null ? null : exactly(programDays(context, context.today));
      }
      const from = quantity.in === 'phase' ? context.phaseEnteredOn : context.admittedOn;
      return from === null || context.today === null
        ? null
        : exactly(clockDays(context, quantity.clock, from, context.today));
    }
    case 'fewest-a-week':
      return exactly(fewestAWeek(context, quantity.counter, quantity.weeks) ?? undefined);
    case 'held':
      return exactly(context.counters[quantity.counter] === null ? 0 : 1);
    case 'in-phase':
      return exactly(context.admittedOn !== null && quantity.phases.includes(context.phase) ? 1 : 0);
    case 'in-monitor': {
      const state = context.monitors[quantity.monitor];
      return exactly(state !== undefined && quantity.states.includes(state) ? 1 : 0);
    }
  }
}

/** The last day that a measure may speak of: today, or the end of the episode. */
function lastDay({ today, ended }: EpisodeContext): number | null {
  return ended === null || today === null ? today : Math.min(today, ended.on);
}

function tooOld(context: EpisodeContext, fresh: PlanFreshness | undefined): boolean {
  const on = fresh && context.counters[fresh.on];
  const today = lastDay(context);
  return fresh !== undefined && typeof on === 'number' && today !== null && today - on > fresh.days;
}

function exactly(value: CounterValue | undefined): Measured | null {
  return typeof value === 'number' ? { low: value, high: value } : null;
}

/** The sum of counters; a set counts its sessions. Null where all of them are unknown. */
function total(context: EpisodeContext, counters: readonly number[]): number | null {
  let sum: number | null = null;
  for (const index of counters) {
    const value = context.counters[index];
    const amount = typeof value === 'number' ? value : Array.isArray(value) ? value.length : null;
    if (amount !== null) sum = (sum ?? 0) + amount;
  }
  return sum;
}
