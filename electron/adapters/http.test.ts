import { createServer as createPlainServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';
import { createServer } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { RequestListener } from 'node:http';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import type { HttpRequest } from '#shared/ports/http.ts';
import { HttpFailure } from '#shared/ports/http.ts';
import { Stop } from '#shared/values/stop.ts';
import { createHttp } from './http.ts';

const http = createHttp(() => '1.2.3');
const servers: { server: Server; sockets: Set<Socket> }[] = [];

afterEach(async () => {
  for (const { server, sockets } of servers.splice(0)) {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  }
});

/** Listens on a port of this machine; gives the address. */
async function listening(server: Server): Promise<string> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
  });
  servers.push({ server, sockets });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const answering = (listener: RequestListener): Promise<string> => listening(createServer(listener));
/** A server that speaks no HTTP of its own: told each connection and its first bytes. */
const raw = (onData: (socket: Socket) => void): Promise<string> =>
  listening(createPlainServer((socket) => socket.once('data', () => onData(socket))));

const request = (url: string, more: Partial<HttpRequest> = {}): HttpRequest => ({
  method: 'GET',
  url,
  headers: {},
  body: null,
  timeoutMs: 5000,
  ...more,
});

async function failureOf(sent: Promise<unknown>): Promise<HttpFailure> {
  const error: unknown = await sent.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(HttpFailure);
  return error as HttpFailure;
}

describe('an answer', () => {
  it('comes back whole: status, headers in lower case, body; the request went out as it was given', async () => {
    const url = await answering((asked, response) => {
      let body = '';
      asked.on('data', (part: Buffer) => (body += part.toString()));
      asked.on('end', () => {
        response.writeHead(201, { 'X-Odd': 'yes', 'Content-Type': 'application/json' });
        response.end(
          JSON.stringify({ method: asked.method, url: asked.url, agent: asked.headers['user-agent'], body }),
        );
      });
    });
    const answer = await http.send(request(`${url}/a?b=%20c`, { method: 'POST', body: '{"ü":1}' }));
    expect([answer.status, answer.headers['x-odd']]).toEqual([201, 'yes']);
    expect(JSON.parse(answer.body)).toEqual({
      method: 'POST',
      url: '/a?b=%20c',
      agent: 'Stint/1.2.3',
      body: '{"ü":1}',
    });
  });

  it('may be an error or have no body', async () => {
    const url = await answering((asked, response) => {
      response.writeHead(asked.method === 'DELETE' ? 204 : 500);
      response.end();
    });
    expect(await http.send(request(url, { method: 'DELETE' }))).toMatchObject({ status: 204, body: '' });
    expect(await http.send(request(url))).toMatchObject({ status: 500, body: '' });
  });

  it('keeps the user agent a provider asks for', async () => {
    const url = await answering((asked, response) => response.end(asked.headers['user-agent']));
    const answer = await http.send(request(url, { headers: { 'User-Agent': 'Stint (me@example.com)' } }));
    expect(answer.body).toBe('Stint (me@example.com)');
  });

  it('that leads elsewhere is not followed: the token would go along', async () => {
    let elsewhere = 0;
    const other = await answering((_asked, response) => {
      elsewhere += 1;
      response.end('stolen');
    });
    const url = await answering((_asked, response) => {
      response.writeHead(302, { location: other });
      response.end();
    });
    const answer = await http.send(request(url, { headers: { authorization: 'Bearer t' } }));
    expect([answer.status, answer.headers['location'], elsewhere]).toEqual([302, other, 0]);
  });

  it('is unpacked, and letters that fall between two packets stay whole', async () => {
    const zipped = await answering((_asked, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' });
      response.end(gzipSync('grün'));
    });
    expect((await http.send(request(zipped))).body).toBe('grün');
    const halved = await answering((_asked, response) => {
      const bytes = Buffer.from('grün');
      response.write(bytes.subarray(0, 3), () => setImmediate(() => response.end(bytes.subarray(3))));
    });
    expect((await http.send(request(halved))).body).toBe('grün');
  });
});

describe('a request that certainly never got there', () => {
  it('nobody listens', async () => {
    const server = createServer();
    const url = await listening(server);
    await new Promise((resolve) => server.close(resolve));
    servers.length = 0;
    const failure = await failureOf(http.send(request(url, { method: 'POST', body: '{}' })));
    expect([failure.reached, failure.message]).toEqual([false, 'ECONNREFUSED']);
  });
  it('the port is one that belongs to mail', async () => {
    expect((await failureOf(http.send(request('http://127.0.0.1:25/')))).reached).toBe(false);
  });
  it('no such host', async () => {
    const failure = await failureOf(http.send(request('https://no-such-host.invalid/')));
    expect(failure.reached).toBe(false);
  });
  it('the certificate is nobody’s, or there is none', async () => {
    let asked = 0;
    const count: RequestListener = (_asked, response) => {
      asked += 1;
      response.end();
    };
    const own = await listening(createSecureServer({ key: OWN_KEY, cert: OWN_CERTIFICATE }, count));
    const failure = await failureOf(http.send(request(own.replace('http:', 'https:'))));
    expect([failure.reached, failure.message]).toEqual([false, 'DEPTH_ZERO_SELF_SIGNED_CERT']);
    const plain = await answering(count);
    expect((await failureOf(http.send(request(plain.replace('http:', 'https:'))))).reached).toBe(false);
    expect(asked).toBe(0);
  });
  it.each([
    'http://example.com/',
    'http://127.0.0.1.example.com/',
    'file:///etc/passwd',
    'ftp://127.0.0.1/',
    'not an address',
    'https://user:pw@127.0.0.1/',
  ])('%s is not an address for tokens', async (url) => {
    expect((await failureOf(http.send(request(url)))).reached).toBe(false);
  });
  it('a token that no header can carry is not quoted', async () => {
    const failure = await failureOf(
      http.send(request('http://127.0.0.1:1/', { headers: { authorization: 'Bearer se\ncret' } })),
    );
    expect(failure.reached).toBe(false);
    expect(`${failure.message} ${String(failure.cause)} ${failure.stack}`).not.toContain('cret"');
    expect(failure.cause).toBeUndefined();
  });
  it('was called off before it was sent', async () => {
    let asked = 0;
    const url = await answering((_asked, response) => {
      asked += 1;
      response.end();
    });
    const stop = new Stop();
    stop.now();
    expect((await failureOf(http.send(request(url), stop))).reached).toBe(false);
    expect(asked).toBe(0);
  });
});

describe('a request that may have been carried out', () => {
  it('the connection is reset before the answer', async () => {
    const url = await raw((socket) => socket.resetAndDestroy());
    const failure = await failureOf(http.send(request(url, { method: 'POST', body: '{}' })));
    expect(failure.reached).toBe(true);
  });
  it('the connection is closed without an answer', async () => {
    const url = await raw((socket) => socket.end());
    expect((await failureOf(http.send(request(url)))).reached).toBe(true);
  });
  it('the connection breaks in the middle of the body', async () => {
    const url = await raw((socket) => {
      socket.write('HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{"half":', () => socket.resetAndDestroy());
    });
    expect((await failureOf(http.send(request(url)))).reached).toBe(true);
    const ended = await raw((socket) => socket.end('HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{"half":'));
    expect((await failureOf(http.send(request(ended)))).reached).toBe(true);
  });
  it('what answers speaks no HTTP', async () => {
    const url = await raw((socket) => socket.end('220 mail.example.com ESMTP\r\n'));
    expect((await failureOf(http.send(request(url)))).reached).toBe(true);
  });
  it('no answer comes in time', async () => {
    const url = await answering(() => undefined);
    const failure = await failureOf(http.send(request(url, { timeoutMs: 60 })));
    expect([failure.reached, failure.message]).toEqual([true, 'no answer within 60 ms']);
  });
  it('the answer begins, and never ends', async () => {
    const url = await answering((_asked, response) => {
      response.writeHead(200);
      response.write('{');
    });
    expect((await failureOf(http.send(request(url, { timeoutMs: 60 })))).reached).toBe(true);
  });
  it('is called off while it is out', async () => {
    const stop = new Stop();
    const url = await answering(() => stop.now());
    const failure = await failureOf(http.send(request(url), stop));
    expect([failure.reached, failure.message]).toEqual([true, 'called off']);
  });
  it('the answer is larger than anything a provider says', async () => {
    const part = Buffer.alloc(1024 * 1024, 'x');
    const url = await answering((_asked, response) => {
      const more = (): void => {
        while (!response.destroyed && response.write(part));
      };
      response.on('drain', more);
      more();
    });
    const failure = await failureOf(http.send(request(url)));
    expect([failure.reached, failure.message]).toEqual([true, 'the answer is larger than 16 MB']);
  });
  it('a small packet that unpacks to something huge is no way round it', async () => {
    const url = await answering((_asked, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' });
      response.end(gzipSync(Buffer.alloc(20 * 1024 * 1024)));
    });
    expect((await failureOf(http.send(request(url)))).message).toBe('the answer is larger than 16 MB');
  });
});

it('sends nothing twice by itself, on a connection the server has closed meanwhile neither', async () => {
  let posts = 0;
  const url = await answering((asked, response) => {
    if (asked.method === 'POST') {
      posts += 1;
      asked.socket.destroy();
    } else response.end('ok');
  });
  expect((await http.send(request(url))).body).toBe('ok');
  const failure = await failureOf(http.send(request(url, { method: 'POST', body: '{}' })));
  expect([failure.reached, posts]).toEqual([true, 1]);
});

// Made for this test, signed by itself: nobody trusts it.
const pem = (label: string, base64: string): string =>
  `-----BEGIN ${label}-----\n${base64}\n-----END ${label}-----\n`;
const OWN_KEY = pem(
  'PRIVATE KEY',
  'MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgBkw7xdmuMrLtwc9O6l31Dq47ZDTY/xbXHMsKwwksXn6hRANCAAT7xsFUrl6x+47Ljd3ahZcfJ1JGh7HHG0Igf2wa6p4GfjiaVBPl5HIkoGMbJ//oYUGI7unGjYtjBXARymRDw/4F',
);
const OWN_CERTIFICATE = pem(
  'CERTIFICATE',
  'MIIBfzCCASWgAwIBAgIUYrHAC8O7BcxoHn9wWi5tXuu58oYwCgYIKoZIzj0EAwIwFDESMBAGA1UEAwwJbG9jYWxob3N0MCAXDTI2MTEyMTA2NDEyMloYDzIxMjYxMDI4MDY0MTIyWjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAAT7xsFUrl6x+47Ljd3ahZcfJ1JGh7HHG0Igf2wa6p4GfjiaVBPl5HIkoGMbJ//oYUGI7unGjYtjBXARymRDw/4Fo1MwUTAdBgNVHQ4EFgQUoS9Eywe6t5CMWdZeLAEMdt+2QsowHwYDVR0jBBgwFoAUoS9Eywe6t5CMWdZeLAEMdt+2QsowDwYDVR0TAQH/BAUwAwEB/zAKBggqhkjOPQQDAgNIADBFAiAe2HISh2yKC8X/+ug2Tnt8f3UjDqsNNYvw+TuVyGCssAIhAO4rUV8toPu+MYe/eK8oDNeZpmaSfrtZHCPXGNK6bWuQ',
);
