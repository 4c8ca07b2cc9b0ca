import { bareFigure } from './group-figure.ts';

const SHARES =
  /^(completed|attendance(\.week\.\d+)?|tests-negative\.(share|week\.\d+)|(end|discharged)\..+|retention\.(week\.)?\d+|gate\..+\.passed|readmission\.(returned|completed)|clinic\..*(share|utilisation))$/;

/** Whether a figure is a share, from 0 to 1. */
export function isShare(figure: string): boolean {
  return SHARES.test(bareFigure(figure));
}
