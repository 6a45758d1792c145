/** Configuration of repositories and of the person: who decides a setting, and what is wrong in a file. */
export const configuration: Readonly<Record<string, string>> = {
  'Its folder is a link that leads out of the repository; it is not read.':
    'Der Ordner ist ein Link, der aus dem Repository hinausführt; die Datei wird nicht gelesen.',
  'It is a link; it is not read.': 'Die Datei ist ein Link; sie wird nicht gelesen.',
  'It is no file; it is not read.': 'Das ist keine Datei; sie wird nicht gelesen.',
  'It is larger than {0} KB, as no configuration is; it is not read.':
    'Die Datei ist größer als {0} KB, wie es keine Konfiguration ist; sie wird nicht gelesen.',
  'It is no text; it is not read.': 'Die Datei ist kein Text; sie wird nicht gelesen.',
  'It cannot be read ({0}).': 'Die Datei lässt sich nicht lesen ({0}).',
  'The file is larger or deeper than a configuration is; nothing of it counts.':
    'Die Datei ist größer oder tiefer als eine Konfiguration; nichts daraus gilt.',
  'It is not readable as YAML; nothing of it counts.':
    'Die Datei ist nicht als YAML lesbar; nichts daraus gilt.',
  'It is not readable as YAML ({0}); nothing of it counts.':
    'Die Datei ist nicht als YAML lesbar ({0}); nichts daraus gilt.',
  'It is no configuration: no keys with values.': 'Das ist keine Konfiguration: keine Schlüssel mit Werten.',
  '{0} has to be a section with keys; nothing in it counts.':
    '{0} muss ein Abschnitt mit Schlüsseln sein; nichts darin gilt.',
  'prefix is {0}: it has to be capitals such as TB.':
    'prefix ist {0}: Es müssen Großbuchstaben sein, etwa TB.',
  'Stint does not know {0} and leaves it alone.': 'Stint kennt {0} nicht und lässt es in Ruhe.',
  'Stint does not know {0} and leaves it alone. Did you mean {1}?':
    'Stint kennt {0} nicht und lässt es in Ruhe. Meinst du {1}?',
  '{0} is {1}, which is not allowed: it has to be {2}. What counts instead: stint config explain {3}':
    '{0} ist {1}, und das ist nicht erlaubt: Es muss {2:said} sein. Was stattdessen gilt: stint config explain {3}',
  'a number of hours from 0.5 to 24': 'eine Zahl von Stunden von 0.5 bis 24',
  'a duration such as 15m, of 2h at most': 'eine Dauer wie 15m, höchstens 2h',
  'a duration such as 2h, of 24h at most': 'eine Dauer wie 2h, höchstens 24h',
  'a duration such as 30m, of 8h at most': 'eine Dauer wie 30m, höchstens 8h',
  'true or false': 'true oder false',
  'categories, each with a list of ticket types': 'Kategorien, jede mit einer Liste von Ticket-Typen',
  'a list of labels': 'eine Liste von Labels',
  'Correct the file.': 'Korrigiere die Datei.',
  'Repositories say different things about {0}, so your own value counts: {1}':
    'Repositories sagen Verschiedenes über {0}, darum gilt dein eigener Wert: {1}',
  'Let them say the same, or leave it to one of them.':
    'Lass sie dasselbe sagen, oder überlass es einem von ihnen.',
  'Correct the key, or leave it.': 'Korrigiere den Schlüssel, oder lass ihn stehen.',
  'Read: {0}': 'Gelesen: {0}',
  'Where a value comes from: stint config explain KEY':
    'Woher ein Wert kommt: stint config explain SCHLÜSSEL',
  'It comes from {0}, line {1}.': 'Es kommt aus {0}, Zeile {1}.',
  'It comes from the settings of Stint.': 'Es kommt aus den Einstellungen von Stint.',
  'Nobody said anything: it is what Stint has built in.':
    'Niemand hat etwas gesagt: Es ist, was in Stint eingebaut ist.',
  'Repositories say different things, so none of them counts.':
    'Repositories sagen Verschiedenes, darum gilt keines von ihnen.',
  'Counts for the tickets of its own prefix.': 'Gilt für die Tickets des eigenen Präfixes.',
  'Counts for its own telemetry log.': 'Gilt für das eigene Telemetrie-Log.',
  'Switched off by its .tract/config.yaml (telemetry.enabled).':
    'Ausgeschaltet durch seine .tract/config.yaml (telemetry.enabled).',
  'Calendars are switched off. Who did it: stint config explain calendar.enabled':
    'Kalender sind ausgeschaltet. Wer es war: stint config explain calendar.enabled',
};
