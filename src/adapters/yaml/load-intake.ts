import { Intake } from '../../curriculum/intake/intake.ts';
import { type LoadedDocument, loadDocumentFile } from './load-document.ts';

/** Reads an intake from a file of YAML. Reads the disk; does not throw for a file that is missing or wrong. */
export function loadIntakeFile(file: string): LoadedDocument<Intake> {
  return loadDocumentFile(file, { name: 'an intake', schema: Intake });
}
