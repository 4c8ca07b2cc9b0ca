import type { Course } from '../program/course.ts';

/** Gives the course of a published curriculum or pathway version that was loaded before. Throws `not-found` for one that was not. */
export type PlanLookup = (curriculum: string, version: string) => Course;
