import { describe, expect, it } from 'vitest';
import { openThread } from '../../../src/adapters/workers/open-thread.ts';

const DOUBLES = new URL(
  `data:text/javascript,import { parentPort as port } from 'node:worker_threads';
  port.on('message', (text) => {
    const given = JSON.parse(text);
    if (given === null) port.close();
    else if (given.task === 13) process.exit(1);
    else port.postMessage({ number: given.number, result: given.task * 2 });
  });`.replaceAll('\n', ''),
);

describe('a thread that does one task after the other', () => {
  it('fails what waits for it when it dies, and is another one for the next task', async () => {
    const thread = openThread<number, number>(DOUBLES, null);
    expect(await Promise.all([1, 2, 3].map((task) => thread.run(task)))).toEqual([2, 4, 6]);
    const told = await Promise.allSettled([thread.run(13), thread.run(4)]);
    expect(told.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(told[0]).toMatchObject({ reason: { code: 'store-unavailable' } });
    expect(await thread.run(5)).toBe(10);
    await thread.close();
    await expect(thread.run(6)).rejects.toMatchObject({ code: 'store-unavailable' });
  });
});
