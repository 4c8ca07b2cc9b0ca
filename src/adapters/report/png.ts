import type { Resvg } from '@resvg/resvg-js';

/**
 * Turns a drawing into a PNG of twice its size, if `@resvg/resvg-js` is installed beside this package; null where it is not.
 * The text is set in a font of this machine, so that the bytes may differ between machines; those of the SVG do not.
 */
export async function pngOf(svg: string): Promise<Uint8Array | null> {
  const Renderer = await resvg();
  if (Renderer === null) return null;
  const options = {
    background: '#ffffff',
    fitTo: { mode: 'zoom', value: 2 } as const,
    font: { loadSystemFonts: true, defaultFontFamily: 'DejaVu Sans', sansSerifFamily: 'DejaVu Sans' },
  };
  return new Renderer(svg, options).render().asPng();
}

async function resvg(): Promise<typeof Resvg | null> {
  try {
    return (await import('@resvg/resvg-js')).Resvg;
  } catch {
    return null;
  }
}
