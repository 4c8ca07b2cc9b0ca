import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { openWorkplace, type Workplace } from '../faces/cli/command-line.ts';
import { blocksOf, changed, commandsOf, printedAsShown } from './guide.ts';

const FOLDER = 'examples/guides';
/** The commands that know `--today`, of those in the guides. */
const DATED = [
  'admit',
  'amend',
  'apply',
  'attend',
  'caseload',
  'due',
  'history',
  'migrate',
  'preview',
  'void',
];

let workplace: Workplace;
afterEach(() => workplace.remove());

describe.each(readdirSync(FOLDER))('the guide %s', (file) => {
  it('can be followed to the letter', async () => {
    workplace = openWorkplace();
    const at = (name: string) => readFileSync(join(workplace.path, name), 'utf8');
    let takenBack: [string, string] | null = null;
    let ran = true;
    for (const { line, language, marks, text } of blocksOf(readFileSync(join(FOLDER, file), 'utf8'))) {
      const { file: name = '', append, try: tried, today } = marks;
      const where = `${file}:${line}`;
      if (language === 'console') {
        for (const { command, shown } of commandsOf(text))
          expect(await play(command, today, shown), `${where}: $ ${command}`).toBe(shown);
        if (takenBack) workplace.write(...takenBack);
        takenBack = null;
        ran = true;
        continue;
      }
      expect(takenBack, `${where}: nothing is done with what was tried before this`).toBe(null);
      ran = false;
      if (tried !== undefined) takenBack = [tried, at(tried)];
      if (language === 'diff') workplace.write(tried ?? name, changed(at(tried ?? name), text));
      else workplace.write(append ?? name, append === undefined ? text : at(append) + text);
    }
    expect(ran).toBe(true);
  });
});

/** What a command prints; as it is shown where that has gaps that fit. */
async function play(command: string, today: string | undefined, shown: string): Promise<string> {
  const words = [...command.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
  const [stepwell, verb = '', ...rest] = words;
  if (stepwell !== 'stepwell') throw new Error(`only stepwell is run, not ${command}`);
  const dated = today !== undefined && DATED.includes(verb) ? ['--today', today] : [];
  const { out, err } = await workplace.run(verb, ...rest, ...dated);
  // On a slow machine work of ten seconds says how far it has come.
  const said = err.replaceAll(/^\[[█ ]{20}\] .*\n/gm, '');
  const printed = `${out}${said}`.trimEnd();
  return printedAsShown(printed, shown) ? shown : printed;
}
