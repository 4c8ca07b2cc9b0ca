import { existsSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { writeYaml } from '../../adapters/yaml/write-yaml.ts';
import type { Study } from '../../simulation/scenario/study.ts';

/**
 * Writes a fitted scenario so that `simulate` runs it from where it lies: a curriculum file is named from there, and a curriculum in which a
 * fitted value stands is written beside it. `from` is the file of the scenario before the fit, `lies` the folder from which a curriculum is named, that of the
 * file unless given.
 */
export function writeFitted(
  file: string,
  fitted: Study,
  before: { readonly from: string; readonly study: Study; readonly comment: string; readonly lies?: string },
): void {
  const { scenario, curriculum } = fitted;
  const beside = join(dirname(before.from), scenario.curriculum);
  let named = existsSync(beside)
    ? relative(before.lies ?? dirname(file), beside).replaceAll('\\', '/')
    : scenario.curriculum;
  if (curriculum !== before.study.curriculum) {
    named = `${basename(file).replace(/\.ya?ml$/, '')}.curriculum.yaml`;
    const about = `${curriculum.title}, with the values that ${scenario.id} was fitted with.`;
    writeFileSync(join(dirname(file), named), writeYaml(curriculum, about));
  }
  writeFileSync(file, writeYaml({ ...scenario, curriculum: named }, before.comment));
}
