/** A level of care for people: `asam-3-level-2-1` is `ASAM 2.1 (3rd edition)`. Another key is said as it is. Pure. */
export function sayLevel(key: string): string {
  const [, edition, level] = /^asam-(\d)-level-(.+)$/.exec(key) ?? [];
  if (edition !== undefined && level !== undefined)
    return `ASAM ${level.replaceAll('-', '.')} (${edition === '3' ? '3rd' : `${edition}th`} edition)`;
  const plain = key.replace(/^general-level-/, '').replaceAll('-', ' ');
  return plain.charAt(0).toUpperCase() + plain.slice(1);
}
