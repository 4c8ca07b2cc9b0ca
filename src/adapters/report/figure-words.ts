import { inWords } from './shown.ts';

/** What figures are called in pictures, with their units, by the patterns of their names. */
const WORDS: readonly (readonly [RegExp, string])[] = [
  [/^completed$/, 'Completed, of those admitted'],
  [/^end\.(.+)$/, 'Ended as $1, of those admitted'],
  [/^discharged\.(.+)$/, 'Ended as $1, of those who have ended'],
  [/^stay\.median$/, 'Median days of stay'],
  [/^stay\.(.+)\.(median|mean)$/, 'Days of stay ($2) of those $1'],
  [/^retention\.(\d+)$/, 'Still in treatment after $1 days'],
  [/^retention\.mean$/, 'Mean days in treatment up to the horizon'],
  [/^level\.(.+)\.mean$/, 'Mean days at $1'],
  [/^attendance$/, 'Attended, of the sessions offered'],
  [/^tests-negative\.share$/, 'Negative, of the tests given'],
  [/^gate\.(.+)\.passed$/, 'Went on from $1'],
  [/^gate\.(.+)\.median$/, 'Median days in $1'],
  [/^readmission\.returned$/, 'Came back into the same episode, of those discharged'],
  [/^readmission\.days\.(median|mean)$/, 'Days from the discharge to the return ($1)'],
  [/^readmission\.completed$/, 'Completed, of those who came back'],
  [/^cost\.mean$/, 'Cost of a patient'],
  [/^cost\.per-completed$/, 'Cost of a completed treatment'],
  [/^clinic\.wait\.(mean|p90)$/, 'Days of waiting for admission ($1)'],
  [/^clinic\.lost\.share$/, 'Went elsewhere, of those who asked'],
  [/^clinic\.admitted\.share$/, 'Admitted, of those who asked'],
  [/^clinic\.(.+)\.blocked$/, 'Places of $1 held by patients who wait'],
  [/^clinic\.(.+)\.census$/, 'Places of $1 taken'],
  [/^clinic\.(.+)\.utilisation$/, 'Part of the places of $1 that is taken'],
  [/^clinic\.(.+)\.wait$/, 'Mean days of waiting for $1'],
  [/^(.+)\.mean$/, '$1, mean of a patient'],
];

/** What a figure is called in a picture, with its unit; its own name where there are no words for it. `figureWords('stay.median') //=> 'Median days of stay'` */
export function figureWords(figure: string): string {
  const found = WORDS.find(([pattern]) => pattern.test(figure));
  if (found === undefined) return figure;
  const words = inWords(figure.replace(...found));
  return words.charAt(0).toUpperCase() + words.slice(1);
}
