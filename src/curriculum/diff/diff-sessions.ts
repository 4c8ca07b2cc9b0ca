import type { Session } from '../session.ts';
import { diffFields, type Place } from './diff-fields.ts';
import type { Difference } from './difference.ts';
import { matchParts } from './match-parts.ts';

/** Compares the sessions of a track: by number and title, then by title (renumbered), then by number (retitled). */
export function diffSessions(
  track: Place & { readonly id: string },
  before: readonly Session[],
  after: readonly Session[],
): Difference[] {
  const { both, removed, added } = matchParts(before, after, [
    (a, b) => a.number === b.number && a.title === b.title,
    (a, b) => a.title === b.title,
    (a, b) => a.number === b.number,
  ]);
  const place = ({ number }: Session): Place => ({
    path: `${track.path}.sessions.${number}`,
    subject: `session ${number} of ${track.id}`,
  });
  return [
    ...removed.map((session) => ({
      code: 'session-removed' as const,
      ...place(session),
      before: session,
      after: null,
      sentence: `${place(session).subject} removed: ${session.title}`,
    })),
    ...added.map((session) => ({
      code: 'session-added' as const,
      ...place(session),
      before: null,
      after: session,
      sentence: `${place(session).subject} added: ${session.title}`,
    })),
    ...both.flatMap(([was, is]) => diffSession(place(was), track.id, was, is)),
  ];
}

function diffSession(place: Place, track: string, was: Session, is: Session): Difference[] {
  const differences: Difference[] = [];
  if (was.number !== is.number)
    differences.push({
      code: 'session-renumbered',
      ...place,
      before: was.number,
      after: is.number,
      sentence: `${place.subject}, ${was.title}, is now session ${is.number}`,
    });
  if (was.title !== is.title)
    differences.push({
      code: 'session-retitled',
      ...place,
      before: was.title,
      after: is.title,
      sentence: `session ${is.number} of ${track} retitled: ${was.title} -> ${is.title}`,
    });
  const rest = diffFields(place, was, is, { except: ['number', 'title'], defaults: { homework: false } });
  return [...differences, ...rest];
}
