import type { Intake } from '../../curriculum/intake/intake.ts';
import { known } from '../../curriculum/intake/known.ts';
import type { ProgramEntry } from '../../curriculum/program-directory/program-entry.ts';
import { directoryFact, intakeFact } from './fact.ts';
import { ask, type Finding, type Reason, reasonOf } from './reason.ts';

type Way = readonly [way: 'publicTransport' | 'rides' | 'remote', words: string];

const WAYS: readonly Way[] = [
  ['publicTransport', 'it can be reached by public transport'],
  ['rides', 'it fetches patients'],
  ['remote', 'it can be attended from home'],
];

/** Whether the patient can get to a program. Pure. No reason for somebody who comes by car. */
export function transportReasons(entry: ProgramEntry, intake: Intake): Reason[] {
  const comes = known(intake.transport);
  if (comes === 'own-car') return [];
  const patient = intakeFact('transport', comes?.replace('-', ' ') ?? null);
  const ways = comes === 'needs-ride' ? WAYS.slice(1) : WAYS;
  const has = known(entry.transport);
  const found = ways.map(([way, words]) => ({
    words,
    holds: has === null ? null : known<boolean>(has[way]),
  }));
  const open = found.filter(({ holds }) => holds === true).map(({ words }) => words);
  const closed = found.every(({ holds }) => holds === false);
  const value = open.length > 0 ? open.join('; ') : closed ? 'no' : null;
  const program = directoryFact(entry.id, 'transport', value);
  return [reasonOf('transport', null, finding(), patient, program)];

  function finding(): Finding {
    if (comes === null) {
      const sentence = 'How the patient can get there is not known.';
      return { holds: null, sentence, questions: ask('Does the patient have a car, or need a ride?', null) };
    }
    if (open.length > 0) return { holds: true, sentence: `The patient has no car; ${open.join('; ')}.` };
    if (closed)
      return { holds: false, sentence: 'The patient has no car, and there is no other way to get there.' };
    const sentence = 'The patient has no car; whether there is another way to get there is not known.';
    return { holds: null, sentence, questions: ask(null, 'How do patients without a car get to you?') };
  }
}

/** Whether a program has a place in time: a free one, or a wait that is short enough. Pure. */
export function waitReason(entry: ProgramEntry, intake: Intake): Reason {
  const within = known(intake.startWithinDays);
  const free = known(entry.capacity)?.free ?? null;
  const days = free !== null && free > 0 ? 0 : (known(entry.waitlist)?.days ?? null);
  const patient = intakeFact('startWithinDays', within === null ? null : `${within} days`);
  const path = free !== null && free > 0 ? 'capacity.free' : 'waitlist.days';
  const value = days === null ? null : days === 0 && free ? `${free} free` : `${days} days`;
  const program = directoryFact(entry.id, path, value);
  return reasonOf('wait', null, finding(), patient, program);

  function finding(): Finding {
    if (free) return { holds: true, sentence: `It has ${free} free ${free === 1 ? 'place' : 'places'}.` };
    if (days === 0) return { holds: true, sentence: 'It has no wait.' };
    if (days === null || within === null) {
      const questions = ask(
        within === null ? 'How soon does treatment have to begin?' : null,
        days === null ? 'Is a place free, and how long is the wait otherwise?' : null,
      );
      const wait = days === null ? 'How long the wait is, is not known.' : `The wait is ${days} days.`;
      return { holds: null, sentence: wait, questions };
    }
    const sentence = `The wait is ${days} days; treatment has to begin within ${within}.`;
    return { holds: days <= within, sentence };
  }
}
