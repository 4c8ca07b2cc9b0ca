/** The deepest nesting of a body that is read. */
const DEEPEST = 64;

/**
 * Says what is wrong with JSON text that `JSON.parse` takes silently: a key that stands twice in one object, or nesting beyond any
 * use. Null where nothing is. The text must be JSON. Pure.
 *
 * ```ts
 * checkJson('{"on":"2026-03-02","on":"2026-03-03"}') //=> 'the key "on" stands twice in one object'
 * ```
 */
export function checkJson(text: string): string | null {
  const open: (Set<string> | null)[] = [];
  const tokens = /"(?:[^"\\]|\\.)*"|[{}[\]]/g;
  for (let match = tokens.exec(text); match !== null; match = tokens.exec(text)) {
    const [token] = match;
    if (token === '{' || token === '[') {
      open.push(token === '{' ? new Set() : null);
      if (open.length > DEEPEST) return `more than ${DEEPEST} levels of nesting`;
    } else if (token === '}' || token === ']') open.pop();
    else {
      const keys = open.at(-1);
      if (!keys || !/^\s*:/.test(text.slice(tokens.lastIndex, tokens.lastIndex + 64))) continue;
      const key = JSON.parse(token) as string;
      if (keys.has(key)) return `the key ${JSON.stringify(key.slice(0, 100))} stands twice in one object`;
      keys.add(key);
    }
  }
  return null;
}
