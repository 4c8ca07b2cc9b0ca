import { sayDate } from './say-date.ts';

const DATE = /\b\d{4}-\d{2}-\d{2}\b/g;

/** A sentence of the engine for people: with a capital at its beginning, and its dates as people say them. Pure. */
export function saySentence(sentence: string, today: string): string {
  const text = sentence.replace(DATE, (date) =>
    Number.isNaN(Date.parse(date)) ? date : sayDate(date, today),
  );
  return text.charAt(0).toUpperCase() + text.slice(1);
}
