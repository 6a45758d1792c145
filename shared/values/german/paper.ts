/** What is printed, and what is made by itself each month. */
export const paper: Readonly<Record<string, string>> = {
  'Page {page} of {pages}': 'Seite {page} von {pages}',
  'The report could not be printed.': 'Der Bericht konnte nicht gedruckt werden.',
  'Ask again; or take --format html and print that.':
    'Versuche es noch einmal; oder nimm --format html und drucke das.',
  'Ask again while the desktop app runs, or take --format html and print that.':
    'Versuche es noch einmal, während die Desktop-App läuft, oder nimm --format html und drucke das.',
  'No folder is chosen for monthly reports.': 'Für Monatsberichte ist kein Ordner gewählt.',
  'Give --folder, or choose one: stint config set reports.monthlyFolder ~/Reports':
    'Gib --folder an oder wähle einen: stint config set reports.monthlyFolder ~/Berichte',
  '{0} has too many files called {1}.': 'In {0} gibt es zu viele Dateien namens {1}.',
  'Nothing was changed there. Tidy it up, and try again.':
    'Dort wurde nichts geändert. Räume auf und versuche es noch einmal.',
  'Only a file was asked for, and none was named.': 'Nur eine Datei wurde verlangt, aber keine genannt.',
  'Name a format, such as csv.': 'Ein Format nennen, etwa csv.',
  'Two formats were asked for.': 'Es sind zwei Formate angegeben.',
  'Give --as or --format, not both.': 'Gib --as oder --format an, nicht beides.',
  'There is no format "{0}".': 'Ein Format „{0}“ gibt es nicht.',
  'Describe one under tempo: report_formats: in .tract/config.yaml, or in the setting reports.formats.':
    'Beschreibe eines unter tempo: report_formats: in .tract/config.yaml oder in der Einstellung reports.formats.',
  'The format {0} wants the table "{1}", which this report does not have.':
    'Das Format {0} will die Tabelle „{1}“, die dieser Bericht nicht hat.',
  'The format {0} wants columns this report does not have: {1}.':
    'Das Format {0} will Spalten, die dieser Bericht nicht hat: {1}.',
  'It has: {0}.': 'Er hat: {0}.',
  'a list of categories': 'eine Liste von Kategorien',
  'a list of ticket types': 'eine Liste von Ticketarten',
  'the name of a scheme': 'der Name eines Regelwerks',
  'formats by name, each with "as" (csv, xlsx, md, html, pdf, text) and, where wanted, table, columns, titles, separator, decimal, time, bom':
    'Formate nach Namen, je mit „as“ (csv, xlsx, md, html, pdf, text) und, wo gewünscht, table, columns, titles, separator, decimal, time, bom',
  'The report could not be made.': 'Der Bericht konnte nicht erstellt werden.',
};
