import { availableParallelism } from 'node:os';
import { Tinypool } from 'tinypool';
import { carriedFailure } from './carry-failure.ts';

/**
 * The heap of a thread, in megabytes. What a thread keeps is small and what it throws away is much: without a limit it is swept
 * only when the machine's memory asks for it, and a long run seems to grow.
 */
const HEAP = { maxYoungGenerationSizeMb: 24, maxOldGenerationSizeMb: 512 };

/** Work that is the same on every thread: a file whose `run` does one task, what it begins with, and the same in this thread. */
export type PooledWork<Data, Task, Result> = {
  /** The file of the worker, which exports `run` and reads `data` as the pool's worker data. */
  readonly file: URL;
  readonly data: Data;
  /** Makes the same `run` in this thread, for one thread alone. */
  readonly here: (data: Data) => (task: Task) => Result;
  /** Worker threads; as many as the machine runs at once unless told. No more are started than there are tasks. */
  readonly threads?: number;
};

/** Threads that are ready for tasks. */
export type TaskPool<Task, Result> = {
  /**
   * Does tasks side by side and hands on what came of them in the order of the tasks, each before the next, waiting for whoever
   * takes it. No more than two tasks a thread are under way. Ends early, after the result at hand, where `signal` is aborted.
   */
  run(
    tasks: Iterable<Task>,
    take: (result: Result, task: Task) => void | Promise<void>,
    signal?: AbortSignal,
  ): Promise<void>;
  close(): Promise<void>;
};

/**
 * Opens a pool for so many tasks. One thread, or one task, is done in this thread, which gives way to timers and signals between
 * tasks.
 */
export function openTaskPool<Data, Task, Result>(
  { file, data, here, threads = availableParallelism() }: PooledWork<Data, Task, Result>,
  tasks: number,
): TaskPool<Task, Result> {
  const count = Math.max(1, Math.min(threads, tasks));
  const pool =
    count === 1
      ? null
      : new Tinypool({
          filename: file.href,
          runtime: 'worker_threads',
          minThreads: count,
          maxThreads: count,
          workerData: data,
          resourceLimits: HEAP,
        });
  const own = pool === null ? here(data) : null;
  const one = async (task: Task): Promise<Result> =>
    own !== null
      ? own(task)
      : pool!.run(task, { name: 'run' }).catch((error: unknown) => {
          throw carriedFailure(error);
        });
  return {
    async run(all, take, signal) {
      const waiting: { readonly task: Task; readonly result: Promise<Result> }[] = [];
      const rest = all[Symbol.iterator]();
      const start = () => {
        const next = rest.next();
        if (next.done) return;
        const result = one(next.value);
        result.catch(() => {});
        waiting.push({ task: next.value, result });
      };
      for (let i = 0; i < (pool ? 2 * count : 1); i += 1) start();
      while (waiting.length > 0 && !signal?.aborted) {
        const { task, result } = waiting.shift()!;
        const done = await result;
        if (pool) start();
        await take(done, task);
        if (!pool) {
          await new Promise((resolve) => setImmediate(resolve));
          if (!signal?.aborted) start();
        }
      }
    },
    async close() {
      await pool?.destroy();
    },
  };
}
