const SHARES =
  /^(completed|attendance(\.week\.\d+)?|tests-negative\.(share|week\.\d+)|(end|discharged)\..+|retention\.\d+|gate\..+\.passed|readmission\.(returned|completed)|clinic\..*(share|utilisation))$/;

/** Whether a figure is a share, from 0 to 1. */
export function isShare(figure: string): boolean {
  return SHARES.test(figure);
}
