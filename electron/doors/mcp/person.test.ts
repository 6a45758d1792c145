import { describe, expect, it } from 'vitest';
import type { Answer } from './mcp-desk.fixture.ts';
import { mcpDesk, textOf } from './mcp-desk.fixture.ts';

const desk = mcpDesk();

describe.each(desk.wires)('%s', (_wire, connect) => {
  it('submits only with the yes of the person, and says what stays behind', async () => {
    const submit = async (answers: Answer, week: string) => {
      const client = await connect(answers);
      const told = await client.callTool({ name: 'submit_timesheet', arguments: { week } });
      await client.close();
      return told;
    };
    const lastWeek = (await desk.host.perform(['week', 'show'], { week: 'last' })) as {
      week: string;
      days: { date: string; minutes: number }[];
    };
    const [ready, draft] = lastWeek.days.filter((day) => day.minutes === 0).map(({ date }) => date);
    for (const date of [ready, draft])
      await desk.host.perform(['entry', 'log'], { text: '1h TB-042 review', date });
    expect(textOf(await submit('yes', lastWeek.week))).toMatch(
      /No day of \d{4}-W\d\d is reviewed[\s\S]*stint confirm/,
    );
    expect(desk.asked).toEqual([]);
    await desk.host.perform(['day', 'confirm'], { date: ready });

    const refused = await submit(null, 'last');
    expect(refused.isError).toBe(true);
    expect(textOf(refused)).toMatch(/Only the person may do this[\s\S]*stint submit \d{4}-W\d\d/);
    for (const answer of ['no', 'closes'] as const)
      expect((await submit(answer, 'last')).structuredContent).toMatchObject({
        agreed: false,
        submitted: [],
      });
    expect(desk.asked[0]).toMatch(
      /^Submit your timesheet of \d{4}-W\d\d\? 1 reviewed day, 1h\. \d days? (is|are) not reviewed and would stay behind\./,
    );
    const submitted = await submit('yes', 'last');
    expect(submitted.structuredContent).toMatchObject({
      agreed: true,
      submitted: [ready],
      leftBehind: expect.arrayContaining([expect.objectContaining({ date: draft })]) as unknown[],
    });
  });

  it('answers plain words, and asks before it changes anything', async () => {
    const ask = async (answers: Answer, text: string) => {
      const client = await connect(answers);
      const told = await client.callTool({ name: 'ask', arguments: { text } });
      await client.close();
      return told;
    };
    expect((await ask('no', 'How much time on TB-042?')).structuredContent).toMatchObject({
      understood: true,
      done: true,
      operation: 'report.ticket',
    });
    expect(desk.asked).toEqual([]);
    const strange = await ask('yes', 'brew me some coffee');
    expect(strange.structuredContent).toMatchObject({ understood: false, done: false });
    expect((strange.structuredContent as { suggestions: string[] }).suggestions).toHaveLength(5);
    expect((await ask('no', 'log 30m on APP-7 for a call')).structuredContent).toMatchObject({ done: false });
    expect(desk.asked[0]).toContain('Add 30m on APP-7');
    expect((await ask('yes', 'log 30m on APP-7 for a call')).structuredContent).toMatchObject({
      done: true,
      answer: { ticket: 'APP-7', minutes: 30 },
    });
    expect((await ask(null, 'submit my timesheet')).isError).toBe(true);
  });
});

it('what an agent does is no sign that the person is there', async () => {
  const before = await desk.host.world.stores.evidence.presence('', {
    start: 0 as never,
    end: 9e15 as never,
  });
  const client = await desk.overHttp();
  await client.callTool({ name: 'log_time', arguments: { text: '15m on TB-1 for a note' } });
  await client.close();
  expect(
    await desk.host.world.stores.evidence.presence('', { start: 0 as never, end: 9e15 as never }),
  ).toEqual(before);
});
