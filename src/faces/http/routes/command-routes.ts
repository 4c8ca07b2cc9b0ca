import { z } from 'zod';
import { carryOut } from '../carry-out.ts';
import { readyCommands } from '../ready-commands.ts';
import { defineRoute, type Route } from '../route.ts';
import { HttpCommand } from '../schemas/http-command.ts';
import { AcceptedOutcome } from '../schemas/outcome.ts';

const Batch = z.strictObject({ commands: z.array(HttpCommand).min(1).max(500) });
const headers = ['Idempotency-Key', 'If-Match'] as const;
const episodesOf = (commands: readonly { readonly episode: string }[]) =>
  commands.map(({ episode }) => episode);

const one = defineRoute({
  key: 'POST /api/commands',
  kind: 'write',
  summary: 'Carry out one command for an episode',
  body: HttpCommand,
  headers,
  answers: { 200: { description: 'What was recorded and what changed', schema: AcceptedOutcome } },
  handle: async (ask) => {
    await ask.reachEpisodes([ask.body.episode]);
    const [outcome] = await carryOut(ask, readyCommands([ask.body], ask.principal));
    const version = outcome?.accepted ? { ETag: `"${outcome.version}"` } : {};
    return ask.c.json(outcome, 200, version);
  },
});

const batch = defineRoute({
  key: 'POST /api/batches',
  kind: 'write',
  summary: 'Carry out several commands in one transaction: all of them, or none',
  body: Batch,
  headers,
  answers: {
    200: { description: 'One outcome for each', schema: z.object({ outcomes: z.array(AcceptedOutcome) }) },
  },
  handle: async (ask) => {
    await ask.reachEpisodes(episodesOf(ask.body.commands));
    return ask.c.json({ outcomes: await carryOut(ask, readyCommands(ask.body.commands, ask.principal)) });
  },
});

const preview = defineRoute({
  key: 'POST /api/previews',
  kind: 'read',
  summary: 'What commands would change; nothing is recorded',
  body: Batch,
  answers: {
    200: {
      description: 'How each would be answered, and what would move',
      schema: z.object({
        outcomes: z.array(z.looseObject({ accepted: z.boolean() })),
        episodes: z.array(
          z.object({ episode: z.string(), movements: z.array(z.looseObject({ sentence: z.string() })) }),
        ),
      }),
    },
  },
  handle: async (ask) => {
    await ask.reachEpisodes(episodesOf(ask.body.commands));
    return ask.c.json(await ask.clinic.engine.preview(readyCommands(ask.body.commands, ask.principal)));
  },
});

/** Recording, and looking at what recording would do. */
export const COMMAND_ROUTES: readonly Route[] = [one, batch, preview];
