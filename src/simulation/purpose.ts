/**
 * The second word of a draw's counter: what it is for, by name (FNV-1a of 32 bits). A purpose keeps its draws when
 * others come or go, so that two scenarios that differ share all the chance that they can.
 */
export function purposeOf(name: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < name.length; i += 1) hash = Math.imul(hash ^ name.charCodeAt(i), 0x01000193);
  return hash | 0;
}
