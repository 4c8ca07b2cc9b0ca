/**
 * The episodes that a command or an answer names, wherever it does: what stands in a field `episode`, and the ids in `patients`. Pure.
 *
 * ```ts
 * episodesNamed({ type: 'RecordRoster', rows: [{ episode: 'e-1' }, { episode: 'e-2' }] }) //=> ['e-1', 'e-2']
 * ```
 */
export function episodesNamed(said: unknown): string[] {
  const found = new Set<string>();
  const look = (value: unknown, field: string): void => {
    if (typeof value === 'string') {
      if (field === 'episode' || field === 'patients') found.add(value);
    } else if (Array.isArray(value)) for (const one of value) look(one, field);
    else if (typeof value === 'object' && value !== null)
      for (const [key, one] of Object.entries(value)) look(one, key);
  };
  look(said, '');
  return [...found];
}
