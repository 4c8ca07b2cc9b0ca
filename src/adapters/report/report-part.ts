import type { Picture, PictureTable } from './picture.ts';

/** A part of a report: words, a table, or a picture with its table. */
export type ReportPart =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'warning'; readonly text: string }
  | { readonly kind: 'table'; readonly title: string; readonly table: PictureTable }
  | { readonly kind: 'picture'; readonly picture: Picture };

/** A report: its title, what it is about in a sentence, and its parts in order. */
export type Report = {
  readonly title: string;
  readonly subtitle: string;
  readonly parts: readonly ReportPart[];
};
