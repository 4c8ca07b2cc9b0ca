import { didYouMean } from '../curriculum/did-you-mean.ts';
import type { ProgramDirectory } from '../curriculum/program-directory/program-directory.ts';
import type { EpisodeEvent } from '../program/episode-event.ts';
import type { Fold } from '../program/fold.ts';
import type { JournalEntry } from '../program/journal.ts';
import type { StandingFact } from '../program/order-facts.ts';
import { byDirectory } from './by-directory.ts';
import type { Clock } from './clock.ts';
import { closedItems } from './closed-items.ts';
import type { Command, ReadyCommand } from './command.ts';
import { decide } from './decisions/decide.ts';
import type { DueItem } from './due-items.ts';
import { appendRecords, type Episode, lastDay, openEpisode, standAsOf } from './episode.ts';
import type { EpisodeWrite } from './event-store.ts';
import { daysAtSites, followSite } from './follow-site.ts';
import type { Closure } from './groups/closure.ts';
import { journalDifferences } from './journal-differences.ts';
import { offerRefusal } from './offer-in-turn.ts';
import type { Change, Notice, Outcome } from './outcome.ts';
import { peopleOf } from './people.ts';
import type { PlanShelf } from './plan-shelf.ts';
import type { Stand } from './preview.ts';
import { REFERRAL_PLAN } from './referral-plan.ts';
import { StepwellError } from './stepwell-error.ts';
import type { WaitlistRow } from './waitlist-row.ts';
import { changesOf, writeOf } from './write-episode.ts';

type Parts = {
  /** Reads an episode, or null where there is none. */
  readonly read: (id: string) => Promise<Episode | null>;
  readonly shelf: PlanShelf;
  readonly clock: Clock;
  readonly by: string;
  readonly newId: () => string;
  /** The days on which a site is closed. */
  readonly closuresAt: (site: string) => Promise<readonly Closure[]>;
  /** What programs say of themselves, their waitlists and their free places; null where there is no directory. */
  readonly directory: () => ProgramDirectory | null;
  /** All who wait as of a day, by the episodes as they are in this transaction. */
  readonly waitlist: (
    asOf: string,
    read: (id: string) => Promise<Episode | null>,
  ) => Promise<readonly WaitlistRow[]>;
  /** Waited for between commands, so that a server answers others meanwhile. */
  readonly pause: () => Promise<void>;
};
type Working = { before: Episode | null; now: Episode; events: EpisodeEvent[]; changes: Change[] };

/** Commands decided one after the other on copies of their episodes; nothing is written until the result is given to a store. */
export class Transaction {
  readonly #parts: Parts;
  readonly #working = new Map<string, Working>();
  readonly #recordedAt: string;
  readonly #today: string;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#recordedAt = parts.clock.now();
    this.#today = parts.clock.today();
  }

  /** Decides commands in order; each sees what those before it did. A refused one changes nothing. */
  async decideAll(commands: readonly Command[]): Promise<Outcome[]> {
    const outcomes: Outcome[] = [];
    for (const command of commands) {
      if (outcomes.length > 0) await this.#parts.pause();
      outcomes.push(await this.#decide(command));
    }
    return outcomes;
  }

  async #decide(command: Command): Promise<Outcome> {
    const asked = {
      ...command,
      episode: command.episode ?? this.#parts.newId(),
      on: command.on ?? usualDay(command, this.#today),
      by: command.by ?? this.#parts.by,
    } as ReadyCommand;
    const working = await this.#open(asked);
    if (working === null) {
      const named = asked.type === 'Admit' ? asked.curriculum : '';
      const message =
        asked.type === 'Admit'
          ? `there is no curriculum ${named}${didYouMean(named, await this.#parts.shelf.names())}`
          : `there is no episode ${asked.episode}`;
      return {
        accepted: false,
        episode: asked.episode,
        refusal: { code: asked.type === 'Admit' ? 'unknown-curriculum' : 'unknown-episode', message },
      };
    }
    const ready = byDirectory(asked, working.now, this.#parts.directory());
    this.#checkVersion(ready, working);
    const decision = decide(working.now, ready, this.#today);
    if (!decision.accepted) return { accepted: false, episode: ready.episode, refusal: decision.refusal };
    if (ready.type === 'OfferPlace') {
      const refusal = offerRefusal(ready, await this.#parts.waitlist(ready.on, (id) => this.#read(id)));
      if (refusal !== null) return { accepted: false, episode: ready.episode, refusal };
    }
    const changed =
      'fact' in ready ? working.now.facts.find(({ version }) => version === ready.fact) : undefined;
    return this.#atSite(ready, changed?.fact, this.#take(ready, working, decision.events));
  }

  /** What the closed days of a site add to a command that brings a patient there; the outcome is that of all together. */
  async #atSite(
    command: ReadyCommand,
    changed: StandingFact['fact'] | undefined,
    outcome: Outcome,
  ): Promise<Outcome> {
    const came = await this.#read(command.episode);
    if (!outcome.accepted || came === null) return outcome;
    let all = outcome;
    const days = daysAtSites(command, changed, came);
    for (const [i, from] of days.entries()) {
      const episode = (await this.#read(command.episode)) ?? came;
      const { site } = peopleOf(episode, from);
      const closures = site === null ? [] : await this.#parts.closuresAt(site);
      for (const more of followSite(episode, { from, until: days[i + 1] ?? null }, closures, command.by)) {
        const next = await this.#decide(more);
        if (!next.accepted) continue;
        const { events, changes } = all;
        all = {
          ...all,
          version: next.version,
          events: [...events, ...next.events],
          changes: [...changes, ...next.changes],
        };
      }
    }
    return all;
  }

  /** An episode as it is in this transaction. */
  async #read(id: string): Promise<Episode | null> {
    return this.#working.get(id)?.now ?? this.#parts.read(id);
  }

  #take(command: ReadyCommand, working: Working, events: readonly EpisodeEvent[]): Outcome {
    const before = working.now;
    const records = events.map((event, i) => ({
      version: before.records.length + i + 1,
      recordedAt: this.#recordedFor(before),
      event,
    }));
    working.now = appendRecords(before, records);
    working.events.push(...events);
    this.#working.set(command.episode, working);
    const { changes, closed, episode } = this.#changes(before, working.now);
    working.now = episode;
    working.changes.push(...changes);
    return {
      accepted: true,
      episode: command.episode,
      version: working.now.records.length,
      events: records.map(({ version, event }) => ({ version, event })),
      changes,
      ...(closed === undefined ? {} : { closed }),
      repeated: false,
    };
  }

  /**
   * What changed from one state of an episode to the next, as of the latest day that the record speaks of: what is there now and
   * was not before, and what was there and no longer holds.
   */
  #changes(
    before: Episode,
    after: Episode,
  ): { changes: Change[]; closed: readonly DueItem[] | undefined; episode: Episode } {
    const asOf = latestDay([before, after], this.#today);
    const now = standAsOf(after, asOf);
    const own = after.records.length - before.records.length;
    const goesOn = freshEntries(before.fold.journal, now.fold.journal);
    const alone = goesOn?.every(({ fact }) => fact > before.records.length) === true && own > 0;
    return {
      changes: alone
        ? changesOf(goesOn)
        : journalDifferences(standAsOf(before, asOf).fold.journal, now.fold.journal),
      closed: ends(now.fold, before) ? closedItems(standAsOf(before, asOf), now) : undefined,
      episode: now.whole,
    };
  }

  /** The writes for the store, what subscribers are to be told, and the episodes as they are afterwards. */
  finish(): {
    writes: EpisodeWrite[];
    notices: Notice[];
    episodes: Episode[];
    admissions: { readonly curriculum: string; readonly version: string }[];
  } {
    const writes: EpisodeWrite[] = [];
    const notices: Notice[] = [];
    const episodes: Episode[] = [];
    const admissions: { readonly curriculum: string; readonly version: string }[] = [];
    for (const { before, now, events, changes } of this.#working.values()) {
      if (events.length === 0) continue;
      for (const event of events) if (event.type === 'Admitted') admissions.push(event);
      const written = writeOf(now, events, this.#recordedFor(before ?? now), this.#today);
      const first = now.records.length - events.length;
      writes.push(written.write);
      episodes.push(written.episode);
      notices.push({
        episode: now.id,
        version: now.records.length,
        events: now.records.slice(first).map(({ version, event }) => ({ version, event })),
        changes,
      });
    }
    return { writes, notices, episodes, admissions };
  }

  /** Each episode before and after, as of the same day, for a preview. */
  compare(): { before: Stand | null; after: Stand }[] {
    return [...this.#working.values()].map(({ before, now }) => {
      const asOf = latestDay([before, now], this.#today);
      const stand = (episode: Episode): Stand => ({ ...standAsOf(episode, asOf), asOf });
      return { before: before === null ? null : stand(before), after: stand(now) };
    });
  }

  async #open(command: ReadyCommand): Promise<Working | null> {
    const known = this.#working.get(command.episode);
    const existing = known?.now ?? (await this.#parts.read(command.episode));
    if (command.type === 'Admit' && existing?.facts.every(({ fact }) => fact.type !== 'Admitted') !== false) {
      const [id, version] = command.curriculum.split('@') as [string, string | undefined];
      const plan = await this.#parts.shelf.forAdmission(id, command.version ?? version);
      if (plan === null) return null;
      return {
        before: known?.before ?? existing,
        now: openEpisode(command.episode, plan, existing?.records ?? [], this.#parts.shelf.lookup),
        events: known?.events ?? [],
        changes: known?.changes ?? [],
      };
    }
    if (known) return known;
    if (existing) return { before: existing, now: existing, events: [], changes: [] };
    return command.type === 'Refer'
      ? {
          before: null,
          now: openEpisode(command.episode, REFERRAL_PLAN, [], this.#parts.shelf.lookup),
          events: [],
          changes: [],
        }
      : null;
  }

  #checkVersion(command: ReadyCommand, working: Working): void {
    const present = working.before?.records.length ?? 0;
    if (command.expectedVersion === undefined || command.expectedVersion === present) return;
    throw new StepwellError(
      'version-conflict',
      `episode ${command.episode} has version ${present}, not ${command.expectedVersion}`,
      {
        episode: command.episode,
        expected: command.expectedVersion,
        present,
      },
    );
  }

  /** The instant of recording: never earlier than what the episode has already, even where the clock was set back. */
  #recordedFor(episode: Episode): string {
    const last = episode.records.at(-1)?.recordedAt;
    return last === undefined || last < this.#recordedAt ? this.#recordedAt : last;
  }
}

/** The entries that a journal has beyond an earlier one that it goes on from; null where it was told anew. */
function freshEntries(
  before: readonly JournalEntry[],
  after: readonly JournalEntry[],
): readonly JournalEntry[] | null {
  const length = before.length;
  return length > 0 && after[length - 1] === before[length - 1] ? after.slice(length) : null;
}

/** The latest day up to today of which one of some tellings speaks. */
function latestDay(episodes: readonly (Episode | null)[], today: string): string {
  const days = episodes.map((episode) => (episode === null ? '' : (lastDay(episode, today) ?? '')));
  return days.reduce((latest, day) => (day > latest ? day : latest), '') || today;
}

/** Whether something may have been closed: the episode has ended, or goes on at another level of care. */
function ends({ snapshot: { context } }: Fold, before: Episode): boolean {
  return context.ended !== null || context.stages.length !== before.fold.snapshot.context.stages.length;
}

/** The day that a command is about where it does not say: today, but for a closure that began before. */
function usualDay(command: Command, today: string): string {
  return command.type === 'RecordClosure' && command.from < today ? command.from : today;
}
