import type { TopLevelSpec } from 'vega-lite';

/** A picture of a result, with the same in words and in a table. */
export type Picture = {
  /** In kebab-case; also the name of its files. */
  readonly name: string;
  readonly title: string;
  /** What the picture shows and how to read it. */
  readonly caption: string;
  /** What somebody who cannot see it needs to know: the finding in a sentence or two. */
  readonly alternative: string;
  readonly spec: TopLevelSpec;
  readonly table: PictureTable;
};

/** The numbers behind a picture. A cell that is null is not known. */
export type PictureTable = {
  readonly headings: readonly string[];
  readonly rows: readonly (readonly (string | number | null)[])[];
};
