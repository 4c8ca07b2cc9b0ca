import type Database from 'better-sqlite3';

/** A passkey as it is kept: the public half, and how often it was used where it counts. */
export type Passkey = {
  /** Credential id, base64url. */
  readonly id: string;
  readonly account: string;
  readonly publicKey: Uint8Array<ArrayBuffer>;
  readonly counter: number;
  readonly transports: readonly string[];
  readonly createdAt: string;
};

/** The tables of passkeys and of the challenges that were given out for them. */
export type PasskeyTable = {
  add(passkey: Passkey): void;
  byId(id: string): Passkey | null;
  of(account: string): Passkey[];
  used(id: string, counter: number): void;
  end(id: string): void;
  /** Takes all passkeys of an account away. */
  endAll(account: string): void;
  /** Keeps a challenge; `account` is null where it is not known yet who answers it. Those that have run out by `now` are forgotten. */
  challenge(given: {
    readonly challenge: string;
    readonly account: string | null;
    readonly now: string;
    readonly until: string;
  }): void;
  /** Takes a challenge so that it cannot be answered twice; false where it is none, another's, or has run out. */
  takeChallenge(challenge: string, account: string | null, now: string): boolean;
};

type Row = Omit<Passkey, 'publicKey' | 'transports'> & {
  readonly publicKey: Buffer;
  readonly transports: string;
};

/** Prepares the statements on the tables `passkey` and `challenge`. */
export function preparePasskeyTable(db: Database.Database): PasskeyTable {
  const columns = 'id, account, public_key AS publicKey, counter, transports, created_at AS createdAt';
  const insert = db.prepare(
    'INSERT INTO passkey (id, account, public_key, counter, transports, created_at) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const byId = db.prepare<[string], Row>(`SELECT ${columns} FROM passkey WHERE id = ?`);
  const of = db.prepare<[string], Row>(
    `SELECT ${columns} FROM passkey WHERE account = ? ORDER BY created_at`,
  );
  const used = db.prepare('UPDATE passkey SET counter = ? WHERE id = ?');
  const endAll = db.prepare('DELETE FROM passkey WHERE account = ?');
  const end = db.prepare('DELETE FROM passkey WHERE id = ?');
  const give = db.prepare('INSERT INTO challenge (challenge, account, expires_at) VALUES (?, ?, ?)');
  const clear = db.prepare('DELETE FROM challenge WHERE expires_at <= ?');
  const take = db.prepare('DELETE FROM challenge WHERE challenge = ? AND account IS ? AND expires_at > ?');
  const read = (row: Row): Passkey => ({
    ...row,
    publicKey: new Uint8Array(row.publicKey),
    transports: JSON.parse(row.transports) as string[],
  });
  return {
    add: ({ id, account, publicKey, counter, transports, createdAt }) =>
      void insert.run(id, account, Buffer.from(publicKey), counter, JSON.stringify(transports), createdAt),
    byId: (id) => {
      const row = byId.get(id);
      return row === undefined ? null : read(row);
    },
    of: (account) => of.all(account).map(read),
    used: (id, counter) => void used.run(counter, id),
    end: (id) => void end.run(id),
    endAll: (account) => void endAll.run(account),
    challenge: ({ challenge, account, now, until }) => {
      clear.run(now);
      give.run(challenge, account, until);
    },
    takeChallenge: (challenge, account, now) => {
      const taken = take.run(challenge, account, now).changes === 1;
      clear.run(now);
      return taken;
    },
  };
}
