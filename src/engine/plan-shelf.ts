import type { Course } from '../program/course.ts';
import type { CurriculumLibrary } from './curriculum-library.ts';
import type { EventStore } from './event-store.ts';
import type { PlanLookup } from './plan-lookup.ts';
import {
  courseOfPublication,
  type Publication,
  publicationName,
  publish,
  readPublication,
  refuseBroken,
} from './publication.ts';
import { StepwellError } from './stepwell-error.ts';

/** The compiled courses of an engine: from the library for an admission, from the store for an episode that is pinned to a version. */
export class PlanShelf {
  readonly #store: EventStore;
  readonly #library: CurriculumLibrary;
  readonly #courses = new Map<string, Course>();
  /** What the store is known to have, so that an admission need not publish it again. */
  readonly #published = new WeakSet<Publication>();
  readonly #drafts = new Map<
    string,
    {
      readonly publication: Publication;
      readonly course: Course;
      readonly hash: string;
      readonly body: string;
    }
  >();

  constructor(store: EventStore, library: CurriculumLibrary) {
    this.#store = store;
    this.#library = library;
  }

  /** The names of the curricula and pathways that patients can be admitted to. */
  async names(): Promise<string[]> {
    const pathways = (await this.#library.listPathways?.()) ?? [];
    return [...(await this.#library.list()), ...pathways].map(({ id }) => id);
  }

  /**
   * The course for an admission to a curriculum or a pathway, which nobody may have been admitted to yet; writes nothing. Null
   * where the library has none of that name. Throws `curriculum-changed` where the store has the same version with other content.
   */
  async forAdmission(id: string, version?: string): Promise<Course | null> {
    const publication = await this.#find(id, version);
    if (publication === null) return version === undefined ? null : this.#kept(id, version);
    const { id: own, version: named } = publicationName(publication);
    if (this.#published.has(publication)) return this.#compiled(own, named, () => publication);
    refuseBroken(publication);
    const { body, hash } = publish(publication);
    const kept = await this.#store.curriculum(own, named);
    if (kept === null) {
      const course = courseOfPublication(publication);
      this.#drafts.set(`${own}@${named}`, { publication, course, hash, body });
      return course;
    }
    if (kept.hash !== hash)
      throw new StepwellError(
        'curriculum-changed',
        `Curriculum ${own} ${named} is published with other content; give the changed one a new version.`,
        { id: own, version: named },
      );
    this.#published.add(publication);
    return this.#compiled(own, named, () => publication);
  }

  /** Publishes what an admission that is about to be written is to, where the store has it not yet. */
  async publish(id: string, version: string): Promise<void> {
    const name = `${id}@${version}`;
    const draft = this.#drafts.get(name);
    if (draft === undefined) return;
    await this.#store.publish({ id, version, hash: draft.hash, body: draft.body });
    this.#published.add(draft.publication);
    this.#courses.set(name, draft.course);
    this.#drafts.delete(name);
  }

  /** The course to which an episode is pinned. Throws `not-found` where the store does not have it. */
  async pinned(id: string, version: string): Promise<Course> {
    const course = await this.#kept(id, version);
    if (course === null)
      throw new StepwellError('not-found', `the store has no curriculum ${id}@${version}`, { id, version });
    return course;
  }

  /** The course of a version that was loaded before, at once. */
  readonly lookup: PlanLookup = (id, version) => {
    const course = this.#courses.get(`${id}@${version}`);
    if (course === undefined)
      throw new StepwellError('not-found', `the curriculum ${id}@${version} was not loaded`, { id, version });
    return course;
  };

  /**
   * The course of a version that need not be published yet; nothing is written. Null where neither store nor library has it. With
   * `unchanged` it throws `curriculum-changed`, as publishing would, where the library has another content than the store.
   */
  async unpublished(id: string, version: string, unchanged = false): Promise<Course | null> {
    const kept = await this.#kept(id, version);
    if (kept !== null && !unchanged) return kept;
    const publication = await this.#find(id, version);
    if (publication === null) return kept;
    if (kept === null) {
      refuseBroken(publication);
      return courseOfPublication(publication);
    }
    const stored = await this.#store.curriculum(id, version);
    if (stored === null || stored.hash === publish(publication).hash) return kept;
    const message = `${id}@${version} was published with another content; give the changed curriculum a new version`;
    throw new StepwellError('curriculum-changed', message, { id, version });
  }

  async #find(id: string, version: string | undefined): Promise<Publication | null> {
    return (
      (await this.#library.find(id, version)) ?? (await this.#library.findPathway?.(id, version)) ?? null
    );
  }

  async #kept(id: string, version: string): Promise<Course | null> {
    const known = this.#courses.get(`${id}@${version}`);
    if (known) return known;
    const kept = await this.#store.curriculum(id, version);
    return kept === null ? null : this.#compiled(id, version, () => readPublication(kept.body));
  }

  #compiled(id: string, version: string, publication: () => Publication): Course {
    const name = `${id}@${version}`;
    const known = this.#courses.get(name);
    if (known) return known;
    const course = courseOfPublication(publication());
    this.#courses.set(name, course);
    return course;
  }
}
