import type { Status } from '../../../engine/status.ts';
import type { Explanation } from '../../../program/explanation.ts';

/** A signature that a gate or a move to another level asks for and does not have yet. */
export type WantedSignature = { readonly subject: string; readonly role: string };

/** The signatures that are wanted from where a patient stands, each once. Pure. */
export function wantedSignatures({ gate, pathway }: Pick<Status, 'gate' | 'pathway'>): WantedSignature[] {
  const explained = [gate?.explanation, ...(pathway?.moves ?? []).map(({ explanation }) => explanation)];
  const found = explained.flatMap((one) => (one ? missingIn(one) : []));
  return [...new Map(found.map((one) => [`${one.role} ${one.subject}`, one])).values()];
}

function missingIn({ truth, of, criterion }: Explanation): WantedSignature[] {
  if (truth === 'satisfied') return [];
  if (of) return of.flatMap(missingIn);
  if (criterion?.type !== 'signed-off' || criterion.subject === undefined) return [];
  return [{ subject: criterion.subject, role: criterion.role }];
}
