import Database from 'better-sqlite3';
import type { EpisodeWrite } from '../../src/engine/event-store.ts';

/**
 * Writes the rows of some episode writes with bare better-sqlite3, one durable transaction each: the same tables, the same
 * settings, and nothing computed. The yardstick for what a command costs beyond its rows.
 */
export function writeBare(file: string, writes: readonly EpisodeWrite[]): number {
  const db = new Database(file);
  for (const pragma of [
    'journal_mode=WAL',
    'synchronous=FULL',
    'foreign_keys=ON',
    'secure_delete=ON',
    'temp_store=MEMORY',
  ])
    db.pragma(pragma);
  const event = db.prepare(
    'INSERT INTO event (position, episode, version, recorded_at, digest, hash, head, salt, body) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
  );
  const snapshot = db.prepare(
    'INSERT INTO snapshot (episode, version, plan_hash, body) VALUES (?, ?, ?, ?) ON CONFLICT (episode) DO UPDATE SET version = excluded.version, plan_hash = excluded.plan_hash, body = excluded.body',
  );
  const removeDue = db.prepare('DELETE FROM due WHERE episode = ? AND item = ?');
  const due = db.prepare(
    'INSERT INTO due (episode, item, kind, due_on, raised, work, title, role, counselor) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (episode, item) DO UPDATE SET due_on = excluded.due_on, raised = excluded.raised, title = excluded.title',
  );
  const caseload =
    db.prepare(`INSERT INTO caseload (episode, patient, counselor, site, curriculum, curriculum_version, level_of_care, lifecycle, phase, week, admitted_on, ended_on, last_attended_on, gate, blockers, monitors, next_due_on, next_due, as_of, version, recent)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (episode) DO UPDATE SET phase = excluded.phase, lifecycle = excluded.lifecycle, week = excluded.week, ended_on = excluded.ended_on, last_attended_on = excluded.last_attended_on, gate = excluded.gate, blockers = excluded.blockers, monitors = excluded.monitors, next_due_on = excluded.next_due_on, next_due = excluded.next_due, as_of = excluded.as_of, version = excluded.version, recent = excluded.recent`);
  const worklist = db.prepare(
    'INSERT INTO worklist (episode, list, since, patient, counselor, site, phase, level_of_care, curriculum, why, next) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (episode, list) DO UPDATE SET since = excluded.since, phase = excluded.phase, why = excluded.why, next = excluded.next',
  );
  const removeListed = db.prepare('DELETE FROM worklist WHERE episode = ? AND list = ?');
  const head = db.prepare('UPDATE head SET count = ?, head = ? WHERE id = 1');
  const digest = 'd'.repeat(64);
  const salt = 's'.repeat(32);
  let position = (db.prepare('SELECT coalesce(max(position), 0) AS n FROM event').get() as { n: number }).n;
  const known = new Map<string, Map<string, string>>();
  const listed = new Map<string, Map<string, string>>();
  const started = performance.now();
  for (const write of writes) {
    db.exec('BEGIN IMMEDIATE');
    write.events.forEach((body, i) => {
      position += 1;
      event.run(
        position,
        write.episode,
        write.expectedVersion + i + 1,
        write.recordedAt,
        digest,
        digest,
        digest,
        salt,
        body,
      );
    });
    if (write.snapshot)
      snapshot.run(
        write.episode,
        write.expectedVersion + write.events.length,
        write.snapshot.planHash,
        write.snapshot.body,
      );
    const before = known.get(write.episode) ?? new Map<string, string>();
    const now = new Map((write.due ?? []).map((row) => [row.item, JSON.stringify(row)]));
    for (const row of write.due ?? []) {
      if (before.get(row.item) === now.get(row.item)) continue;
      due.run(
        row.episode,
        row.item,
        row.kind,
        row.dueOn,
        row.raised ? 1 : 0,
        row.work ? 1 : 0,
        row.title,
        row.role,
        row.counselor,
      );
    }
    for (const item of before.keys()) if (!now.has(item)) removeDue.run(write.episode, item);
    known.set(write.episode, now);
    const [were, are] = [listed.get(write.episode), new Map<string, string>()];
    for (const found of write.worklist ?? []) {
      const { episode, list, since, patient, counselor, site, phase, levelOfCare, curriculum, why, next } =
        found;
      are.set(list, JSON.stringify(found));
      if (were?.get(list) === are.get(list)) continue;
      worklist.run(episode, list, since, patient, counselor, site, phase, levelOfCare, curriculum, why, next);
    }
    for (const list of were?.keys() ?? []) if (!are.has(list)) removeListed.run(write.episode, list);
    listed.set(write.episode, are);
    const row = write.caseload;
    if (row) {
      caseload.run(
        row.episode,
        row.patient,
        row.counselor,
        row.site,
        row.curriculum,
        row.curriculumVersion,
        row.levelOfCare,
        row.lifecycle,
        row.phase,
        row.week,
        row.admittedOn,
        row.endedOn,
        row.lastAttendedOn,
        row.gate,
        JSON.stringify(row.blockers),
        JSON.stringify(row.monitors),
        row.nextDueOn,
        row.nextDue,
        row.asOf,
        row.version,
        JSON.stringify({ meetings: row.meetings, lastTest: row.lastTest }),
      );
    }
    head.run(position, digest);
    db.exec('COMMIT');
  }
  const time = performance.now() - started;
  db.close();
  return time;
}
