/** An id of the curriculum as words: `early-recovery-skills` is `Early recovery skills`. Pure. */
export function plainWords(id: string): string {
  const text = id.replaceAll('-', ' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}
