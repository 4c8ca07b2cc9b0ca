/** Joins words as a sentence does. `listWords(['a', 'b', 'c'], 'or') //=> 'a, b or c'` */
export function listWords(words: readonly string[], last: 'and' | 'or' = 'and'): string {
  if (words.length < 2) return words[0] ?? 'none';
  return `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;
}
