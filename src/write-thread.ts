import { openAccessStore } from './adapters/access/access-store.ts';
import { type LogTask, writeLogTask } from './adapters/access/write-log-task.ts';
import { openSqliteStore } from './adapters/sqlite/open-sqlite-store.ts';
import { answerTasks, threadData } from './adapters/workers/answer-tasks.ts';
import type { EventStore } from './engine/event-store.ts';

/** What one write thread writes to: the record, or the log of who saw what. */
export type WriteThreadData = { readonly of: 'record' | 'log'; readonly file: string };
/** An append to the record, as it is given to the thread. */
export type AppendTask = Parameters<EventStore['append']>;

const { of, file } = threadData() as WriteThreadData;
if (of === 'record') {
  const store = openSqliteStore({ file });
  answerTasks(
    (task: AppendTask) => store.append(...task),
    () => void store.close(),
  );
} else {
  const access = openAccessStore(file);
  answerTasks(
    (task: LogTask) => writeLogTask(access, task),
    () => access.close(),
  );
}
