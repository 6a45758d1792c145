/** German for the steps that undo and redo name; the host says them in English. */
const STEPS: Readonly<Record<string, string>> = {
  'adding an entry': 'Eintrag anlegen',
  'changing an entry': 'Eintrag ändern',
  'deleting an entry': 'Eintrag löschen',
  'typing into the week': 'Eingabe in der Woche',
  'splitting an entry': 'Eintrag teilen',
  'merging entries': 'Einträge zusammenführen',
  'settling a gap': 'Lücke klären',
  'asking about a gap again': 'Lücke wieder öffnen',
  'confirming a day': 'Tag bestätigen',
};

/** What undo or redo names, in the language of the window. */
export const stepWords = (step: string, language: string): string =>
  language.startsWith('de') ? (STEPS[step] ?? step) : step;
