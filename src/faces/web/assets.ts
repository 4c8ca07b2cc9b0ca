import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { BROWSER_SCRIPT } from './browser-script.ts';
import { STYLE_SHEET } from './style-sheet.ts';

/** A file that pages load: its name has the hash of its content, so that it may be kept for ever. */
type Asset = { readonly type: string; readonly read: () => string };

const htmx = (() => {
  let text: string | undefined;
  return () => {
    text ??= readFileSync(createRequire(import.meta.url).resolve('htmx.org/dist/htmx.min.js'), 'utf8');
    return text;
  };
})();

/** Steps that lead down to water and up again. */
const ICON_SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><path fill="#0b5c4d" d="M1 2h3v3h3v3h2V5h3V2h3v12H1z"/></svg>';

const named = (name: string, text: string, extension: string) =>
  `${name}-${hash('sha256', text).slice(0, 12)}.${extension}`;
const STYLE = named('style', STYLE_SHEET, 'css');
const SCRIPT = named('stepwell', BROWSER_SCRIPT, 'js');
const ICON = 'icon-1.svg';
const HTMX = 'htmx-4.0.1.js';

const FILES: Readonly<Record<string, Asset>> = {
  [STYLE]: { type: 'text/css; charset=utf-8', read: () => STYLE_SHEET },
  [SCRIPT]: { type: 'text/javascript; charset=utf-8', read: () => BROWSER_SCRIPT },
  [ICON]: { type: 'image/svg+xml', read: () => ICON_SVG },
  [HTMX]: { type: 'text/javascript; charset=utf-8', read: htmx },
};

/** Where pages find their style sheet and scripts. */
export const ASSETS = {
  style: `/assets/${STYLE}`,
  script: `/assets/${SCRIPT}`,
  icon: `/assets/${ICON}`,
  htmx: `/assets/${HTMX}`,
};

/** The file of a name with its media type; null where there is none. */
export function findAsset(name: string): { readonly type: string; readonly text: string } | null {
  const asset = Object.hasOwn(FILES, name) ? FILES[name] : undefined;
  return asset === undefined ? null : { type: asset.type, text: asset.read() };
}
