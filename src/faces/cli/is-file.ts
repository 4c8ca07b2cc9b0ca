/** Whether a text names a file rather than a curriculum: it has a slash or ends in .yaml or .yml. */
export function isFile(text: string): boolean {
  return /[/\\]|\.ya?ml$/i.test(text);
}
