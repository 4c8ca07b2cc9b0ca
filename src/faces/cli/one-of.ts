import { InvalidArgumentError } from 'commander';
import { didYouMean } from '../../curriculum/did-you-mean.ts';

/** Makes a reader of a value that must be one of some words; a wrong one is told which was probably meant. */
export function oneOf(words: readonly string[]): (text: string) => string {
  return (text) => {
    if (words.includes(text)) return text;
    throw new InvalidArgumentError(`It is one of ${words.join(', ')}${didYouMean(text, words)}`);
  };
}
