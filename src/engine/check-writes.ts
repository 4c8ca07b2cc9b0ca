import type { EpisodeWrite } from './event-store.ts';
import { StepwellError } from './stepwell-error.ts';

/**
 * Throws `invalid-command` where writes contradict themselves, before a store begins to write.
 *
 * Refused: an empty episode id; text that UTF-8 cannot carry (lone surrogates would come back changed and break the chain);
 * an expected version that is no whole number from 0; a due row or caseload row of another episode; two due rows with one
 * item. Messages name no content.
 */
export function checkWrites(writes: readonly EpisodeWrite[]): void {
  for (const write of writes) {
    if (write.episode === '' || !write.episode.isWellFormed()) refuse('the episode id is not usable text');
    if (!Number.isSafeInteger(write.expectedVersion) || write.expectedVersion < 0) {
      refuse('the expected version is not a whole number from 0');
    }
    if (!write.recordedAt.isWellFormed() || !write.events.every((body) => body.isWellFormed())) {
      refuse('an event holds text that UTF-8 cannot carry');
    }
    if (write.caseload !== null && write.caseload.episode !== write.episode) {
      refuse('the caseload row is of another episode');
    }
    if (write.course !== undefined && write.course.episode !== write.episode)
      refuse('the course is of another episode');
    const lists = write.worklist ?? [];
    if (lists.some((row) => row.episode !== write.episode))
      refuse('a row of a worklist is of another episode');
    if (new Set(lists.map((row) => row.list)).size < lists.length) {
      refuse('two rows are of the same worklist');
    }
    if (write.due !== null && write.due.length > 0) {
      if (write.due.some((row) => row.episode !== write.episode)) refuse('a due row is of another episode');
      if (new Set(write.due.map((row) => row.item)).size < write.due.length) {
        refuse('two due rows have the same item');
      }
    }
  }
}

function refuse(reason: string): never {
  throw new StepwellError('invalid-command', `The write contradicts itself: ${reason}.`);
}
