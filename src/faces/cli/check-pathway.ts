import { loadPathwayFile } from '../../adapters/yaml/load-pathway.ts';
import { PACKAGE_CURRICULA } from '../../curriculum-folder.ts';
import { provePathway } from '../../program/proof/prove-pathway.ts';
import type { CheckIssue, FileCheck } from './check-curriculum.ts';

/** Checks a pathway file together with the curricula of its stages, and proves that the moves whose criteria bind can be taken. */
export function checkPathwayFile(file: string, folders: readonly string[]): FileCheck {
  const loaded = loadPathwayFile(file, {
    folders: [...folders, PACKAGE_CURRICULA, `${PACKAGE_CURRICULA}/sites`],
  });
  if (!loaded.ok) return { file, ok: false, id: null, version: null, title: null, issues: loaded.issues };
  const { id, version, title } = loaded.value.pathway;
  const proofs = provePathway(loaded.value).map((proof): CheckIssue => {
    const path = proof.path.split('.').map((step) => (/^\d+$/.test(step) ? Number(step) : step));
    return { ...proof, ...loaded.positions(path) };
  });
  const issues = [...loaded.issues, ...proofs];
  return { file, ok: issues.every(({ severity }) => severity !== 'error'), id, version, title, issues };
}
