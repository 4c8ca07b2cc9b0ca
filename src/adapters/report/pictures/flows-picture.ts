import { type SankeyLink, type SankeyNode, sankey, sankeyJustify } from 'd3-sankey';
import type { GroupResult } from '../../../simulation/results/cohort-result.ts';
import type { Flow } from '../../../simulation/results/flow.ts';
import { PALETTE } from '../draw-chart.ts';
import type { Picture } from '../picture.ts';
import { amount, inWords, percent } from '../shown.ts';
import { END_COLOURS } from './ends-picture.ts';

type Place = { readonly name: string };
type Ribbon = { readonly from: string; readonly to: string };
const [WIDTH, HEIGHT, POINTS] = [640, 380, 24];

/** Ends from the top: phases, which have no place here, stay above them, so that few ribbons cross. */
const DOWNWARDS: readonly string[] = [
  ...['graduated', 'completed', 'in-treatment', 'transferred', 'dropped-out', 'terminated'],
  ...['incarcerated', 'death', 'other'],
];

/** Draws the ways of patients from phase to phase and out of treatment, each as wide as many went it. */
export function flowsPicture(result: GroupResult): Picture {
  const { flows, patients } = result;
  const levels = new Set(flows.filter(({ from }) => from.includes('/')).map(({ from }) => levelOf(from)));
  const byLevel = levels.size > 1;
  const shown = byLevel ? betweenLevels(flows) : flows;
  const forward = withoutCircles(shown);
  const { nodes, links } = laidOut(forward);
  const colour = (name: string) => END_COLOURS[name] ?? PALETTE[0];
  const ribbons = links.flatMap((link, index) => ribbon(link, index, colour));
  const boxes = nodes.map((node) => ({
    ...{ x0: node.x0!, x1: node.x1!, y0: node.y0!, y1: node.y1!, colour: colour(node.name) },
    middle: (node.y0! + node.y1!) / 2,
    // Between phases there is little room across, beside the ends little room down.
    label:
      node.x1! > WIDTH - 1
        ? `${inWords(node.name)} ${percent((node.value ?? 0) / patients)}`
        : [inWords(node.name), percent((node.value ?? 0) / patients)],
    out: node.x1! > WIDTH - 1,
  }));
  const x = (field: string) =>
    ({ field, type: 'quantitative', axis: null, scale: { domain: [0, WIDTH] as number[] } }) as const;
  const y = (field: string) =>
    ({ field, type: 'quantitative', axis: null, scale: { domain: [HEIGHT, 0] as number[] } }) as const;
  const label = (out: boolean) => ({
    transform: [{ filter: `datum.out === ${out}` }],
    mark: { type: 'text', align: 'left', dx: out ? 6 : 4, fontSize: 11 } as const,
    encoding: { x: x('x1'), y: y('middle'), text: { field: 'label' } },
  });
  const halo = {
    ...label(false),
    mark: { ...label(false).mark, stroke: '#ffffff', strokeWidth: 3, strokeJoin: 'round', opacity: 0.8 },
  } as const;
  const largest = [...shown].sort((a, b) => b.count - a.count).slice(0, 4);
  return {
    name: 'flows',
    title: 'The ways patients go',
    caption: `Patients from ${byLevel ? 'level to level of care' : 'phase to phase'} and to the end of treatment; a ribbon is as wide as many went that way. Percentages are of all who were admitted. A return to an earlier ${byLevel ? 'level' : 'phase'} is in the table only${byLevel ? ', where the phases of each level are, too' : ''}.`,
    alternative: `The largest flows: ${largest.map(({ from, to, count }) => `${inWords(from)} to ${inWords(to)} ${percent(count / patients)}`).join(', ')}.`,
    spec: {
      width: WIDTH,
      height: HEIGHT,
      padding: { left: 5, right: 170, top: 5, bottom: 5 },
      autosize: { type: 'none', contains: 'content' },
      layer: [
        {
          data: { values: ribbons },
          mark: { type: 'area', opacity: 0.35, interpolate: 'linear' },
          encoding: {
            ...{ x: x('x'), y: y('low'), y2: { field: 'high' } },
            detail: { field: 'link' },
            color: { field: 'colour', type: 'nominal', scale: null },
          },
        },
        {
          data: { values: boxes },
          mark: { type: 'rect' },
          encoding: {
            ...{ x: x('x0'), x2: { field: 'x1' }, y: y('y0'), y2: { field: 'y1' } },
            color: { field: 'colour', type: 'nominal', scale: null },
          },
        },
        { data: { values: boxes }, ...halo },
        { data: { values: boxes }, ...label(false) },
        { data: { values: boxes }, ...label(true) },
      ],
    },
    table: {
      headings: ['From', 'To', 'Patients', 'Share of all'],
      rows: flows.map(({ from, to, count }) => [
        ...[inWords(from), inWords(to), amount(count), percent(count / patients)],
      ]),
    },
  };
}

/** The level of care of a phase or an end, as `residential` of `residential/intake`. */
function levelOf(place: string): string {
  const at = place.indexOf('/');
  return at === -1 ? place : place.slice(0, at);
}

/** The flows from level to level and to the ends; those within a level, of which there are many in a pathway, are left out. */
function betweenLevels(flows: readonly Flow[]): Flow[] {
  const ways = Map.groupBy(flows, ({ from, to }) => `${levelOf(from)} ${levelOf(to)}`);
  return [...ways.values()].flatMap((same) => {
    const [from, to] = [levelOf(same[0]!.from), levelOf(same[0]!.to)];
    return from === to ? [] : [{ from, to, count: same.reduce((sum, { count }) => sum + count, 0) }];
  });
}

/** The flows without those that lead back to where somebody came from, which a diagram from left to right cannot draw. */
function withoutCircles(flows: readonly Flow[]): Flow[] {
  const kept: Flow[] = [];
  const reaches = (from: string, to: string): boolean =>
    from === to || kept.some((flow) => flow.from === from && reaches(flow.to, to));
  for (const flow of [...flows].sort((a, b) => b.count - a.count))
    if (!reaches(flow.to, flow.from)) kept.push(flow);
  return kept;
}

function laidOut(flows: readonly Flow[]) {
  const names = [...new Set(flows.flatMap(({ from, to }) => [from, to]))];
  const order = (name: string) => DOWNWARDS.indexOf(name);
  const layout = sankey<Place, Ribbon>()
    .nodeId(({ name }) => name)
    .nodeAlign(sankeyJustify)
    .nodeSort((a, b) => order(a.name) - order(b.name))
    .nodeWidth(12)
    .nodePadding(16)
    .extent([
      [0, 4],
      [WIDTH, HEIGHT - 4],
    ]);
  return layout({
    nodes: names.map((name) => ({ name })),
    links: flows.map(({ from, to, count }) => ({ from, to, source: from, target: to, value: count })),
  });
}

/** A ribbon as an area: from the right edge of a box to the left edge of another, in an S. */
function ribbon(link: SankeyLink<Place, Ribbon>, index: number, colour: (name: string) => string) {
  const [source, target] = [link.source, link.target] as SankeyNode<Place, Ribbon>[];
  const half = Math.max(0.3, (link.width ?? 0) / 2);
  return Array.from({ length: POINTS + 1 }, (_, i) => {
    const t = i / POINTS;
    const middle = link.y0! + (link.y1! - link.y0!) * (3 * t ** 2 - 2 * t ** 3);
    return {
      ...{ link: index, colour: colour(target!.name), x: source!.x1! + (target!.x0! - source!.x1!) * t },
      ...{ low: middle - half, high: middle + half },
    };
  });
}
