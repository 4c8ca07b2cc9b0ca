import { pathText } from '../../curriculum/curriculum-path.ts';
import type { Issue } from '../../curriculum/issue.ts';
import { Targets } from '../../simulation/calibration/targets.ts';
import { studyProblems } from '../../simulation/experiment/study-problems.ts';
import { Scenario } from '../../simulation/scenario/scenario.ts';
import type { Study } from '../../simulation/scenario/study.ts';
import { type LoadedDocument, loadDocumentFile } from './load-document.ts';

/** Reads a scenario from a file of YAML. Reads the disk; does not throw for a file that is missing or wrong. */
export function loadScenarioFile(file: string): LoadedDocument<Scenario> {
  return loadDocumentFile(file, { name: 'a scenario', schema: Scenario });
}

/** Reads the targets of a fit from a file of YAML. Reads the disk; does not throw for a file that is missing or wrong. */
export function loadTargetsFile(file: string): LoadedDocument<Targets> {
  return loadDocumentFile(file, { name: 'targets', schema: Targets });
}

/**
 * What is wrong with a scenario beside the program that it names, as issues with their places in its file: `positions` is that of the
 * loaded scenario. Pure.
 */
export function studyIssues(
  study: Study,
  positions: (LoadedDocument<Scenario> & { readonly ok: true })['positions'],
): Issue[] {
  return studyProblems(study).map(({ message, path }) => ({
    ...{ code: 'dangling-reference', severity: 'error', message },
    ...{ ...positions(path), path: pathText(path) },
  }));
}
