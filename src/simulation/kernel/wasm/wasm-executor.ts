import { type Executor, type ExecutorParts, patientText } from '../executor.ts';
import { KERNEL_PARAMETERS } from '../generate-kernel.ts';
import { type EmitScope, emitStatements } from './emit-function.ts';
import { keptModule } from './kept-module.ts';
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
export function wasmExecutor({ stages, lengths }: ExecutorParts, flush: (events: number) => void): Executor {
  let bytes = 0;
  const place = (sizes: readonly (readonly [string, number])[]) =>
    new Map(
      sizes.map(([name, length]) => {
        const address = bytes;
        bytes += length * 4;
        return [name, address] as const;
      }),
    );
  const shared = place(Object.entries(lengths));
  const own = stages.map(({ tables }) =>
    place(Object.entries(tables).map(([name, { length }]) => [name, length] as const)),
  );
  const pages = Math.ceil(bytes / PAGE) + 1;
  const memory = new WebAssembly.Memory({ initial: pages });
  const view = (address: number | undefined, length: number) =>
    new Int32Array(memory.buffer, address ?? 0, length);
  const arrays = Object.fromEntries(
    Object.entries(lengths).map(([name, length]) => [name, view(shared.get(name), length)]),
  );
  stages.forEach(({ tables }, s) => {
    for (const [name, table] of Object.entries(tables)) view(own[s]?.get(name), table.length).set(table);
  });
  const addresses = own.map((tables) => new Map([...shared, ...tables]));
  const sources = stages.map(({ source: { body, locals, constants } }) => [body, locals, constants]);
  const text = JSON.stringify([sources, addresses.map((of) => [...of]), pages]);
  const module = keptModule(text, () => new WebAssembly.Module(kernelBytes(stages, addresses, pages)));
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

/** The module: a function for one patient at each stage, and one that goes through patients. */
function kernelBytes(
  stages: ExecutorParts['stages'],
  arrays: readonly ReadonlyMap<string, number>[],
  pages: number,
): Uint8Array<ArrayBuffer> {
  const functions = new Map(['FLUSH', ...stages.map((_, s) => `one${s}`)].map((name, i) => [name, i]));
  const code = (names: readonly string[], text: string, stage: number) => {
    const scope: EmitScope = {
      locals: new Map(names.map((name, i) => [name, i])),
      constants: new Map(Object.entries(stages[stage]!.source.constants)),
      arrays: arrays[stage]!,
      functions,
    };
    return [...emitStatements(scope, parseKernelText(text)), 0x20, scope.locals.get('en') ?? 0];
  };
  const loop = `en = 0; for (r = 0; r < count; r = r + 1 | 0) { ${patientText(stages.length)} }`;
  const runNames = ['k0', 'first', 'count', 'horizon', 'WEEKS', 'en', 'r'];
  return wasmModule(
    [
      ...stages.map(({ source }, s) => ({
        parameters: KERNEL_PARAMETERS.length,
        locals: source.locals.length,
        code: code([...KERNEL_PARAMETERS, ...source.locals], source.body, s),
      })),
      { parameters: 5, locals: 2, code: code(runNames, loop, 0) },
    ],
    pages,
  );
}
