/** Files that are read and written: imports, exports and reports. */
export const formats: Readonly<Record<string, string>> = {
  'There is no room for {0}.': 'Für {0} ist kein Platz.',
  'Nothing was changed there. Make room and try again.':
    'Dort wurde nichts geändert. Schaffe Platz und versuche es noch einmal.',
  '{0} cannot be written ({1}).': '{0} lässt sich nicht schreiben ({1}).',
  'Nothing was changed there. Name a place where you may write.':
    'Dort wurde nichts geändert. Nenne einen Ort, an den du schreiben darfst.',
  '{0} minutes do not fit into that day any more': '{0} Minuten passen nicht mehr in diesen Tag',
  '{0} minutes taken back from {1} are more than that day has on it':
    '{0} zurückgenommene Minuten vom {1} sind mehr, als an diesem Tag stehen',
  'no day there is': 'diesen Tag gibt es nicht',
  'no time such as 9:00 - 10:15 or 1h30m': 'keine Zeit wie 9:00 - 10:15 oder 1h30m',
  'it still runs': 'es läuft noch',
  'no day and clock such as 2026-03-02 09:00:00': 'kein Tag mit Uhrzeit wie 2026-03-02 09:00:00',
  'nothing says when it ended': 'nichts sagt, wann es endete',
  'nothing says when it began': 'nichts sagt, wann es begann',
  'no JSON as `timew export` prints it': 'kein JSON, wie `timew export` es ausgibt',
  'no stretch of time': 'kein Zeitraum',
  'it ends before it begins': 'es endet, bevor es beginnt',
  'This report has no table "{0}".': 'Dieser Bericht hat keine Tabelle „{0}“.',
  'a quotation mark is missing': 'ein Anführungszeichen fehlt',
  '“{0}” is no date that can be told apart; 2026-02-10 can':
    '„{0}“ ist kein Datum, das sich eindeutig lesen lässt; 2026-02-10 schon',
  'no duration such as 01:30:00': 'keine Dauer wie 01:30:00',
  'no status of a day; taken for a draft': 'kein Status eines Tages; gilt als Entwurf',
  'no list': 'keine Liste',
  'no entry: {0}': 'kein Eintrag: {0:said}',
  '“{0}” is no duration such as 1h30m': '„{0}“ ist keine Dauer wie 1h30m',
  '“{0}” is no ticket; the time is kept without one': '„{0}“ ist kein Ticket; die Zeit bleibt ohne eines',
  'line {0}, column {1}: {2}': 'Zeile {0}, Spalte {1}: {2:said}',
  'it refers to parts of itself, which no day needs': 'es verweist auf Teile von sich, die kein Tag braucht',
  'it is no day: no date, no entries': 'es ist kein Tag: kein Datum, keine Einträge',
  'A summary is of a plan or of a sprint.': 'Eine Zusammenfassung ist von einem Plan oder von einem Sprint.',
  'Two sprints were named.': 'Zwei Sprints sind genannt.',
  'Days were given twice.': 'Die Tage sind zweimal angegeben.',
  'A PDF is printed by the desktop app, which is not what answers here.':
    'Ein PDF druckt die Desktop-App, und hier antwortet eine andere.',
  'Give --plan NAME or --sprint NAME.': 'Gib --plan NAME oder --sprint NAME an.',
  'Give --name or --sprint, not both.': 'Gib --name oder --sprint an, nicht beides.',
  'Give --week or --sprint, not both.': 'Gib --week oder --sprint an, nicht beides.',
  'no session with a start and an end': 'keine Sitzung mit Beginn und Ende',
  'no task with a list of entries': 'keine Aufgabe mit einer Liste von Einträgen',
  'There is no time of {0} from {1} to {2}.': 'Von {0} gibt es keine Zeit vom {1} bis zum {2}.',
  'Nothing was written. Choose other days, or see `stint week`.':
    'Nichts wurde geschrieben. Wähle andere Tage, oder sieh `stint week`.',
  'There are more than {0} files below {1}.': 'Es gibt mehr als {0} Dateien unter {1}.',
  'Nothing more was taken in. Import the folders below it one by one.':
    'Mehr wurde nicht übernommen. Importiere die Ordner darunter einzeln.',
  'There are no files of {0} at {1}.': 'Unter {1} gibt es keine Dateien von {0}.',
  'Name the file, or the folder they lie in. Nothing was changed.':
    'Nenne die Datei, oder den Ordner, in dem sie liegen. Nichts wurde geändert.',
  'There is nothing of claude-time at {0}.': 'Unter {0} gibt es nichts von claude-time.',
  'Name the folder with `sessions` and `project-mapping.json` in it. Nothing was changed.':
    'Nenne den Ordner, in dem `sessions` und `project-mapping.json` liegen. Nichts wurde geändert.',
  'imported from claude-time': 'aus claude-time übernommen',
  '{0} sessions are of somebody else': '{0} Sitzungen sind von jemand anderem',
  '{0}: that day is {1} here, so {2} entries were left out':
    '{0}: Dieser Tag ist hier {1:said}, deshalb blieben {2} Einträge weg',
  'imported from {0}': 'aus {0} übernommen',
  imported: 'übernommen',
  '{0}.yaml is left as it is: {1}': '{0}.yaml bleibt, wie es ist: {1:said}',
};
