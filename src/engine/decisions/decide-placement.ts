import type { ReadyOf } from '../command.ts';
import { accept, type Decide, eventOf, refuse } from './decision.ts';

/** Decides on which program a person chose for a patient. It is signed by who says so; another than the first recommended needs a reason. */
export const decidePlacement: Decide = (command) => {
  const { program, curriculum, recommended, reason } = command as ReadyOf<'DecidePlacement'>;
  const first = recommended?.[0];
  if (first !== undefined && first !== program && reason === undefined)
    return refuse('reason-needed', `${first} was recommended first; say why it is to be ${program}`);
  const role = command.role ?? 'counselor';
  return accept(eventOf('PlacementDecided', command, { role, program, curriculum, recommended }));
};
