/** Marks a file as one of Stepwell's files of accounts: `swac` as a 32-bit number. */
export const ACCESS_APPLICATION_ID = 0x73776163;

/**
 * The steps that lead from an empty file to the present tables, in order; `PRAGMA user_version` is the number of steps done. A
 * released step is never changed. Secrets are kept as hashes only. The log is append-only: triggers refuse every change.
 */
export const ACCESS_MIGRATIONS: readonly string[] = [
  `
CREATE TABLE account (
  id TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  role TEXT NOT NULL,
  site TEXT,
  signs_as TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('person', 'service')),
  created_at TEXT NOT NULL,
  disabled INTEGER NOT NULL DEFAULT 0,
  password TEXT
) STRICT;
CREATE TABLE guess (
  name TEXT NOT NULL PRIMARY KEY,
  tries INTEGER NOT NULL,
  tried_at TEXT NOT NULL
) STRICT;
CREATE TABLE session (
  id TEXT NOT NULL PRIMARY KEY,
  token_hash TEXT NOT NULL UNIQUE,
  account TEXT NOT NULL REFERENCES account (id),
  created_at TEXT NOT NULL,
  used_at TEXT NOT NULL
) STRICT;
CREATE INDEX session_of_an_account ON session (account);
CREATE TABLE service_token (
  token_hash TEXT NOT NULL PRIMARY KEY,
  account TEXT NOT NULL REFERENCES account (id),
  expires_at TEXT NOT NULL
) STRICT;
CREATE TABLE join_link (
  token_hash TEXT NOT NULL PRIMARY KEY,
  account TEXT NOT NULL REFERENCES account (id),
  expires_at TEXT NOT NULL
) STRICT;
CREATE TABLE passkey (
  id TEXT NOT NULL PRIMARY KEY,
  account TEXT NOT NULL REFERENCES account (id),
  public_key BLOB NOT NULL,
  counter INTEGER NOT NULL,
  transports TEXT NOT NULL,
  created_at TEXT NOT NULL
) STRICT;
CREATE TABLE challenge (
  challenge TEXT NOT NULL PRIMARY KEY,
  account TEXT,
  expires_at TEXT NOT NULL
) STRICT;
CREATE TABLE glass (
  id TEXT NOT NULL PRIMARY KEY,
  account TEXT NOT NULL REFERENCES account (id),
  episode TEXT NOT NULL,
  reason TEXT NOT NULL,
  from_at TEXT NOT NULL,
  until_at TEXT NOT NULL
) STRICT;
CREATE INDEX glass_of_an_account ON glass (account, episode, until_at);
CREATE TABLE access_log (
  number INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  actor TEXT,
  entry TEXT NOT NULL,
  hash TEXT NOT NULL
) STRICT;
CREATE INDEX access_log_of_an_actor ON access_log (actor, number);
CREATE TABLE access_subject (
  episode TEXT NOT NULL,
  number INTEGER NOT NULL REFERENCES access_log (number),
  PRIMARY KEY (episode, number)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER access_log_follows BEFORE INSERT ON access_log
WHEN NEW.number <> 1 + coalesce((SELECT max(number) FROM access_log), 0)
BEGIN SELECT RAISE(ABORT, 'a line is only added after the last one'); END;
CREATE TRIGGER access_log_stays BEFORE DELETE ON access_log
BEGIN SELECT RAISE(ABORT, 'the log is never shortened'); END;
CREATE TRIGGER access_log_is_unchanged BEFORE UPDATE ON access_log
BEGIN SELECT RAISE(ABORT, 'the log is never changed'); END;
CREATE TRIGGER access_subject_stays BEFORE DELETE ON access_subject
BEGIN SELECT RAISE(ABORT, 'the log is never shortened'); END;
CREATE TRIGGER access_subject_is_unchanged BEFORE UPDATE ON access_subject
BEGIN SELECT RAISE(ABORT, 'the log is never changed'); END;
`,
  `
CREATE TABLE calendar_link (
  id TEXT NOT NULL PRIMARY KEY,
  token_hash TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('counselor', 'group', 'patient')),
  name TEXT NOT NULL,
  account TEXT NOT NULL REFERENCES account (id),
  created_at TEXT NOT NULL,
  until_at TEXT NOT NULL
) STRICT;
CREATE INDEX calendar_link_of_an_account ON calendar_link (account);
CREATE INDEX calendar_link_to ON calendar_link (kind, name);
CREATE TABLE saved_worklist (
  account TEXT NOT NULL,
  name TEXT NOT NULL,
  query TEXT NOT NULL,
  saved_by TEXT NOT NULL,
  saved_at TEXT NOT NULL,
  PRIMARY KEY (account, name)
) STRICT, WITHOUT ROWID;
`,
];
