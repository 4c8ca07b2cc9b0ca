/** A block of a guide that a reader would carry out: a file to write, a change to a file, or commands with their output. */
export type GuideBlock = {
  readonly line: number;
  readonly language: string;
  /** What stands behind the language, as in `file=a.yaml` or `today=2026-02-04`. */
  readonly marks: Readonly<Record<string, string>>;
  readonly text: string;
};

/** A command of a guide, with the lines that it is said to print. */
export type GuideCommand = { readonly command: string; readonly shown: string };

/** The fenced blocks of a guide, in order. */
export function blocksOf(guide: string): GuideBlock[] {
  return [...guide.matchAll(/^```(\w+)([^\n]*)\n([\s\S]*?)^```$/gm)].map((found) => {
    const [, language = '', info = '', text = ''] = found;
    const line = guide.slice(0, found.index).split('\n').length;
    const marks = Object.fromEntries(
      [...info.matchAll(/(\w+)=(\S+)/g)].map(([, key, value]) => [key, value]),
    );
    return { line, language, marks, text };
  });
}

/** The commands of a block of a shell session. */
export function commandsOf(text: string): GuideCommand[] {
  return text
    .split(/^\$ /m)
    .slice(1)
    .map((part) => {
      const [command = '', ...shown] = part.split('\n');
      return { command, shown: shown.join('\n').trimEnd() };
    });
}

/** A file after a change that is written as a diff: the lines with `-` and without a mark give way to those with `+` and without. */
export function changed(file: string, diff: string): string {
  const lines = diff.trimEnd().split('\n');
  const side = (mark: string) =>
    lines
      .filter((line) => line.startsWith(' ') || line.startsWith(mark))
      .map((line) => line.slice(1))
      .join('\n');
  const [before, after] = [side('-'), side('+')];
  if (file.split(`${before}\n`).length !== 2)
    throw new Error(`these lines do not stand in the file once:\n${before}`);
  return file.replace(`${before}\n`, () => (after === '' ? '' : `${after}\n`));
}

/** Whether something was printed as shown, where `…` stands for anything, and on a line of its own for any lines. */
export function printedAsShown(printed: string, shown: string): boolean {
  const pattern = shown
    .split('\n')
    .map((line) => (line === '…' ? '(?:.*\n)*?.*' : line.split('…').map(literally).join('.*')))
    .join('\n');
  return new RegExp(`^${pattern}$`).test(printed);
}

function literally(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
