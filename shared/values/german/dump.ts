/** Everything in one file, and back. */
export const dump: Readonly<Record<string, string>> = {
  'Tokens are not in it: connect providers and calendars anew where it is restored. All else is; keep it as private as the data folder.':
    'Tokens sind nicht darin: verbinde Anbieter und Kalender dort neu, wo du es zurückspielst. Alles andere schon; halte die Datei so privat wie den Datenordner.',
  '{0} holds a value that {1} cannot have.': '{0} enthält einen Wert, den {1} nicht haben kann.',
  'Nothing was written. Correct it in the file\'s line "settings", or take another copy.':
    'Nichts wurde geschrieben. Berichtige ihn in der Zeile „settings“ der Datei, oder nimm eine andere Kopie.',
  'There is no setting {0} in this Stint.': 'Die Einstellung {0} gibt es in diesem Stint nicht.',
  'the line does not end': 'die Zeile endet nicht',
  '{0} is damaged in line {1}: {2}.': '{0} ist in Zeile {1} beschädigt: {2:said}.',
  'Nothing was written. Take another copy of the file.':
    'Nichts wurde geschrieben. Nimm eine andere Kopie der Datei.',
  'the file ends there, too early': 'die Datei endet dort, zu früh',
  'that is no text': 'das ist kein Text',
  'This data folder is not empty: it holds {0}. A dump is only put into an empty one.':
    'Dieser Datenordner ist nicht leer: er enthält {0}. Eine Sicherung wird nur in einen leeren zurückgespielt.',
  'Nothing was written. Name a new folder: stint import json FILE --home FOLDER':
    'Nichts wurde geschrieben. Nenne einen neuen Ordner: stint import json DATEI --home ORDNER',
  '{0} is no dump of Stint, or it was laid out anew since.':
    '{0} ist keine Sicherung von Stint, oder sie wurde seither neu umbrochen.',
  'Nothing was written. Take the file as `stint export json` wrote it.':
    'Nichts wurde geschrieben. Nimm die Datei, wie `stint export json` sie geschrieben hat.',
  '{0} was written by a newer Stint than this one.':
    '{0} wurde von einem neueren Stint geschrieben als diesem.',
  'Nothing was written. Update Stint, then restore it.':
    'Nichts wurde geschrieben. Aktualisiere Stint, dann spiel sie zurück.',
  'that is not what stands there in a dump': 'das steht dort in keiner Sicherung',
  'that is no table of this program, or it stands there twice':
    'das ist keine Tabelle dieses Programms, oder sie steht zweimal da',
  'the columns are missing': 'die Spalten fehlen',
  '{0} has no column {1}': '{0} hat keine Spalte {1}',
  'the rows of {0} above it are not those that were saved':
    'die Zeilen von {0} darüber sind nicht die, die gesichert wurden',
  'that is no row of {0}': 'das ist keine Zeile von {0}',
  'the lines above it are not those that were saved':
    'die Zeilen darüber sind nicht die, die gesichert wurden',
  'something follows that does not belong to it': 'es folgt etwas, das nicht dazugehört',
  '{0} is missing': '{0} fehlt',
  'that cannot be read': 'das lässt sich nicht lesen',
};
