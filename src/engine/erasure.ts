import { canonicalJson } from '../program/canonical-json.ts';

/** That the content of an episode was erased because a law required it: by whom, why, and up to where. */
export type Erasure = {
  readonly episode: string;
  /** The version of the event that records the erasure; the bodies of all events before it are gone. */
  readonly version: number;
  /** The instant at which it was recorded, ISO 8601 in UTC with milliseconds. */
  readonly recordedAt: string;
  readonly by: string;
  /** Why; it stays in the record, so it must not name the patient. */
  readonly reason: string;
};

/**
 * The body of the event that records an erasure in the episode's chain.
 *
 * ```ts
 * erasureBody({ episode: 'e-1', version: 8, recordedAt: '…', by: 'officer', reason: 'court order' })
 * //=> '{"by":"officer","reason":"court order","through":7,"type":"EpisodeErased"}'
 * ```
 */
export function erasureBody(erasure: Erasure): string {
  const { by, reason, version } = erasure;
  return canonicalJson({ type: 'EpisodeErased', by, reason, through: version - 1 });
}
