/** The machine: files, git, keychain and settings, and what they refuse. */
export const machine: Readonly<Record<string, string>> = {
  '{0} is no file.': '{0} ist keine Datei.',
  'Name a file, or the folder it lies in.': 'Nenne eine Datei, oder den Ordner, in dem sie liegt.',
  '{0} is no text.': '{0} ist kein Text.',
  'Nothing was read from it.': 'Nichts wurde daraus gelesen.',
  '{0} is larger than {1} bytes.': '{0} ist größer als {1} Bytes.',
  'There is no {0}.': 'Es gibt kein {0}.',
  'Check how it is spelled.': 'Prüfe, wie es geschrieben wird.',
  '{0} cannot be read ({1}).': '{0} lässt sich nicht lesen ({1}).',
  'Check its permissions.': 'Prüfe die Rechte.',
  'There is no folder {0}, or it may not be read. Nothing was added.':
    'Es gibt keinen Ordner {0}, oder er darf nicht gelesen werden. Nichts wurde hinzugefügt.',
  'Give the folder of a repository, or the folder that holds your repositories.':
    'Gib den Ordner eines Repositorys an, oder den Ordner, in dem deine Repositorys liegen.',
  '{0} is a file, not a folder. Nothing was added.':
    '{0} ist eine Datei, kein Ordner. Nichts wurde hinzugefügt.',
  'Give the folder it is in.': 'Gib den Ordner an, in dem sie liegt.',
  'git was not found on this machine, so commits cannot be read. Nothing that was read before is lost.':
    'git wurde auf diesem Rechner nicht gefunden, deshalb lassen sich keine Commits lesen. Nichts, was schon gelesen ist, geht verloren.',
  'Install git, make sure that `git --version` works in a terminal, then scan again.':
    'Installiere git, sieh nach, dass `git --version` in einem Terminal geht, und lies dann neu.',
  'What was read from it before is kept.': 'Was schon daraus gelesen ist, bleibt.',
  'There is no git repository at {0} any more. {1}': 'Unter {0} gibt es kein Git-Repository mehr. {1:said}',
  'If it was moved, add it at its new place; if it is gone for good, remove it with `stint repo remove`.':
    'Ist es umgezogen, füge es an seinem neuen Ort hinzu; ist es ganz weg, entferne es mit `stint repo remove`.',
  'Reading {0} took longer than {1} seconds and was stopped. {2}':
    '{0} zu lesen hat länger als {1} Sekunden gedauert und wurde abgebrochen. {2:said}',
  'It is tried again by itself. If it stays so, run `git gc` in that repository, or check the disk it is on.':
    'Es wird von selbst wieder versucht. Bleibt es so, führe dort `git gc` aus, oder prüfe die Festplatte, auf der es liegt.',
  'Git refuses to read {0} because the folder belongs to another user. {1}':
    'Git weigert sich, {0} zu lesen, weil der Ordner einem anderen Benutzer gehört. {1:said}',
  'If you trust it, run: git config --global --add safe.directory "{0}"':
    'Wenn du ihm traust, führe aus: git config --global --add safe.directory "{0}"',
  'Your git configuration (safe.bareRepository) forbids reading the bare repository {0}. {1}':
    'Deine Git-Konfiguration (safe.bareRepository) verbietet, das Bare-Repository {0} zu lesen. {1:said}',
  'Remove it from Stint, or set safe.bareRepository to all.':
    'Entferne es aus Stint, oder setze safe.bareRepository auf all.',
  'The repository {0} is damaged: {1}. {2}': 'Das Repository {0} ist beschädigt: {1}. {2:said}',
  'Run `git fsck` in it to see what is broken; a fresh clone or `git fetch` often repairs it.':
    'Führe dort `git fsck` aus, um zu sehen, was kaputt ist; ein frischer Klon oder `git fetch` hilft oft.',
  'Git could not read {0}: {1}. {2}': 'Git konnte {0} nicht lesen: {1:said}. {2:said}',
  'it stopped without saying why': 'es hörte auf, ohne zu sagen, warum',
  'Run `git log` in that folder to see the same message, and put it right there.':
    'Führe in diesem Ordner `git log` aus, um dieselbe Meldung zu sehen, und bring es dort in Ordnung.',
  'The repository {0} is damaged: git cannot tell what its file HEAD points at. {1}':
    'Das Repository {0} ist beschädigt: Git kann nicht sagen, worauf seine Datei HEAD zeigt. {1:said}',
  'See what is in the file HEAD of its git folder: a line such as `ref: refs/heads/main` names the current branch.':
    'Sieh in die Datei HEAD seines git-Ordners: Eine Zeile wie `ref: refs/heads/main` nennt den aktuellen Branch.',
  'Reading git stopped before it was done. What was read before is kept.':
    'Das Lesen von git hörte auf, bevor es fertig war. Was schon gelesen ist, bleibt.',
  'It is tried again at the next scan; if it stays so, run `stint doctor`.':
    'Beim nächsten Lesen wird es wieder versucht; bleibt es so, führe `stint doctor` aus.',
  'Nothing was kept. Connect again from Stint.': 'Nichts wurde behalten. Verbinde noch einmal in Stint.',
  'Google does not accept the OAuth client: check google.clientId and its secret (stint secret set google.clientSecret).':
    'Google nimmt den OAuth-Client nicht an: Prüfe google.clientId und das Secret dazu (stint secret set google.clientSecret).',
  'Google did not answer. Check the network.': 'Google hat nicht geantwortet. Prüfe das Netz.',
  'Google did not give the permission.': 'Google hat die Erlaubnis nicht gegeben.',
  'Stint is not running, so your browser would have nobody to come back to. Nothing was changed.':
    'Stint läuft nicht; dein Browser hätte niemanden, zu dem er zurückkommt. Nichts wurde geändert.',
  'Start the app, or `stint serve` in another terminal, and then: stint calendar connect':
    'Starte die App, oder `stint serve` in einem anderen Terminal, und dann: stint calendar connect',
  'there is no access token in the answer': 'in der Antwort ist kein Access-Token',
  'there is no lasting permission in the answer': 'in der Antwort ist keine dauerhafte Erlaubnis',
  'the request could not be made': 'die Anfrage ließ sich nicht stellen',
  'No port of this machine could be opened for the browser to come back to. Nothing was changed.':
    'Auf diesem Rechner ließ sich kein Port öffnen, zu dem der Browser zurückkommt. Nichts wurde geändert.',
  'Try again; if it stays so, a firewall on this machine may forbid it.':
    'Versuche es noch einmal; bleibt es so, verbietet es vielleicht eine Firewall auf diesem Rechner.',
  'called off': 'abgebrochen',
  'no answer within {0} ms': 'keine Antwort in {0} ms',
  'only https is allowed, or http on this machine': 'nur https ist erlaubt, oder http auf diesem Rechner',
  'a header, the method or the address cannot be sent':
    'eine Kopfzeile, die Methode oder die Adresse lässt sich nicht senden',
  'the answer is larger than 16 MB': 'die Antwort ist größer als 16 MB',
  'the connection broke': 'die Verbindung ist abgerissen',
  '{0} is not readable as JSON, so the tokens in it cannot be used.':
    '{0} ist nicht als JSON lesbar, deshalb lassen sich die Tokens darin nicht benutzen.',
  'Give the tokens again; the file is set aside then.':
    'Gib die Tokens noch einmal an; die Datei wird dann beiseitegelegt.',
  '{0} could be read by others; now only by you. Replace the tokens that were in it if somebody else uses this machine.':
    '{0} konnten andere lesen; jetzt nur noch du. Ersetze die Tokens, die darin waren, falls noch jemand diesen Rechner benutzt.',
  'Check that it belongs to you.': 'Prüfe, ob es dir gehört.',
  '{0} was not readable as JSON. It was set aside as {1}.':
    '{0} war nicht als JSON lesbar und wurde als {1} beiseitegelegt.',
  'The token could not be written to {0} ({1}). What was there before stays.':
    'Der Token ließ sich nicht in {0} schreiben ({1}). Was vorher da war, bleibt.',
  'Check that the folder can be written to, and that the disk is not full.':
    'Prüfe, ob in den Ordner geschrieben werden kann und ob die Festplatte noch Platz hat.',
  '{0} cannot be read.': '{0} lässt sich nicht lesen.',
  'The token {0} is kept in the keychain of the desktop app, which cannot be opened from here.':
    'Der Token {0} liegt im Schlüsselbund der Desktop-App, der sich von hier nicht öffnen lässt.',
  'Start Stint and try again, or set {0}.': 'Starte Stint und versuche es noch einmal, oder setze {0}.',
  'The token {0} is kept in the keychain, which is locked or not there.':
    'Der Token {0} liegt im Schlüsselbund, und der ist gesperrt oder nicht da.',
  'Unlock it and try again, or set {0}. The token is not lost.':
    'Entsperre ihn und versuche es noch einmal, oder setze {0}. Der Token ist nicht verloren.',
  'The token {0} cannot be read any more: the keychain has another key now.':
    'Der Token {0} lässt sich nicht mehr lesen: Der Schlüsselbund hat jetzt einen anderen Schlüssel.',
  'Give the token again on the Connections page.':
    'Gib den Token auf der Seite „Verbindungen“ noch einmal an.',
  'Without the desktop app there is no keychain': 'Ohne die Desktop-App gibt es keinen Schlüsselbund',
  'When it was kept there was no keychain': 'Als er abgelegt wurde, gab es keinen Schlüsselbund',
  '{0}: a token lies unencrypted in {1}, readable by you only. Set {2} instead to keep none on the disk.':
    '{0:said}: Ein Token liegt unverschlüsselt in {1}, nur für dich lesbar. Setze stattdessen {2}, dann liegt keiner auf der Festplatte.',
  '{0} cannot be read ({1}); the defaults are used.':
    '{0} lässt sich nicht lesen ({1}); es gelten die Vorgaben.',
  'The setting {0} could not be written to {1} ({2}). The old value stays.':
    'Die Einstellung {0} ließ sich nicht in {1} schreiben ({2}). Der alte Wert bleibt.',
  'Check that the file and its folder can be written to, and that the disk is not full.':
    'Prüfe, ob in die Datei und ihren Ordner geschrieben werden kann und ob die Festplatte noch Platz hat.',
  '{0} cannot be {1}: {2}. The old value stays.': '{0} kann nicht {1} sein: {2:said}. Der alte Wert bleibt.',
  "{0} For example: stint config set {1} '{2}'": "{0:said} Zum Beispiel: stint config set {1} '{2}'",
  '{0} is {1} in {2}, which is not allowed ({3}); {4} is used.':
    '{0} ist in {2} {1}, und das ist nicht erlaubt ({3:said}); es gilt {4}.',
  '{0} has settings that this Stint does not know and leaves alone: {1}.':
    'In {0} stehen Einstellungen, die dieses Stint nicht kennt und in Ruhe lässt: {1}.',
  '{0} is not readable as settings; the defaults are used.':
    '{0} ist nicht als Einstellungen lesbar; es gelten die Vorgaben.',
  'The settings file was not readable as JSON. It was set aside as {0}, and the defaults are used.':
    'Die Datei der Einstellungen war nicht als JSON lesbar. Sie wurde als {0} beiseitegelegt, und es gelten die Vorgaben.',
  '{0} is a link or no file; it is not read.': '{0} ist ein Verweis oder keine Datei und wird nicht gelesen.',
  '{0} is larger than {1} MB; it is not read.': '{0} ist größer als {1} MB und wird nicht gelesen.',
  '{0} is a link that leads elsewhere; it is not read.':
    '{0} ist ein Verweis, der anderswohin führt, und wird nicht gelesen.',
  'Nothing could be written to {0}. The line is lost.':
    'In {0} ließ sich nichts schreiben. Die Zeile ist verloren.',
  'Check the permissions of the folder, and whether the disk is full.':
    'Prüfe die Rechte des Ordners und ob die Festplatte noch Platz hat.',
  'Another program has these keys, or this desktop gives none away. Choose others, or bind the command `stint toggle` to keys in the settings of your desktop.':
    'Ein anderes Programm hat diese Tasten, oder dieser Desktop gibt keine her. Wähle andere, oder lege den Befehl `stint toggle` in den Einstellungen deines Desktops auf Tasten.',
  'On Wayland a desktop may take the keys and never tell. If nothing happens when you press them, bind the command `stint toggle` to keys in the settings of your desktop.':
    'Unter Wayland kann ein Desktop die Tasten annehmen und sie nie melden. Geschieht nichts, wenn du sie drückst, lege den Befehl `stint toggle` in den Einstellungen deines Desktops auf Tasten.',
  'They work while the desktop app runs.': 'Sie gehen, solange die Desktop-App läuft.',
  'not set': 'nicht gesetzt',
  'works from any program': 'geht aus jedem Programm',
  'this desktop did not give the keys to Stint': 'dieser Desktop hat Stint die Tasten nicht gegeben',
  'set, but this desktop may not tell Stint when it is pressed':
    'gesetzt, aber dieser Desktop sagt Stint vielleicht nicht, wenn sie gedrückt werden',
  set: 'gesetzt',
};
