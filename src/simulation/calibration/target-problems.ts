/** Something that is wrong with a document of targets: in a sentence, and where in the document it stands. */
export type TargetProblem = { readonly message: string; readonly path: readonly (string | number)[] };

/**
 * Thrown for targets that no cohort of a study can be held against, with everything that is wrong at once. Each problem has the
 * way to its place in the document, as `['targets', 2, 'figure']`, so that whoever read a file can tell the line.
 */
export class TargetProblems extends RangeError {
  readonly problems: readonly TargetProblem[];

  constructor(problems: readonly TargetProblem[]) {
    super(problems.map(({ message }) => message).join('\n'));
    this.problems = problems;
  }
}
