import { describe, expect, it } from 'vitest';
import { compilePlan } from '../../../src/program/compile-plan.ts';
import { compileKernel } from '../../../src/simulation/kernel/compile-kernel.ts';
import { keptModule } from '../../../src/simulation/kernel/wasm/kept-module.ts';
import { readCurriculum } from '../../curricula/read-curriculum.ts';
import { plausibleBehaviour } from '../plausible-behaviour.ts';

describe('a kept module', () => {
  it('is made once for a text, and the sixteen used last are kept', () => {
    const made: string[] = [];
    const take = (text: string) =>
      keptModule(text, () => {
        made.push(text);
        return { text };
      });
    const [first, again] = [take('kept 0'), take('kept 0')];
    expect(again).toBe(first);
    for (let n = 1; n < 16; n += 1) take(`kept ${n}`);
    expect([take('kept 0'), made.length]).toEqual([first, 16]);
    take('kept 16');
    made.length = 0;
    expect([take('kept 0'), made]).toEqual([first, []]);
    expect([take('kept 1'), made]).toEqual([{ text: 'kept 1' }, ['kept 1']]);
  });

  it('serves two behaviours side by side, each with its own tables and counts', () => {
    const plan = compilePlan(readCurriculum('matrix-iop'));
    const { attendance, ...behaviour } = plausibleBehaviour();
    const kernel = (probability: number, execution: 'wasm' | 'javascript') => {
      const compiled = compileKernel(
        plan,
        { ...behaviour, attendance: { ...attendance, probability } },
        { execution },
      );
      if (!compiled.accepted) throw new Error(compiled.refusals.join());
      return compiled;
    };
    const [often, seldom] = [kernel(0.9, 'wasm'), kernel(0.3, 'wasm')];
    const run = { seed: 5, first: 0, count: 50, horizonDays: 120 };
    const side = [often, seldom, often].map((one) => one.run(run));
    const expected = [0.9, 0.3, 0.9].map((probability) => kernel(probability, 'javascript').run(run));
    expect(side).toEqual(expected);
    expect(often.source).toBe(seldom.source);
    expect(side[0]!.patients.hash).not.toEqual(side[1]!.patients.hash);
  });
});
