import { randomUUID } from 'node:crypto';
import { SIGNS_AS } from '../../../src/access/account.ts';
import { openAccessStore } from '../../../src/adapters/access/access-store.ts';
import type { EpisodeWrite } from '../../../src/engine/event-store.ts';
import { newSecret } from '../../../src/faces/http/secret-token.ts';
import { type Engine, openEngine } from '../../../src/index.ts';
import { canonicalJson } from '../../../src/program/canonical-json.ts';
import { patientLike, type TemplatePatient, templatePatients } from './template-patients.ts';

/** A group of the large clinic: the tens of patients that are in it, who leads it, and its meeting today, whose roster nobody has recorded. */
export type LoadGroup = {
  readonly id: string;
  readonly number: number;
  readonly counselor: number;
  readonly meeting: string;
};
/** What the driver needs of the clinic that was made. */
export type LoadClinic = {
  readonly today: string;
  /** A cookie for each counselor; patient `e-n` is his where `n / 40` is his number. */
  readonly cookies: readonly string[];
  readonly groups: readonly LoadGroup[];
  readonly patients: number;
};

/** Patients of one counselor, and of one group. */
export const CASELOAD = 40;
export const GROUP = 10;
/** How many patients are written at once. */
const PAGE = 400;

/**
 * Makes a clinic of many patients in the middle of their treatment, in groups of ten that their counselor leads and that meet today; with
 * an account and a session for each counselor. A few patients are driven through the engine, and all others are like them.
 */
export async function fillClinic(file: string, patients: number, today: string): Promise<LoadClinic> {
  const clock = { today: () => today, now: () => `${today}T00:00:00.000Z` };
  const engine = await openEngine({ file, clock, by: 'setup' });
  const whose = (n: number) => `counselor-${Math.floor(n / CASELOAD)}`;
  const siteOf = (n: number) => `site-${Math.floor(n / 1000)}`;
  const templates = await templatePatients(today);
  await publishFor(engine);
  for (let from = 0; from < patients; from += PAGE) {
    const made = Array.from({ length: Math.min(PAGE, patients - from) }, (_, i) => {
      const n = from + i;
      const place = { counselor: whose(n), site: siteOf(n) };
      return patientLike(templates[n % templates.length] as TemplatePatient, `e-${n}`, place);
    });
    await engine.store.append(made.map(([first]) => first));
    await engine.store.append(made.map(([, rest]) => rest));
  }
  const groups: LoadGroup[] = [];
  const writes: EpisodeWrite[] = [];
  for (let n = 0; n < Math.floor(patients / GROUP); n += 1) {
    const counselor = Math.floor((n * GROUP) / CASELOAD);
    const hour = 9 + (n % (CASELOAD / GROUP)) * 2;
    const about = { on: today, by: 'setup' };
    const group = {
      ...{ title: `Group ${n}`, site: siteOf(n * GROUP), place: `room ${counselor}` },
      ...{ timeZone: 'UTC', from: today, leader: whose(n * GROUP), capacity: 12 },
      times: [{ rule: 'FREQ=DAILY', start: `${String(hour).padStart(2, '0')}:00`, minutes: 90 }],
      topics: Array.from({ length: 32 }, (_, i) => `Topic ${i + 1}`),
      credits: [{ curriculum: 'matrix-iop', track: 'relapse-prevention' }],
    };
    const members = Array.from({ length: GROUP }, (_, i) => ({
      ...{ type: 'MemberJoined', ...about, episode: `e-${n * GROUP + i}`, from: today },
    }));
    const events = [{ type: 'GroupDefined', ...about, group }, ...members].map(canonicalJson);
    const rest = { snapshot: null, due: null, caseload: null };
    writes.push({ episode: `group:g-${n}`, expectedVersion: 0, recordedAt: clock.now(), events, ...rest });
    groups.push({
      id: `g-${n}`,
      number: n,
      counselor,
      meeting: `${today}T${String(hour).padStart(2, '0')}:00`,
    });
  }
  await engine.store.append(writes);
  await engine.close();
  return {
    today,
    cookies: sessionsFor(`${file}.access`, Math.ceil(patients / CASELOAD)),
    groups,
    patients,
  };
}

/** Makes an account with a session for each counselor; gives the cookies. */
function sessionsFor(file: string, count: number): string[] {
  const access = openAccessStore(file);
  const now = new Date().toISOString();
  const common = { site: null, kind: 'person', disabled: false, createdAt: now } as const;
  const cookies: string[] = [];
  for (let n = 0; n < count; n += 1) {
    const [id, name] = [randomUUID(), `counselor-${n}`];
    access.accounts.add({ ...common, id, name, title: name, role: 'counselor', signsAs: SIGNS_AS.counselor });
    const { secret, hash } = newSecret('ses');
    access.sessions.add({ id: randomUUID(), account: id, createdAt: now, usedAt: now }, hash);
    cookies.push(`stepwell=${secret}`);
  }
  access.close();
  return cookies;
}

/** Has the curriculum of the patients kept in the record, as an admission does. */
async function publishFor(engine: Engine): Promise<void> {
  const admitted = await engine.admit({ episode: 'e-first', patient: 'p-first', curriculum: 'matrix-iop' });
  if (!admitted.accepted) throw new Error(admitted.refusal.message);
}
