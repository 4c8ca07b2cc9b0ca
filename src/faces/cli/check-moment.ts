import { CliFailure } from './cli-failure.ts';
import { EXIT } from './exit-codes.ts';

/** Reads a calendar date given for an option, or undefined where none was given. Fails with a message that names the option. */
export async function checkDate(text: string | undefined, option: string): Promise<string | undefined> {
  if (text === undefined) return undefined;
  const { CalendarDate } = await import('../../curriculum/calendar-date.ts');
  const parsed = CalendarDate.safeParse(text);
  if (parsed.success) return parsed.data;
  throw new CliFailure(EXIT.usage, 'usage', `${option}: ${parsed.error.issues[0]?.message} (got "${text}")`);
}

/** Reads an instant, or a day, which means its end here; undefined where none was given. */
export async function checkInstant(text: string | undefined, option: string): Promise<string | undefined> {
  if (text === undefined) return undefined;
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) {
    await checkDate(text, option);
    const [year, month, day] = text.split('-').map(Number) as [number, number, number];
    return new Date(new Date(year, month - 1, day + 1).getTime() - 1).toISOString();
  }
  const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/.test(text)
    ? new Date(text)
    : new Date(Number.NaN);
  if (!Number.isNaN(instant.getTime())) return instant.toISOString();
  throw new CliFailure(
    EXIT.usage,
    'usage',
    `${option}: write a day as 2026-03-02 or an instant as 2026-03-02T17:30:00Z (got "${text}")`,
  );
}
