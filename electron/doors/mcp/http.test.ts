import { describe, expect, it } from 'vitest';
import { mcpDesk } from './mcp-desk.fixture.ts';
import { TOOLS } from './tools.ts';

const desk = mcpDesk();

describe('the HTTP door', () => {
  it('lets in nobody without the token, and no page of another site', async () => {
    await expect(desk.overHttp('yes', 'wrong')).rejects.toThrow();
    const headers = { authorization: `Bearer ${desk.token}`, 'content-type': 'application/json' };
    const elsewhere = await fetch(desk.url, {
      method: 'POST',
      headers: { ...headers, origin: 'https://example.org' },
      body: '{}',
    });
    expect(elsewhere.status).toBe(403);
  });

  it('sends who comes without a session, or with one that is over, back to the beginning', async () => {
    const headers = { authorization: `Bearer ${desk.token}`, 'content-type': 'application/json' };
    const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/list' });
    expect((await fetch(desk.url, { method: 'POST', headers, body })).status).toBe(400);
    const gone = { ...headers, 'mcp-session-id': 'gone' };
    expect((await fetch(desk.url, { method: 'POST', headers: gone, body })).status).toBe(404);
  });

  it('forgets whoever was silent longest when too many come', async () => {
    const first = await desk.overHttp();
    const others = await Promise.all(Array.from({ length: 32 }, () => desk.overHttp()));
    await expect(first.listTools()).rejects.toThrow();
    expect((await others[5]!.listTools()).tools).toHaveLength(TOOLS.length);
    await Promise.all(others.map((client) => client.close()));
  });
});
