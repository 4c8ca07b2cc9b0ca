const WORDS: readonly (readonly [pattern: RegExp, say: (bound: string) => string])[] = [
  [/^Invalid input: expected .*received undefined$/, () => 'this is needed'],
  [/^Too small: expected string/, () => 'this is needed'],
  [/^Invalid input: expected int/, () => 'give a whole number'],
  [/^Invalid input: expected number/, () => 'give a number'],
  [/^write a time as HH:MM/, () => 'write a time such as 18:00'],
  [/^Invalid (option|input|discriminator)/, () => 'choose one of those that are offered'],
  [/^Too small: expected (?:number|int) to be >=?\s?(-?[\d.]+)$/, (bound) => `at least ${bound}`],
  [/^Too big: expected (?:number|int) to be <=?\s?(-?[\d.]+)$/, (bound) => `at most ${bound}`],
  [
    /^Too big: expected string to have <=?\s?(\d+) characters$/,
    (bound) => `shorter, please: at most ${bound} characters`,
  ],
];

/** What is wrong with a field, for people: what a schema says in its own words is told plainly, everything else is as it is. Pure. */
export function sayWrong(message: string): string {
  for (const [pattern, say] of WORDS) {
    const found = pattern.exec(message);
    if (found !== null) return say(found[1] ?? '');
  }
  return message;
}
