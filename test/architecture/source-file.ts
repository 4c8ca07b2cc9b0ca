import { type Comment, parseSync } from 'oxc-parser';

/** A node of the syntax tree, as far as the rules look at it. */
export type Node = { readonly type: string; readonly start: number; readonly [key: string]: unknown };

/** A source file that a rule looks at: its path from the top of the repository, its text and its tree. */
export type SourceFile = {
  readonly path: string;
  readonly text: string;
  readonly body: readonly Node[];
  readonly comments: readonly Comment[];
  /** What it imports or exports from, types included, as written. */
  readonly imports: readonly string[];
};

/** Parses one TypeScript file; throws when it is none. */
export function parseSource(path: string, text: string): SourceFile {
  const { program, module, comments, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`);
  const body = program.body as unknown as readonly Node[];
  const found = new Set<string>();
  for (const { moduleRequest } of module.staticImports) found.add(moduleRequest.value);
  for (const { entries } of module.staticExports)
    for (const { moduleRequest } of entries) if (moduleRequest) found.add(moduleRequest.value);
  for (const node of nodesOf(body)) {
    if (node.type === 'ImportExpression' || node.type === 'TSImportType') found.add(specifierOf(node));
  }
  return { path, text, body, comments, imports: [...found] };
}

/** Every node below these, without the names after a dot and the keys of objects: those refer to nothing. */
export function* nodesOf(value: unknown): Generator<Node> {
  if (Array.isArray(value)) {
    for (const item of value) yield* nodesOf(item);
  } else if (isNode(value)) {
    yield value;
    const named = value['computed'] === true ? [] : ['property', 'key'];
    for (const [key, child] of Object.entries(value)) if (!named.includes(key)) yield* nodesOf(child);
  }
}

/** The number of the line on which a position stands. */
export function lineOf(file: SourceFile, position: number): number {
  return file.text.slice(0, position).split('\n').length;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

function specifierOf(node: Node): string {
  const source = node['source'] as { readonly value?: unknown } | undefined;
  return typeof source?.value === 'string' ? source.value : '(computed)';
}
