/** Modules that are kept: those of a sweep over a gate differ by its threshold, those of a fit do not differ at all. */
const MOST = 16;

const kept = new Map<string, object>();

/**
 * The module that was made of the same text before, or a new one. Trials of a study often differ in tables alone, which are no part of a
 * module; what the engine has found out about one, and made of it, serves all that run it. The sixteen used last are kept.
 */
export function keptModule(text: string, make: () => object): object {
  const module = kept.get(text) ?? make();
  kept.delete(text);
  kept.set(text, module);
  const [oldest] = kept.keys();
  if (kept.size > MOST && oldest !== undefined) kept.delete(oldest);
  return module;
}
