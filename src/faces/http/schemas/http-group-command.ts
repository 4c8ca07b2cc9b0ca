import { z } from 'zod';
import { GroupCommand } from '../../../engine/groups/group-command.ts';

/** What a command cannot say here: who asks is known from the session, key and version come as headers. */
const WITHOUT = { by: true, key: true, expectedVersion: true } as const;

const OPTIONS = GroupCommand.options.map((option) =>
  (option as unknown as z.ZodObject).omit(WITHOUT as never),
);

/** A command about a group or the days of a site as the API takes it: without `by`, `key` and `expectedVersion`. */
export const HttpGroupCommand: z.ZodType<GroupCommand> = z
  .discriminatedUnion('type', OPTIONS as never)
  .meta({ id: 'GroupCommand' }) as never;
