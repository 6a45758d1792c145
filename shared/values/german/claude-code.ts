/** What is said around Claude Code's settings, tasks and timers. */
export const claudeCode: Readonly<Record<string, string>> = {
  'it is no settings file': 'es ist keine Einstellungsdatei',
  '{0} was changed meanwhile. Nothing was written.':
    '{0} wurde inzwischen geändert. Nichts wurde geschrieben.',
  'Try again.': 'Versuche es noch einmal.',
  'its links lead in a circle': 'seine Verknüpfungen führen im Kreis',
  '{0} cannot be read: {1}. Nothing was written.': '{0} ist nicht lesbar: {1}. Nichts wurde geschrieben.',
  'Look at the file and its permissions, then try again.':
    'Sieh dir die Datei und ihre Rechte an und versuche es dann noch einmal.',
  'An AppImage lies somewhere else each time it runs, so Claude Code could not find its command.':
    'Ein AppImage liegt bei jedem Start woanders, deshalb fände Claude Code seinen Befehl nicht.',
  'Install the package or unpack the archive, and try again from there.':
    'Installiere das Paket oder entpacke das Archiv und versuche es von dort noch einmal.',
  'The `stint` command of this installation was not found.':
    'Der Befehl `stint` dieser Installation wurde nicht gefunden.',
  'Install Stint again.': 'Installiere Stint noch einmal.',
  '{0}: no provider is chosen': '{0}: kein Anbieter ist gewählt',
  'A workspace of which provider?': 'Ein Arbeitsbereich bei welchem Anbieter?',
  'Name it: --provider toggl.': 'Nenne ihn: --provider toggl.',
  '{0} has no time_tracking that Stint understands. Nothing was changed.':
    '{0} hat kein time_tracking, das Stint versteht. Nichts wurde geändert.',
  'Give the .paircoder/config.yaml of the project.': 'Nenne die .paircoder/config.yaml des Projekts.',
  'Stopped for it: {0}.': 'Dafür gestoppt: {0}.',
  '{0} has no front matter, so it was left as it is.':
    '{0} hat keine Kopfdaten, deshalb bleibt die Datei, wie sie ist.',
  'Of what?': 'Wovon?',
  'Name a plan or a sprint: --plan P, --sprint S.':
    'Nenne einen Plan oder einen Sprint: --plan P, --sprint S.',
  'line {0}, column {1}': 'Zeile {0}, Spalte {1}',
  'there is a comment, which JSON does not have': 'dort steht ein Kommentar, den es in JSON nicht gibt',
  'there is a comma too many': 'dort steht ein Komma zu viel',
  'a key stands there for the second time': 'dort steht ein Schlüssel zum zweiten Mal',
  'it ends too early': 'die Datei endet zu früh',
  'it nests too deeply': 'sie ist zu tief verschachtelt',
  'this is not JSON': 'das ist kein JSON',
  'The settings of Claude Code cannot be read: {0}: {1}. Nothing was written.':
    'Die Einstellungen von Claude Code sind nicht lesbar: {0}: {1}. Nichts wurde geschrieben.',
  'Correct the file, then try again.': 'Berichtige die Datei und versuche es dann noch einmal.',
  'the whole file': 'die ganze Datei',
  'The settings of Claude Code are not as it understands them: {0}. Nothing was written.':
    'Die Einstellungen von Claude Code sind nicht so, wie es sie versteht: {0}. Nichts wurde geschrieben.',
};
