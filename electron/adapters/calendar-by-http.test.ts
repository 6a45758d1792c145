// Calendars by secret address over the real network adapter: a server with ETag, redirects and bad days.
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { MemoryWorld } from '#shared/ports/memory-world.ts';
import { memoryWorld } from '#shared/ports/memory-world.ts';
import { readEvidence } from '#shared/services/sources/read-sources.ts';
import { icsReader } from '#shared/services/sources/ics-reader.ts';
import { personOf } from '#shared/services/person.ts';
import { listSources } from '#shared/services/sources/sources.ts';
import type { World } from '#shared/ports/world.ts';
import { calendarOf } from '#shared/sources/ics/read-sample.ts';
import { createHttp } from './http.ts';

/** A calendar server of this machine, as the test tells it. */
interface CalendarServer {
  readonly base: string;
  text: string;
  readonly asked: { readonly path: string; readonly headers: IncomingMessage['headers'] }[];
  answer: (request: IncomingMessage, response: ServerResponse) => void;
  readonly server: Server;
}

let server: CalendarServer;
let world: World & Pick<MemoryWorld, 'clock'>;

const meeting = (title: string, hour: number): string =>
  `UID:${title}\nSUMMARY:${title}\nDTSTART:20260210T${String(hour).padStart(2, '0')}0000Z\nDURATION:PT1H`;
const titles = async (): Promise<string[]> => {
  const person = personOf(world);
  await readEvidence(world, person, { since: person.now, patienceMs: 5000, freshMs: 0 }, [icsReader]);
  const all = await world.stores.calendar.between({
    start: Number.MIN_SAFE_INTEGER as typeof person.now,
    end: Number.MAX_SAFE_INTEGER as typeof person.now,
  });
  return all.map(({ title }) => title);
};
const state = async () => (await listSources(world, {}, [icsReader])).find(({ kind }) => kind === 'ics')!;

const tagOf = (text: string): string => `"${text.length}"`;

/** As servers with entity tags do it: 304 to who knows the text already. */
function byTag({ headers }: IncomingMessage, response: ServerResponse): void {
  const tag = tagOf(server.text);
  if (headers['if-none-match'] === tag) return void response.writeHead(304).end();
  response.writeHead(200, { etag: tag, 'content-type': 'text/calendar', 'content-encoding': 'gzip' });
  response.end(gzipSync(server.text));
}

beforeEach(async () => {
  const made = createServer((request, response) => {
    server.asked.push({ path: request.url ?? '', headers: request.headers });
    server.answer(request, response);
  });
  await new Promise<void>((resolve) => made.listen(0, '127.0.0.1', resolve));
  const { port } = made.address() as AddressInfo;
  server = {
    base: `http://127.0.0.1:${port}`,
    text: calendarOf(meeting('One', 9)),
    asked: [],
    answer: byTag,
    server: made,
  };
  const memory = memoryWorld('2026-02-10T18:00:00+01:00', 'Europe/Berlin');
  world = { ...memory, http: createHttp(() => '1.2.3') };
  await world.settings.set('calendar.ics', [`${server.base}/secret-5eCr3t/basic.ics`]);
});
afterEach(() => {
  server.server.closeAllConnections();
  server.server.close();
});

describe('a calendar by address', () => {
  it('is fetched once and then only when it changed', async () => {
    expect(await titles()).toEqual(['One']);
    expect(await titles()).toEqual(['One']);
    expect(server.asked.map(({ headers }) => headers['if-none-match'])).toEqual([
      undefined,
      tagOf(server.text),
    ]);
    server.text = calendarOf(meeting('One', 9), meeting('Two', 11));
    expect(await titles()).toEqual(['One', 'Two']);
    server.text = calendarOf(meeting('Two', 11));
    expect(await titles()).toEqual(['Two']);
  });

  it('is asked by date where the server has no tags', async () => {
    server.answer = ({ headers }, response) => {
      if (headers['if-modified-since'] !== undefined) return void response.writeHead(304).end();
      response.writeHead(200, { 'last-modified': 'Tue, 10 Feb 2026 08:00:00 GMT' }).end(server.text);
    };
    await titles();
    expect(await titles()).toEqual(['One']);
    expect(server.asked[1]!.headers['if-modified-since']).toBe('Tue, 10 Feb 2026 08:00:00 GMT');
  });

  it('is followed where it moved to, five times and no more', async () => {
    server.answer = (request, response) => {
      const hop = Number(/hop=(\d+)/.exec(request.url ?? '')?.[1] ?? 0);
      if (hop < 5) return void response.writeHead(307, { location: `/moved/a.ics?hop=${hop + 1}` }).end();
      byTag(request, response);
    };
    expect(await titles()).toEqual(['One']);
    expect(server.asked).toHaveLength(6);
    expect(
      server.asked.every(
        ({ headers }) => headers.authorization === undefined && headers.cookie === undefined,
      ),
    ).toBe(true);
    server.answer = (_request, response) => void response.writeHead(302, { location: '?again=1' }).end();
    expect(await titles()).toEqual(['One']);
    expect(await state()).toMatchObject({
      state: 'broken',
      detail: expect.stringContaining('circles') as string,
    });
  });

  it('keeps what it told through errors, silence and half an answer', async () => {
    await titles();
    const bad: CalendarServer['answer'][] = [
      (_request, response) => void response.writeHead(500).end('oops'),
      (_request, response) => void response.writeHead(200).end('<html>Please sign in</html>'),
      (_request, response) => void response.writeHead(200).end(server.text.slice(0, 50)),
      (_request, response) => {
        response.writeHead(200, { 'content-length': '5000' });
        response.write(server.text);
        response.destroy();
      },
      (request) => void request.socket.destroy(),
    ];
    for (const answer of bad) {
      server.answer = answer;
      world.clock.advance(24 * 3_600_000);
      expect(await titles()).toEqual(['One']);
      const told = await state();
      expect(told.state).toBe('broken');
      expect(JSON.stringify([told, await world.stores.sources.list()])).not.toContain('5eCr3t');
    }
    server.answer = byTag;
    world.clock.advance(24 * 3_600_000);
    expect(await titles()).toEqual(['One']);
    expect(await state()).toMatchObject({ state: 'ready', name: server.base.slice('http://'.length) });
  });
});
