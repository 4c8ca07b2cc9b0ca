import { expect, it } from 'vitest';
import { createOutbox } from '../../../src/faces/http/outbox.ts';

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

it('a listener who takes nothing up has at most one message of each name waiting, and is given up', async () => {
  const told: (readonly string[])[] = [];
  let ended = 0;
  const stuck = new Promise<void>(() => {});
  const end = () => {
    ended += 1;
  };
  const send = (messages: readonly string[]) => {
    told.push(messages);
    return told.length === 1 ? Promise.resolve() : stuck;
  };
  const outbox = createOutbox<string>(send, end, { pace: 1, most: 10, patience: 500 });
  outbox.put('a', 'a1');
  outbox.put('b', 'b1');
  outbox.put('a', 'a2');
  await pause(20);
  expect(told).toEqual([['b1', 'a2']]);
  outbox.put('a', 'a3');
  await pause(20);
  for (let n = 0; n < 10_000; n += 1) outbox.put(`name ${n % 8}`, `${n}`);
  expect(ended).toBe(0);
  await pause(700);
  expect([told.length, ended]).toEqual([2, 1]);
  outbox.put('c', 'c1');
  await pause(20);
  expect([told.length, ended]).toEqual([2, 1]);
});

it('a listener who is too far behind or who fails is given up once', async () => {
  for (const send of [() => new Promise<void>(() => {}), () => Promise.reject(new Error('gone'))]) {
    let ended = 0;
    const end = () => {
      ended += 1;
    };
    const outbox = createOutbox<number>(send, end, { pace: 1, most: 10, patience: 60_000 });
    for (let n = 0; n < 12; n += 1) {
      outbox.put(`${n}`, n);
      await pause(2);
    }
    expect(ended).toBe(1);
    outbox.close();
  }
});
