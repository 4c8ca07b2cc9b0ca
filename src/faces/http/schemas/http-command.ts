import { z } from 'zod';
import { Command } from '../../../engine/command.ts';

/** What a command cannot say here: who asks is known from the session, key and version come as headers. */
const WITHOUT = { by: true, key: true, expectedVersion: true } as const;

const OPTIONS = Command.options.map((option) => {
  const plain = (option as unknown as z.ZodObject).omit(WITHOUT as never);
  // What came as JSON is JSON; a schema of all JSON values has no end in an OpenAPI document.
  return 'change' in plain.shape ? plain.extend({ change: z.record(z.string(), z.unknown()) }) : plain;
});

/** A command as the API takes it: one for an episode, without `by`, `key` and `expectedVersion`. */
export const HttpCommand: z.ZodType<HttpCommand, HttpCommand> = z
  .discriminatedUnion('type', OPTIONS as never)
  .meta({ id: 'Command' }) as never;
export type HttpCommand = Command extends infer C
  ? C extends Command
    ? Omit<C, 'by' | 'key' | 'expectedVersion' | 'episode'> & { readonly episode: string }
    : never
  : never;
