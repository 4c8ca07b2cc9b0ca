import { Worker } from 'node:worker_threads';
import { type ErrorCode, StepwellError } from '../../engine/stepwell-error.ts';

/** A thread that does one task after the other, in the order in which they were given. */
export type Thread<Task, Result> = {
  /** Rejects with the `StepwellError` that the task threw, or with `store-unavailable` where the thread is no more. */
  run(task: Task): Promise<Result>;
  /** Ends the thread once everything that was given to it is done. */
  close(): Promise<void>;
};

/** What a thread says of a task: what came of it, or how it failed. */
export type TaskAnswer = { readonly number: number } & (
  | { readonly result: unknown }
  | { readonly failure: string; readonly code: ErrorCode | null; readonly details: Record<string, unknown> }
);

/** Starts a thread on a file that calls `answerTasks`. `data` is what it begins with. */
export function openThread<Task, Result>(file: URL, data: unknown): Thread<Task, Result> {
  const worker = new Worker(file, { workerData: data });
  const waiting = new Map<number, PromiseWithResolvers<Result>>();
  let given = 0;
  let gone: StepwellError | null = null;
  const end = (cause: unknown) => {
    gone ??= new StepwellError('store-unavailable', 'The thread that writes has ended.', {}, cause);
    for (const told of waiting.values()) told.reject(gone);
    waiting.clear();
  };
  worker.on('error', end);
  worker.on('exit', end);
  worker.on('message', (answer: TaskAnswer) => {
    const told = waiting.get(answer.number);
    waiting.delete(answer.number);
    if ('result' in answer) told?.resolve(answer.result as Result);
    else if (answer.code === null) told?.reject(new Error(answer.failure));
    else told?.reject(new StepwellError(answer.code, answer.failure, answer.details));
  });
  return {
    run: async (task) => {
      if (gone !== null) throw gone;
      const told = Promise.withResolvers<Result>();
      given += 1;
      waiting.set(given, told);
      worker.postMessage({ number: given, task });
      return told.promise;
    },
    close: async () => {
      if (gone !== null) return;
      const ended = new Promise((resolve) => worker.once('exit', resolve));
      worker.postMessage(null);
      await ended;
    },
  };
}
