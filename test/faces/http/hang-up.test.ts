import { connect, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Listening, listen } from '../../../src/faces/http/listen.ts';
import type { Engine } from '../../../src/index.ts';
import { type ClinicSubject, openClinic } from './clinic-subject.ts';

let clinic: ClinicSubject;
let server: Listening;
let kim: string;
/** How many listen to the engine. */
let listeners: number;

beforeEach(async () => {
  listeners = 0;
  clinic = await openClinic();
  kim = clinic.person('kim', 'counselor');
  const { engine, access } = clinic;
  const subscribe: Engine['subscribe'] = (listener) => {
    const stop = engine.subscribe(listener);
    listeners += 1;
    return () => {
      listeners -= 1;
      stop();
    };
  };
  const onError = (error: unknown) => clinic.errors.push(error);
  const counted = await openClinic({ engine: { ...engine, subscribe }, access, onError });
  server = await listen(counted.app, '127.0.0.1', 0);
});
afterEach(async () => {
  await server.stop();
});

/** Sends bytes as they are, and gives the connection. */
async function send(text: string): Promise<Socket> {
  const socket = connect(server.port, '127.0.0.1');
  socket.on('error', () => {});
  await new Promise((resolve) => socket.write(text, resolve));
  return socket;
}

function post(body: string, length = Buffer.byteLength(body)): string {
  const headers = [
    ...['Host: localhost:8080', 'Origin: http://localhost:8080', `Cookie: ${kim}`],
    ...['Content-Type: application/json', `Content-Length: ${length}`],
  ];
  return `POST /api/commands HTTP/1.1\r\n${headers.join('\r\n')}\r\n\r\n${body}`;
}

const get = (path: string) =>
  `GET ${path} HTTP/1.1\r\nHost: localhost:8080\r\nCookie: ${kim}\r\nConnection: close\r\n\r\n`;
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const version = async () => (await clinic.engine.status('e-1')).version;
const me = () => fetch(`http://127.0.0.1:${server.port}/api/me`, { headers: { cookie: kim } });

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  for (let n = 0; n < 200 && !(await holds()); n += 1) await pause(10);
  expect(await holds()).toBe(true);
}

describe('somebody who hangs up', () => {
  const command = JSON.stringify({ type: 'AddNote', episode: 'e-1', text: 'Called.' });

  it('in the middle of a body has written nothing, and is no failure of the server', async () => {
    const before = await version();
    for (const cut of [1, 20, command.length - 1]) {
      const socket = await send(post(command.slice(0, cut), command.length));
      await pause(30);
      socket.resetAndDestroy();
    }
    await pause(50);
    expect([await version(), clinic.errors]).toEqual([before, []]);
    expect((await me()).status).toBe(200);
  });

  it('before the answer has written what he sent whole, once', async () => {
    const before = await version();
    const socket = await send(post(command));
    socket.resetAndDestroy();
    const other = await send(post(command));
    await until(async () => (await version()) > before);
    other.destroy();
    await pause(50);
    expect([before + 1, before + 2]).toContain(await version());
    expect(clinic.errors).toEqual([]);
    expect((await me()).status).toBe(200);
  });

  it('in the middle of an answer keeps nobody else from theirs', async () => {
    for (let n = 0; n < 20; n += 1) {
      const socket = await send(get('/patients/e-1'));
      socket.once('data', () => socket.resetAndDestroy());
    }
    await pause(100);
    expect(clinic.errors).toEqual([]);
    expect((await me()).status).toBe(200);
  });

  it('is told nothing more of what changes', async () => {
    const sockets = await Promise.all([1, 2, 3].map(() => send(get('/api/changes'))));
    await until(() => listeners === 3);
    for (const socket of sockets) socket.resetAndDestroy();
    await clinic.engine.execute({ type: 'AddNote', episode: 'e-1', text: 'Called.' });
    await until(() => listeners === 0);
    expect(clinic.errors).toEqual([]);
  });
});
