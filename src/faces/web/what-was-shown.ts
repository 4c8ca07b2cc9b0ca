import { createHash } from 'node:crypto';
import { HttpProblem } from '../http/http-problem.ts';
import type { HttpCommand } from '../http/schemas/http-command.ts';

/** What may be changed after a preview without changing what was shown: why something is done, who signs, and the text of a note. */
const FREE = ['reason', 'role', 'text', 'by', 'expectedVersion'];

/**
 * The mark of what a preview was made of. A form carries it, so that what is saved is what was shown, whatever was changed in its fields
 * afterwards.
 */
export function markOfShown(commands: readonly HttpCommand[]): string {
  const kept = commands.map((command) =>
    Object.entries(command)
      .filter(([name, value]) => value !== undefined && !FREE.includes(name))
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
  return createHash('sha256').update(JSON.stringify(kept)).digest('base64url').slice(0, 22);
}

/** Throws the problem `shown-otherwise` (409) where a form was changed after its preview: it has to be shown again before it is saved. */
export function mustBeAsShown(commands: readonly HttpCommand[], seen: unknown): void {
  if (typeof seen !== 'string' || seen === '' || seen === markOfShown(commands)) return;
  throw new HttpProblem(
    409,
    'shown-otherwise',
    'The form was changed after it was shown what would change. It is shown anew below; nothing is saved yet.',
  );
}
