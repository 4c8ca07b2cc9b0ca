import { Worker } from 'node:worker_threads';
import { type ErrorCode, StepwellError } from '../../engine/stepwell-error.ts';

/** A thread that does one task after the other, in the order in which they were given. A task is what JSON can say. */
export type Thread<Task, Result> = {
  /** Rejects with the `StepwellError` that the task threw, or with `store-unavailable` where the thread died over it or is closed. */
  run(task: Task): Promise<Result>;
  /** Ends the thread once everything that was given to it is done. */
  close(): Promise<void>;
};

/** What a thread says of a task: what came of it, or how it failed. */
export type TaskAnswer = { readonly number: number } & (
  | { readonly result: unknown }
  | { readonly failure: string; readonly code: ErrorCode | null; readonly details: Record<string, unknown> }
);

/**
 * Starts a thread on a file that calls `answerTasks`, when the first task is given. `data` is what it begins with. Where it dies, what
 * waits for it is rejected, for nobody knows what became of it, and the next task starts another one.
 */
export function openThread<Task, Result>(file: URL, data: unknown): Thread<Task, Result> {
  const waiting = new Map<number, PromiseWithResolvers<Result>>();
  let given = 0;
  let worker: Worker | null = null;
  let closed = false;
  const start = (): Worker => {
    const started = new Worker(file, { workerData: data });
    const end = (cause: unknown) => {
      if (worker !== started) return;
      worker = null;
      for (const told of waiting.values()) told.reject(ended(cause));
      waiting.clear();
    };
    started.on('error', end);
    started.on('exit', end);
    started.on('message', (answer: TaskAnswer) => {
      const told = waiting.get(answer.number);
      waiting.delete(answer.number);
      if ('result' in answer) told?.resolve(answer.result as Result);
      else if (answer.code === null) told?.reject(new Error(answer.failure));
      else told?.reject(new StepwellError(answer.code, answer.failure, answer.details));
    });
    return started;
  };
  return {
    run: async (task) => {
      if (closed) throw ended();
      worker ??= start();
      given += 1;
      // As text it costs this thread a third of what a copy of the same objects does.
      worker.postMessage(JSON.stringify({ number: given, task }));
      const told = Promise.withResolvers<Result>();
      waiting.set(given, told);
      return told.promise;
    },
    close: async () => {
      closed = true;
      if (worker === null) return;
      const exited = new Promise((resolve) => worker?.once('exit', resolve));
      worker.postMessage(null);
      await exited;
    },
  };
}

function ended(cause?: unknown): StepwellError {
  return new StepwellError('store-unavailable', 'The thread that writes has ended.', {}, cause);
}
