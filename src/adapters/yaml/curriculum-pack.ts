import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { relative, sep } from 'node:path';
import type { Curriculum } from '../../curriculum/curriculum.ts';
import type { PathwayDocument } from '../../curriculum/pathway/pathway-document.ts';

/** A curriculum or pathway as it was read from a file, which is named from the folder of all of them. */
export type Packed<T> = { readonly file: string; readonly value: T };

/** All curricula and pathways of a folder, read and found in order. */
export type CurriculumPack = {
  readonly curricula: readonly Packed<Curriculum>[];
  readonly pathways: readonly Packed<PathwayDocument>[];
};

/** In the text, the curricula of a pathway are named by their place in the list of all; one that is not in it stands there whole. */
type Text = {
  readonly files: string;
  readonly curricula: readonly Packed<Curriculum>[];
  readonly pathways: readonly Packed<{
    readonly pathway: PathwayDocument['pathway'];
    readonly curricula: readonly (number | Curriculum)[];
  }>[];
};

/**
 * Writes a pack as the text of a file that is read many times faster than YAML is: with a hash over all files of the folder,
 * so that it counts only as long as none of them is another.
 */
export function writeCurriculumPack(folder: string, files: readonly string[], pack: CurriculumPack): string {
  const all = pack.curricula.map(({ value }) => JSON.stringify(value));
  const text: Text = {
    files: hashOf(folder, files),
    curricula: pack.curricula,
    pathways: pack.pathways.map(({ file, value: { pathway, curricula } }) => ({
      file,
      value: {
        pathway,
        curricula: curricula.map((curriculum) => {
          const place = all.indexOf(JSON.stringify(curriculum));
          return place < 0 ? curriculum : place;
        }),
      },
    })),
  };
  return JSON.stringify(text);
}

/** Reads a pack; null where there is none, or where a file of the folder is not what it was. Reads the disk. */
export function readCurriculumPack(
  path: string,
  folder: string,
  files: readonly string[],
): CurriculumPack | null {
  const text = packedText(path);
  if (text === null || text.files !== hashOf(folder, files)) return null;
  const all = text.curricula.map(({ value }) => value);
  return {
    curricula: text.curricula,
    pathways: text.pathways.map(({ file, value: { pathway, curricula } }) => ({
      file,
      value: {
        pathway,
        curricula: curricula.map((one) => (typeof one === 'number' ? (all[one] as Curriculum) : one)),
      },
    })),
  };
}

function packedText(path: string): Text | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Text;
  } catch {
    return null;
  }
}

/** SHA-256 over the names and the contents of files. */
function hashOf(folder: string, files: readonly string[]): string {
  const hash = createHash('sha256');
  for (const file of files) {
    const content = readFileSync(file);
    hash.update(`${relative(folder, file).split(sep).join('/')}\n${content.length}\n`).update(content);
  }
  return hash.digest('hex');
}
