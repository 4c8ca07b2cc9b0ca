import { z } from 'zod';
import { Identifier } from '../curriculum/identifier.ts';
import { Role } from './role.ts';

/** The site that stands for all sites of the clinic. */
export const EVERY_SITE = '*';

/** In which roles somebody signs unless his account says otherwise; a curriculum asks for them at gates, sign-offs and overrides. */
export const SIGNS_AS: Readonly<Record<Role, readonly string[]>> = {
  counselor: ['counselor'],
  supervisor: ['supervisor', 'counselor'],
  director: ['clinical-director'],
  researcher: [],
  auditor: [],
};

/**
 * A new account. `name` is how the person signs in and how the record names him: the counselor of a caseload is the account of
 * that name. A supervisor needs a site, or `*` for all of them, so that nobody sees a whole clinic by leaving something out.
 */
export const NewAccount = z
  .strictObject({
    name: z
      .string()
      .regex(
        /^[a-z0-9][a-z0-9._-]{0,63}$/,
        'use small letters, digits, dot, hyphen or underscore, at most 64 characters',
      ),
    title: z.string().min(1).max(200).optional().describe('the name as others read it'),
    role: Role,
    site: z.string().min(1).max(200).optional(),
    signsAs: z.array(Identifier).max(10).optional(),
  })
  .refine(({ role, site }) => role !== 'supervisor' || site !== undefined, {
    path: ['site'],
    message: 'name the site of a supervisor, or * for all sites',
  });
export type NewAccount = z.infer<typeof NewAccount>;

/** Somebody who may sign in, or an app that comes with a token. Accounts are disabled, never deleted: the log names them. */
export type Account = {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly role: Role;
  readonly site: string | null;
  readonly signsAs: readonly string[];
  readonly kind: 'person' | 'service';
  readonly createdAt: string;
  readonly disabled: boolean;
};
