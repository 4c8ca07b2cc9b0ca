import { openAccessStore } from './adapters/access/access-store.ts';
import type { LogTable } from './adapters/access/log-table.ts';
import { openSqliteStore } from './adapters/sqlite/open-sqlite-store.ts';
import { answerTasks, threadData } from './adapters/workers/answer-tasks.ts';
import type { EventStore } from './engine/event-store.ts';

/** What one write thread writes to: the record, or the log of who saw what. */
export type WriteThreadData = { readonly of: 'record' | 'log'; readonly file: string };
/** An append to the record, or lines of the log, as they are given to the thread. */
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
    (task: Parameters<LogTable['addAll']>[0]) => access.log.addAll(task),
    () => access.close(),
  );
}
