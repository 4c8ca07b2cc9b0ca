import { readFileSync, statSync } from 'node:fs';
import type { z } from 'zod';
import { type CurriculumPath, pathText } from '../../curriculum/curriculum-path.ts';
import type { Issue } from '../../curriculum/issue.ts';
import type { StructureIssue } from '../../curriculum/structure-issue.ts';
import { locate, type Position, plainValue } from './located-node.ts';
import { LARGEST_FILE, parseYaml } from './parse-yaml.ts';
import { shapeFindings } from './shape-finding.ts';
import { shownIssues } from './shown-issues.ts';

/** A document of some kind, or everything that is wrong with its file. */
export type LoadedDocument<T> =
  | {
      readonly ok: true;
      readonly value: T;
      readonly issues: readonly Issue[];
      /** Tells where the value at a path was written. */
      readonly positions: (path: CurriculumPath) => Position;
    }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/** A kind of document: what people call it, its shape, and what has to hold of it as a whole. */
export type DocumentKind<T> = {
  /** With its article, as in `an intake`. */
  readonly name: string;
  readonly schema: z.ZodType<T>;
  readonly check?: (value: T) => readonly StructureIssue[];
};

/** Reads a document of a kind from a file of YAML, with the place of every problem. Reads the disk; does not throw. */
export function loadDocumentFile<T>(file: string, kind: DocumentKind<T>): LoadedDocument<T> {
  const text = readText(file);
  if (typeof text === 'string') return loadDocument(text, file, kind);
  const message = `this file cannot be read (${text.reason})`;
  const place = { file, line: 1, column: 1, path: '' };
  return { ok: false, issues: [{ code: 'file-unreadable', severity: 'error', message, ...place }] };
}

/** Reads a document of a kind from its text. Pure; never throws. */
export function loadDocument<T>(
  text: string,
  file: string,
  { name, schema, check }: DocumentKind<T>,
): LoadedDocument<T> {
  const { root, issues } = parseYaml(text.replace(/^\ufeff/, ''), file);
  if (root === undefined || issues.length > 0) {
    const about = issues.map((issue) => ({ ...issue, message: issue.message.replace('a curriculum', name) }));
    return { ok: false, issues: shownIssues(about, file) };
  }
  const plain = plainValue(root);
  const parsed = schema.safeParse(plain);
  if (!parsed.success) {
    const findings = parsed.error.issues.flatMap((issue) => shapeFindings(issue, schema, plain));
    const found = findings.map(
      ({ code, message, path, at }): Issue => ({
        ...{ code, severity: 'error', message },
        ...locate(root, path, at),
        path: pathText(path),
      }),
    );
    return { ok: false, issues: shownIssues(found, file) };
  }
  const found = (check?.(parsed.data) ?? []).map(
    ({ code, severity, message, path, at }): Issue => ({
      ...{ code, severity, message },
      ...locate(root, path, at),
      path: pathText(path),
    }),
  );
  const shown = shownIssues(found, file);
  if (found.some(({ severity }) => severity === 'error')) return { ok: false, issues: shown };
  return { ok: true, value: parsed.data, issues: shown, positions: (path) => locate(root, path) };
}

function readText(file: string): string | { readonly reason: string } {
  try {
    const found = statSync(file);
    if (!found.isFile()) return { reason: 'it is no file' };
    if (found.size > LARGEST_FILE * 4) return ' '.repeat(LARGEST_FILE + 1);
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file));
  } catch (error) {
    const { code = String(error) } = error as NodeJS.ErrnoException;
    return { reason: error instanceof TypeError ? 'it is no UTF-8 text' : code };
  }
}
