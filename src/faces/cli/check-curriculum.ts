import { loadCurriculumFile } from '../../adapters/yaml/load-curriculum-file.ts';
import type { Issue } from '../../curriculum/issue.ts';
import { PACKAGE_CURRICULA } from '../../curriculum-folder.ts';
import type { Proof } from '../../program/proof/proof.ts';
import { proveCurriculum } from '../../program/proof/prove-curriculum.ts';

/** A problem of a file: of its text and shape, or a proof that failed, with the patient who shows it. */
export type CheckIssue = Omit<Issue, 'code'> & {
  readonly code: Issue['code'] | Proof['code'];
  readonly counterExample?: string;
};

/** What the check of one file found. */
export type FileCheck = {
  readonly file: string;
  /** False where an error was found; warnings do not count. */
  readonly ok: boolean;
  readonly id: string | null;
  readonly version: string | null;
  readonly title: string | null;
  readonly issues: readonly CheckIssue[];
};

/** Checks a curriculum file: its text, its shape, the sense of the whole, and the proofs with patients who do everything asked. */
export function checkCurriculum(file: string, folders: readonly string[]): FileCheck {
  const loaded = loadCurriculumFile(file, { folders: [PACKAGE_CURRICULA, ...folders] });
  if (!loaded.ok) return { file, ok: false, id: null, version: null, title: null, issues: loaded.issues };
  const { id, version, title } = loaded.curriculum;
  const proofs = proveCurriculum(loaded.curriculum).map((proof): CheckIssue => {
    const path = proof.path.split('.').map((step) => (/^\d+$/.test(step) ? Number(step) : step));
    return { ...proof, ...loaded.positions(path) };
  });
  const issues = [...loaded.issues, ...proofs];
  return { file, ok: issues.every(({ severity }) => severity !== 'error'), id, version, title, issues };
}
