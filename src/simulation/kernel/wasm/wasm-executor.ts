import type { Executor, ExecutorArrays } from '../executor.ts';
import { KERNEL_PARAMETERS, type KernelSource } from '../generate-kernel.ts';
import { type EmitScope, emitStatements } from './emit-function.ts';
import { parseKernelText } from './kernel-text.ts';
import { wasmModule } from './wasm-module.ts';

const PAGE = 65536;

/** The part of WebAssembly that is used here; the library of types for pure rooms has none of it. */
const { WebAssembly } = globalThis as unknown as {
  readonly WebAssembly: {
    readonly Memory: new (limits: { initial: number }) => { readonly buffer: ArrayBuffer };
    readonly Module: new (bytes: Uint8Array) => object;
    readonly Instance: new (
      module: object,
      imports: Record<string, Record<string, unknown>>,
    ) => { readonly exports: Readonly<Record<string, unknown>> };
  };
};

/** Runs a kernel as WebAssembly: the same text, compiled ahead, with all arrays in one memory. */
export function wasmExecutor(
  source: KernelSource,
  { tables, lengths }: ExecutorArrays,
  flush: (events: number) => void,
): Executor {
  const addresses = new Map<string, number>();
  let bytes = 0;
  const sizes = [
    ...Object.entries(tables).map(([name, { length }]) => [name, length] as const),
    ...Object.entries(lengths),
  ];
  for (const [name, length] of sizes) {
    addresses.set(name, bytes);
    bytes += length * 4;
  }
  const pages = Math.ceil(bytes / PAGE) + 1;
  const memory = new WebAssembly.Memory({ initial: pages });
  const arrays: Record<string, Int32Array> = {};
  for (const [name, length] of sizes)
    arrays[name] = new Int32Array(memory.buffer, addresses.get(name) ?? 0, length);
  for (const [name, table] of Object.entries(tables)) arrays[name]?.set(table);
  const module = new WebAssembly.Module(kernelBytes(source, addresses, pages));
  const instance = new WebAssembly.Instance(module, {
    m: {
      memory,
      flush: (n: number) => {
        flush(n);
        return 0;
      },
    },
  });
  const run = instance.exports['run'] as (...numbers: number[]) => number;
  return {
    arrays,
    run: (seed, first, count, horizon, weeks) => {
      const events = run(seed, first, count, horizon, weeks);
      if (events > 0) flush(events);
    },
  };
}

/** The module: a function for one patient, and one that goes through patients. */
function kernelBytes(
  source: KernelSource,
  arrays: ReadonlyMap<string, number>,
  pages: number,
): Uint8Array<ArrayBuffer> {
  const constants = new Map(Object.entries(source.constants));
  const functions = new Map([
    ['FLUSH', 0],
    ['one', 1],
  ]);
  const code = (names: readonly string[], text: string, result: string) => {
    const scope: EmitScope = {
      locals: new Map(names.map((name, i) => [name, i])),
      constants,
      arrays,
      functions,
    };
    const place = scope.locals.get(result) ?? 0;
    return [...emitStatements(scope, parseKernelText(text)), 0x20, place];
  };
  const loop =
    'en = 0; for (r = 0; r < count; r = r + 1 | 0) en = one(k0, first + r, r, count, horizon, WEEKS, en);';
  const runNames = ['k0', 'first', 'count', 'horizon', 'WEEKS', 'en', 'r'];
  return wasmModule(
    [
      {
        parameters: KERNEL_PARAMETERS.length,
        locals: source.locals.length,
        code: code([...KERNEL_PARAMETERS, ...source.locals], source.body, 'en'),
      },
      { parameters: 5, locals: 2, code: code(runNames, loop, 'en') },
    ],
    pages,
  );
}
