/** A value of a document: what YAML and JSON can say. */
type Value = unknown;

/**
 * Gives a copy of a document in which the number at a path has another value; what the path does not touch is shared. Parts of a
 * list are named by their `id` or by their place from 0: `phases.early-recovery.exit.of.1.atLeast`.
 *
 * Throws a `RangeError` that says how far the path leads where it leads to no number.
 */
export function setAtPath<T>(document: T, path: readonly string[], value: number): T {
  return changed(document, path, 0, value) as T;
}

/** The number at a path; throws as `setAtPath` does. */
export function numberAtPath(document: Value, path: readonly string[]): number {
  let here = document;
  for (let depth = 0; depth < path.length; depth += 1) here = child(here, keyOf(here, path, depth));
  if (typeof here !== 'number') throw wrong(path, path.length, 'there is no number');
  return here;
}

function changed(here: Value, path: readonly string[], depth: number, value: number): Value {
  if (depth === path.length) {
    if (typeof here !== 'number') throw wrong(path, depth, 'there is no number');
    return value;
  }
  const key = keyOf(here, path, depth);
  const next = changed(child(here, key), path, depth + 1, value);
  if (Array.isArray(here)) return here.map((part, index) => (String(index) === key ? next : part));
  return { ...(here as object), [key]: next };
}

function keyOf(here: Value, path: readonly string[], depth: number): string {
  const step = path[depth]!;
  if (Array.isArray(here)) {
    const byId = here.findIndex((part) => (part as { id?: unknown } | null)?.id === step);
    if (byId !== -1) return String(byId);
    if (/^\d+$/.test(step) && Number(step) < here.length) return step;
  } else if (typeof here === 'object' && here !== null && Object.hasOwn(here, step)) return step;
  throw wrong(path, depth, `there is no ${step}`);
}

function child(here: Value, key: string): Value {
  return (here as Record<string, Value>)[key];
}

function wrong(path: readonly string[], depth: number, what: string): RangeError {
  const way = path.slice(0, depth).join('.');
  return new RangeError(`${path.join('.')} leads to no number: ${what}${way === '' ? '' : ` at ${way}`}`);
}
