import { z } from 'zod';

/**
 * What somebody does in the clinic, and with it what he may see: a counselor his own caseload, a supervisor a site, a director
 * curricula and accounts, a researcher what names nobody, an auditor the log of who saw what.
 */
export const Role = z.enum(['counselor', 'supervisor', 'director', 'researcher', 'auditor']);
export type Role = z.infer<typeof Role>;
