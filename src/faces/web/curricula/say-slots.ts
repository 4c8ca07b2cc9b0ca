import type { PlanTrack } from '../../../program/plan.ts';

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** When a track meets, in words: `Mon and Fri 19:15, 90 min`; empty where it has no times of its own. Pure. */
export function saySlots({ slots }: Pick<PlanTrack, 'slots'>): string {
  const times = Map.groupBy(slots, ({ start, minutes, everyWeeks }) => {
    const rhythm =
      everyWeeks === 1 ? '' : everyWeeks === 2 ? ' every other week' : ` every ${everyWeeks} weeks`;
    return `${start}, ${minutes} min${rhythm}`;
  });
  return [...times]
    .map(([when, list]) => {
      const days = [...new Set(list.map(({ weekday }) => weekday))].sort((a, b) => a - b);
      return `${days.map((day) => DAYS[day]).join(' and ')} ${when}`;
    })
    .join('; ');
}
