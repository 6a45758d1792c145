/** What is printed, and what is made by itself each month. */
export const paper: Readonly<Record<string, string>> = {
  'Page {page} of {pages}': 'Seite {page} von {pages}',
  'The report could not be printed.': 'Der Bericht konnte nicht gedruckt werden.',
  'Ask again; or take --format html and print that.':
    'Versuche es noch einmal; oder nimm --format html und drucke das.',
  'Ask again while the desktop app runs, or take --format html and print that.':
    'Versuche es noch einmal, während die Desktop-App läuft, oder nimm --format html und drucke das.',
};
