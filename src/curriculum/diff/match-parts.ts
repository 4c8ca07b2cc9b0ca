/** Two lists of parts laid side by side: those in both, those only before, those only after. */
export type Matches<Part> = {
  readonly both: readonly (readonly [Part, Part])[];
  readonly removed: readonly Part[];
  readonly added: readonly Part[];
};

/**
 * Pairs the parts of two lists by rules, the strictest first: each rule pairs what is left where it says yes, in order.
 * `matchParts(a, b, [(x, y) => x.id === y.id])`
 */
export function matchParts<Part>(
  before: readonly Part[],
  after: readonly Part[],
  rules: readonly ((before: Part, after: Part) => boolean)[],
): Matches<Part> {
  const removed = [...before];
  const added = [...after];
  const both: [Part, Part][] = [];
  for (const fits of rules) {
    for (const part of [...removed]) {
      const at = added.findIndex((other) => fits(part, other));
      if (at < 0) continue;
      both.push([part, added[at] as Part]);
      added.splice(at, 1);
      removed.splice(removed.indexOf(part), 1);
    }
  }
  return { both, removed, added };
}
