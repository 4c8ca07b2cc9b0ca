import { describe, expect, it } from 'vitest';
import { loadCurriculum } from '../../../src/adapters/yaml/load-curriculum.ts';
import type { Curriculum } from '../../../src/curriculum/curriculum.ts';
import { formatIssue } from '../../../src/curriculum/issue.ts';
import { publishedCalendar } from '../../../src/curriculum/published-calendar.ts';
import { proveCurriculum } from '../../../src/program/proof/prove-curriculum.ts';
import { EVENING_CLINIC } from '../../curriculum/fixtures/evening-clinic.ts';

/** A therapy of its own: daily for three weeks, once a week for three more. Some of its names are those of the clinic. */
const LIGHT = `id: light
version: 1.0.0
title: Light therapy
levelOfCare: { system: general, level: outpatient }
sources:
  manual: { title: The manual of the lamp, certainty: verified }
phases:
  - { id: daily, title: Daily, weeks: 1-3, exit: { type: sessions, track: group, atLeast: 9 } }
  - { id: taper, title: Taper, weeks: 4-6, exit: { type: track-completed, track: group } }
  - { id: done, title: Done, final: completed }
tracks:
  - id: group
    title: Under the lamp
    kind: adjunct
    format: individual
    order: next
    during: [daily, taper]
    source: manual
    schedule:
      - { weekdays: [tuesday, wednesday, friday], weeks: 1-3, start: "08:00", minutes: 30 }
      - { weekdays: [tuesday], weeks: 4-6, start: "08:00", minutes: 30 }
    sessions: [${Array.from({ length: 12 }, (_, i) => `{ number: ${i + 1}, title: Lamp ${i + 1} }`).join(', ')}]
instruments:
  - { id: glare, title: Glare, minimum: 0, maximum: 3 }
monitors:
  - id: attendance
    title: Comes to the lamp
    source: manual
    states:
      - id: comes
        title: Comes
        transitions: [{ to: missed, when: { type: absences, consecutive: true, atLeast: 2 } }]
      - id: missed
        title: Missed
        discharge: { reason: dropped-out, mode: recommended }
        tasks: [{ id: ask, title: Ask whether the light is too strong }]
        transitions: [{ to: comes, when: { type: absences, consecutive: true, atMost: 0 } }]
  - id: eyes
    title: Eyes
    states:
      - id: fine
        title: Fine
        transitions:
          - { to: sore, when: { type: all, of: [{ type: phase-in, phases: [daily] }, { type: score, instrument: glare, atLeast: 2 }] } }
      - id: sore
        title: Sore
        transitions: [{ to: fine, when: { type: score, instrument: glare, atMost: 1 } }]
`;

const DOSES = `takeHome:
  medication: Methadone
  track: group
  rules:
    - id: only
      title: Only rule
      source: manual
      requires: { type: absences, consecutive: true, atMost: 2 }
      bands: [{ fromDay: 1, doses: 7, per: supply }]
`;

const REWARDS = `incentives:
  - id: lamp-vouchers
    title: Vouchers
    pays: money
    for: { type: negative-test }
    source: manual
    tiers: [{ weeks: 1-3, first: 250 }, { weeks: 4, first: 100 }]
  - id: coming
    title: For coming
    pays: pieces
    for: { type: attendance, tracks: [group] }
    tiers: [{ first: 1 }]
drugTests:
  - { id: lamp-urine, title: Urine test, specimens: [urine], perWeek: 1, days: random }
privileges:
  - { id: own-lamp, title: A lamp of one's own, during: [taper], lostIn: [{ monitor: attendance, states: [missed] }] }
`;

const HEAD = 'extends: evening-clinic\nid: site\nversion: 2.0.0\ntitle: Site\n';

function load(text: string, light = LIGHT) {
  const texts: Record<string, string> = { 'evening-clinic': EVENING_CLINIC, light };
  const resolve = (name: string) => (texts[name] ? { file: `${name}.yaml`, text: texts[name] } : undefined);
  return loadCurriculum(HEAD + text, { file: 'site.yaml', resolve });
}

function curriculumOf(text: string, light?: string): Curriculum {
  const loaded = load(text, light);
  if (!loaded.ok) throw new Error(loaded.issues.map(formatIssue).join('\n'));
  return loaded.curriculum;
}

const dates = (curriculum: Curriculum) =>
  publishedCalendar(curriculum, '2026-01-05').filter(({ track }) => track === 'light-group');

describe('a site that adds a therapy to a program', () => {
  const site = curriculumOf('adjuncts: [light]');

  it('keeps all of the program, and names an added part after its curriculum where the name is taken', () => {
    expect(site.tracks.map(({ id }) => id)).toEqual(['skills', 'group', 'elective', 'light-group']);
    expect(site.monitors?.map(({ id }) => id)).toEqual(['attendance', 'light-attendance', 'eyes']);
    expect(site.instruments?.map(({ id }) => id)).toEqual(['phq-9', 'glare']);
    expect(site.sources['light-manual']?.title).toBe('The manual of the lamp');
    expect(site.tracks[3]?.source).toBe('light-manual');
    const base = loadCurriculum(EVENING_CLINIC, { file: 'e.yaml' });
    expect(base.ok && site.phases).toEqual(base.ok && base.curriculum.phases);
  });

  it('has its doses to take home, with the track and the criteria in the words of the program', () => {
    const { takeHome } = curriculumOf('adjuncts: [light]', LIGHT + DOSES);
    expect(takeHome).toMatchObject({
      track: 'light-group',
      rules: [{ source: 'light-manual', requires: { type: 'absences', tracks: ['light-group'] } }],
    });
  });

  it('has its rewards by the weeks of the program, and its privileges in the phases in which it is given', () => {
    const both = curriculumOf('adjuncts: [light]', LIGHT + REWARDS);
    expect(both.incentives).toMatchObject([
      { id: 'lamp-vouchers', source: 'light-manual', tiers: [{ weeks: '1, 2, 3' }, { weeks: '4' }] },
      { id: 'coming', for: { tracks: ['light-group'] } },
    ]);
    expect(both.privileges).toMatchObject([
      {
        id: 'own-lamp',
        during: ['early', 'later'],
        lostIn: [{ monitor: 'light-attendance', states: ['missed'] }],
      },
    ]);
    const later = curriculumOf('adjuncts: [{ curriculum: light, during: [later] }]', LIGHT + REWARDS);
    expect(later.incentives?.flatMap(({ tiers }) => tiers.map(({ weeks }) => weeks))).toEqual([
      '5, 6, 7',
      '8',
      '5-8',
    ]);
    const part = curriculumOf('adjuncts: [{ curriculum: light, weeks: 3-6 }]', LIGHT + REWARDS);
    expect(part.incentives?.[0]?.tiers.map(({ weeks }) => weeks)).toEqual(['1', '2']);
  });

  it('gives it in all phases that have weeks, with its own weeks', () => {
    expect(site.tracks[3]?.during).toEqual(['early', 'later']);
    expect(dates(site)).toHaveLength(12);
    expect(dates(site).at(-1)).toMatchObject({ week: 6, date: '2026-02-10' });
  });

  it('or in those that it names, from the first day of the phase on', () => {
    const later = curriculumOf('adjuncts: [{ curriculum: light, during: [later], weeks: 1-4 }]');
    expect(later.tracks[3]).toMatchObject({ during: ['later'], weeksCountFrom: 'phase', requires: 10 });
    expect(dates(later)[0]).toMatchObject({ week: 5, date: '2026-02-03' });
    expect(dates(later).at(-1)).toMatchObject({ week: 8 });
  });

  it('gives the part that it names; the end of a therapy that began elsewhere requires nothing here', () => {
    const end = curriculumOf('adjuncts: [{ curriculum: light, weeks: 3-6 }]');
    expect(end.tracks[3]?.requires).toBe('none');
    expect(dates(end).map(({ week }) => week)).toEqual([1, 1, 1, 2, 3, 4]);
  });

  it('counts the absences of the therapy apart, and ends no treatment over them', () => {
    const added = site.monitors?.find(({ id }) => id === 'light-attendance');
    expect(added?.states[0]?.transitions?.[0]?.when).toMatchObject({ tracks: ['light-group'], atLeast: 2 });
    expect(added?.states[1]?.discharge).toBeUndefined();
    expect(added?.states[1]?.tasks?.map(({ id }) => id)).toEqual(['ask']);
    expect(site.monitors?.[0]?.states[0]?.transitions?.[0]?.when).not.toHaveProperty('tracks');
  });

  it('says the phases of the therapy as those in which it is given', () => {
    const when = site.monitors?.find(({ id }) => id === 'eyes')?.states[0]?.transitions?.[0]?.when;
    expect(when).toMatchObject({ of: [{ type: 'phase-in', phases: ['early', 'later'] }, {}] });
  });

  it('may change and remove what was added, and let a gate wait for it', () => {
    const own = curriculumOf(`adjuncts: [light]
remove: [monitors/light-attendance]
tracks: [{ id: light-group, title: Lamp room }]
phases: [{ id: later, exit: { type: track-completed, track: light-group } }]
`);
    expect(own.tracks[3]?.title).toBe('Lamp room');
    expect(own.monitors?.map(({ id }) => id)).toEqual(['attendance', 'eyes']);
    const proofs = proveCurriculum(own);
    expect(proofs.filter(({ severity }) => severity === 'error')).toEqual([]);
    const late = curriculumOf(`adjuncts: [light]
phases: [{ id: early, exit: { type: sessions, track: light-group, atLeast: 12 } }]
`);
    expect(proveCurriculum(late).map(({ code }) => code)).toContain('gate-later-than-published');
  });
});

describe('what is wrong with an added therapy', () => {
  const said = (text: string, light = LIGHT) =>
    load(text, light).issues.map(({ code, file, line, path }) => ({ code, file, line, path }));

  it('is told at its place in its own file', () => {
    const clash = LIGHT.replaceAll('[tuesday, wednesday, friday]', '[monday, wednesday, friday]').replaceAll(
      '"08:00"',
      '"18:10"',
    );
    expect(said('adjuncts: [light]', clash)).toEqual([
      { code: 'tracks-overlap', file: 'light.yaml', line: 20, path: 'tracks.3.schedule.0.start' },
    ]);
    expect(said('adjuncts: [light]', LIGHT.replace('kind: adjunct', 'kind: lamp'))).toMatchObject([
      { code: 'unknown-value', file: 'light.yaml' },
    ]);
  });

  it('is told where the site names it', () => {
    expect(said('adjuncts: [{ curriculum: light, during: [erly] }]')).toMatchObject([
      { code: 'dangling-reference', file: 'site.yaml', line: 5, path: 'adjuncts.0.during.0' },
    ]);
    expect(said('adjuncts: [{ curriculum: lihgt }]')).toMatchObject([
      { code: 'adjunct-not-found', path: 'adjuncts.0.curriculum' },
    ]);
    expect(said('adjuncts: light')).toMatchObject([{ code: 'wrong-type', path: 'adjuncts' }]);
  });

  it('is that both have doses to take home', () => {
    const twice = `adjuncts: [{ curriculum: light, during: [early, later] }, { curriculum: light }]`;
    expect(said(twice, LIGHT + DOSES)).toMatchObject([
      { code: 'take-home-impossible', file: 'site.yaml', path: 'adjuncts.1.curriculum' },
    ]);
  });

  it('is a circle where two files add one another', () => {
    const circle = `extends: evening-clinic\nadjuncts: [light]\nid: light\nversion: 1.0.0\ntitle: L\n`;
    expect(said('adjuncts: [light]', circle)).toContainEqual(
      expect.objectContaining({ code: 'extends-cycle', file: 'light.yaml' }),
    );
  });

  it('is that it does not fit into the phases', () => {
    expect(said('adjuncts: [{ curriculum: light, during: [early] }]')).toMatchObject([
      { code: 'weeks-outside-phases', file: 'light.yaml', line: 21 },
    ]);
  });
});
