import { CONDITIONS } from '../../curriculum/intake/condition.ts';
import type { Intake } from '../../curriculum/intake/intake.ts';
import { known } from '../../curriculum/intake/known.ts';
import type { ProgramEntry } from '../../curriculum/program-directory/program-entry.ts';
import { directoryFact, intakeFact } from './fact.ts';
import { ask, type Reason, reasonOf } from './reason.ts';

type Subject = {
  readonly code: 'condition' | 'people';
  readonly fields: readonly [intake: string, directory: string];
  readonly question: string;
  readonly words: (id: string) => string;
};

/** Whether a program has experience with each condition of the patient. Pure. */
export function conditionReasons(entry: ProgramEntry, intake: Intake): Reason[] {
  const subject: Subject = {
    code: 'condition',
    fields: ['conditions', 'conditions'],
    question: 'For which conditions is treatment wanted?',
    words: (id) => CONDITIONS[id as keyof typeof CONDITIONS],
  };
  return reasons(subject, entry, known(intake.conditions), known(entry.conditions));
}

/** Whether a program has experience with people like the patient. Pure. */
export function peopleReasons(entry: ProgramEntry, intake: Intake): Reason[] {
  const subject: Subject = {
    code: 'people',
    fields: ['identityNeeds', 'people'],
    question: 'Are there people with whom the program should have experience?',
    words: peopleWords,
  };
  return reasons(subject, entry, known(intake.identityNeeds), known(entry.people));
}

/** A group of people in words. `peopleWords('young-adults') //=> 'young adults'` */
export function peopleWords(id: string): string {
  return id === 'lgbtq' ? 'LGBTQ people' : id.replaceAll('-', ' ');
}

function reasons(
  { code, fields: [asked, said], question, words }: Subject,
  entry: ProgramEntry,
  needs: readonly string[] | null,
  has: Readonly<Record<string, boolean | 'unknown' | undefined>> | null,
): Reason[] {
  if (needs === null) {
    const program = directoryFact(entry.id, said, has && Object.keys(has).join(', '));
    const sentence =
      code === 'condition'
        ? 'What the patient seeks treatment for is not known.'
        : 'Whether the patient needs experience with particular people is not known.';
    const finding = { holds: null, sentence, questions: ask(question, null) };
    return [reasonOf(code, null, finding, intakeFact(asked, null), program)];
  }
  return [...new Set(needs)].map((id) => {
    const holds = has !== null && Object.hasOwn(has, id) ? known<boolean>(has[id]) : null;
    const name = words(id);
    const program = directoryFact(entry.id, `${said}.${id}`, holds === null ? null : holds ? 'yes' : 'no');
    const sentence =
      holds === null
        ? `Whether it has experience with ${name} is not known.`
        : `It has ${holds ? '' : 'no '}experience with ${name}.`;
    const questions = ask(null, `What experience do you have with ${name}?`);
    return reasonOf(code, id, { holds, sentence, questions }, intakeFact(asked, name), program);
  });
}
