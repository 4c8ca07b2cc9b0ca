/** Stands for a date, a score or a run that is not known. */
export const UNKNOWN = -0x40000000;
