import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EventHeap } from '../../../src/simulation/capacity/event-heap.ts';
import { WaitingLine } from '../../../src/simulation/capacity/waiting-line.ts';

describe('EventHeap', () => {
  it('gives the earliest first, and of those at one time the one that was put in first', () => {
    const step = fc.oneof(
      { weight: 2, arbitrary: fc.nat(2) },
      { weight: 1, arbitrary: fc.constant('pop' as const) },
    );
    fc.assert(
      fc.property(fc.array(step, { size: 'max', maxLength: 200 }), (steps) => {
        const heap = new EventHeap(1);
        const list: { time: number; item: number }[] = [];
        for (const [item, time] of steps.entries()) {
          if (time === 'pop') {
            expect(heap.nextTime).toBe(list[0]?.time ?? Number.POSITIVE_INFINITY);
            expect(heap.pop()).toBe(list.shift()?.item ?? -1);
          } else {
            heap.push(time, item);
            list.push({ time, item });
            list.sort((a, b) => a.time - b.time);
          }
          expect(heap.size).toBe(list.length);
        }
      }),
    );
  });
});

describe('WaitingLine', () => {
  it('calls in the order in which they came, however many wait', () => {
    const step = fc.tuple(fc.boolean(), fc.nat(60));
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
        const line = new WaitingLine();
        const list: number[] = [];
        let next = 0;
        for (const [comes, times] of steps)
          for (let i = 0; i < times; i += 1) {
            if (comes) {
              line.push(next);
              list.push(next);
              next += 1;
            } else expect(line.shift()).toBe(list.shift() ?? -1);
          }
        expect(line.length).toBe(list.length);
      }),
    );
  });
});
