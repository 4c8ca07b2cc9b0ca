import { type ChildProcess, spawn } from 'node:child_process';
import { statSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MAIN, openWorkplace, type Workplace } from './command-line.ts';

let place: Workplace;
const children: ChildProcess[] = [];
beforeEach(() => {
  place = openWorkplace();
});
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  place.remove();
});

/** Starts a server and waits until it says where it is. */
async function serve(): Promise<{
  child: ChildProcess;
  out: () => string;
  origin: string;
  exit: Promise<number | null>;
}> {
  const child = spawn(process.execPath, [MAIN, 'serve', '--db', 'clinic.db', '--port', '0'], {
    cwd: place.path,
  });
  children.push(child);
  let out = '';
  const exit = new Promise<number | null>((resolve) => child.on('close', resolve));
  const origin = await new Promise<string>((resolve, reject) => {
    child.stderr?.on('data', (text) => reject(new Error(String(text))));
    child.stdout?.on('data', (text) => {
      out += String(text);
      const found = /served at (http:\/\/localhost:\d+)/.exec(out)?.[1];
      if (found !== undefined) resolve(found);
    });
  });
  return { child, out: () => out, origin, exit };
}

/** Sends bytes as they are and gives the first line of the answer; empty where the connection is closed without one. */
function raw(port: number, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(text));
    let got = '';
    socket.setTimeout(5000, () => socket.destroy());
    socket.on('data', (data) => {
      got += String(data);
      if (got.includes('\r\n')) socket.destroy();
    });
    socket.on('close', () => resolve(got.split('\r\n')[0] ?? ''));
    socket.on('error', reject);
  });
}

describe('serve', () => {
  it('prints a link for the first director, lets him in, and stops when it is told to', async () => {
    const { child, out, origin, exit } = await serve();
    const link = /\/join\/(join_[\w-]+)/.exec(out())?.[1];
    const join = await fetch(`${origin}/api/join`, {
      method: 'POST',
      headers: { origin, 'content-type': 'application/json' },
      body: JSON.stringify({ link, password: 'a walk along the river' }),
    });
    expect(join.status).toBe(204);
    const cookie = (join.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
    const me = await fetch(`${origin}/api/me`, { headers: { cookie } });
    expect(await me.json()).toMatchObject({ name: 'director', role: 'director' });
    child.kill('SIGTERM');
    expect(await exit).toBe(0);
    expect(out()).toContain('Stopped');
    const again = await serve();
    expect(again.out()).not.toContain('/join/');
  });

  it('keeps its files for their owner, and listens to this machine alone', async () => {
    const { origin } = await serve();
    for (const file of ['clinic.db', 'clinic.db.access'])
      expect(statSync(join(place.path, file)).mode & 0o077, file).toBe(0);
    expect((await fetch(origin.replace('localhost', '127.0.0.1').concat('/api/me'))).status).toBe(401);
    const open = await place.run('serve', '--host', '0.0.0.0', '--port', '0');
    expect([open.exit, open.out]).toEqual([2, '']);
    expect(open.err).toContain('--origin');
  });

  it('says so where somebody else listens', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as { port: number };
    const run = await place.run('serve', '--port', String(port));
    await new Promise((resolve) => other.close(resolve));
    expect([run.exit, run.err]).toEqual([6, expect.stringContaining(`port ${port} (EADDRINUSE)`)]);
  });

  it('answers what is no HTTP, or two requests in one, with 400 and goes on', async () => {
    const { origin } = await serve();
    const port = Number(new URL(origin).port);
    const head = 'POST /api/commands HTTP/1.1\r\nHost: localhost\r\n';
    const bodies = [
      `${head}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
      `${head}Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello`,
      'GET /api/me HTTP/1.1\r\n\r\n',
      'GET /api/me\0 HTTP/1.1\r\nHost: localhost\r\n\r\n',
      'nonsense\r\n\r\n',
    ];
    for (const body of bodies)
      expect(await raw(port, body), JSON.stringify(body)).toMatch(/^HTTP\/1\.1 400 /);
    expect(await raw(port, 'GET /api/%zz HTTP/1.1\r\nHost: localhost\r\n\r\n')).toMatch(/ 40[04] /);
    expect((await fetch(`${origin}/api/me`)).status).toBe(401);
  });
});
