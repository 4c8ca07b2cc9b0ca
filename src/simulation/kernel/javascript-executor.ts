import type { Executor, ExecutorArrays } from './executor.ts';
import { KERNEL_PARAMETERS, type KernelSource } from './generate-kernel.ts';

/** Runs a kernel as JavaScript. The text holds nothing that an author wrote: numbers and indexes alone. */
export function javascriptExecutor(
  source: KernelSource,
  { tables, lengths }: ExecutorArrays,
  flush: (events: number) => void,
): Executor {
  const arrays: Record<string, Int32Array> = { ...tables };
  for (const [name, length] of Object.entries(lengths)) arrays[name] = new Int32Array(length);
  const constants = Object.entries(source.constants).map(([name, value]) => `const ${name} = ${value};`);
  const text = `'use strict';
const { ${Object.keys(arrays).join(', ')} } = arrays;
${constants.join(' ')}
const RATE_AT_LEAST = (part, whole, value) => part / whole >= value;
const RATE_AT_MOST = (part, whole, value) => part / whole <= value;
const FLUSH = (n) => { flush(n); return 0; };
function one(${KERNEL_PARAMETERS.join(', ')}) {
let ${source.locals.map((name) => `${name} = 0`).join(', ')};
${source.body}
return en;
}
return function run(k0, first, count, horizon, WEEKS) {
let en = 0;
for (let r = 0; r < count; r = r + 1 | 0) en = one(k0, first + r | 0, r, count, horizon, WEEKS, en);
if (en > 0) flush(en);
};`;
  const run = new Function('arrays', 'flush', text)(arrays, flush) as Executor['run'];
  return { arrays, run };
}
