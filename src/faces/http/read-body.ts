import type { Context } from 'hono';
import { checkJson } from './check-json.ts';
import { HttpProblem } from './http-problem.ts';

/** The most bytes of a body that are read: one megabyte. */
export const LARGEST_BODY = 1_048_576;

/** The most fields of a form: far more than the largest roster has. */
const MOST_FIELDS = 5_000;

/**
 * Reads the body of a request as JSON, or as the fields of a form, whatever its length says: it is counted while it comes in.
 *
 * Throws problems: `unsupported-media-type` (415), `body-too-large` (413), `malformed-body` (400).
 */
export async function readBody(c: Context, as: 'json' | 'form'): Promise<unknown> {
  const type = (c.req.header('content-type') ?? '').split(';')[0]?.trim().toLowerCase();
  const wanted = as === 'json' ? 'application/json' : 'application/x-www-form-urlencoded';
  if (type !== wanted)
    throw new HttpProblem(415, 'unsupported-media-type', `Send the body as ${wanted}, and say so.`);
  const text = await readText(c.req.raw.body);
  if (as === 'form') return readForm(text);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new HttpProblem(400, 'malformed-body', 'The body is not JSON.');
  }
  const wrong = checkJson(text);
  if (wrong !== null) throw new HttpProblem(400, 'malformed-body', `The body has ${wrong}.`);
  return value;
}

async function readText(body: ReadableStream<Uint8Array> | null): Promise<string> {
  const parts: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const part of body ?? []) {
      size += part.byteLength;
      if (size > LARGEST_BODY)
        throw new HttpProblem(413, 'body-too-large', `A body has at most ${LARGEST_BODY} bytes.`);
      parts.push(part);
    }
  } catch (error) {
    if (error instanceof HttpProblem) throw error;
    // Whoever sent it has hung up, or was too slow; nobody reads this answer.
    throw new HttpProblem(400, 'malformed-body', 'The body ended before it was whole.');
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(parts));
  } catch {
    throw new HttpProblem(400, 'malformed-body', 'The body is not UTF-8.');
  }
}

/** Fields that came more than once are a list; fields that were left empty were not filled in. */
function readForm(text: string): Record<string, string | string[]> {
  const fields = new Map<string, string[]>();
  let count = 0;
  for (const [name, value] of new URLSearchParams(text)) {
    count += 1;
    if (count > MOST_FIELDS)
      throw new HttpProblem(413, 'body-too-large', `A form has at most ${MOST_FIELDS} fields.`);
    if (value === '') continue;
    const values = fields.get(name);
    if (values === undefined) fields.set(name, [value]);
    else values.push(value);
  }
  return Object.fromEntries(
    [...fields].map(([name, values]) => [name, values.length === 1 ? (values[0] ?? '') : values]),
  );
}
