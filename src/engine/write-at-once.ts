import { canonicalJson } from '../program/canonical-json.ts';
import type { Episode } from './episode.ts';
import type { EpisodeReader } from './episode-reader.ts';
import { episodesNamed } from './episodes-named.ts';
import type { AppendResult, EpisodeWrite, EventStore } from './event-store.ts';
import type { Notice } from './outcome.ts';
import type { PlanShelf } from './plan-shelf.ts';
import { StepwellError } from './stepwell-error.ts';
import type { StreamNotice } from './stream-notice.ts';

/** What is to be written together, and the answer that goes with it. `writes` null: it was refused, and nothing is written. */
export type Prepared<Answer> = {
  readonly answer: Answer;
  readonly writes: readonly EpisodeWrite[] | null;
  /** True where it rests on what is in memory: a refusal is then decided again on what the store has. */
  readonly remembered?: boolean;
  readonly notices?: readonly Notice[];
  readonly episodes?: readonly Episode[];
  readonly admissions?: readonly { readonly curriculum: string; readonly version: string }[];
};

/** How a request is recognised when it comes again, and whether it may be decided anew after a conflict. */
export type WriteRequest = {
  readonly key: string | undefined;
  readonly fingerprint: string;
  /** What is asked for: the answer is erased with each episode that it names. */
  readonly command: unknown;
  /** True where the caller said which version it must find: a conflict is then told instead of tried again. */
  readonly fixed: boolean;
};

/** Tells those who listen what was written: of episodes, and of other streams. */
export type Tell = (notices: readonly Notice[], streams?: readonly StreamNotice[]) => void;

type Parts = {
  readonly store: EventStore;
  readonly reader: EpisodeReader;
  readonly shelf: PlanShelf;
  readonly tell: Tell;
};

const ATTEMPTS = 25;

/** What a store keeps of an answer whose episode was erased. */
const ERASED_ANSWER = 'null';

/**
 * Decides and writes in one transaction: again from the start where somebody else wrote in between, and not at all where the key
 * of the request was used before (then the first answer comes back, with `repeated`).
 *
 * What is in memory is decided on as it is: if somebody else wrote meanwhile, the store refuses the version. Only a refusal, and a
 * request that is fixed, have to be sure beforehand: `prepare` is told so.
 *
 * Throws `idempotency-key-reused`, and `version-conflict` for a request that is `fixed`.
 */
export async function writeAtOnce<Answer>(
  { store, reader, shelf, tell }: Parts,
  request: WriteRequest,
  prepare: (sure: boolean) => Promise<Prepared<Answer>>,
): Promise<{ readonly answer: Answer; readonly repeated: boolean }> {
  const { key, fingerprint, fixed } = request;
  if (key !== undefined) {
    const first = await store.answer(key);
    if (first !== null) return repeat(first, key, fingerprint);
  }
  let sure = fixed;
  for (let tries = 1; ; tries += 1) {
    const prepared = await prepare(sure);
    const { answer, writes, notices = [], episodes = [], admissions = [] } = prepared;
    if (writes === null) {
      if (!prepared.remembered) return { answer, repeated: false };
      sure = true;
      continue;
    }
    for (const { curriculum, version } of admissions) await shelf.publish(curriculum, version);
    const idempotent =
      key === undefined
        ? undefined
        : {
            ...{ key, fingerprint, answer: canonicalJson(answer) },
            episodes: episodesNamed([request.command, answer]),
          };
    let result: AppendResult;
    try {
      result = await store.append(writes, idempotent);
    } catch (error) {
      for (const write of writes) reader.forget(write.episode);
      const again =
        error instanceof StepwellError && error.code === 'version-conflict' && !fixed && tries < ATTEMPTS;
      if (!again) throw error;
      continue;
    }
    if (result.repeated) return repeat({ fingerprint, answer: result.answer }, key ?? '', fingerprint);
    for (const episode of episodes) reader.keep(episode);
    tell(notices, streamsOf(writes));
    return { answer, repeated: false };
  }
}

/** The streams that are no episodes, and to which something was added. */
function streamsOf(writes: readonly EpisodeWrite[]): StreamNotice[] {
  return writes
    .filter(({ episode, events }) => episode.includes(':') && events.length > 0)
    .map(({ episode: stream, expectedVersion, events }) => ({
      stream,
      version: expectedVersion + events.length,
    }));
}

function repeat<Answer>(
  first: { readonly fingerprint: string; readonly answer: string },
  key: string,
  fingerprint: string,
): { readonly answer: Answer; readonly repeated: boolean } {
  if (first.answer === ERASED_ANSWER)
    throw new StepwellError('not-found', 'the answer to this key was erased with its episode', { key });
  if (first.fingerprint === fingerprint)
    return { answer: JSON.parse(first.answer) as Answer, repeated: true };
  throw new StepwellError('idempotency-key-reused', 'this idempotency key was used for another request', {
    key,
  });
}
