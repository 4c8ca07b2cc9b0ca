/** A kind of care that the package must carry, with the files that carry it. */
export type System = {
  readonly row: number;
  readonly title: string;
  /** Curricula by their ids; empty where another part of Stepwell carries it. */
  readonly curricula: readonly string[];
  /** What else carries it, or what is missing. */
  readonly note?: string;
  /** Why no pathway leads to or from it, where none does. */
  readonly unstepped?: string;
  /** What the columns say of a kind of care that has no curricula. */
  readonly cells?: { readonly proved: string; readonly taken: string; readonly drawn: string };
};

/** The kinds of care that the package must carry, one a row; the one place that says which files carry which. */
export const SYSTEMS: readonly System[] = [
  {
    row: 1,
    title: 'Intensive outpatient program, morning and evening',
    curricula: ['generic-iop', 'generic-iop-morning', 'generic-iop-evening', 'mental-health-iop'],
  },
  {
    row: 2,
    title: 'Partial hospitalization',
    curricula: ['partial-hospitalization', 'eating-disorder-php'],
  },
  { row: 3, title: 'Outpatient therapy, once a week', curricula: ['outpatient-weekly'] },
  {
    row: 4,
    title: 'Residential treatment',
    curricula: ['residential-short-term', 'eating-disorder-residential'],
  },
  { row: 5, title: 'Acute inpatient care', curricula: ['inpatient-acute'] },
  {
    row: 6,
    title: 'Intensive outpatient as step-up',
    curricula: ['generic-iop'],
    note: 'pathway step-up',
  },
  {
    row: 7,
    title: 'Intensive outpatient as step-down',
    curricula: ['matrix-iop-evening', 'matrix-iop-morning'],
    note: 'pathway residential-to-community',
  },
  {
    row: 8,
    title: 'Conditions: substances, dual diagnosis, depression, eating disorder',
    curricula: [
      'matrix-iop',
      'dual-diagnosis-iop',
      'integrated-dual-disorder',
      'cbt-depression',
      'eating-disorder-iop',
      'cbt-e-20',
    ],
  },
  {
    row: 9,
    title: 'Finding a program',
    curricula: [],
    note: 'stepwell match',
    unstepped: 'comes before the first level',
    cells: {
      proved: 'example directory',
      taken: 'from the intake and the match to the waiting list, the offer and the admission',
      drawn: 'not applicable: nobody is in a phase yet',
    },
  },
  { row: 10, title: 'Cognitive behavioral therapy', curricula: ['nida-cbt', 'match-cbt'] },
  { row: 11, title: '12-step facilitation', curricula: ['match-tsf'] },
  { row: 12, title: 'Motivational enhancement', curricula: ['match-met'] },
  { row: 13, title: 'Matrix Model', curricula: ['matrix-iop'] },
  { row: 14, title: 'Therapeutic community', curricula: ['therapeutic-community'] },
  {
    row: 15,
    title: 'Medication management',
    curricula: [
      'partial-hospitalization',
      'dual-diagnosis-iop',
      'medication-management',
      'opioid-treatment-program',
    ],
    note: 'a track of each level',
  },
  {
    row: 16,
    title: 'Adjunct therapies',
    curricula: [
      'mental-health-iop-tms',
      'mental-health-iop-esketamine',
      'cbt-depression-emdr',
      'dual-diagnosis-iop',
      'tms',
      'esketamine',
      'emdr',
      'yoga',
      'equine-assisted',
    ],
    note: 'the first four have an adjunct; a site adds the others',
  },
  {
    row: 17,
    title: 'Group therapy',
    curricula: ['seeking-safety', 'anger-management', 'dbt-skills', 'dual-diagnosis-iop'],
  },
];
