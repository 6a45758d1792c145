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
  'The report could not be made.': 'Der Bericht konnte nicht erstellt werden.',
};
