import { isShare } from '../../simulation/results/is-share.ts';
import { figureWords } from './figure-words.ts';
import { amount, percent } from './shown.ts';

/** A figure as tables tell it: what it is called, the name by which it is asked for, and how its values are shown. */
export type FigureCells = {
  readonly words: string;
  readonly name: string;
  readonly show: (value: number | null) => string;
};

/** Tells how a figure is shown in a table: a share as a percentage, anything else with two digits. `figureCells('completed').show(0.5) //=> '50.0 %'` */
export function figureCells(name: string): FigureCells {
  const show = isShare(name)
    ? (value: number | null) => percent(value)
    : (value: number | null) => amount(value, 2);
  return { words: figureWords(name), name, show };
}
