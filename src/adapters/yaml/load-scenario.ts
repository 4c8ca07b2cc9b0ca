import { Targets } from '../../simulation/calibration/targets.ts';
import { Scenario } from '../../simulation/scenario/scenario.ts';
import { type LoadedDocument, loadDocumentFile } from './load-document.ts';

/** Reads a scenario from a file of YAML. Reads the disk; does not throw for a file that is missing or wrong. */
export function loadScenarioFile(file: string): LoadedDocument<Scenario> {
  return loadDocumentFile(file, { name: 'a scenario', schema: Scenario });
}

/** Reads the targets of a fit from a file of YAML. Reads the disk; does not throw for a file that is missing or wrong. */
export function loadTargetsFile(file: string): LoadedDocument<Targets> {
  return loadDocumentFile(file, { name: 'targets', schema: Targets });
}
