import { describe, expect, it } from 'vitest';
import { mcpDesk, textOf } from './mcp-desk.fixture.ts';

const desk = mcpDesk();

describe.each(desk.wires)('%s', (_wire, connect) => {
  it('tells what tools there are, with schemas and true hints', async () => {
    const client = await connect();
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).toEqual([
      'today',
      'week',
      'time_on_ticket',
      'rd_report',
      'why',
      'log_time',
      'submit_timesheet',
      'start_dev_session',
      'end_dev_session',
      'link_task_to_session',
      'list_sessions',
      'ask',
    ]);
    for (const tool of tools) {
      expect(tool.description?.length, tool.name).toBeGreaterThan(40);
      expect(tool.inputSchema).toMatchObject({ type: 'object', additionalProperties: false });
      expect(tool.outputSchema).toMatchObject({ type: 'object' });
      expect(Object.keys(tool.annotations ?? {}).toSorted()).toEqual([
        'destructiveHint',
        'idempotentHint',
        'openWorldHint',
        'readOnlyHint',
        'title',
      ]);
    }
    const hints = Object.fromEntries(tools.map(({ name, annotations }) => [name, annotations]));
    expect(hints['today']).toMatchObject({ readOnlyHint: true, idempotentHint: true });
    expect(hints['log_time']).toMatchObject({
      readOnlyHint: false,
      destructiveHint: false,
      idempotentHint: false,
    });
    expect(hints['submit_timesheet']).toMatchObject({ readOnlyHint: false, destructiveHint: true });
    expect(client.getInstructions()).toContain('never confirm or submit');
    await client.close();
  });

  it('drafts an entry, and shows, sums and explains it', async () => {
    const client = await connect();
    const call = (name: string, input: Record<string, unknown> = {}) =>
      client.callTool({ name, arguments: input });
    const logged = await call('log_time', { text: '2h on TB-042 for code review' });
    expect(logged.isError).toBeUndefined();
    expect(logged.structuredContent).toMatchObject({ ticket: 'TB-042', minutes: 120, source: 'manual' });
    const { id } = logged.structuredContent as { id: string };

    const today = await call('today');
    expect(today.structuredContent).toMatchObject({ status: 'draft' });
    expect(textOf(today)).toContain('TB-042');
    expect((await call('week')).structuredContent).toHaveProperty('totals.minutes');
    const time = await call('time_on_ticket', { ticket: 'TB-042' });
    expect(time.structuredContent).toHaveProperty('data');
    expect(textOf(time)).toContain('TB-042');
    expect(textOf(await call('rd_report', { month: 'this' }))).toContain('R&D');
    expect((await call('why', { id })).structuredContent).toMatchObject({ entryId: id, minutes: 120 });
    await client.close();
  });

  it('begins, links and ends a development session, and lists them by pages', async () => {
    const client = await connect();
    const call = (name: string, input: Record<string, unknown> = {}) =>
      client.callTool({ name, arguments: input });
    const ids: string[] = [];
    for (const title of ['TB-042 uploads', 'TB-043 thumbnails', 'TB-044 search']) {
      const started = await call('start_dev_session', { title });
      expect(started.isError, textOf(started)).toBeUndefined();
      expect(started.structuredContent).toMatchObject({ status: 'active', createdBy: 'a-test' });
      const { id } = started.structuredContent as { id: string };
      ids.unshift(id);
      const linked = await call('link_task_to_session', { id, ticket: 'APP-7', relationship: 'blocked' });
      expect(linked.structuredContent).toMatchObject({ id });
      expect(textOf(linked)).toContain('APP-7 (blocked)');
      const ended = await call('end_dev_session', { id, summary: 'Done.', nextSteps: ['Rest'] });
      expect(ended.structuredContent).toMatchObject({ session: { id, status: 'completed' } });
      expect(textOf(ended)).toContain('Done.');
    }
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await call('list_sessions', { limit: 2, ...(cursor === undefined ? {} : { cursor }) });
      expect(page.isError, textOf(page)).toBeUndefined();
      const { sessions, nextCursor } = page.structuredContent as {
        sessions: { id: string }[];
        nextCursor?: string;
      };
      expect(sessions.length).toBeLessThanOrEqual(2);
      seen.push(...sessions.map(({ id }) => id));
      cursor = nextCursor;
    } while (cursor !== undefined);
    expect(seen.slice(0, 3)).toEqual(ids);
    expect(new Set(seen).size).toBe(seen.length);
    await client.close();
  });

  it('lists sessions of work by pages, too', async () => {
    const client = await connect();
    const list = async (input: Record<string, unknown>) =>
      client.callTool({ name: 'list_sessions', arguments: { kind: 'work', limit: 2, ...input } });
    for (const what of ['TB-1 notes', 'TB-2 review', 'TB-3 sockets'])
      await desk.host.perform(['session', 'start'], { what });
    await desk.host.perform(['session', 'stop'], {});
    const first = await list({});
    const { sessions, nextCursor } = first.structuredContent as {
      sessions: Record<string, unknown>[];
      nextCursor: string;
    };
    expect(sessions.map(({ ticket }) => ticket)).toEqual(['TB-3', 'TB-2']);
    expect(sessions[0]).toMatchObject({ status: 'completed', minutes: 0, recovered: false });
    expect(textOf(first)).toMatch(/^TB-3 sockets · completed · /);
    const second = await list({ cursor: nextCursor });
    expect((second.structuredContent as { sessions: unknown[] }).sessions[0]).toMatchObject({
      ticket: 'TB-1',
    });
    const refused = await list({ search: 'sockets' });
    expect([refused.isError, textOf(refused)]).toEqual([
      true,
      'Sessions of work are not looked for by search.\nLeave it out.',
    ]);
    await client.close();
  });

  it('gives days, weeks and reports by address, and completes the addresses', async () => {
    const client = await connect();
    const { resourceTemplates } = await client.listResourceTemplates();
    expect(resourceTemplates.map(({ uriTemplate }) => uriTemplate)).toEqual([
      'stint://day/{date}',
      'stint://week/{week}',
      'stint://session/{id}/report',
    ]);
    const { resources } = await client.listResources();
    expect(resources.slice(0, 2).map(({ uri }) => uri)).toEqual(['stint://day/today', 'stint://week/this']);
    const [day] = (await client.readResource({ uri: 'stint://day/yesterday' })).contents;
    expect(JSON.parse((day as { text: string }).text)).toHaveProperty('totals.untracked');
    const [week] = (await client.readResource({ uri: 'stint://week/this' })).contents;
    expect(JSON.parse((week as { text: string }).text)).toHaveProperty('days');
    const report = resources.find(({ uri }) => uri.endsWith('/report'))!;
    const [paper] = (await client.readResource({ uri: report.uri })).contents;
    expect(paper).toMatchObject({ mimeType: 'text/markdown', text: expect.stringContaining('#') as string });
    await expect(client.readResource({ uri: 'stint://month/2026-02' })).rejects.toMatchObject({
      code: -32002,
    });
    await expect(client.readResource({ uri: 'stint://day/someday' })).rejects.toMatchObject({ code: -32602 });

    const complete = async (uri: string, name: string, value: string) =>
      (await client.complete({ ref: { type: 'ref/resource', uri }, argument: { name, value } })).completion
        .values;
    expect(await complete('stint://day/{date}', 'date', 'y')).toEqual(['yesterday']);
    expect((await complete('stint://day/{date}', 'date', '2'))[0]).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect((await complete('stint://week/{week}', 'week', '20')).length).toBe(26);
    expect((await complete('stint://session/{id}/report', 'id', '')).length).toBeGreaterThan(2);
    await client.close();
  });

  it.each([
    ['why', { id: 'ffffffff' }, /There is no entry ffffffff\.[\s\S]*stint day/],
    ['why', {}, /"id"[\s\S]*`why` takes: id/],
    ['today', { date: 'someday' }, /"someday" is not a day[\s\S]*2026-02-10/],
    ['today', { day: 'today' }, /day[\s\S]*`today` takes: date/],
    ['log_time', { text: 'a review' }, /How long did it take/],
    ['list_sessions', { limit: 0 }, /"limit"/],
    ['list_sessions', { limit: 5000 }, /"limit"/],
    ['link_task_to_session', { id: 'ffffffff', ticket: 'TB-1' }, /\w/],
    ['time_on_ticket', { ticket: 'TB-042', period: 'sometime' }, /names no days/],
  ])('%s with %o is refused with words and a remedy', async (name, input, words) => {
    const client = await connect();
    const told = await client.callTool({ name, arguments: input });
    expect(told.isError).toBe(true);
    expect(textOf(told)).toMatch(words);
    expect(textOf(told).split('\n').length).toBeGreaterThan(1);
    await client.close();
  });

  it('knows no other tool', async () => {
    const client = await connect();
    await expect(client.callTool({ name: 'delete_everything', arguments: {} })).rejects.toThrow(
      'There is no tool',
    );
    await client.close();
  });
});
