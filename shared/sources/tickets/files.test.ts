import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TicketId } from '../../values/ticket-id.ts';
import { readTicketFile } from './files.ts';

const TICKET = 'TB-042' as TicketId;
const read = (text: string) => readTicketFile(text, TICKET, 8);
const withFront = (front: string): string => `---\n${front}\n---\n\n# Words\n`;

describe('a ticket file', () => {
  it('tells all that its front matter says', () => {
    const text = withFront(
      [
        'id: TB-042',
        'title: "Fix socket: reconnect"',
        'type: bug',
        'status: in-progress',
        'estimate: 1d 2h',
        'labels: [backend, urgent]',
        'component: api',
        'customer: Acme GmbH',
        'sprint: 12',
        'plan: q1',
        'x-rd-category: experimental',
        'assignee: max',
      ].join('\n'),
    );
    expect(read(text)).toEqual({
      kind: 'facts',
      facts: {
        title: 'Fix socket: reconnect',
        type: 'bug',
        status: 'in-progress',
        estimate: 600,
        labels: [
          'backend',
          'urgent',
          'component:api',
          'customer:Acme GmbH',
          'sprint:12',
          'plan:q1',
          'x-rd-category:experimental',
        ],
        url: null,
      },
    });
  });

  it('may come from Windows, begin with a mark, and name labels in one line', () => {
    const text = '\uFEFF---\r\ntitle: Öffnen\r\nlabels: a, b\r\nestimate: 4h\r\n---\r\n';
    expect(read(text)).toMatchObject({ facts: { title: 'Öffnen', labels: ['a', 'b'], estimate: 240 } });
  });

  it('leaves out what it cannot mean', () => {
    const facts = { title: 'T', type: null, status: null, estimate: null, labels: [], url: null };
    expect(read(withFront('title: T\nestimate: soon\ntype: [a]\nstatus: {a: b}\nlabels: {a: b}'))).toEqual({
      kind: 'facts',
      facts,
    });
    expect(read(withFront('title: T\nestimate: 5'))).toEqual({ kind: 'facts', facts });
    expect(read(withFront('title: T\nestimate: -2h'))).toEqual({ kind: 'facts', facts });
  });

  it.each([
    ['no front matter', '# TB-042\n', /front matter between/],
    ['another ticket', withFront('id: TB-043\ntitle: T'), /id is another/],
    ['no title', withFront('id: TB-042'), /no title/],
    ['no YAML', withFront('title: "open\nother: ]'), /not readable/],
    ['a list', withFront('- title'), /not readable/],
    ['too deep', withFront(`title: ${'['.repeat(7000)}`), /not readable/],
    ['too long', withFront(`title: T\nwords: ${'a'.repeat(20_000)}`), /front matter between/],
    [
      'a bomb of aliases',
      withFront(
        ['a: &a [1,1,1,1,1,1,1,1,1]']
          .concat(
            'bcdefghi'.split('').map((name, at) => `${name}: &${name} [${`*${'abcdefgh'[at]},`.repeat(9)}]`),
          )
          .concat('title: *i')
          .join('\n'),
      ),
      /not readable/,
    ],
  ])('with %s says nothing, and why', (_name, text, why) => {
    expect(read(text)).toEqual({ kind: 'nonsense', why: expect.stringMatching(why) });
  });

  it('is read whatever it holds', () => {
    const yaml = fc.array(
      fc.tuple(
        fc.constantFrom('id', 'title', 'labels', 'estimate', '? ', '<<', '!!js/function', '&a', '*a'),
        fc.oneof(
          fc.string(),
          fc.constantFrom('[', '{', '|', '>-', '!!binary x', '*a', '&a b', 'null', '0x1f'),
        ),
      ),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(yaml, (lines) => {
        const told = read(withFront(lines.map(([key, value]) => `${key}: ${value}`).join('\n')));
        if (told.kind === 'facts') expect(told.facts.title).toMatch(/\S/);
        else expect(told.why).not.toBe('');
      }),
      { numRuns: 300 },
    );
  });
});
