import type { CaseloadRow } from '../caseload-row.ts';
import type { SiteEvent } from './group-event.ts';
import type { LeftOut } from './group-outcome.ts';
import type { RosterParts } from './record-roster.ts';

/** What closing a site needs of the engine: as a roster does, and the patients of the site. */
export type ClosingParts = RosterParts & {
  /** The episodes at a site that were in treatment on some of the days. */
  readonly treatedAt: (site: string, from: string, to: string) => Promise<CaseloadRow[]>;
  /** The episodes in treatment on some of the days in which a closure of the site was recorded. */
  readonly closedFor: (site: string, from: string, to: string) => Promise<readonly string[]>;
};

/** The episodes in which something was recorded, and those in which that was refused. */
type Reached = { readonly patients: readonly string[]; readonly leftOut: readonly LeftOut[] };
type Closed = Extract<SiteEvent, { type: 'SiteClosed' }>;
type Reopened = Extract<SiteEvent, { type: 'SiteReopened' }>;

/**
 * Records the closed days of a site in the episodes of its patients, in the same transaction: their own calendars, their weekly
 * dose and their doses at home go by them.
 */
export async function closeForPatients(site: string, event: Closed, world: ClosingParts): Promise<Reached> {
  const { from, to, by, reason } = event;
  const patients: string[] = [];
  const leftOut: LeftOut[] = [];
  for (const { episode, admittedOn } of await world.treatedAt(site, from, to)) {
    const first = admittedOn !== null && admittedOn > from ? admittedOn : from;
    const command = { type: 'RecordClosure', episode, by, from: first, to, site, reason } as const;
    const [outcome] = await world.decide([command]);
    if (outcome?.accepted) patients.push(episode);
    else if (outcome) leftOut.push({ episode, reason: outcome.refusal.message });
  }
  return { patients, leftOut };
}

/** Takes back in the episodes of all who are or were at a site what was recorded as closed and lies wholly within some days. */
export async function reopenForPatients(
  site: string,
  event: Reopened,
  world: ClosingParts,
): Promise<Reached> {
  const { from, to, by } = event;
  const patients: string[] = [];
  const leftOut: LeftOut[] = [];
  for (const episode of await world.closedFor(site, from, to)) {
    const { facts = [] } = (await world.read(episode)) ?? {};
    for (const { fact, version } of facts) {
      if (fact.type !== 'ClinicClosed' || fact.site !== site) continue;
      if (fact.from < from || (fact.to ?? fact.from) > to) continue;
      const [outcome] = await world.decide([
        { type: 'Void', episode, by, fact: version, reason: `${site} was open from ${from} to ${to}` },
      ]);
      if (outcome?.accepted) patients.push(episode);
      else if (outcome) leftOut.push({ episode, reason: outcome.refusal.message });
    }
  }
  return { patients, leftOut };
}
