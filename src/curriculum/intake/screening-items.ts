/**
 * The highest points of each item of the instruments whose answers may be added up here: PHQ-9 and GAD-7, free to use; AUDIT, free from
 * the WHO; COWS and CIWA-Ar, in the public domain. Numbers of items and their ranges only, no wording. DAST-10 is not among them: its terms were
 * not read, and its total is recorded as it comes. Recalled, not checked against the instruments; the sums are the published ranges.
 */
export const SCREENING_ITEMS: Readonly<Record<string, readonly number[]>> = {
  'phq-9': [3, 3, 3, 3, 3, 3, 3, 3, 3],
  'gad-7': [3, 3, 3, 3, 3, 3, 3],
  audit: [4, 4, 4, 4, 4, 4, 4, 4, 4, 4],
  cows: [4, 4, 5, 5, 4, 4, 5, 4, 4, 4, 5],
  'ciwa-ar': [7, 7, 7, 7, 7, 7, 7, 7, 7, 4],
};
