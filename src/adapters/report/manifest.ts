/** What a run was made of: with the same files and versions it gives the same bytes. */
export type Manifest = {
  readonly format: 1;
  readonly command: string;
  readonly scenario: { readonly id: string; readonly sha256: string };
  readonly curriculum: { readonly id: string; readonly version: string; readonly plan: string };
  readonly patients: number;
  readonly replications: number;
  /** The half width of a figure's interval until which it was repeated. */
  readonly until?: { readonly figure: string; readonly halfWidth: number };
  readonly seed: number;
  readonly shardSize: number;
  readonly versions: Readonly<Record<string, string>>;
  /** Figures of the whole, by which a repetition is known. */
  readonly figures: Readonly<Record<string, number | null>>;
};
