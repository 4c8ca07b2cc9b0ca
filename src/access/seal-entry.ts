import { hash } from 'node:crypto';
import { canonicalJson } from '../program/canonical-json.ts';
import type { AccessEntry } from './access-entry.ts';

/** What stands in the place of the hash before the first line of the log. */
export const LOG_START = '0'.repeat(64);

/**
 * The hash that chains a line of the access log to the one before it: SHA-256 (lower-case hex) of the previous hash, the number in
 * decimal and the entry as canonical JSON, one after the other with a line feed between them, as UTF-8. Pure.
 */
export function sealEntry(previous: string, number: number, entry: AccessEntry): string {
  return hash('sha256', `${previous}\n${number}\n${canonicalJson(entry)}`);
}
