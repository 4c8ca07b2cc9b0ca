import { unsigned } from './leb128.ts';

/** A function of a module: how many parameters and other locals it has, all whole numbers, and its instructions. It returns one number. */
export type WasmFunction = {
  readonly parameters: number;
  readonly locals: number;
  readonly code: readonly number[];
};

const I32 = 0x7f;

/**
 * The bytes of a module with some functions, the last of which is exported as `run`. It imports a memory `m.memory` and a
 * function `m.flush` of one number, which is function 0; the functions begin with 1.
 */
export function wasmModule(functions: readonly WasmFunction[], pages: number): Uint8Array<ArrayBuffer> {
  const types = [1, ...functions.map(({ parameters }) => parameters)].map((parameters) => [
    0x60,
    ...vector(Array.from({ length: parameters }, () => [I32])),
    1,
    I32,
  ]);
  const imports = [
    [...name('m'), ...name('memory'), 0x02, 0x00, ...unsigned(pages)],
    [...name('m'), ...name('flush'), 0x00, 0x00],
  ];
  const bodies = functions.map(({ locals, code }) => {
    const body = [...(locals === 0 ? [0] : [1, ...unsigned(locals), I32]), ...code, 0x0b];
    return [...unsigned(body.length), ...body];
  });
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
    ...section(1, vector(types)),
    ...section(2, vector(imports)),
    ...section(3, vector(functions.map((_, i) => unsigned(i + 1)))),
    ...section(7, vector([[...name('run'), 0x00, ...unsigned(functions.length)]])),
    ...section(10, vector(bodies)),
  ]);
}

function section(id: number, content: readonly number[]): number[] {
  return [id, ...unsigned(content.length), ...content];
}

function vector(items: readonly (readonly number[])[]): number[] {
  return [...unsigned(items.length), ...items.flat()];
}

function name(text: string): number[] {
  return vector([...text].map((letter) => [letter.charCodeAt(0)]));
}
