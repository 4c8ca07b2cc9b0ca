import { lineOf, type Node, nodesOf, type SourceFile } from './source-file.ts';

const LONGEST = 300;
const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const RELEASE = /^\d+\.\d+\.\d+$/;
const CATCH_ALLS = new Set(['utils', 'util', 'helpers', 'helper', 'types', 'common', 'misc', 'shared']);

/** Says which files are longer than the cap. */
export function tooLong(files: readonly Pick<SourceFile, 'path' | 'text'>[]): string[] {
  return files.flatMap(({ path, text }) => {
    const lines = text.trimEnd().split('\n').length;
    return lines > LONGEST ? [`${path} has ${lines} lines; split it by noun, ${LONGEST} are the cap`] : [];
  });
}

/** Says which files or folders are not named in kebab-case, or are named after nothing. */
export function wrongNames(paths: readonly string[]): string[] {
  return paths.flatMap((path) =>
    path.split('/').flatMap((part) => {
      const name = part.replace(/(\.test)?\.[a-z]+$/, '');
      if (CATCH_ALLS.has(name)) return [`${path}: ${part} is a catch-all; name the idea`];
      return KEBAB.test(name) || RELEASE.test(part) ? [] : [`${path}: ${part} is not in kebab-case`];
    }),
  );
}

/** Says where a file exports a default, or everything of another. */
export function wrongExports(files: readonly SourceFile[]): string[] {
  return files.flatMap((file) =>
    file.body.flatMap((node) => {
      const at = `${file.path}:${lineOf(file, node.start)}`;
      if (node.type === 'ExportAllDeclaration') return [`${at} exports everything; list the names`];
      const names = (node['specifiers'] as Node[] | undefined) ?? [];
      const isDefault =
        node.type === 'ExportDefaultDeclaration' ||
        (node.type === 'ExportNamedDeclaration' &&
          names.some((name) => (name['exported'] as Node)['name'] === 'default'));
      return isDefault ? [`${at} has a default export; give it a name`] : [];
    }),
  );
}

/** Says which exported declarations have no docstring. A schema and its type share a name, and one docstring. */
export function undocumented(files: readonly SourceFile[]): string[] {
  return files.flatMap((file) => {
    const documented = new Set<string>();
    const exported = new Map<string, number>();
    for (const node of file.body) {
      const declaration =
        node.type === 'ExportNamedDeclaration' ? (node['declaration'] as Node | null) : node;
      for (const name of declaration ? namesOf(declaration) : localNames(node)) {
        if (node.type === 'ExportNamedDeclaration') exported.set(name, node.start);
        if (declaration && hasDocstring(file, node.start)) documented.add(name);
      }
    }
    return [...exported]
      .filter(([name]) => !documented.has(name))
      .map(([name, start]) => `${file.path}:${lineOf(file, start)} exports ${name} without a docstring`);
  });
}

function namesOf(declaration: Node): string[] {
  const id = declaration['id'] as Node | null | undefined;
  if (id) return [id['name'] as string];
  const variables = (declaration['declarations'] as Node[] | undefined) ?? [];
  return variables.flatMap((variable) =>
    [...nodesOf(variable['id'])]
      .filter(({ type }) => type === 'Identifier')
      .map((node) => node['name'] as string),
  );
}

function localNames(node: Node): string[] {
  if (node['source']) return [];
  const names = (node['specifiers'] as Node[] | undefined) ?? [];
  return names.map((name) => (name['local'] as Node)['name'] as string);
}

function hasDocstring(file: SourceFile, start: number): boolean {
  return file.comments.some(
    (comment) =>
      comment.type === 'Block' &&
      /^\*\s*\S/.test(comment.value) &&
      comment.end <= start &&
      file.text.slice(comment.end, start).trim() === '',
  );
}
