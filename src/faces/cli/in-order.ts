import type { LoadedDocument } from '../../adapters/yaml/load-document.ts';
import { CliFailure } from './cli-failure.ts';
import { EXIT } from './exit-codes.ts';

/** The value of a file that was loaded; fails with all its problems where it is not in order. */
export async function inOrder<T>(loaded: LoadedDocument<T>, file: string, code: string): Promise<T> {
  if (loaded.ok) return loaded.value;
  const { formatIssue } = await import('../../curriculum/issue.ts');
  const { issues } = loaded;
  const gone = issues.length === 1 && issues[0]?.code === 'file-unreadable';
  if (gone) throw new CliFailure(EXIT.notFound, 'not-found', `${file}: ${issues[0]?.message}`, { issues });
  const count = `${issues.length} ${issues.length === 1 ? 'problem' : 'problems'}`;
  const message = `${file} has ${count}\n${issues.map(formatIssue).join('\n')}`;
  throw new CliFailure(EXIT.invalidFile, code, message, { issues });
}
