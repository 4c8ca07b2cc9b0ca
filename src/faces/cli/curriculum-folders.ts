import { delimiter } from 'node:path';

/** The folders of curricula beside those of the package: --curricula, else STEPWELL_CURRICULA. */
export function curriculumFolders(options: { readonly curricula?: readonly string[] }): readonly string[] {
  const set = process.env['STEPWELL_CURRICULA'];
  return options.curricula ?? (set ? set.split(delimiter).filter((folder) => folder !== '') : []);
}
