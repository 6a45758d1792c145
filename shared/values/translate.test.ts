import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ALL_GERMAN, GERMAN } from './german/german.ts';
import { said } from './said.ts';
import { placeholdersOf, translator } from './translate.ts';

const german = translator(ALL_GERMAN);

describe('a sentence of the host in German', () => {
  it('keeps what was put in', () => {
    expect(german(said`There is no entry ${'3fa85f64'}.`)).toBe('Es gibt keinen Eintrag 3fa85f64.');
    expect(german(said`${'TB'} has no hourly rate that a currency could belong to.`)).toBe(
      'TB hat keinen Stundensatz, zu dem eine Währung gehören könnte.',
    );
  });

  it('leaves the words of the person alone, be they words of ours', () => {
    expect(german(said`A session runs already: ${'Not connected.'}.`)).toBe(
      'Eine Sitzung läuft schon: Not connected..',
    );
    expect(german('Upgrade to version 3 and test it')).toBe('Upgrade to version 3 and test it');
  });

  it('tells what is in it too', () => {
    expect(german(said`${said`Deleted here`}, so it is deleted in ${'Toggl Track'}.`)).toBe(
      'Hier gelöscht, also wird es auch in Toggl Track gelöscht.',
    );
  });

  it('tells the why of an entry, which is made of phrases', () => {
    expect(
      german(
        '3 commits, 08:45 to 11:00: 30m assumed before the first commit of the day, time until the next commit; 2h7m, rounded to 2h15m.',
      ),
    ).toBe(
      '3 Commits, 08:45 bis 11:00: 30m angenommen vor dem ersten Commit des Tages, Zeit bis zum nächsten Commit; 2h7m, gerundet auf 2h15m.',
    );
    expect(german('Active time until the next commit.')).toBe('Aktive Zeit bis zum nächsten Commit.');
    expect(german('Written by hand, without clock times.')).toBe('Von Hand angelegt, ohne Uhrzeiten.');
    expect(german('Your timer, 09:00 to 10:00: started and stopped by you, pauses left out; 1h.')).toBe(
      'Deine Uhr, 09:00 bis 10:00: von dir gestartet und gestoppt, ohne die Pausen; 1h.',
    );
  });

  it('tells sentence by sentence where several were put together', () => {
    expect(
      german(
        'Connected as Ann. Its timer could not be stopped: Toggl Track did not answer. Your session here is not affected.',
      ),
    ).toBe(
      'Verbunden als Ann. Die laufende Uhr dort ließ sich nicht stoppen: Toggl Track hat nicht geantwortet. Deine Sitzung hier ist davon nicht betroffen.',
    );
    expect(german('Not read yet. Quite another thing.')).toBe('Noch nicht gelesen. Quite another thing.');
  });

  it('gives back what it does not know', () => {
    expect(german('Internal server error (500)')).toBe('Internal server error (500)');
    expect(german('')).toBe('');
  });
});

describe('the catalogue', () => {
  const value = fc.stringMatching(/^[A-Z][a-z]{2,7}[0-9]{1,3}$/);

  it('loses no value and shows no placeholder, whatever is put in', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.keys(GERMAN)),
        fc.array(value, { minLength: 8, maxLength: 8 }),
        (key, values) => {
          const told = german(key.replaceAll(/\{(\d+)\}/g, (_, index: string) => values[Number(index)]!));
          expect(told).not.toMatch(/\{\d/);
          for (const { index } of placeholdersOf(key)) expect(told).toContain(values[index]);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('finds each sentence again as itself', () => {
    const values = ['Zk41', 'Qx82', 'Vb37', 'Wd55', 'Hy90'];
    for (const [key, told] of Object.entries(GERMAN)) {
      const fill = (text: string): string =>
        text.replaceAll(/\{(\d+)(?::said)?\}/g, (_, index: string) => values[Number(index)]!);
      // A frame of two phrases only means something around phrases it knows.
      if (key.replaceAll(/\{\d+\}|\s/g, '').length < 6 && told.includes(':said')) continue;
      expect(german(fill(key)), key).toBe(fill(told));
    }
  });

  it('says “du”, never “Sie”, and marks quotes as German does', () => {
    for (const told of Object.values(GERMAN)) {
      expect(told).not.toMatch(/\b(?:Ihr|Ihre|Ihnen|Ihren)\b/);
      expect(told).not.toMatch(/“[^„]*”/);
    }
  });
});
