import { describe, expect, it } from 'vitest';
import { type LoadedCurriculum, loadCurriculum } from '../../../src/adapters/yaml/load-curriculum.ts';
import { formatIssue } from '../../../src/curriculum/issue.ts';
import { EVENING_CLINIC, eveningClinic } from '../../curriculum/fixtures/evening-clinic.ts';

const HEAD = 'extends: evening-clinic\nid: site\nversion: 2.0.0\ntitle: Site\n';

/** Loads a site's file; bases are found by name among some texts. */
function load(
  text: string,
  bases: Record<string, string> = { 'evening-clinic': EVENING_CLINIC },
): LoadedCurriculum {
  const resolve = (name: string) =>
    bases[name] === undefined ? undefined : { file: `${name}.yaml`, text: bases[name] };
  return loadCurriculum(text, { file: 'site.yaml', resolve });
}

function curriculumOf(loaded: LoadedCurriculum) {
  if (!loaded.ok) throw new Error(loaded.issues.map(formatIssue).join('\n'));
  return loaded.curriculum;
}

const base = curriculumOf(loadCurriculum(EVENING_CLINIC, { file: 'evening-clinic.yaml' }));
const lineOf = (text: string, part: string) => text.slice(0, text.indexOf(part)).split('\n').length;

describe('a site that extends a curriculum', () => {
  it('has its own id, version and title, and everything else from there', () => {
    expect(curriculumOf(load(HEAD))).toEqual({ ...base, id: 'site', version: '2.0.0', title: 'Site' });
  });

  it('changes one track by its id, and replaces its schedule as a whole', () => {
    const site = curriculumOf(
      load(
        `${HEAD}tracks:\n  - { id: group, capacity: { maximum: 8 }, schedule: [{ weekdays: [friday], start: "09:00", minutes: 60 }] }\n`,
      ),
    );
    expect(site.tracks.map(({ id }) => id)).toEqual(base.tracks.map(({ id }) => id));
    expect(site.tracks[1]).toEqual({
      ...base.tracks[1],
      capacity: { maximum: 8 },
      schedule: [{ weekdays: ['friday'], start: '09:00', minutes: 60 }],
    });
  });

  it('merges what lies deeper: one number of a capacity, a session, a state of a monitor, a task', () => {
    const site = curriculumOf(
      load(`${HEAD}
tracks:
  - { id: skills, capacity: { maximum: 6 }, sessions: [{ number: 2, title: Triggers at home }] }
monitors:
  - { id: attendance, states: [{ id: outreach, tasks: [{ id: call, within: { days: 3 } }, { id: write, title: Write }] }] }
`),
    );
    expect(site.tracks[0]?.capacity).toEqual({ minimum: 4, maximum: 6 });
    expect(site.tracks[0]?.sessions.map(({ title }) => title)).toEqual([
      'Stop the cycle',
      'Triggers at home',
      'Scheduling',
      'Thoughts',
    ]);
    expect(site.monitors?.[0]?.states[1]?.tasks).toEqual([
      { id: 'call', title: 'Call the patient', within: { days: 3 } },
      { id: 'write', title: 'Write' },
    ]);
    expect(site.monitors?.[0]?.states[1]?.transitions).toEqual(base.monitors?.[0]?.states[1]?.transitions);
  });

  it('changes only the threshold of a gate, or the whole gate where it names a type', () => {
    const threshold = curriculumOf(
      load(`${HEAD}phases:\n  - { id: early, exitAfterReturn: { atLeast: 5 } }\n`),
    );
    expect(threshold.phases[0]?.exitAfterReturn).toEqual({
      type: 'negative-tests',
      consecutive: true,
      atLeast: 5,
    });
    const whole = curriculumOf(
      load(`${HEAD}phases:\n  - { id: early, exit: { type: minutes, atMost: 9 } }\n`),
    );
    expect(whole.phases[0]?.exit).toEqual({ type: 'minutes', atMost: 9 });
  });

  it('replaces a length in days by one in weeks', () => {
    const site = curriculumOf(load(`${HEAD}phases:\n  - { id: early, stay: { maximum: { weeks: 10 } } }\n`));
    expect(site.phases[0]?.stay).toEqual({ minimum: { days: 14 }, maximum: { weeks: 10 } });
  });

  it('may add a track, and remove what it does not have', () => {
    const yoga =
      '{ id: yoga, title: Yoga, kind: adjunct, format: group, order: any, during: [later], schedule: [], sessions: [{ number: 1, title: Yoga }] }';
    const site = curriculumOf(
      load(
        `${HEAD}remove: [tracks/elective, policies/mutualHelp, tracks/group/sessions/3]\ntracks:\n  - ${yoga}\n`,
      ),
    );
    expect(site.tracks.map(({ id }) => id)).toEqual(['skills', 'group', 'yoga']);
    expect(site.tracks[1]?.sessions).toHaveLength(2);
    expect(site.policies).toEqual({ attendance: { countsFromFraction: 0.5 } });
  });

  it('may be extended in its turn', () => {
    const morning =
      'extends: middle\nid: morning\nversion: 1.0.0\ntitle: Morning\nremove: [tracks/elective]\n';
    const site = `${HEAD}tracks:\n  - { id: group, requires: 3 }\n`;
    const loaded = curriculumOf(load(morning, { middle: site, 'evening-clinic': EVENING_CLINIC }));
    expect(loaded.tracks.map(({ id, requires }) => [id, requires])).toEqual([
      ['skills', undefined],
      ['group', 3],
    ]);
  });
});

describe('an issue of a site that extends a curriculum', () => {
  it('points into the file of the site for what the site wrote', () => {
    const text = `${HEAD}tracks:\n  - id: group\n    schedule:\n      - { weekdays: [monday], start: "18:20", minutes: 60 }\n`;
    expect(load(text).issues).toMatchObject([
      {
        code: 'tracks-overlap',
        file: 'site.yaml',
        line: 8,
        column: text.split('\n')[7]!.indexOf('"18:20"') + 1,
      },
    ]);
  });

  it('points into the file of the base for what the site left as it was', () => {
    const issues = load(`${HEAD}remove: [monitors/attendance]\n`).issues;
    expect(issues).toMatchObject([
      {
        code: 'dangling-reference',
        file: 'evening-clinic.yaml',
        line: lineOf(EVENING_CLINIC, 'monitor: attendance'),
        path: 'phases.1.exit.of.1.monitor',
      },
    ]);
  });

  it('points into both files where both have faults, the one that was asked for first', () => {
    const broken = eveningClinic(['kind: skills', 'kind: skils']);
    const issues = load(`${HEAD}tracs: []\n`, { 'evening-clinic': broken }).issues;
    expect(issues.map(({ code, file, line }) => [code, file, line])).toEqual([
      ['unknown-key', 'site.yaml', 5],
      ['unknown-value', 'evening-clinic.yaml', lineOf(broken, 'kind: skils')],
    ]);
  });

  it('tells that a base is no YAML at all', () => {
    expect(load(HEAD, { 'evening-clinic': 'a: [' }).issues).toMatchObject([
      { code: 'not-yaml', file: 'evening-clinic.yaml' },
    ]);
  });

  it('says only that the base is missing, not that everything in it is', () => {
    expect(load(HEAD, {}).issues).toMatchObject([
      { code: 'base-not-found', file: 'site.yaml', line: 1, column: 10 },
    ]);
  });

  it('finds a circle of three files', () => {
    const one = (id: string, next: string) => `extends: ${next}\nid: ${id}\nversion: 1.0.0\ntitle: x\n`;
    const loaded = load(one('site', 'a'), { a: one('a', 'b'), b: one('b', 'a') });
    expect(loaded.issues).toMatchObject([{ code: 'extends-cycle', file: 'b.yaml', line: 1, column: 10 }]);
  });

  it('reports what the site itself names twice', () => {
    const issues = load(
      `${HEAD}tracks:\n  - { id: group, requires: 1 }\n  - { id: group, requires: 2 }\n`,
    ).issues;
    expect(issues.map(({ code }) => code)).toContain('missing-key');
    expect(issues.every(({ file, line }) => file === 'site.yaml' && line === 7)).toBe(true);
  });

  it('tells where each value came from when it is in order', () => {
    const loaded = load(`${HEAD}tracks:\n  - { id: group, requires: 3 }\n`);
    if (!loaded.ok) throw new Error('not loaded');
    expect(loaded.positions(['tracks', 1, 'requires'])).toEqual({ file: 'site.yaml', line: 6, column: 28 });
    expect(loaded.positions(['tracks', 1, 'title'])).toEqual({
      file: 'evening-clinic.yaml',
      line: lineOf(EVENING_CLINIC, 'title: Group'),
      column: 12,
    });
    expect(loaded.positions(['tracks', 1, 'requires'], 'key').column).toBe(18);
  });
});
