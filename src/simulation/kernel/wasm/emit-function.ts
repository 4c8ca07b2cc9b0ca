import { cheapAssignments, isCheap, isTruth } from './if-conversion.ts';
import type { Expression, Statement } from './kernel-text.ts';
import { signed, unsigned } from './leb128.ts';

/** What names in a function stand for: locals by index, arrays by their address in bytes, functions by index. */
export type EmitScope = {
  readonly locals: ReadonlyMap<string, number>;
  readonly constants: ReadonlyMap<string, number>;
  readonly arrays: ReadonlyMap<string, number>;
  readonly functions: ReadonlyMap<string, number>;
};

const BLOCK = 0x02;
const LOOP = 0x03;
const IF = 0x04;
const ELSE = 0x05;
const END = 0x0b;
const BR = 0x0c;
const BR_IF = 0x0d;
const BR_TABLE = 0x0e;
const SELECT = 0x1b;
const EMPTY = 0x40;
const I32 = 0x7f;

const BINARY: Readonly<Record<string, number>> = {
  '===': 0x46,
  '!==': 0x47,
  '<': 0x48,
  '>': 0x4a,
  '<=': 0x4c,
  '>=': 0x4e,
  '+': 0x6a,
  '-': 0x6b,
  '*': 0x6c,
  '/': 0x6d,
  '%': 0x6f,
  '&': 0x71,
  '|': 0x72,
  '^': 0x73,
  '<<': 0x74,
  '>>': 0x75,
  '>>>': 0x76,
};

type Label = { readonly name: string | null; readonly kind: 'break' | 'continue' | 'none' | 'named' };

/** The instructions of some statements as bytes of WebAssembly. */
export function emitStatements(scope: EmitScope, statements: readonly Statement[]): number[] {
  const out: number[] = [];
  const labels: Label[] = [];
  for (const each of statements) statement(each);
  return out;

  function opened(code: number, type: number, label: Label, body: () => void): void {
    out.push(code, type);
    labels.push(label);
    body();
    labels.pop();
    out.push(END);
  }

  function depth(kind: 'break' | 'continue', name: string | null): number {
    for (let i = labels.length - 1; i >= 0; i -= 1) {
      const label = labels[i]!;
      const fits =
        name === null
          ? label.kind === kind
          : label.name === name && (label.kind === kind || (kind === 'break' && label.kind === 'named'));
      if (fits) return labels.length - 1 - i;
    }
    throw new Error(`no ${kind} to ${name}`);
  }

  function statement(node: Statement): void {
    switch (node.is) {
      case 'assign':
        assign(node);
        return;
      case 'do':
        value(node.call);
        out.push(0x1a);
        return;
      case 'if': {
        const assignments = node.otherwise === null ? cheapAssignments(node.then, node.when) : null;
        if (assignments !== null) {
          for (const { name, value: to } of assignments) {
            const local = unsigned(place(scope.locals, name));
            value(to);
            out.push(0x20, ...local);
            value(node.when);
            out.push(SELECT, 0x21, ...local);
          }
          return;
        }
        value(node.when);
        out.push(IF, EMPTY);
        labels.push({ name: null, kind: 'none' });
        statement(node.then);
        if (node.otherwise) {
          out.push(ELSE);
          statement(node.otherwise);
        }
        labels.pop();
        out.push(END);
        return;
      }
      case 'block':
        if (node.label === null) for (const each of node.of) statement(each);
        else
          opened(BLOCK, EMPTY, { name: node.label, kind: 'named' }, () =>
            node.of.forEach((each) => {
              statement(each);
            }),
          );
        return;
      case 'for':
        if (node.first) statement(node.first);
        opened(BLOCK, EMPTY, { name: node.label, kind: 'break' }, () =>
          opened(LOOP, EMPTY, { name: null, kind: 'none' }, () => {
            if (node.while) {
              value(node.while);
              out.push(0x45, BR_IF, ...unsigned(1));
            }
            opened(BLOCK, EMPTY, { name: node.label, kind: 'continue' }, () => {
              statement(node.body);
            });
            if (node.then) statement(node.then);
            out.push(BR, ...unsigned(0));
          }),
        );
        return;
      case 'switch':
        choose(node);
        return;
      case 'break':
      case 'continue':
        out.push(BR, ...unsigned(depth(node.is, node.label)));
        return;
    }
  }

  function choose(node: Extract<Statement, { is: 'switch' }>): void {
    const { cases } = node;
    const values = cases.flatMap((each) => each.values);
    if (values.length === 0) return;
    const least = Math.min(...values);
    const most = Math.max(...values);
    out.push(BLOCK, EMPTY);
    labels.push({ name: null, kind: 'break' });
    for (let i = 0; i < cases.length; i += 1) {
      out.push(BLOCK, EMPTY);
      labels.push({ name: null, kind: 'none' });
    }
    value(node.on);
    if (least !== 0) out.push(0x41, ...signed(least), 0x6b);
    const targets = Array.from({ length: most - least + 1 }, (_, i) => {
      const place = cases.findIndex((each) => each.values.includes(least + i));
      return place < 0 ? cases.length : place;
    });
    out.push(BR_TABLE, ...unsigned(targets.length), ...targets.flatMap(unsigned), ...unsigned(cases.length));
    for (const each of cases) {
      labels.pop();
      out.push(END);
      for (const inner of each.of) statement(inner);
    }
    labels.pop();
    out.push(END);
  }

  function assign(node: Extract<Statement, { is: 'assign' }>): void {
    const [first, ...others] = node.to;
    if (first!.is === 'element') {
      address(first!.index);
      value(node.value);
      out.push(0x36, 2, ...unsigned(place(scope.arrays, first!.array)));
      return;
    }
    value(node.value);
    for (const other of others)
      out.push(0x22, ...unsigned(place(scope.locals, (other as { name: string }).name)));
    out.push(0x21, ...unsigned(place(scope.locals, first!.name)));
  }

  function address(index: Expression): void {
    value(index);
    out.push(0x41, 2, 0x74);
  }

  function value(node: Expression): void {
    switch (node.is) {
      case 'number':
        out.push(0x41, ...signed(node.value | 0));
        return;
      case 'name': {
        const constant = scope.constants.get(node.name);
        if (constant !== undefined) out.push(0x41, ...signed(constant));
        else out.push(0x20, ...unsigned(place(scope.locals, node.name)));
        return;
      }
      case 'element':
        address(node.index);
        out.push(0x28, 2, ...unsigned(place(scope.arrays, node.array)));
        return;
      case 'unary':
        if (node.operator === '-') {
          out.push(0x41, 0);
          value(node.of);
          out.push(0x6b);
          return;
        }
        value(node.of);
        if (node.operator === '!') out.push(0x45);
        else out.push(0x41, ...signed(-1), 0x73);
        return;
      case 'choice':
        if (isCheap(node.then) && isCheap(node.otherwise)) {
          value(node.then);
          value(node.otherwise);
          value(node.when);
          out.push(SELECT);
          return;
        }
        value(node.when);
        out.push(IF, I32);
        value(node.then);
        out.push(ELSE);
        value(node.otherwise);
        out.push(END);
        return;
      case 'binary':
        binary(node);
        return;
      case 'call':
        call(node);
        return;
    }
  }

  function binary({ operator, left, right }: Extract<Expression, { is: 'binary' }>): void {
    value(left);
    if ((operator === '&&' || operator === '||') && isTruth(left) && isTruth(right) && isCheap(right)) {
      value(right);
      out.push(operator === '&&' ? 0x71 : 0x72);
      return;
    }
    if (operator === '&&' || operator === '||') {
      out.push(IF, I32);
      if (operator === '||') out.push(0x41, 1, ELSE);
      value(right);
      if (operator === '&&') out.push(ELSE, 0x41, 0);
      out.push(END);
      return;
    }
    if (operator === '|' && right.is === 'number' && right.value === 0) return;
    value(right);
    const code = BINARY[operator];
    if (code === undefined) throw new Error(`no operator ${operator}`);
    out.push(code);
  }

  function call(node: Extract<Expression, { is: 'call' }>): void {
    const [a, b, c] = node.of;
    if (node.name === 'Math.imul') {
      value(a!);
      value(b!);
      out.push(0x6c);
    } else if (node.name === 'Math.clz32') {
      value(a!);
      out.push(0x67);
    } else if (node.name === 'RATE_AT_LEAST' || node.name === 'RATE_AT_MOST') {
      value(a!);
      out.push(0xb7);
      value(b!);
      out.push(
        0xb7,
        0xa3,
        0x44,
        ...new Uint8Array(new Float64Array([(c as { value: number }).value]).buffer),
      );
      out.push(node.name === 'RATE_AT_LEAST' ? 0x66 : 0x65);
    } else {
      for (const argument of node.of) value(argument);
      out.push(0x10, ...unsigned(place(scope.functions, node.name)));
    }
  }

  function place(map: ReadonlyMap<string, number>, name: string): number {
    const found = map.get(name);
    if (found === undefined) throw new Error(`generated text names ${name}, which is nothing`);
    return found;
  }
}
