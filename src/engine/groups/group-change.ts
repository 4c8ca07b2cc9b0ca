import { z } from 'zod';
import { GROUP } from './group.ts';

/** What of a group changes; null takes away what it need not have. */
export const GroupChange = z
  .strictObject({
    ...GROUP,
    place: GROUP.place.nullable(),
    firstTopic: GROUP.firstTopic.nullable(),
    minimum: GROUP.minimum.nullable(),
    capacity: GROUP.capacity.nullable(),
    patientsPerLeader: GROUP.patientsPerLeader.nullable(),
    coLeader: GROUP.coLeader.nullable(),
    coLeaderAbstinentWeeks: GROUP.coLeaderAbstinentWeeks.nullable(),
  })
  .omit({ from: true })
  .partial();
export type GroupChange = z.infer<typeof GroupChange>;
