import { type Executor, type ExecutorParts, patientText } from './executor.ts';
import { KERNEL_PARAMETERS } from './generate-kernel.ts';

/** Runs a kernel as JavaScript. The text holds nothing that an author wrote: numbers and indexes alone. */
export function javascriptExecutor(
  { stages, lengths }: ExecutorParts,
  flush: (events: number) => void,
): Executor {
  const arrays: Record<string, Int32Array> = {};
  for (const [name, length] of Object.entries(lengths)) arrays[name] = new Int32Array(length);
  const functions = stages.map(({ source, tables }, s) => {
    const constants = Object.entries(source.constants).map(([name, value]) => `const ${name} = ${value};`);
    return `const one${s} = (() => {
const { ${Object.keys(tables).join(', ')} } = tables[${s}];
${constants.join(' ')}
return function one(${KERNEL_PARAMETERS.join(', ')}) {
let ${source.locals.map((name) => `${name} = 0`).join(', ')};
${source.body}
return en;
};
})();`;
  });
  const text = `'use strict';
const { ${Object.keys(arrays).join(', ')} } = arrays;
const RATE_AT_LEAST = (part, whole, value) => part / whole >= value;
const RATE_AT_MOST = (part, whole, value) => part / whole <= value;
const FLUSH = (n) => { flush(n); return 0; };
${functions.join('\n')}
return function run(k0, first, count, horizon, WEEKS) {
let en = 0;
for (let r = 0; r < count; r = r + 1 | 0) { ${patientText(stages.length)} }
if (en > 0) flush(en);
};`;
  const tables = stages.map((stage) => stage.tables);
  const run = new Function('arrays', 'tables', 'flush', text)(arrays, tables, flush) as Executor['run'];
  return { arrays, run };
}
