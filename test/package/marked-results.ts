import { parseSync } from 'oxc-parser';

/** A program with `//=>` comments, made to print what it found, and what the comments promise. */
export type MarkedProgram = { readonly code: string; readonly promised: readonly unknown[] };

const PRINT = 'const __found = (value) => console.log("=> " + JSON.stringify({ value }));\n';

/**
 * Makes a program print the value of every statement that a `//=>` comment follows, one line `=> {"value":…}` each.
 * `…` in a promise stands for anything more.
 */
export function markedProgram(code: string): MarkedProgram {
  const { program, comments, errors } = parseSync('example.ts', code);
  if (errors.length > 0) throw new Error(`The example does not parse: ${errors[0]?.message}`);
  const promised: unknown[] = [];
  let marked = code;
  for (const comment of comments.filter(({ value }) => value.startsWith('=>')).reverse()) {
    const statement = program.body.findLast(({ end }) => end <= comment.start);
    if (statement === undefined) throw new Error(`Nothing stands before //${comment.value}`);
    promised.unshift(literal(comment.value.slice(2)));
    if (statement.type === 'ExpressionStatement') {
      const { start, end } = statement.expression;
      const tail = marked.slice(statement.end);
      marked = `${marked.slice(0, statement.start)}__found(${code.slice(start, end)});${tail}`;
    } else if (
      statement.type === 'VariableDeclaration' &&
      statement.declarations[0]?.id.type === 'Identifier'
    ) {
      const name = statement.declarations[0].id.name;
      marked = `${marked.slice(0, statement.end)} __found(${name});${marked.slice(statement.end)}`;
    }
  }
  return { code: PRINT + marked, promised };
}

function literal(text: string): unknown {
  const open = text.replaceAll(/,\s*…/g, '').replaceAll('…', '');
  return JSON.parse(JSON.stringify(new Function(`return (${open});`)()));
}
