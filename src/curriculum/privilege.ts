import { z } from 'zod';
import { Identifier } from './identifier.ts';
import { provenance } from './provenance.ts';

/** Something that a patient earns and may lose: a privilege, or a role in the community. */
export const Privilege = z.strictObject({
  id: Identifier,
  title: z.string().min(1),
  kind: z
    .enum(['privilege', 'role'])
    .optional()
    .describe('privilege (unless given), or a role that the patient has in the community'),
  during: z
    .array(Identifier)
    .min(1)
    .optional()
    .describe('the phases in which it can be held; leaving them ends it. All unless given'),
  grantedBy: z.array(Identifier).min(1).optional().describe('the roles that may grant it; all unless given'),
  lostIn: z
    .array(z.strictObject({ monitor: Identifier, states: z.array(Identifier).min(1) }))
    .min(1)
    .optional()
    .describe('states of monitors that end it, and in which it is not granted'),
  ...provenance,
});
export type Privilege = z.infer<typeof Privilege>;
