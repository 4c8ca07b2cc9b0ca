import type { CommandType } from '../../../engine/command.ts';
import type { Status } from '../../../engine/status.ts';

/** What a choice offers, or what a text suggests. */
export type ActionOptions = readonly (readonly [value: string, title: string])[];

/** A field of the form of an action. `options` makes a choice of it, or suggestions for a text. */
export type ActionField = {
  readonly name: string;
  readonly label: string;
  readonly type: 'date' | 'text' | 'number' | 'area' | 'choice' | 'check';
  readonly required?: boolean;
  readonly hint?: string;
  readonly options?: (status: Status) => ActionOptions;
  /** What the filled-in text means, where it is not the text itself. */
  readonly read?: (text: string) => unknown;
};

/** Where the button of an action stands on the page of a patient. */
export type ActionSection = 'record' | 'program' | 'stay' | 'place' | 'correction';

/**
 * Something that can be done for a patient in a browser: the command that it leads to, in the words of a counselor, with the fields that
 * are asked. A `weighty` one is shown before it is saved and is signed with a reason.
 */
export type Action = {
  readonly id: string;
  readonly command: CommandType;
  readonly title: string;
  readonly explain: string;
  readonly weighty: boolean;
  readonly reason: 'needed' | 'may' | 'none';
  readonly section: ActionSection;
  readonly fields: readonly ActionField[];
};

type Given = readonly [
  id: string,
  command: CommandType,
  title: string,
  explain: string,
  fields: readonly ActionField[],
  reason?: Action['reason'],
];

/** Makes the actions of one section that are saved at once. */
export function plainActions(section: ActionSection, ...given: readonly Given[]): Action[] {
  return given.map(([id, command, title, explain, fields, reason = 'may']) => ({
    ...{ id, command, title, explain, fields, reason, section },
    weighty: false,
  }));
}

/** Makes the actions of one section that are shown before they are saved. */
export function weightyActions(section: ActionSection, ...given: readonly Given[]): Action[] {
  return plainActions(section, ...given).map((action) => ({ ...action, weighty: true }));
}

/** A field in which one of some values is chosen. */
export function choiceOf(
  name: string,
  label: string,
  options: (status: Status) => ActionOptions,
  required = true,
): ActionField {
  return { name, label, type: 'choice', required, options };
}
