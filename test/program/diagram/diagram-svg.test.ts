import { describe, expect, it } from 'vitest';
import { diagramSvg } from '../../../src/program/diagram/diagram-svg.ts';
import { textWidth } from '../../../src/program/diagram/svg/text-width.ts';
import { AWKWARD, samplePlan } from './sample-plan.ts';

const plan = samplePlan();
const svg = diagramSvg(plan);

describe('the picture of a plan', () => {
  it.each(['', AWKWARD])('is well-formed XML, whatever the titles hold (%s)', (title) => {
    expect(unbalanced(diagramSvg(samplePlan(title)))).toEqual([]);
  });

  it('shows every phase, track, drug test, monitor and state, and the gates in words', () => {
    const shown = textsOf(svg)
      .map(({ text }) => text)
      .join(' ');
    const titles = [
      ...plan.phases,
      ...plan.tracks,
      ...plan.drugTests,
      ...plan.monitors,
      ...plan.monitors.flatMap((monitor) => monitor.states),
    ].map((item) => item.title);
    for (const title of titles) expect(shown).toContain(title);
    for (const words of [
      'sign-off of agreement by the counselor',
      '21 days in this phase',
      '6 sessions of Skills group attended',
      'not: Use is Lapse',
      'After a return, when • 1 negative drug test Review beyond 56 days',
      'To Graduated, by itself when • 75% of the meetings attended in this phase, or change of the phq-9 score at most -5',
      'On reaching it • Half way.',
      'sent back',
      'or to Graduated',
      'at most 28 days',
      '→ Gone: 21 days without contact',
      '→ None known: 7 calendar days in this state',
      'Task: Talk (counselor, the same day)',
      'Discharge recommended: dropped out',
      '2 a week',
    ])
      expect(shown).toContain(words);
  });

  it('counts the meetings of each track in each phase', () => {
    const shown = textsOf(svg).map(({ text }) => text);
    expect(shown).toContain('9 meetings');
    expect(shown.filter((text) => text.endsWith('meetings'))).toEqual(['9 meetings', '8 meetings']);
  });

  it.each(['', AWKWARD])('keeps all text inside its frame (%s)', (title) => {
    const picture = diagramSvg(samplePlan(title));
    const [, width, height] = /viewBox="0 0 (\d+) (\d+)"/.exec(picture)!.map(Number) as [
      number,
      number,
      number,
    ];
    for (const { x, y, text, size, bold, anchor } of textsOf(picture)) {
      const wide = textWidth(text, size, bold);
      const left = anchor === 'end' ? x - wide : anchor === 'middle' ? x - wide / 2 : x;
      expect(left, text).toBeGreaterThanOrEqual(0);
      expect(left + wide, text).toBeLessThanOrEqual(width);
      expect(y - size, text).toBeGreaterThanOrEqual(0);
      expect(y, text).toBeLessThanOrEqual(height - 4);
    }
  });

  it('has a title and a description, and needs nothing from outside', () => {
    expect(svg).toContain('role="img" aria-labelledby="title desc"');
    expect(svg).toContain('<title id="title">Sample program</title>');
    expect(svg).toMatch(
      /<desc id="desc">.*Early weeks, weeks 1 to 4, left with 21 days in this phase; 6 sessions/,
    );
    expect(svg.replace('http://www.w3.org/2000/svg', '')).not.toMatch(
      /https?:|href|@import|<image|<script|<style/,
    );
  });

  it('is the same every time', () => {
    expect(diagramSvg(samplePlan())).toBe(svg);
  });
});

type Text = { x: number; y: number; text: string; size: number; bold: boolean; anchor: string };

function textsOf(picture: string): Text[] {
  return [...picture.matchAll(/<text ([^>]*)>([^<]*)<\/text>/g)].map(([, attributes = '', content = '']) => {
    const get = (name: string) => new RegExp(`(?:^| )${name}="([^"]*)"`).exec(attributes)?.[1] ?? '';
    const text = content
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&amp;', '&');
    const size = Number(get('font-size'));
    return {
      x: Number(get('x')),
      y: Number(get('y')),
      text,
      size,
      bold: get('font-weight') === 'bold',
      anchor: get('text-anchor'),
    };
  });
}

/** What keeps a text from being well-formed XML: tags that do not pair, signs that are not escaped. */
function unbalanced(xml: string): string[] {
  const open: string[] = [];
  const wrong: string[] = [];
  const body = xml.replace(/^<\?xml [^?]*\?>\n/, '');
  const tag = /<(\/?)([A-Za-z]+)((?: [A-Za-z:-]+="[^"<]*")*)(\/?)>/g;
  for (const [whole, close, name = '', , empty] of body.matchAll(tag)) {
    if (close) {
      if (open.pop() !== name) wrong.push(whole);
    } else if (!empty) open.push(name);
  }
  const rest = body.replace(tag, '').replace(/&(?:amp|lt|gt|quot);/g, '');
  return [...wrong, ...open, ...(rest.match(/[<>&]/g) ?? [])];
}
