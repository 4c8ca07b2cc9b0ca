import { z } from 'zod';

/** A language by its ISO 639 code of two or three letters, sign languages included: `es`, `ase`. */
export const Language = z
  .string()
  .regex(/^[a-z]{2,3}$/, 'write a language by its code of two or three letters, for example es');
export type Language = z.infer<typeof Language>;

/** The English name of a language. `languageName('es') //=> 'Spanish'` */
export function languageName(language: Language): string {
  return new Intl.DisplayNames('en', { type: 'language' }).of(language) ?? language;
}
