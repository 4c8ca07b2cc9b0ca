/** A time of day in minutes as it is written: `09:30`. */
export function timeText(minutes: number): string {
  const text = (n: number) => String(n).padStart(2, '0');
  return `${text(Math.floor(minutes / 60))}:${text(minutes % 60)}`;
}
