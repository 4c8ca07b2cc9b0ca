import type { Track } from '../curriculum/track.ts';

/** How many distinct sessions complete a track; 0 for an elective. */
export function requiredSessions(track: Track): number {
  if (track.requires === undefined || track.requires === 'all') return track.sessions.length;
  return track.requires === 'none' ? 0 : track.requires;
}
