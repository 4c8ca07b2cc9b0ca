/** What a `tell` step may try, the frequent first: shrinking goes towards the front. */
export const TOLD = [
  'attend',
  'drug-test',
  'advance',
  'absent',
  'use',
  'mutual-help',
  'sign-off',
  'assessment',
  'homework',
  'contact',
  'note',
  'make-up',
  'credit',
  'override',
  'return',
  'start-leave',
  'end-leave',
  'complete-task',
  'counselor',
  'amend',
  'void',
  'discharge',
] as const;

/**
 * One step of a generated history. It says what somebody tries to do, in small numbers that are read against where the
 * patient stands, so that a step keeps its sense when others are shrunk away.
 */
export type Step =
  | { readonly act: 'pass'; readonly days: number }
  | { readonly act: 'attend-all'; readonly days: number; readonly advance: boolean }
  | {
      readonly act: 'tell';
      readonly what: (typeof TOLD)[number];
      readonly pick: number;
      readonly back: number;
    };
