import { describe, expect, it } from 'vitest';
import { match, matchOne, reasonOf, verdict } from './matching.ts';

const need = (system: string, level: string) => ({ level: { system, level }, by: 'counselor' });
const work = (from: string, to: string) => ({
  workHours: [{ weekdays: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'], from, to }],
});

describe('a program', () => {
  it('does not fit where it does not admit the age, and says both ages', () => {
    const found = matchOne({ age: 17 }, { ages: { minimum: 18, maximum: 64 } });
    expect(found.standing).toBe('does-not-fit');
    expect(reasonOf('age', found)).toMatchObject({
      verdict: 'against',
      sentence: 'It admits people of 18 to 64; the patient is 17.',
      patient: { from: 'intake', path: 'age', value: '17' },
      program: { from: 'directory', path: 'a.ages', value: '18 to 64' },
    });
    const ages = { minimum: 18, maximum: 64 };
    expect([18, 64, 65].map((age) => verdict('age', { age }, { ages }))).toEqual(['for', 'for', 'against']);
    expect(verdict('age', {}, { ages: {} })).toBe('for');
    expect(verdict('age', {}, { ages })).toBe('unknown');
  });

  it('leaves the network open where either side is not known, and asks', () => {
    expect(verdict('network', { networks: ['blue'] }, { networks: ['blue', 'red'] })).toBe('for');
    expect(verdict('network', { networks: ['blue'] }, { networks: ['red'] })).toBe('against');
    const found = matchOne({ networks: ['blue'] }, {});
    expect(reasonOf('network', found)).toMatchObject({ verdict: 'unknown', program: { value: null } });
    expect(found.questions).toContain('Are you in network with blue?');
    const asked = match({}, { networks: ['red'] });
    expect(asked.questions).toContain('Which insurance network is the patient in, if any?');
    expect(verdict('network', {}, { networks: ['red'] })).toBe('unknown');
  });

  it('is asked about paying without insurance by somebody who has none', () => {
    expect(verdict('network', { networks: [] }, { networks: ['red'], selfPay: true })).toBe('for');
    expect(verdict('network', { networks: [] }, { networks: ['red'], selfPay: false })).toBe('against');
    expect(verdict('network', { networks: [] }, { networks: ['red'] })).toBe('unknown');
  });

  it('does not fit where it treats in none of the languages; one is enough', () => {
    expect(matchOne({ languages: ['es'] }, { languages: ['en'] }).standing).toBe('does-not-fit');
    expect(verdict('language', { languages: ['es', 'en'] }, { languages: ['en'] })).toBe('for');
    expect(verdict('language', { languages: ['es'] }, {})).toBe('unknown');
  });

  it('is told apart by whether its groups leave working hours alone', () => {
    const evening = { curricula: ['matrix-iop-evening'] };
    const day = { curricula: ['partial-hospitalization'] };
    expect(verdict('hours', work('09:00', '17:00'), evening)).toBe('for');
    expect(verdict('hours', work('09:00', '18:00'), evening)).toBe('against');
    expect(verdict('hours', work('09:00', '17:00'), day)).toBe('against');
    expect(verdict('hours', {}, evening)).toBe('unknown');
    expect(verdict('hours', { workHours: [] }, { curricula: ['not-at-hand'] })).toBe('for');
    expect(verdict('hours', work('09:00', '17:00'), { curricula: ['not-at-hand'] })).toBe('unknown');
  });

  it('lets single appointments be arranged around working hours', () => {
    const found = reasonOf('hours', matchOne(work('09:00', '17:00'), { curricula: ['matrix-iop-evening'] }));
    expect(found.sentence).toMatch(/Individual and conjoint sessions to be arranged/);
    expect(found.program).toMatchObject({ from: 'curriculum', path: 'matrix-iop-evening.tracks' });
    expect(verdict('hours', work('00:00', '00:00'), { curricula: ['match-cbt'] })).toBe('for');
  });

  it('is believed about its own hours before its curriculum is', () => {
    const hours = (from: string, to: string) => ({
      curricula: ['partial-hospitalization'],
      hours: [{ weekdays: ['monday'], from, to }],
    });
    expect(verdict('hours', work('09:00', '17:00'), hours('17:00', '20:00'))).toBe('for');
    const morning = { ...hours('10:00', '12:00'), curricula: ['matrix-iop-evening'] };
    expect(verdict('hours', work('09:00', '17:00'), morning)).toBe('against');
    expect(verdict('hours', work('09:00', '17:00'), { ...hours('16:00', '20:00'), curricula: [] })).toBe(
      'unknown',
    );
  });

  it('takes the whole day where patients live in it, even of somebody who works at night', () => {
    const found = reasonOf(
      'hours',
      matchOne(work('22:00', '06:00'), { curricula: ['residential-short-term'] }),
    );
    expect(found).toMatchObject({
      verdict: 'against',
      program: { path: 'residential-short-term.levelOfCare' },
    });
  });

  it('has a level only in the edition in which it is stated: the same number of another is unknown, not equal', () => {
    const entry = { levels: [{ system: 'asam-4', level: '2.1' }] };
    expect(verdict('level', { neededLevels: [need('asam-4', '2.1')] }, entry)).toBe('for');
    expect(verdict('level', { neededLevels: [need('asam-4', '2.5')] }, entry)).toBe('against');
    const other = matchOne({ neededLevels: [need('asam-3', '2.1')] }, entry);
    expect(reasonOf('level', other)).toMatchObject({ verdict: 'unknown', subject: 'asam-3 2.1' });
    expect(other.standing).toBe('open');
    expect(other.questions).toContain('Do you provide level 2.1 (ASAM 3rd edition)?');
  });

  it('has the levels of its curricula, and perhaps others where one of them is not at hand', () => {
    const needed = { neededLevels: [need('asam-3', '2.5')] };
    expect(verdict('level', needed, { curricula: ['partial-hospitalization'] })).toBe('for');
    expect(verdict('level', needed, { curricula: ['generic-iop'] })).toBe('against');
    expect(verdict('level', needed, { curricula: ['generic-iop', 'not-at-hand'] })).toBe('unknown');
    expect(verdict('level', needed, {})).toBe('unknown');
  });

  it('is never given a level that nobody stated, whatever the scores and ratings are', () => {
    const intake = {
      screenings: [{ instrument: 'ciwa-ar', score: 60 }],
      ratings: [{ edition: 'asam-3', by: 'counselor', dimensions: { '1': 4, '2': 4, '3': 4 } }],
    };
    const entry = { levels: [{ system: 'asam-3', level: '1' }] };
    expect(matchOne(intake, entry)).toEqual(matchOne({}, entry));
    expect(verdict('level', intake, entry)).toBe('unknown');
  });

  it('has experience with each condition, has none, or is asked', () => {
    const entry = { conditions: { 'substance-use': true, 'eating-disorder': false } };
    const found = matchOne({ conditions: ['substance-use', 'eating-disorder', 'mental-health'] }, entry);
    const conditions = found.reasons.filter(({ code }) => code === 'condition');
    expect(conditions.map((reason) => [reason.subject, reason.verdict])).toEqual([
      ['substance-use', 'for'],
      ['eating-disorder', 'against'],
      ['mental-health', 'unknown'],
    ]);
    expect(found.standing).toBe('does-not-fit');
    expect(found.questions).toContain('What experience do you have with mental health?');
  });

  it('still fits where only a wish is not met', () => {
    const intake = { ...ALL_MUSTS.intake, identityNeeds: ['veterans'] };
    const found = matchOne(intake, { ...ALL_MUSTS.entry, people: { veterans: false } });
    expect(found.standing).toBe('fits');
    expect(reasonOf('people', found).verdict).toBe('against');
  });

  it('is reached by somebody without a car in one way or another', () => {
    const none = { publicTransport: false, rides: false, remote: false };
    const bus = { transport: 'public-transport' };
    expect(verdict('transport', bus, { transport: { ...none, publicTransport: true } })).toBe('for');
    expect(verdict('transport', bus, { transport: none })).toBe('against');
    expect(verdict('transport', bus, { transport: { publicTransport: false } })).toBe('unknown');
    const ride = { transport: 'needs-ride' };
    expect(verdict('transport', ride, { transport: { ...none, publicTransport: true } })).toBe('against');
    const car = matchOne({ transport: 'own-car' }, { transport: none });
    expect(car.reasons.filter(({ code }) => code === 'transport')).toEqual([]);
  });

  it('has a place in time where one is free or the wait is short enough', () => {
    const waiting = (days: number) => ({ capacity: { free: 0 }, waitlist: { days } });
    const free = matchOne({}, { capacity: { free: 1 }, waitlist: { days: 90 } });
    expect(reasonOf('wait', free)).toMatchObject({ verdict: 'for', sentence: 'It has 1 free place.' });
    expect(verdict('wait', {}, { waitlist: { days: 0 } })).toBe('for');
    expect(verdict('wait', { startWithinDays: 7 }, waiting(7))).toBe('for');
    expect(verdict('wait', { startWithinDays: 7 }, waiting(8))).toBe('against');
    expect(verdict('wait', {}, waiting(8))).toBe('unknown');
    expect(verdict('wait', { startWithinDays: 7 }, { capacity: { free: 0 } })).toBe('unknown');
  });

  it('answers for the curriculum at the level that is needed, and of those for the one that leaves work alone', () => {
    const entry = { curricula: ['partial-hospitalization', 'generic-iop-morning', 'generic-iop-evening'] };
    const found = matchOne({ neededLevels: [need('asam-3', '2.1')], ...work('09:00', '17:00') }, entry);
    expect(found.curriculum).toBe('generic-iop-evening');
    expect(found.options.map(({ curriculum, atNeededLevel }) => [curriculum, atNeededLevel])).toEqual([
      ['partial-hospitalization', false],
      ['generic-iop-morning', true],
      ['generic-iop-evening', true],
    ]);
    const higher = { neededLevels: [need('asam-3', '2.5')], ...work('09:00', '17:00') };
    expect(matchOne(higher, entry).curriculum).toBe('partial-hospitalization');
  });
});

const ALL_MUSTS = {
  intake: {
    neededLevels: [need('asam-3', '2.1')],
    conditions: ['substance-use'],
    age: 30,
    languages: ['en'],
  },
  entry: {
    levels: [{ system: 'asam-3', level: '2.1' }],
    conditions: { 'substance-use': true },
    ages: { minimum: 18 },
    languages: ['en'],
  },
};

describe('the order of programs', () => {
  it('puts what fits first, however much speaks against it', () => {
    const { intake, entry } = ALL_MUSTS;
    const wishes = { ...intake, identityNeeds: ['parents', 'veterans'] };
    const people = (known: boolean) => ({ people: { parents: known, veterans: known } });
    const { programs } = match(
      wishes,
      { ...entry, ...people(true), languages: ['fr'] },
      { ...entry, ...people(false) },
    );
    expect(programs.map(({ program, standing }) => [program, standing])).toEqual([
      ['b', 'fits'],
      ['a', 'does-not-fit'],
    ]);
  });

  it('asks for no level in a second edition where it is met in one', () => {
    const { intake, entry } = ALL_MUSTS;
    const neededLevels = [need('asam-4', '2.1'), need('asam-3', '2.1')];
    expect(matchOne({ ...intake, neededLevels }, entry).standing).toBe('fits');
    expect(matchOne({ ...intake, neededLevels: neededLevels.slice(0, 1) }, entry).standing).toBe('open');
  });

  it('is those that fit, those that are open, those that do not fit', () => {
    const { intake, entry } = ALL_MUSTS;
    const { programs } = match(
      intake,
      { ...entry, ages: { maximum: 17 } },
      { ...entry, ages: 'unknown' },
      entry,
    );
    expect(programs.map(({ rank, program, standing }) => [rank, program, standing])).toEqual([
      [1, 'c', 'fits'],
      [2, 'b', 'open'],
      [3, 'a', 'does-not-fit'],
    ]);
  });

  it('puts fewer reasons against before more for', () => {
    const { intake, entry } = ALL_MUSTS;
    const asked = { ...intake, networks: ['blue'], identityNeeds: ['parents', 'veterans'] };
    const { programs } = match(
      asked,
      { ...entry, networks: ['red'], people: { parents: true, veterans: true } },
      { ...entry, networks: ['blue'], people: { parents: true } },
      { ...entry, networks: ['blue'] },
    );
    expect(programs.map(({ program }) => program)).toEqual(['b', 'c', 'a']);
  });

  it('keeps the order of the directory among equals', () => {
    const equal = Array.from({ length: 26 }, (_, i) => ({ title: `P${i}`, note: String(i) }));
    const { programs } = match({ age: 30 }, ...equal);
    expect(programs.map(({ program }) => program).join('')).toBe('abcdefghijklmnopqrstuvwxyz');
    expect(match({ age: 30 }, ...equal)).toEqual(match({ age: 30 }, ...equal));
  });
});
