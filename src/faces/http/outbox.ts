/** What is to be told to one listener who may be slow: of each name the latest message alone, so that it never becomes more than there are names. */
export type Outbox<Message> = {
  /** Tells a message soon, together with others; it takes the place of one of the same name that was not told yet. */
  put(name: string, message: Message): void;
  close(): void;
};

/** How long messages wait for others, how many may wait, and how long a listener may take them up, in milliseconds. */
export type OutboxLimits = { readonly pace: number; readonly most: number; readonly patience: number };

/** A tenth of a second is soon enough for a person; who takes nothing up for a minute is not there any more. */
const LIMITS: OutboxLimits = { pace: 100, most: 2_000, patience: 60_000 };

/**
 * Makes the outbox of a listener. `send` tells messages, and resolves when they were taken up; it is never called twice at once. A listener who is
 * too far behind, or fails, is given up: `end` is called once.
 */
export function createOutbox<Message>(
  send: (messages: readonly Message[]) => Promise<unknown>,
  end: () => void,
  { pace, most, patience }: OutboxLimits = LIMITS,
): Outbox<Message> {
  const waiting = new Map<string, Message>();
  let busy = false;
  let closed = false;
  let timer: NodeJS.Timeout | undefined;
  const close = () => {
    closed = true;
    waiting.clear();
    clearTimeout(timer);
  };
  const giveUp = () => {
    if (closed) return;
    close();
    end();
  };
  const flush = async () => {
    const messages = [...waiting.values()];
    waiting.clear();
    timer = setTimeout(giveUp, patience);
    try {
      await send(messages);
    } catch {
      giveUp();
    }
    clearTimeout(timer);
    busy = false;
    if (waiting.size > 0) soon();
  };
  const soon = () => {
    busy = true;
    timer = setTimeout(flush, pace);
  };
  return {
    put: (name, message) => {
      if (closed) return;
      waiting.delete(name);
      waiting.set(name, message);
      if (waiting.size > most) giveUp();
      else if (!busy) soon();
    },
    close,
  };
}
