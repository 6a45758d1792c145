import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markNote, readNote } from '../reference.ts';
import { noteToRead, noteToSend } from './notes.ts';

describe('notes that come back from Productive', () => {
  it.each<[string, string | null | undefined, string]>([
    ['nothing', null, ''],
    ['nothing at all', undefined, ''],
    ['plain text', 'Fix the login', 'Fix the login'],
    ['a paragraph', '<p>Fix the login</p>', 'Fix the login'],
    ['paragraphs', '<p>one</p><p>two</p>', 'one\ntwo'],
    ['an empty paragraph', '<p>one</p><p><br></p><p>two</p>', 'one\n\ntwo'],
    ['breaks', '<div>one<br/>two<br>\nthree</div>', 'one\ntwo\nthree'],
    ['a list', '<ul><li><p>one</p></li><li><p>two</p></li></ul>', '- one\n- two'],
    ['text before a list', 'Today:<ul><li>one</li><li>two</li></ul>', 'Today:\n- one\n- two'],
    [
      'words in the editor’s hands',
      '<p>a <strong>bold</strong> <a href="https://x.example/?a=1&amp;b=2">link</a></p>',
      'a bold link',
    ],
    ['white space between blocks', '<div>\n  <p>one</p>\n  <p>two</p>\n</div>', 'one\ntwo'],
    [
      'entities',
      '<p>R&amp;D &lt;b&gt; &quot;x&quot; &#39;y&#x27;&nbsp;z &uuml;&hellip;</p>',
      'R&D <b> "x" \'y\' z ü…',
    ],
    ['entities without a paragraph', 'R&amp;D', 'R&D'],
    [
      'impossible entities',
      '<p>&#99999999; &#0; &nosuch; &constructor;</p>',
      '&#99999999; &#0; &nosuch; &constructor;',
    ],
    ['names in angle brackets', 'Use Map<String, List<Int>> here', 'Use Map<String, List<Int>> here'],
    ['names in a paragraph of a careless server', '<p>Use Map<String> here</p>', 'Use Map<String> here'],
    ['comparisons', '<p>a < b && c > d</p>', 'a < b && c > d'],
    ['old line ends', 'one\r\ntwo\rthree', 'one\ntwo\nthree'],
  ])('%s', (_what, html, text) => {
    expect(noteToRead(html)).toBe(text);
  });

  it.each([
    '<p>TB-042: Fix [stint 0123456789ab]</p>',
    '<p>TB-042: Fix<br>[stint 0123456789ab]</p>',
    '<p>TB-042: Fix</p><p>[stint 0123456789ab]</p>\n',
    '<div><p>TB-042: Fix&nbsp;[stint 0123456789ab]&nbsp;</p></div>',
    '<ul><li><p>TB-042: Fix [stint 0123456789ab]</p></li></ul>',
  ])('carry the reference wherever the editor put it: %s', (html) => {
    const { note, reference } = readNote(noteToRead(html));
    expect(reference).toBe('0123456789ab');
    expect(note.replace(/^- /, '')).toBe('TB-042: Fix');
  });

  it('does not take long over hostile ones', () => {
    for (const part of ['<p', '<p>', '&', '<li> ', '\n <', '<br>\n', '&#x', '<p><br', ' ', '<p> ']) {
      expect(noteToRead(part.repeat(30_000))).toBeTypeOf('string');
    }
  });
});

describe('notes that are sent to Productive', () => {
  it.each([
    ['what reads the same either way', 'R&D: a -> b, 3 < 4', 'R&D: a -> b, 3 < 4'],
    ['what looks like HTML', 'Map<String> & co', '<p>Map&lt;String&gt; &amp; co</p>'],
    ['what looks like an entity', 'write &amp; instead', '<p>write &amp;amp; instead</p>'],
    ['lines', 'one\n\ntwo', '<p>one</p><p><br></p><p>two</p>'],
  ])('%s', (_what, text, sent) => {
    expect(noteToSend(text)).toBe(sent);
  });
});

describe('a note on its way there and back', () => {
  const hex = fc.stringMatching(/^[0-9a-f]{12}$/);
  const text = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 80 }),
    fc
      .array(
        fc.constantFrom(
          '<p>',
          '</p>',
          '<br>',
          '&amp;',
          '&lt;',
          '<',
          '>',
          '&',
          ' ',
          'TB-042',
          '\n',
          'ü',
          '&#39;',
          '<li>',
          '- ',
        ),
        { maxLength: 30 },
      )
      .map((parts) => parts.join('')),
  );
  /** Providers trim, and fold white space: that is no difference. */
  const folded = (note: string): string => note.replaceAll(/\s+/g, ' ').trim();
  const escaped = (note: string): string =>
    note.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\n', '<br>');
  /** What a server may make of a note that it was sent. */
  const servers: Record<string, (sent: string) => string> = {
    'keeps it': (sent) => sent,
    'puts plain text in a paragraph': (sent) => (/^<p>/.test(sent) ? sent : `<p>${escaped(sent)}</p>`),
    'escapes plain text': (sent) => (/^<p>/.test(sent) ? sent : escaped(sent)),
    'lays it out': (sent) => (/^<p>/.test(sent) ? `<div>\n  ${sent}\n</div>\n` : sent),
  };

  it.each(Object.entries(servers))('comes back the same from a server that %s', (_what, server) => {
    fc.assert(
      fc.property(text, (note) => {
        const clean = note.replaceAll(/[\u0000\u0001]/g, '');
        expect(folded(noteToRead(server(noteToSend(clean))))).toBe(folded(clean));
      }),
      { numRuns: 500 },
    );
  });

  it.each(Object.entries(servers))('keeps its reference at a server that %s', (_what, server) => {
    fc.assert(
      fc.property(text, hex, (note, reference) => {
        const back = readNote(noteToRead(server(noteToSend(markNote(note, reference, 5000)))));
        expect(back.reference).toBe(reference);
      }),
      { numRuns: 500 },
    );
  });

  it('is text whatever comes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (html) => {
        expect(noteToRead(html)).toBeTypeOf('string');
      }),
    );
  });
});
