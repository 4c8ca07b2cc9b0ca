/** A figure of the patients with one level of a trait, as a name: `engagement=low/completed`. */
export type GroupFigure = { readonly trait: string; readonly level: string; readonly figure: string };

const PATTERN = /^([^=/]+)=([^=/]+)\/(.+)$/;

/** Reads the name of a figure of a group; null for a figure of all patients. */
export function groupFigure(name: string): GroupFigure | null {
  const [, trait, level, figure] = PATTERN.exec(name) ?? [];
  return trait === undefined ? null : { trait, level: level!, figure: figure! };
}

/** The name of a figure without the group of which it is told. */
export function bareFigure(name: string): string {
  return groupFigure(name)?.figure ?? name;
}

/** The name of a figure as told of one group. */
export function figureInGroup(figure: string, trait: string, level: string): string {
  return `${trait}=${level}/${figure}`;
}
