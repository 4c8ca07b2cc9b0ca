import { Group } from '../../engine/groups/group.ts';
import { type LoadedDocument, loadDocumentFile } from './load-document.ts';

/** Reads the definition of a group from a file of YAML or JSON. Reads the disk; does not throw for a file that is missing or wrong. */
export function loadGroupFile(file: string): LoadedDocument<Group> {
  return loadDocumentFile(file, { name: 'a group', schema: Group });
}
