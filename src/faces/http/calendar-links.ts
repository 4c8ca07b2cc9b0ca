import { randomUUID } from 'node:crypto';
import type { Account } from '../../access/account.ts';
import type { CalendarLink, NewCalendarLink } from '../../access/calendar-link.ts';
import type { Principal } from '../../access/principal.ts';
import { reachEpisode } from '../../access/reach-episode.ts';
import type { CalendarOf } from '../../adapters/ical/entries-of.ts';
import type { GroupStatus } from '../../engine/groups/engine-groups.ts';
import { StepwellError } from '../../engine/stepwell-error.ts';
import { reachThrough } from './access-table.ts';
import type { Clinic } from './clinic.ts';
import { HttpProblem } from './http-problem.ts';
import { reachGroup, runsGroup } from './reach-groups.ts';
import type { Ask } from './route.ts';
import { hashOfSecret, newSecret } from './secret-token.ts';

const DAY = 86_400_000;

/** Makes a link to a calendar within reach; its address is shown this once. Throws the problem `not-found` for what is not within reach. */
export async function makeCalendarLink(
  ask: Ask,
  given: NewCalendarLink,
): Promise<CalendarLink & { readonly url: string }> {
  const { access, clock, origin, basePath } = ask.clinic;
  if (given.of === 'group') await reachGroup(ask, given.group);
  if (given.of === 'patient') await ask.reachEpisodes([given.episode]);
  const name =
    given.of === 'group' ? given.group : given.of === 'patient' ? given.episode : ask.principal.name;
  const createdAt = clock.now();
  const until = new Date(Date.parse(createdAt) + given.days * DAY).toISOString();
  const { secret, hash } = newSecret('cal');
  const link = { id: randomUUID(), of: given.of, name, account: ask.principal.id, createdAt, until };
  access.calendarLinks.add(link, hash);
  ask.log({ reason: `made calendar link ${link.id} of ${given.of} ${name}` });
  return { ...link, url: `${origin}${basePath}/api/calendars/${secret}.ics` };
}

/** The links that somebody made, or all of one group or patient within reach, and logs whose they are. */
export async function calendarLinks(
  ask: Ask,
  of: { readonly group?: string | undefined; readonly episode?: string | undefined },
): Promise<CalendarLink[]> {
  const { access, clock } = ask.clinic;
  const now = clock.now();
  if (of.group !== undefined) {
    await reachGroup(ask, of.group);
    return access.calendarLinks.to({ of: 'group', name: of.group }, now);
  }
  if (of.episode !== undefined) {
    await ask.reachEpisodes([of.episode]);
    return access.calendarLinks.to({ of: 'patient', name: of.episode }, now);
  }
  const made = access.calendarLinks.madeBy(ask.principal.id, now);
  ask.noteSeen(made.flatMap((link) => (link.of === 'patient' ? [{ episode: link.name }] : [])));
  return made;
}

/** Revokes a link that somebody made, or whose group or patient he reaches. Throws the problem `not-found` for any other. */
export async function revokeCalendarLink(ask: Ask, id: string): Promise<void> {
  const { calendarLinks: links } = ask.clinic.access;
  const link = links.byId(id);
  const gone = new HttpProblem(404, 'not-found', 'There is nothing here for you under that name.');
  if (link === null) throw gone;
  if (link.account !== ask.principal.id) {
    if (link.of === 'counselor') throw gone;
    if (link.of === 'group') await reachGroup(ask, link.name);
    else await ask.reachEpisodes([link.name]);
  }
  links.end(id);
  ask.log({ reason: `revoked calendar link ${id} of ${link.of} ${link.name}` });
}

/**
 * The calendar that a secret leads to now, or null: where there is no such link, or it was revoked, or has run out, or whoever made it
 * does not reach that calendar any more.
 */
export async function calendarBehind(
  clinic: Clinic,
  secret: string,
): Promise<{ readonly link: CalendarLink; readonly of: CalendarOf } | null> {
  const { access, clock, engine } = clinic;
  const link = access.calendarLinks.find(hashOfSecret(secret), clock.now());
  const maker = link === null ? null : access.accounts.byId(link.account);
  if (link === null || maker === null || maker.disabled) return null;
  const { name } = link;
  const principal: Principal = { ...maker, session: null };
  const reach = reachThrough('POST /api/calendar-links', maker.role);
  if (link.of === 'counselor') return isCare(maker, name) ? { link, of: { counselor: name } } : null;
  if (link.of === 'patient') {
    const [row] = await engine.caseload({ episode: name, limit: 1 });
    const reached = row === undefined ? null : reachEpisode(principal, reach, row, []);
    return reached === null ? null : { link, of: { episode: name } };
  }
  const status = await engine.groups.status(name).catch((error: unknown): GroupStatus | null => {
    if (error instanceof StepwellError && error.code === 'not-found') return null;
    throw error;
  });
  const runs = status !== null && runsGroup({ principal, reach }, status.group);
  return runs ? { link, of: { group: name } } : null;
}

function isCare({ name, role }: Account, of: string): boolean {
  return name === of && reachThrough('POST /api/calendar-links', role) !== 'no';
}
