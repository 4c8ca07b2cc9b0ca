import { loadGroupFile } from '../../adapters/yaml/load-group.ts';
import type { Group } from '../../engine/groups/group.ts';
import { inOrder } from './in-order.ts';

/** Reads the definition of a group from a file of YAML or JSON. Fails with all that is wrong with it. */
export function readGroupFile(file: string): Promise<Group> {
  return inOrder(loadGroupFile(file), file, 'invalid-group');
}
