import type { Plan } from '../program/plan.ts';

/** Gives the plan of a published curriculum version that was loaded before. Throws `not-found` for one that was not. */
export type PlanLookup = (curriculum: string, version: string) => Plan;
