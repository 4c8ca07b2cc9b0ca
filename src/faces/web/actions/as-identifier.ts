/** What somebody wrote as the engine names things: `PHQ 9` is `phq-9`. Pure. */
export function asIdentifier(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}
