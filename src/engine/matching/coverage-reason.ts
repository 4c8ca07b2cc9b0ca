import type { Intake } from '../../curriculum/intake/intake.ts';
import { known } from '../../curriculum/intake/known.ts';
import type { ProgramEntry } from '../../curriculum/program-directory/program-entry.ts';
import { directoryFact, intakeFact } from './fact.ts';
import { listWords } from './list-words.ts';
import { ask, type Finding, type Reason, reasonOf } from './reason.ts';

/** Whether a program is in a network of the patient's insurance, or takes people who pay without one. Pure. */
export function coverageReason(entry: ProgramEntry, intake: Intake): Reason {
  const own = known(intake.networks);
  const itsOwn = known(entry.networks);
  const patient = intakeFact('networks', own && listWords(own));
  if (own?.length === 0) {
    const holds = known(entry.selfPay);
    const program = directoryFact(entry.id, 'selfPay', holds === null ? null : holds ? 'yes' : 'no');
    return reasonOf('network', null, selfPay(holds), patient, program);
  }
  const program = directoryFact(entry.id, 'networks', itsOwn && listWords(itsOwn));
  if (own !== null && itsOwn !== null) {
    const shared = own.filter((network) => itsOwn.includes(network));
    const sentence =
      shared.length > 0
        ? `It is in network with ${listWords(shared)}.`
        : `It is not in network with ${listWords(own, 'or')}.`;
    return reasonOf('network', null, { holds: shared.length > 0, sentence }, patient, program);
  }
  const which = own === null ? 'the patient’s insurance' : listWords(own, 'or');
  const questions = ask(
    own === null ? 'Which insurance network is the patient in, if any?' : null,
    itsOwn === null ? `Are you in network with ${which}?` : null,
  );
  const sentence = `Whether it is in network with ${which} is not known.`;
  return reasonOf('network', null, { holds: null, sentence, questions }, patient, program);
}

function selfPay(holds: boolean | null): Finding {
  if (holds === null) {
    const sentence = 'Whether people may pay without insurance is not known.';
    return { holds, sentence, questions: ask(null, 'May people pay without insurance, and how much is it?') };
  }
  return { holds, sentence: `People ${holds ? 'may' : 'cannot'} pay without insurance.` };
}
