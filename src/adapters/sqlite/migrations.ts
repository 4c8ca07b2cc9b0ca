/**
 * The steps that lead from an empty file to the present tables, in order. `PRAGMA user_version` is the number of steps
 * done. A released step is never changed; a change of tables is a new step at the end.
 *
 * `event` is append-only: triggers refuse every DELETE, every UPDATE but an erasure that is on record, and every INSERT that
 * is not the next in its episode and in the store (which also closes the way of INSERT OR REPLACE). `snapshot`, `due`,
 * `caseload` and `worklist` are caches of what the events say. How the chain is computed: `src/engine/hash-chain.ts`.
 */
export const MIGRATIONS: readonly string[] = [
  `
CREATE TABLE head (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  count INTEGER NOT NULL,
  head TEXT NOT NULL
) STRICT;

CREATE TABLE event (
  position INTEGER PRIMARY KEY,
  episode TEXT NOT NULL,
  version INTEGER NOT NULL,
  recorded_at TEXT NOT NULL,
  digest TEXT NOT NULL,
  hash TEXT NOT NULL,
  head TEXT NOT NULL,
  salt TEXT,
  body TEXT,
  UNIQUE (episode, version)
) STRICT;

CREATE TABLE erasure (
  episode TEXT NOT NULL,
  version INTEGER NOT NULL,
  recorded_at TEXT NOT NULL,
  by TEXT NOT NULL,
  reason TEXT NOT NULL,
  PRIMARY KEY (episode, version)
) STRICT, WITHOUT ROWID;

CREATE TABLE snapshot (
  episode TEXT NOT NULL PRIMARY KEY,
  version INTEGER NOT NULL,
  plan_hash TEXT NOT NULL,
  body TEXT NOT NULL
) STRICT;

CREATE TABLE due (
  episode TEXT NOT NULL,
  item TEXT NOT NULL,
  kind TEXT NOT NULL,
  due_on TEXT NOT NULL,
  raised INTEGER NOT NULL,
  work INTEGER NOT NULL,
  title TEXT NOT NULL,
  role TEXT NOT NULL,
  counselor TEXT,
  PRIMARY KEY (episode, item)
) STRICT, WITHOUT ROWID;
CREATE INDEX due_for_the_clock ON due (due_on, episode) WHERE raised = 0;
CREATE INDEX due_for_everyone ON due (due_on, episode, item);
CREATE INDEX due_for_a_counselor ON due (counselor, due_on, episode, item) WHERE counselor IS NOT NULL;

CREATE TABLE caseload (
  episode TEXT NOT NULL PRIMARY KEY,
  patient TEXT NOT NULL,
  counselor TEXT,
  site TEXT,
  curriculum TEXT NOT NULL,
  curriculum_version TEXT NOT NULL,
  level_of_care TEXT NOT NULL,
  lifecycle TEXT NOT NULL,
  phase TEXT,
  week INTEGER,
  admitted_on TEXT,
  ended_on TEXT,
  last_attended_on TEXT,
  gate TEXT,
  blockers TEXT NOT NULL,
  monitors TEXT NOT NULL,
  next_due_on TEXT,
  next_due TEXT,
  as_of TEXT NOT NULL,
  version INTEGER NOT NULL
) STRICT;
CREATE INDEX caseload_of_a_counselor ON caseload (counselor, ended_on, episode);
CREATE INDEX caseload_of_a_site ON caseload (site, ended_on, episode);
CREATE INDEX caseload_of_a_phase ON caseload (phase, ended_on, episode);

CREATE TABLE command (
  key TEXT NOT NULL PRIMARY KEY,
  fingerprint TEXT NOT NULL,
  answer TEXT NOT NULL,
  episodes TEXT NOT NULL
) STRICT;

CREATE TABLE curriculum (
  id TEXT NOT NULL,
  version TEXT NOT NULL,
  hash TEXT NOT NULL,
  body TEXT NOT NULL,
  published_at TEXT NOT NULL,
  PRIMARY KEY (id, version)
) STRICT;

INSERT INTO head (id, count, head) VALUES (1, 0, '${'0'.repeat(64)}');

CREATE TRIGGER event_follows BEFORE INSERT ON event
WHEN NEW.position <> 1 + coalesce((SELECT max(position) FROM event), 0)
  OR NEW.version <> 1 + coalesce((SELECT max(version) FROM event WHERE episode = NEW.episode), 0)
BEGIN SELECT RAISE(ABORT, 'an event is only added after the last one'); END;

CREATE TRIGGER event_stays BEFORE DELETE ON event
BEGIN SELECT RAISE(ABORT, 'events are never deleted'); END;

CREATE TRIGGER event_is_unchanged BEFORE UPDATE ON event
WHEN NOT (
  NEW.body IS NULL AND NEW.salt IS NULL
  AND NEW.position = OLD.position AND NEW.episode = OLD.episode AND NEW.version = OLD.version
  AND NEW.recorded_at = OLD.recorded_at AND NEW.digest = OLD.digest AND NEW.hash = OLD.hash AND NEW.head = OLD.head
  AND EXISTS (SELECT 1 FROM erasure WHERE episode = OLD.episode AND version > OLD.version)
  AND NOT EXISTS (SELECT 1 FROM erasure WHERE episode = OLD.episode AND version = OLD.version)
)
BEGIN SELECT RAISE(ABORT, 'events are never changed'); END;

CREATE TRIGGER head_stays BEFORE DELETE ON head
BEGIN SELECT RAISE(ABORT, 'the head is never deleted'); END;

CREATE TRIGGER erasure_stays BEFORE DELETE ON erasure
BEGIN SELECT RAISE(ABORT, 'erasures are never deleted'); END;

CREATE TRIGGER erasure_is_unchanged BEFORE UPDATE ON erasure
BEGIN SELECT RAISE(ABORT, 'erasures are never changed'); END;

CREATE TRIGGER curriculum_stays BEFORE DELETE ON curriculum
BEGIN SELECT RAISE(ABORT, 'a published curriculum is never deleted'); END;

CREATE TRIGGER curriculum_is_unchanged BEFORE UPDATE ON curriculum
BEGIN SELECT RAISE(ABORT, 'a published curriculum is never changed'); END;

CREATE TRIGGER curriculum_is_new BEFORE INSERT ON curriculum
WHEN EXISTS (SELECT 1 FROM curriculum WHERE id = NEW.id AND version = NEW.version)
BEGIN SELECT RAISE(ABORT, 'a published curriculum is never replaced'); END;
`,
  `
CREATE TABLE worklist (
  episode TEXT NOT NULL,
  list TEXT NOT NULL,
  since TEXT NOT NULL,
  patient TEXT NOT NULL,
  counselor TEXT,
  site TEXT,
  phase TEXT,
  level_of_care TEXT NOT NULL,
  curriculum TEXT NOT NULL,
  why TEXT NOT NULL,
  next TEXT NOT NULL,
  PRIMARY KEY (episode, list)
) STRICT, WITHOUT ROWID;
CREATE INDEX worklist_for_everyone ON worklist (list, since, episode, curriculum);
CREATE INDEX worklist_of_a_counselor ON worklist (list, counselor, since, episode, site, phase, level_of_care, curriculum)
WHERE counselor IS NOT NULL;
CREATE INDEX worklist_of_a_site ON worklist (list, site, since, episode, phase, level_of_care, curriculum);
CREATE INDEX worklist_of_a_phase ON worklist (list, phase, since, episode, level_of_care, curriculum);
CREATE INDEX worklist_of_a_level ON worklist (list, level_of_care, since, episode, curriculum);
CREATE INDEX caseload_of_a_level ON caseload (level_of_care, ended_on, episode);
`,
  'ALTER TABLE caseload ADD COLUMN recent TEXT;',
  `
CREATE TABLE course (
  episode TEXT PRIMARY KEY,
  site TEXT,
  body TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX course_of_a_site ON course (site, episode);
`,
];
