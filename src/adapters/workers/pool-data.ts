import { Tinypool } from 'tinypool';

/** What a thread of a task pool begins with, for the file of its worker. */
export function poolData(): unknown {
  return Tinypool.workerData;
}
