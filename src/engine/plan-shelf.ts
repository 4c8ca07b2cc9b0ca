import { createHash } from 'node:crypto';
import { Curriculum } from '../curriculum/curriculum.ts';
import { checkStructure } from '../curriculum/structure.ts';
import { canonicalJson } from '../program/canonical-json.ts';
import { compilePlan } from '../program/compile-plan.ts';
import { type Course, courseOf } from '../program/course.ts';
import type { CurriculumLibrary } from './curriculum-library.ts';
import type { EventStore, StoredCurriculum } from './event-store.ts';
import type { PlanLookup } from './plan-lookup.ts';
import { StepwellError } from './stepwell-error.ts';

/** The compiled plans of an engine: from the library for an admission, from the store for an episode that is pinned to a version. */
export class PlanShelf {
  readonly #store: EventStore;
  readonly #library: CurriculumLibrary;
  readonly #plans = new Map<string, Course>();
  /** Curricula that the store is known to have, so that an admission need not publish them again. */
  readonly #published = new WeakSet<Curriculum>();
  readonly #drafts = new Map<
    string,
    { readonly curriculum: Curriculum; readonly plan: Course; readonly hash: string; readonly body: string }
  >();

  constructor(store: EventStore, library: CurriculumLibrary) {
    this.#store = store;
    this.#library = library;
  }

  /**
   * The plan for an admission, which nobody may have been admitted to yet; writes nothing. Null where the library has no such
   * curriculum. Throws `curriculum-changed` where the store has the same version with other content.
   */
  async forAdmission(id: string, version?: string): Promise<Course | null> {
    const curriculum = await this.#library.find(id, version);
    if (curriculum === null) return version === undefined ? null : this.#kept(id, version);
    const { id: own, version: named } = curriculum;
    if (this.#published.has(curriculum)) return this.#compiled(own, named, () => curriculum);
    refuseBroken(curriculum);
    const { body, hash } = published(curriculum);
    const kept = await this.#store.curriculum(own, named);
    if (kept === null) {
      const plan = courseOf(compilePlan(curriculum));
      this.#drafts.set(`${own}@${named}`, { curriculum, plan, hash, body });
      return plan;
    }
    if (kept.hash !== hash)
      throw new StepwellError(
        'curriculum-changed',
        `Curriculum ${own} ${named} is published with other content; give the changed one a new version.`,
        { id: own, version: named },
      );
    this.#published.add(curriculum);
    return this.#compiled(own, named, () => curriculum);
  }

  /** Publishes the curriculum of an admission that is about to be written, where the store has it not yet. */
  async publish(id: string, version: string): Promise<void> {
    const name = `${id}@${version}`;
    const draft = this.#drafts.get(name);
    if (draft === undefined) return;
    await this.#store.publish({ id, version, hash: draft.hash, body: draft.body });
    this.#published.add(draft.curriculum);
    this.#plans.set(name, draft.plan);
    this.#drafts.delete(name);
  }

  /** The plan to which an episode is pinned. Throws `not-found` where the store does not have its curriculum. */
  async pinned(id: string, version: string): Promise<Course> {
    const plan = await this.#kept(id, version);
    if (plan === null)
      throw new StepwellError('not-found', `the store has no curriculum ${id}@${version}`, { id, version });
    return plan;
  }

  /** The plan of a version that was loaded before, at once. */
  readonly lookup: PlanLookup = (id, version) => {
    const plan = this.#plans.get(`${id}@${version}`);
    if (plan === undefined)
      throw new StepwellError('not-found', `the curriculum ${id}@${version} was not loaded`, { id, version });
    return plan;
  };

  /**
   * The plan of a version that need not be published yet; nothing is written. Null where neither store nor library has it. With
   * `unchanged` it throws `curriculum-changed`, as publishing would, where the library has another content than the store.
   */
  async unpublished(id: string, version: string, unchanged = false): Promise<Course | null> {
    const kept = await this.#kept(id, version);
    if (kept !== null && !unchanged) return kept;
    const curriculum = await this.#library.find(id, version);
    if (curriculum === null) return kept;
    if (kept === null) {
      refuseBroken(curriculum);
      return courseOf(compilePlan(curriculum));
    }
    const stored = await this.#store.curriculum(id, version);
    if (stored === null || stored.hash === published(curriculum).hash) return kept;
    const message = `${id}@${version} was published with another content; give the changed curriculum a new version`;
    throw new StepwellError('curriculum-changed', message, { id, version });
  }

  async #kept(id: string, version: string): Promise<Course | null> {
    const known = this.#plans.get(`${id}@${version}`);
    if (known) return known;
    const kept = await this.#store.curriculum(id, version);
    return kept === null ? null : this.#compiled(id, version, () => Curriculum.parse(JSON.parse(kept.body)));
  }

  #compiled(id: string, version: string, curriculum: () => Curriculum): Course {
    const name = `${id}@${version}`;
    const known = this.#plans.get(name);
    if (known) return known;
    const plan = courseOf(compilePlan(curriculum()));
    this.#plans.set(name, plan);
    return plan;
  }
}

/** A curriculum that does not hold together must not reach a patient. Throws `invalid-curriculum` with all its problems. */
function refuseBroken(curriculum: Curriculum): void {
  const issues = checkStructure(curriculum).filter((issue) => issue.severity === 'error');
  if (issues.length === 0) return;
  const problems = issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
  throw new StepwellError('invalid-curriculum', `${curriculum.id}@${curriculum.version}: ${problems}`, {
    issues,
  });
}

/** A curriculum as the store keeps it. */
function published(curriculum: Curriculum): StoredCurriculum {
  const { id, version } = curriculum;
  const body = canonicalJson(curriculum);
  return { id, version, hash: createHash('sha256').update(body).digest('hex'), body };
}
