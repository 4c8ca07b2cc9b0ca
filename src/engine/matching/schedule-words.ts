import type { WeeklyHours } from '../../curriculum/intake/weekly-hours.ts';
import { minutesOfDay } from '../../curriculum/time-of-day.ts';
import type { Track } from '../../curriculum/track.ts';
import type { Weekday } from '../../curriculum/weekday.ts';
import { listWords } from './list-words.ts';

/** When a track meets. `Monday and Friday 18:00 to 18:50`; on demand where it has no schedule. Pure. */
export function scheduleWords({ schedule }: Track): string {
  const times = schedule.map(({ weekdays, start, minutes }) => {
    const end = minutesOfDay(start) + minutes;
    return `${dayWords(weekdays)} ${start} to ${clockWords(end)}`;
  });
  return times.length === 0 ? 'on demand' : [...new Set(times)].join(', ');
}

/** Weekly hours in words. `Monday to Friday 09:00 to 17:00` */
export function hoursWords(hours: readonly WeeklyHours[]): string {
  return hours.map(({ weekdays, from, to }) => `${dayWords(weekdays)} ${from} to ${to}`).join(', ') || 'none';
}

function dayWords(weekdays: readonly Weekday[]): string {
  const workdays = weekdays.length === 5 && !weekdays.some((day) => day.startsWith('s'));
  if (workdays) return 'Monday to Friday';
  if (weekdays.length === 7) return 'daily';
  return listWords(weekdays.map((day) => day.charAt(0).toUpperCase() + day.slice(1)));
}

function clockWords(minutes: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(minutes / 60) % 24)}:${two(minutes % 60)}`;
}
