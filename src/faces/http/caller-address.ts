import { isIP } from 'node:net';
import type { Context } from 'hono';

/**
 * The address of the caller, under which guests are counted; `unknown` for all where the app does not run on a Node server.
 *
 * What comes from one of `proxies` (as `plainAddress` gives them) is of whom that proxy names: the last hop of `X-Forwarded-For`, which it wrote
 * itself. From anybody else the header is not read. A network of IPv6 (/64) is one caller: whoever has one has all its addresses.
 */
export function callerAddress(c: Context, proxies: ReadonlySet<string>): string {
  const { incoming } = (c.env ?? {}) as { incoming?: { socket?: { remoteAddress?: string } } };
  const near = plainAddress(incoming?.socket?.remoteAddress ?? '');
  if (near === null) return 'unknown';
  const hop = proxies.has(near) ? c.req.header('x-forwarded-for')?.split(',').at(-1) : undefined;
  return networkOf(plainAddress(hop ?? '') ?? near);
}

/**
 * An address in the one way of writing it that is compared; null where it is none. A port behind it, brackets around it, and the way in which a
 * server of both kinds writes IPv4 are left out. Pure.
 *
 * ```ts
 * plainAddress('::ffff:192.0.2.7') //=> '192.0.2.7'
 * plainAddress('[2001:DB8:0::1]:443') //=> '2001:db8::1'
 * ```
 */
export function plainAddress(text: string): string | null {
  const bare = text
    .trim()
    .replace(/^\[(.*)\](:\d+)?$/, '$1')
    .replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1')
    .replace(/^::ffff:(?=\d+\.)/i, '');
  if (isIP(bare) === 4) return bare;
  return isIP(bare) === 6 && !bare.includes('%') ? new URL(`http://[${bare}]`).hostname.slice(1, -1) : null;
}

function networkOf(address: string): string {
  if (isIP(address) === 4) return address;
  const [head = '', tail] = address.split('::');
  const groups = head.split(':').filter((group) => group !== '');
  const behind = (tail ?? '').split(':').filter((group) => group !== '');
  const all = [...groups, ...Array(Math.max(0, 8 - groups.length - behind.length)).fill('0'), ...behind];
  return `${all.slice(0, 4).join(':')}::/64`;
}
