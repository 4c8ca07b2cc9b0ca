import { styleText } from 'node:util';

type Style = Parameters<typeof styleText>[0];

const style = (format: Style, text: string) => styleText(format, text, { stream: process.stdout });

let muted = false;

/** Prints an answer. */
export function print(text: string): void {
  if (!muted) process.stdout.write(`${text}\n`);
}

/** Does some work whose answers are not printed. */
export async function withoutAnswers<T>(work: () => Promise<T>): Promise<T> {
  muted = true;
  try {
    return await work();
  } finally {
    muted = false;
  }
}

/** Prints an answer as JSON, two spaces deep. */
export function printJson(value: unknown): void {
  print(JSON.stringify(value, null, 2));
}

/** Says something beside the answer: a failure, a notice, progress. */
export function say(text: string): void {
  process.stderr.write(`${text}\n`);
}

/** Emphasis on a terminal, plain text elsewhere and where NO_COLOR is set. */
export const bold = (text: string) => style('bold', text);

/** What holds, in green on a terminal. */
export const good = (text: string) => style('green', text);

/** What does not hold or was refused, in red on a terminal. */
export const bad = (text: string) => style('red', text);

/** What is not known or needs somebody's eye, in yellow on a terminal. */
export const open = (text: string) => style('yellow', text);

/** What matters less, dim on a terminal. */
export const faint = (text: string) => style('dim', text);
