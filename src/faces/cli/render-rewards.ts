import type { Status } from '../../engine/status.ts';
import { cleanText } from './clean-text.ts';
import { bold } from './screen.ts';

/** Draws what a patient has earned, and the privileges and roles that he has. */
export function renderRewards({ incentives, privileges }: Status): string[] {
  const held = privileges.filter(({ since }) => since !== null);
  return [
    ...incentives.map(({ title, sentence }) => `${bold(cleanText(title))}  ${sentence}`),
    ...(privileges.length === 0
      ? []
      : [
          `${bold('Privileges and roles')}  ${
            held.map(({ title, since }) => `${cleanText(title)} since ${since}`).join(', ') || 'none'
          }`,
        ]),
  ];
}
