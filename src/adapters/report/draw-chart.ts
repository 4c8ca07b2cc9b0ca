import { Error as ErrorsOnly, logger, parse, View } from 'vega';
import { type Config, compile, type TopLevelSpec } from 'vega-lite';

/** Colours that the colour-blind can tell apart (Okabe and Ito 2008), the first for what matters most. */
export const PALETTE = [
  '#0072B2',
  '#E69F00',
  '#009E73',
  '#CC79A7',
  '#56B4E9',
  '#D55E00',
  '#8C8C8C',
  '#F0E442',
  '#332288',
  '#882255',
  '#44AA99',
  '#DDCC77',
] as const;

const CONFIG: Config = {
  font: 'Helvetica Neue, Helvetica, Arial, sans-serif',
  background: '#ffffff',
  view: { stroke: 'transparent' },
  axis: {
    gridColor: '#e6e6e6',
    domainColor: '#888',
    tickColor: '#888',
    labelFontSize: 11,
    titleFontSize: 12,
  },
  legend: { labelFontSize: 11, titleFontSize: 12, labelLimit: 260, symbolOpacity: 1 },
  range: { category: [...PALETTE] },
};

/** Draws a Vega-Lite specification as SVG text, without a browser. The same specification gives the same text. */
export async function drawChart(spec: TopLevelSpec): Promise<string> {
  const { spec: vega } = compile(spec, { config: CONFIG });
  const view = new View(parse(vega), { renderer: 'none', logger: logger(ErrorsOnly) });
  try {
    return await view.toSVG();
  } finally {
    view.finalize();
  }
}
