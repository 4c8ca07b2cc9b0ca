import { openAccessStore } from './adapters/access/access-store.ts';
import { type LogTask, writeLogTask } from './adapters/access/write-log-task.ts';
import { openSqliteStore } from './adapters/sqlite/open-sqlite-store.ts';
import { answerTasks, threadData } from './adapters/workers/answer-tasks.ts';
import type { EpisodeWrite, IdempotentAnswer } from './engine/event-store.ts';

/** What one write thread writes to: the record, or the log of who saw what. */
export type WriteThreadData = { readonly of: 'record' | 'log'; readonly file: string };
/** An append to the record, as it is given to the thread. */
export type AppendTask = {
  readonly writes: readonly EpisodeWrite[];
  readonly idempotent: IdempotentAnswer | undefined;
};

const { of, file } = threadData() as WriteThreadData;
if (of === 'record') {
  const store = openSqliteStore({ file });
  answerTasks(
    ({ writes, idempotent }: AppendTask) => store.append(writes, idempotent),
    () => void store.close(),
  );
} else {
  const access = openAccessStore(file);
  answerTasks(
    (task: LogTask) => writeLogTask(access, task),
    () => access.close(),
  );
}
