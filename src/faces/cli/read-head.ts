import type { OutsideHead } from '../../engine/outside-head.ts';
import { CliFailure } from './cli-failure.ts';
import { EXIT } from './exit-codes.ts';

/** Reads a head as head, verify and backup print it, COUNT:HASH; undefined where none was given. */
export function readHead(text: string | undefined): OutsideHead | undefined {
  if (text === undefined) return undefined;
  const [, count, head] = /^(\d{1,12}):([0-9a-f]{64})$/.exec(text.trim()) ?? [];
  if (count === undefined || head === undefined) {
    throw new CliFailure(
      EXIT.usage,
      'usage',
      '--head: write it as head, verify and backup print it, COUNT:HASH',
    );
  }
  return { count: Number(count), head };
}
