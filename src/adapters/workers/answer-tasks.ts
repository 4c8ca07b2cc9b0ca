import { parentPort, workerData } from 'node:worker_threads';
import { StepwellError } from '../../engine/stepwell-error.ts';
import type { TaskAnswer } from './open-thread.ts';

/** What the thread begins with. */
export function threadData(): unknown {
  return workerData;
}

/** Does the tasks of whoever opened this thread, until there are no more; then `close` runs. */
export function answerTasks<Task>(work: (task: Task) => unknown, close: () => void): void {
  parentPort?.on('message', async (given: string | null) => {
    if (given === null) {
      close();
      parentPort?.close();
      return;
    }
    const { number, task } = JSON.parse(given) as { number: number; task: Task };
    let answer: TaskAnswer;
    try {
      answer = { number, result: await work(task) };
    } catch (error) {
      const known = error instanceof StepwellError ? error : null;
      const failure = error instanceof Error ? error.message : String(error);
      answer = { number, failure, code: known?.code ?? null, details: known?.details ?? {} };
    }
    parentPort?.postMessage(answer);
  });
}
