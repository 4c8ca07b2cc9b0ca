/** A fact that a reason or an answer rests on: where it stands, and its value in words; null where it is not known. */
export type Fact = {
  readonly from: 'intake' | 'directory' | 'curriculum';
  /** As in `age`, `riverside.ages` or `matrix-iop.tracks`. */
  readonly path: string;
  readonly value: string | null;
};

/** A fact of the intake. Pure. */
export function intakeFact(path: string, value: string | null): Fact {
  return { from: 'intake', path, value };
}

/** A fact of a program's entry in the directory. Pure. */
export function directoryFact(program: string, path: string, value: string | null): Fact {
  return { from: 'directory', path: `${program}.${path}`, value };
}

/** A fact of a curriculum that a program runs. Pure. */
export function curriculumFact(curriculum: string, path: string, value: string | null): Fact {
  return { from: 'curriculum', path: `${curriculum}.${path}`, value };
}
