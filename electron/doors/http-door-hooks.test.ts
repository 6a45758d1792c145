import { describe, expect, it } from 'vitest';
import { httpDoorDesk, json } from './http-door-desk.fixture.ts';

const desk = httpDoorDesk();
const { send, bearer } = desk;

describe('hooks of an agent', () => {
  const event = { session_id: 'ses-1', hook_event_name: 'Stop', tomorrow: { x: 1 } };
  it('are heard with 204 and not a word, and are no sign of the person', async () => {
    const before = desk.signs;
    const told = await send('POST', '/hooks/claude', { ...bearer(), ...json }, JSON.stringify(event));
    expect([told.status, told.text]).toEqual([204, '']);
    expect(desk.heard).toEqual([event]);
    expect(desk.signs).toBe(before);
  });
  it.each([
    ['without the token', false, '{}', 401],
    ['broken', true, '{"session_id":', 400],
    ['too long', true, Buffer.alloc(17 * 1024 * 1024, ' '), 413],
  ])('%s: refused', async (_name, known, body, status) => {
    desk.heard.length = 0;
    const headers = known ? bearer() : {};
    const told = await send('POST', '/hooks/claude', { ...json, ...headers }, body).catch(() => null);
    // A body that is too long may be answered by hanging up while it is still sent.
    if (told !== null || status !== 413) expect(told?.status).toBe(status);
    expect(desk.heard).toEqual([]);
  });
  it('what is no event is thrown away', async () => {
    desk.heard.length = 0;
    for (const body of ['[]', '5', 'null', ''])
      expect((await send('POST', '/hooks/claude', { ...bearer(), ...json }, body)).status).toBe(204);
    expect(desk.heard).toEqual([]);
    expect((await send('GET', '/hooks/claude', bearer())).status).toBe(404);
  });
});
