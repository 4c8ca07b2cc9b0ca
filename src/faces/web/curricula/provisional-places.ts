/** A place in a curriculum whose number or title was not checked against its source. */
export type ProvisionalPlace = { readonly path: string; readonly title: string | null };

/** The places that a definition marks as provisional, in the order of the file: `tracks[0].sessions[3]`. Pure. */
export function provisionalPlaces(value: unknown, path = ''): ProvisionalPlace[] {
  if (Array.isArray(value))
    return value.flatMap((part, index) => provisionalPlaces(part, `${path}[${index}]`));
  if (typeof value !== 'object' || value === null) return [];
  const part = value as Readonly<Record<string, unknown>>;
  const title = typeof part['title'] === 'string' ? part['title'] : null;
  const own = part['provisional'] === true ? [{ path: path || 'the whole file', title }] : [];
  const inner = Object.entries(part).flatMap(([name, child]) =>
    provisionalPlaces(child, path === '' ? name : `${path}.${name}`),
  );
  return [...own, ...inner];
}
