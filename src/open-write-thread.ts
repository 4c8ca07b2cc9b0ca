import { openThread, type Thread } from './adapters/workers/open-thread.ts';
import type { AppendTask, WriteThreadData } from './write-thread.ts';

/**
 * Starts a thread that writes to a file, so that whoever reads does not wait for the disk meanwhile. The file must be there.
 *
 * Tasks are `AppendTask`s for the record, and `LogTask`s for the log.
 */
export function openWriteThread<Task = AppendTask, Result = unknown>(
  data: WriteThreadData,
): Thread<Task, Result> {
  const file = import.meta.url.endsWith('.ts') ? './write-thread.ts' : './write-thread.js';
  return openThread(new URL(file, import.meta.url), data);
}
