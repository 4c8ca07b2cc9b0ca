import { describe, expect, it } from 'vitest';
import { openClinic } from './clinic-subject.ts';

async function openStream(answer: Response) {
  const reader = (answer.body as ReadableStream<Uint8Array>).getReader();
  const decoder = new TextDecoder();
  let text = '';
  return {
    /** Reads on until a text was told, or the stream ended. */
    until: async (wanted: string): Promise<string> => {
      while (!text.includes(wanted)) {
        const { done, value } = await reader.read();
        if (done) return `${text}(end)`;
        text += decoder.decode(value, { stream: true });
      }
      return text;
    },
    close: () => reader.cancel(),
  };
}

describe('the stream of changes', () => {
  it('tells of episodes within reach, by name and version alone, and of no others', async () => {
    const clinic = await openClinic();
    const kim = clinic.person('kim', 'counselor');
    const answer = await clinic.ask(kim, 'GET', '/api/changes');
    expect(answer.headers.get('content-type')).toContain('text/event-stream');
    const stream = await openStream(answer);
    await stream.until('beat');
    await clinic.engine.execute({ type: 'AddNote', episode: 'e-2', text: 'Not for kim.' });
    await clinic.engine.execute({ type: 'AddNote', episode: 'e-1', text: 'For kim.' });
    const text = await stream.until('"version":2');
    await stream.close();
    expect(text).toContain('event: changed\ndata: {"episode":"e-1","version":2}');
    expect(text).not.toContain('e-2');
    expect(text).not.toContain('For kim');
  });

  it('ends with the session', async () => {
    const clinic = await openClinic();
    const kim = clinic.person('kim', 'counselor');
    const stream = await openStream(await clinic.ask(kim, 'GET', '/api/changes'));
    await stream.until('beat');
    await clinic.ask(kim, 'POST', '/api/sign-out');
    await clinic.engine.execute({ type: 'AddNote', episode: 'e-1', text: 'Later.' });
    expect(await stream.until('changed')).toMatch(/\(end\)$/);
  });

  it('is no use of the session: who leaves the page open is signed out like anybody else', async () => {
    const clinic = await openClinic();
    const kim = clinic.person('kim', 'counselor');
    const stream = await openStream(await clinic.ask(kim, 'GET', '/api/changes'));
    await stream.until('beat');
    clinic.later(20);
    await clinic.engine.execute({ type: 'AddNote', episode: 'e-1', text: 'Called.' });
    await stream.until('"version":2');
    clinic.later(20);
    await clinic.engine.execute({ type: 'AddNote', episode: 'e-1', text: 'Called again.' });
    expect(await stream.until('"version":3')).toMatch(/\(end\)$/);
  });

  it('is kept open ten times for one account: the oldest ends, told when to come back, and others stay', async () => {
    const clinic = await openClinic();
    const [kim, lee] = [clinic.person('kim', 'counselor'), clinic.person('lee', 'counselor')];
    const open = async (cookie: string) => openStream(await clinic.ask(cookie, 'GET', '/api/changes'));
    const others = await open(lee);
    const streams = [];
    for (let n = 0; n < 11; n += 1) streams.push(await open(kim));
    expect(await streams[0]?.until('changed')).toMatch(/retry: 60000\n\n\(end\)$/);
    await clinic.engine.execute({ type: 'AddNote', episode: 'e-1', text: 'Called.' });
    await clinic.engine.execute({ type: 'AddNote', episode: 'e-2', text: 'Called.' });
    for (const stream of [others, ...streams.slice(1)]) {
      expect(await stream.until('changed')).not.toContain('(end)');
      await stream.close();
    }
    const again = await open(kim);
    expect(await again.until('beat')).not.toContain('(end)');
    await again.close();
  });

  it('looks once for each account whether it reaches what changed, however many pages it has open', async () => {
    const clinic = await openClinic();
    const lee = clinic.person('lee', 'counselor');
    let asked = 0;
    const { open } = clinic.access.glass;
    clinic.access.glass.open = (...given) => {
      asked += 1;
      return open(...given);
    };
    const streams = [];
    for (let n = 0; n < 5; n += 1)
      streams.push(await openStream(await clinic.ask(lee, 'GET', '/api/changes')));
    for (const stream of streams) await stream.until('beat');
    await clinic.engine.execute({ type: 'AddNote', episode: 'e-1', text: 'Not for lee.' });
    await clinic.engine.execute({ type: 'AddNote', episode: 'e-2', text: 'For lee.' });
    for (const stream of streams) {
      expect(await stream.until('"episode":"e-2"')).not.toContain('e-1');
      await stream.close();
    }
    expect(asked).toBe(1);
  });

  it('tells of an episode that changed often at once the latest alone', async () => {
    const clinic = await openClinic();
    const kim = clinic.person('kim', 'counselor');
    const stream = await openStream(await clinic.ask(kim, 'GET', '/api/changes'));
    await stream.until('beat');
    for (let n = 0; n < 5; n += 1)
      await clinic.engine.execute({ type: 'AddNote', episode: 'e-1', text: `Call ${n}.` });
    const text = await stream.until('"version":6');
    await stream.close();
    expect(text.split('event: changed').length - 1).toBeLessThan(3);
  });
});
