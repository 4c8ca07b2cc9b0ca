import { Lexer, LineCounter, parseAllDocuments } from 'yaml';
import type { Issue } from '../../curriculum/issue.ts';
import type { IssueCode } from '../../curriculum/issue-code.ts';
import { findingsOfDocument } from './locate-document.ts';
import type { LocatedNode } from './located-node.ts';
import { DEEPEST_NESTING } from './nesting.ts';

/** The largest file that is read, in characters. */
export const LARGEST_FILE = 1_000_000;

/** What a text holds: the tree where there is one, and everything that is wrong with it as YAML. */
export type ParsedYaml = { readonly root?: LocatedNode; readonly issues: readonly Issue[] };

/**
 * Reads one YAML 1.2 document with the place of every key and value.
 *
 * Pure; never throws. What a curriculum does not need is refused: several documents, aliases, tags of one's own,
 * repeated keys, `__proto__`, U+0000, and integers that JavaScript cannot hold exactly.
 */
export function parseYaml(text: string, file: string): ParsedYaml {
  const lines = new LineCounter();
  const issueAt = (code: IssueCode, offset: number, message: string, path = ''): Issue => {
    const { line, col } = lines.linePos(offset);
    return {
      code,
      severity: 'error',
      message,
      file,
      line: Math.max(1, line),
      column: Math.max(1, col),
      path,
    };
  };
  if (text.length > LARGEST_FILE) {
    return {
      issues: [
        issueAt('file-too-large', 0, 'this file has more than a million characters; split the program up'),
      ],
    };
  }
  const nul = text.indexOf('\0');
  if (nul >= 0) {
    const before = text.slice(0, nul).split('\n');
    const place = { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
    return { issues: [{ ...issueAt('null-character', 0, 'remove the character U+0000 here'), ...place }] };
  }
  const tooDeep = 'lists and mappings lie more than 50 deep here; flatten them';
  if (text.length > 50_000 && bracketsTooDeep(text)) return { issues: [issueAt('too-deep', 0, tooDeep)] };
  try {
    // Repeated keys are found by our own walk: the check of the library takes time quadratic in the number of keys.
    const parsed = parseAllDocuments(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: false });
    const documents = Array.isArray(parsed) ? parsed : [];
    const document = documents[0];
    if (document === undefined)
      return { issues: [issueAt('file-empty', 0, 'this file is empty; write a curriculum')] };
    const faults = [...document.errors, ...document.warnings];
    const second = documents[1];
    const several =
      second === undefined
        ? []
        : [
            issueAt(
              'several-documents',
              second.range[0],
              'one file holds one curriculum; move what follows --- to its own file',
            ),
          ];
    if (faults.length > 0 || several.length > 0) {
      return { issues: [...faults.map((fault) => syntaxIssue(fault, issueAt)), ...several] };
    }
    if (document.contents === null) {
      return { issues: [issueAt('file-empty', 0, 'this file is empty; write a curriculum')] };
    }
    return findingsOfDocument(document.contents, file, lines);
  } catch (error) {
    return { issues: [issueAt('not-yaml', 0, `this text cannot be read as YAML (${reason(error)})`)] };
  }
}

function syntaxIssue(
  fault: { code: string; pos: [number, number]; message: string },
  issueAt: (code: IssueCode, offset: number, message: string) => Issue,
): Issue {
  if (fault.code === 'RESOURCE_EXHAUSTION') {
    return issueAt(
      'too-deep',
      fault.pos[0],
      'lists and mappings lie too deep in each other here; flatten them',
    );
  }
  return issueAt('not-yaml', fault.pos[0], `this is no YAML that a curriculum can use: ${fault.message}`);
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Whether brackets nest too deep; asked before the parser sees a large text, which it would work on for seconds. */
function bracketsTooDeep(text: string): boolean {
  let depth = 0;
  for (const token of new Lexer().lex(text)) {
    if (token === '[' || token === '{') depth += 1;
    else if (token === ']' || token === '}') depth -= 1;
    if (depth > DEEPEST_NESTING) return true;
  }
  return false;
}
