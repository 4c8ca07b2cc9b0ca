import { Curriculum } from '../../src/curriculum/curriculum.ts';

/** A generated curriculum in which its monitors and its first gate ask whether a criterion holds, so that what it measures decides something. */
export function watching(curriculum: Curriculum, criterion: object): Curriculum {
  const { monitors = [], phases } = JSON.parse(JSON.stringify(curriculum)) as {
    monitors?: { states: { id: string; transitions: object[] }[] }[];
    phases: object[];
  };
  for (const { states } of monitors) {
    const [first, second] = states;
    first?.transitions.unshift({ to: second?.id, when: criterion });
    second?.transitions.unshift({ to: first?.id, when: { type: 'not', of: criterion } });
  }
  const [phase, ...rest] = phases;
  return Curriculum.parse({ ...curriculum, monitors, phases: [{ ...phase, exit: criterion }, ...rest] });
}
