import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { GroupCommand } from '../../../src/engine/groups/group-command.ts';
import type { Command } from '../../../src/index.ts';
import { PAGE_TABLE } from '../../browser/page-table.ts';
import { HOSTILE_TEXTS } from '../../generators/hostile-texts.ts';
import { evening, openPages, type PageSubject } from './page-subject.ts';

const PATIENTS = 8;
const MEETING = '2026-01-05T18:00';

/** A clinic in which every field that takes a text has the next one of some texts. */
async function openClinicOf(text: () => string): Promise<PageSubject & { readonly sue: string }> {
  const clinic = await openPages();
  const sue = clinic.person('sue', 'supervisor', { title: text() });
  for (let n = 0; n < PATIENTS; n++) {
    const [episode, group] = [`e-${100 + n}`, `g-${n}`];
    const told: Command[] = [
      { type: 'Admit', episode, patient: text(), curriculum: 'matrix-iop', counselor: text(), site: 'north' },
      { type: 'AddNote', episode, text: text(), by: text() },
      { type: 'AddNote', episode, text: HOSTILE_TEXTS.map(text).join('\n').slice(0, 4000) },
      { type: 'RecordContact', episode, reached: true, reason: text() },
      { type: 'RecordDrugTest', episode, result: 'positive', reason: text(), by: text() },
      {
        ...{ type: 'RecordAuthorization', episode, payer: text(), unit: 'visits', units: 3 },
        ...{ levelOfCare: { system: 'asam-3', level: '2.1' }, from: '2026-01-05', to: '2026-02-05' },
      } as Command,
      { type: 'StartLeave', episode, expectedReturn: '2026-01-07', reason: text(), planned: true },
      ...(n % 2 ? [{ type: 'Void', episode, fact: 7, reason: text() } as const] : []),
      { type: 'Amend', episode, fact: 2, change: { text: text() }, reason: text() },
      ...(n % 4 ? [] : [{ type: 'Discharge', episode, discharge: 'other', reason: text() } as const]),
    ];
    for (const command of told) await must(command.type, clinic.engine.execute(command));
    const { definition } = evening() as Extract<GroupCommand, { type: 'DefineGroup' }>;
    const named = { title: text(), place: text(), leader: text(), coLeader: { name: text() } };
    const topics = definition.topics.map(text);
    const guests = { count: 1, names: [text()], agreed: true } as const;
    const row = { episode, status: 'attended', credit: false, reason: text(), guests } as const;
    const meeting = { group, meeting: MEETING };
    for (const command of [
      { type: 'DefineGroup', group, definition: { ...definition, ...named, topics } },
      ...(n % 4 && n % 2 ? [{ type: 'JoinGroup', group, episode, reason: text() } as const] : []),
      ...(n % 4 && n % 2 ? [{ type: 'RecordRoster', ...meeting, rows: [row] } as const] : []),
      { type: 'CancelMeeting', group, meeting: '2026-01-09T18:00', reason: text() },
      {
        type: 'MoveMeeting',
        group,
        meeting: '2026-01-12T18:00',
        date: '2026-01-13',
        place: text(),
        reason: text(),
      },
    ] as const)
      await must(command.type, clinic.engine.groups.execute(command as GroupCommand));
  }
  return { ...clinic, sue };
}

async function must(type: string, asked: Promise<{ accepted: boolean; refusal?: unknown }>): Promise<void> {
  const outcome = await asked;
  if (!outcome.accepted) throw new Error(`${type}: ${JSON.stringify(outcome.refusal)}`);
}

/** The tags of a page with the names of their attributes: what a text must not add to. */
function skeleton(html: string): string[] {
  return [...html.matchAll(/<[^>]*>/g)].map(([tag]) => tag.replaceAll(/"[^"]*"/g, '…'));
}

const PAGES = [
  ...['/today', '/caseload', '/caseload?view=table', '/groups', '/census', '/coverage?curriculum=matrix-iop'],
  ...['/caseload?list=leave-overdue&view=table', '/new-group', '/account'],
  ...['/bulk?action=note&text=Called.&episode=e-101&episode=e-103'],
  ...Array.from({ length: PATIENTS }, (_, n) => [
    ...['', '/notes', '/amend?fact=2', '/void?fact=3', '/discharge'].map(
      (end) => `/patients/e-${100 + n}${end}`,
    ),
    ...['', '/definition', `/meetings/${MEETING}`, `/meetings/${MEETING}/sheet`].map(
      (end) => `/groups/g-${n}${end}`,
    ),
  ]).flat(),
];

describe('a text of the record', () => {
  let hostile: Awaited<ReturnType<typeof openClinicOf>>;
  let plain: Awaited<ReturnType<typeof openClinicOf>>;
  beforeAll(async () => {
    let [next, count] = [0, 0];
    hostile = await openClinicOf(() => HOSTILE_TEXTS[next++ % HOSTILE_TEXTS.length] as string);
    plain = await openClinicOf(() => `text ${String(count++).padStart(5, '0')}`);
    expect(next).toBeGreaterThan(HOSTILE_TEXTS.length * 8);
  }, 120_000);
  afterAll(async () => {
    for (const clinic of [hostile, plain]) await clinic?.engine.close();
  });

  it('adds no tag and no attribute to any page, whatever it is', async () => {
    let shown = 0;
    for (const path of PAGES) {
      const [bad, good] = [await hostile.page(path, hostile.sue), await plain.page(path, plain.sue)];
      expect(good.status, path).toBeLessThan(400);
      expect(bad.status, path).toBe(good.status);
      expect(skeleton(bad.text), path).toEqual(skeleton(good.text));
      shown += bad.text.includes('&lt;') ? 1 : 0;
    }
    expect(shown).toBeGreaterThan(PAGES.length * 0.9);
  }, 120_000);
});

describe('what is asked in an address or written in a form', () => {
  it('comes back as text', async () => {
    const clinic = await openPages();
    await clinic.mustGroup(evening());
    const people = { pat: clinic.person('kim', 'counselor'), dora: clinic.person('dora', 'director') };
    const who = { guest: '', ann: clinic.person('ann', 'auditor'), ...people };
    const asked = Object.values(PAGE_TABLE).flatMap(([looker, ...paths]) =>
      paths.map((path) => ({ looker, path: path.replaceAll(/e-5\d/g, 'e-1') })),
    );
    const fields = [
      'name',
      'title',
      'text',
      'reason',
      'episode',
      'patient',
      'on',
      'find',
      'list',
      'curriculum',
    ];
    let answered = 0;
    for (const [n, bad] of HOSTILE_TEXTS.entries()) {
      const { looker, path } = asked[n % asked.length] as (typeof asked)[number];
      const [bare = ''] = path.split('?');
      const form = Object.fromEntries(fields.map((field) => [field, bad]));
      const query = new URLSearchParams({ ...form, view: bad, from: bad, fact: bad });
      const answers = [
        await clinic.page(`${bare}?${query}`, who[looker]),
        await clinic.fill(bare, form, who[looker]),
      ];
      for (const { text } of answers) {
        const added = skeleton(text).filter((tag) =>
          / on\w+=|javascript:|<(script(?! src)|img|iframe|base|style)/i.test(tag),
        );
        expect(added, bare).toEqual([]);
        answered += text.includes('<html') ? 1 : 0;
      }
    }
    expect(answered).toBeGreaterThan(HOSTILE_TEXTS.length / 2);
    await clinic.engine.close();
  }, 120_000);
});
