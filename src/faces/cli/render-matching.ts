import type { NineAnswer } from '../../engine/matching/nine-answers.ts';
import type { Matching, ProgramMatch } from '../../engine/matching/program-match.ts';
import type { Reason } from '../../engine/matching/reason.ts';
import { cleanText } from './clean-text.ts';
import { bad, bold, faint, good, open } from './screen.ts';
import { wrapText } from './wrap-text.ts';

const STANDING: Record<ProgramMatch['standing'], () => string> = {
  fits: () => good('fits'),
  open: () => open('not yet known whether it fits'),
  'does-not-fit': () => bad('does not fit'),
};

const VERDICTS: readonly (readonly [Reason['verdict'], () => string])[] = [
  ['for', () => good('✓')],
  ['against', () => bad('✗')],
  ['unknown', () => open('?')],
];

/**
 * Draws recommended programs as a page: each with what speaks for it (✓), against it (✗) and is not known (?), the nine answers
 * of the best ones, and what to ask.
 */
export function renderMatching(matching: Matching, answered: number): string {
  const answers = matching.programs
    .filter(({ standing }) => standing !== 'does-not-fit')
    .slice(0, answered)
    .map(({ rank }) => rank);
  const parts = [
    [bold(cleanText(matching.directory))],
    ...matching.programs.map((program) => programLines(program, answers.includes(program.rank))),
    ask('Ask the patient', matching.questions, ''),
    [faint('A recommendation: a person decides and signs.')],
  ];
  return parts
    .filter((part) => part.length > 0)
    .map((part) => part.join('\n'))
    .join('\n\n');
}

function programLines(program: ProgramMatch, answered: boolean): string[] {
  const { rank, title, place, statedOn, curriculum, standing, reasons, options } = program;
  const others = options.flatMap((option) => (option.curriculum === curriculum ? [] : option.curriculum));
  const about = [
    place,
    curriculum && (answered ? `answers for ${curriculum}` : curriculum),
    others.length > 0 && `also ${others.join(', ')}`,
    statedOn && `stated on ${statedOn}`,
  ];
  return [
    `${bold(`${rank}  ${cleanText(title)}`)}  ${STANDING[standing]()}`,
    ...indented(faint(cleanText(about.filter(Boolean).join(' · '))), 3),
    ...VERDICTS.flatMap(([verdict, mark]) =>
      reasons
        .filter((reason) => reason.verdict === verdict)
        .flatMap(({ sentence }) => indented(`${mark()} ${cleanText(sentence)}`, 3)),
    ),
    ...(answered ? program.answers.flatMap(answerLines) : []),
    ...(standing === 'does-not-fit' ? [] : ask('Ask the program', program.questions, '   ')),
  ];
}

function answerLines({ question, answer, provisional }: NineAnswer): string[] {
  const mark = provisional ? open(' (provisional)') : '';
  const said = answer === null ? open('not known') : cleanText(answer);
  return [`     ${question}`, ...wrapText(`       ${said}${mark}`, 7)];
}

function ask(title: string, questions: readonly string[], before: string): string[] {
  if (questions.length === 0) return [];
  return [
    `${before}${bold(title)}`,
    ...questions.flatMap((one) => wrapText(`${before}  – ${cleanText(one)}`, before.length + 4)),
  ];
}

function indented(text: string, by: number): string[] {
  return text === '' ? [] : wrapText(' '.repeat(by) + text, by + 2);
}
