import type { MiddlewareHandler } from 'hono';

/** The address of a page within the app, in an attribute. Texts cannot hold one: what is put into a page has no bare quotes. */
const ADDRESS = /(\s(?:href|src|action)=")\/(?!\/)/g;

/**
 * Puts the path under which the app is mounted before the addresses that its pages and redirects name. Pages are written as if the app stood
 * at the root; this is the one place that knows better.
 */
export function underBasePath(base: string): MiddlewareHandler {
  return async (c, next) => {
    await next();
    const to = c.res.headers.get('Location');
    if (to?.startsWith('/') && !to.startsWith('//')) c.res.headers.set('Location', `${base}${to}`);
    if (!c.res.headers.get('Content-Type')?.startsWith('text/html')) return;
    const { status, headers } = c.res;
    const page = (await c.res.text()).replace(ADDRESS, `$1${base}/`);
    c.res = undefined;
    c.res = new Response(page, { status, headers });
  };
}

/** A base path as it is used: `/stepwell` for `stepwell/`, and nothing for the root. Throws a `TypeError` for what is no path. Pure. */
export function tidyBasePath(given: string): string {
  const path = given.replace(/^\/*|\/*$/g, '');
  if (path === '') return '';
  if (!/^[\w.~-]+(\/[\w.~-]+)*$/.test(path))
    throw new TypeError(`${given} is no path to mount the app under`);
  return `/${path}`;
}
