/** The way to a value inside a curriculum: keys of objects and indexes of lists, from the top. */
export type CurriculumPath = readonly (string | number)[];

/** Writes a path as people read it. `pathText(['tracks', 0, 'weekdays']) //=> 'tracks.0.weekdays'` */
export function pathText(path: CurriculumPath): string {
  return path.join('.');
}
