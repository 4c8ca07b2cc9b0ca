import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { buildProgram } from '../../src/faces/cli/build-program.ts';
import { EXIT, EXIT_CODES_HELP } from '../../src/faces/cli/exit-codes.ts';
import { markedProgram } from '../package/marked-results.ts';

const readme = readFileSync('README.md', 'utf8');
const guides = readdirSync('examples/guides').map((file) => `examples/guides/${file}`);
const scripts = Object.keys(JSON.parse(readFileSync('package.json', 'utf8')).scripts);

/** The first block of a language that follows a mark. */
function block(language: string, after = ''): string {
  const found = new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``).exec(
    readme.slice(readme.indexOf(after)),
  );
  return found?.[1] ?? '';
}

describe('the README', () => {
  it('finds what its main example says', () => {
    const { code, promised } = markedProgram(block('ts', '<!-- main example -->'));
    const folder = mkdtempSync(join(tmpdir(), 'stepwell-readme-'));
    const index = pathToFileURL('src/index.ts').href;
    writeFileSync(join(folder, 'readme.ts'), code.replace("'stepwell'", `'${index}'`));
    const flag = '--experimental-strip-types';
    const flags = process.allowedNodeEnvironmentFlags.has(flag) ? [flag, '--no-warnings'] : [];
    const printed = execFileSync(process.execPath, [...flags, 'readme.ts'], {
      cwd: folder,
      encoding: 'utf8',
    });
    rmSync(folder, { recursive: true });
    const found = printed
      .split('\n')
      .filter((line) => line.startsWith('=> '))
      .map((line) => JSON.parse(line.slice(3)));
    expect(found).toMatchObject(promised.map((value) => ({ value })));
    expect(promised).toHaveLength(2);
  });

  it('shows a curriculum that the package has', () => {
    const [shown] = parse(block('yaml')).phases;
    const { phases } = parse(readFileSync('curricula/matrix-iop.yaml', 'utf8'));
    const { weeks, exit } = phases.find(({ id }: { id: string }) => id === shown.id);
    expect(shown).toMatchObject({ weeks, exit: { type: exit.type } });
    const plain = ({ source, note, ...rest }: Record<string, unknown>) => rest;
    expect(exit.of.map(plain)).toEqual(expect.arrayContaining(shown.exit.of));
    expect(block('yaml').trimEnd().split('\n')).toHaveLength(8);
  });

  it('lists each command of the command line, and no other', () => {
    const table = readme.slice(readme.indexOf('## The command line'), readme.indexOf('| Exit code'));
    const named = [...table.matchAll(/^\| [^|]*\| (.*) \|$/gm)].flatMap(([, cell = '']) =>
      [...cell.matchAll(/`([a-z-]+)`/g)].map(([, name]) => name),
    );
    const commands = buildProgram().commands.map((command) => command.name());
    expect(named.toSorted()).toEqual(commands.toSorted());
  });

  it('gives the exit codes as the help does', () => {
    const rows = [...readme.matchAll(/^\| (\d) \| (.*) \|$/gm)].map(([, code, text]) => `  ${code}  ${text}`);
    expect(['Exit codes:', ...rows].join('\n')).toBe(EXIT_CODES_HELP);
    expect(rows).toHaveLength(Object.keys(EXIT).length);
  });

  it('says how many curricula there are', () => {
    const files = readdirSync('curricula', { recursive: true }).filter((file) =>
      /^(?!directory).*\.yaml$/.test(`${file}`),
    );
    expect(readme).toContain(`holds ${files.length} of them`);
  });
});

describe.each(['README.md', ...guides])('%s', (file) => {
  const text = readFileSync(file, 'utf8');
  const here = file.includes('/') ? 'examples/guides' : '.';

  it('names files that exist', () => {
    const links = [...text.matchAll(/\]\(([^)#]+)\)/g)].map(([, link = '']) => join(here, link));
    const code = [...text.matchAll(/(?:^|[\s`])((?:src|test|curricula)\/[\w./-]*\w)/g)].map(
      ([, path = '']) => path,
    );
    expect([...links, ...code].filter((path) => !existsSync(path))).toEqual([]);
  });

  it('names scripts that exist', () => {
    const named = [...text.matchAll(/npm run ([\w:]+)/g)].map(([, script = '']) => script);
    expect(named.filter((script) => !scripts.includes(script))).toEqual([]);
  });
});
