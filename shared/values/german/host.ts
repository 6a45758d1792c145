/** The host itself: its doors, its data folder and its database. */
export const host: Readonly<Record<string, string>> = {
  'Stint could not do that; a bug stopped it.': 'Das ging nicht; ein Fehler in Stint hat es abgebrochen.',
  'There is no operation at {0}.': 'Unter {0} gibt es keine Operation.',
  'See /api/openapi.json for all of them.': '/api/openapi.json zeigt alle.',
  'The operation at {0} is not asked for with {1}. Nothing was changed.':
    'Die Operation unter {0} wird nicht mit {1} aufgerufen. Nichts wurde geändert.',
  'Use {0}.': 'Nimm {0}.',
  'There is no step {0} in the log.': 'Im Protokoll gibt es keinen Schritt {0}.',
  'See `stint history`.': 'Siehe `stint history`.',
  'That was asked for too often. Nothing was changed.': 'Danach wurde zu oft gefragt. Nichts wurde geändert.',
  'Wait for as many seconds as Retry-After says, then try again.':
    'Warte so viele Sekunden, wie Retry-After sagt, und versuche es dann noch einmal.',
  'There is nothing to call at {0}.': 'Unter {0} gibt es nichts aufzurufen.',
  'See /api/openapi.json for all operations.': '/api/openapi.json zeigt alle Operationen.',
  'There is no page {0}.': 'Es gibt keine Seite {0}.',
  'Where the window was never built, run `npm run build`.':
    'Wo das Fenster nie gebaut wurde, führe `npm run build` aus.',
  'A session is opened with POST.': 'Eine Anmeldung wird mit POST begonnen.',
  'Send {"token": "…"} as JSON.': 'Sende {"token": "…"} als JSON.',
  'This key is not good, or was used already.': 'Dieser Schlüssel gilt nicht, oder wurde schon benutzt.',
  'Open the newest link that `stint serve` printed.':
    'Öffne den neuesten Link, den `stint serve` ausgegeben hat.',
  'Port {0} is taken by another program.': 'Port {0} ist von einem anderen Programm belegt.',
  'Choose another with `--port N` (0 picks a free one) or `stint config set doors.httpPort N`.':
    'Wähle einen anderen mit `--port N` (0 nimmt einen freien) oder `stint config set doors.httpPort N`.',
  'This address is not one Stint answers to.': 'Unter dieser Adresse antwortet Stint nicht.',
  'Use http://127.0.0.1:{0}.': 'Nimm http://127.0.0.1:{0}.',
  'Pages of other sites may not talk to Stint.': 'Seiten anderer Websites dürfen nicht mit Stint reden.',
  'Open the window of Stint itself.': 'Öffne das Fenster von Stint selbst.',
  'This Stint belongs to somebody else.': 'Dieses Stint gehört jemand anderem.',
  'Name your own data folder with --home.': 'Nenne deinen eigenen Datenordner mit --home.',
  'Stint does not know who is asking.': 'Stint weiß nicht, wer fragt.',
  'Stint does not accept this token.': 'Stint nimmt diesen Token nicht an.',
  'In a browser open the link that `stint serve` prints; a program sends the token that lies in the data folder (file `token`).':
    'Öffne im Browser den Link, den `stint serve` ausgibt; ein Programm sendet den Token, der im Datenordner liegt (Datei `token`).',
  'Hooks are heard with POST.': 'Hooks kommen mit POST.',
  'Send what Claude Code sends, as JSON.': 'Sende als JSON, was Claude Code sendet.',
  'The token of the HTTP door cannot be written.': 'Der Token des HTTP-Zugangs lässt sich nicht schreiben.',
  'Check the permissions of {0}.': 'Prüfe die Rechte von {0}.',
  'See `stint --help` for what there is.': '`stint --help` zeigt, was es gibt.',
  'This operation changes data, so it cannot be called with GET.':
    'Diese Operation ändert Daten und lässt sich deshalb nicht mit GET aufrufen.',
  'Use POST.': 'Nimm POST.',
  'Check what was sent; nothing was changed.': 'Prüfe, was gesendet wurde; nichts wurde geändert.',
  'These values cannot be used.': 'Diese Werte gehen nicht.',
  'These values cannot be used. {0}.': 'Diese Werte gehen nicht. {0:said}.',
  'Correct them; nothing was changed.': 'Berichtige sie; nichts wurde geändert.',
  'not allowed': 'nicht erlaubt',
  'Run `stint doctor` to see what is wrong.': 'Führe `stint doctor` aus, um zu sehen, was fehlt.',
  'The request is longer than {0}. Nothing was changed.':
    'Die Anfrage ist länger als {0}. Nichts wurde geändert.',
  'Send less in one request.': 'Sende weniger auf einmal.',
  'The body is not marked as JSON.': 'Der Inhalt ist nicht als JSON gekennzeichnet.',
  'Send it with the header Content-Type: application/json.':
    'Sende ihn mit der Kopfzeile Content-Type: application/json.',
  'The body is not valid JSON. Nothing was changed.':
    'Der Inhalt ist kein gültiges JSON. Nichts wurde geändert.',
  'Check quotes, commas and brackets.': 'Prüfe Anführungszeichen, Kommas und Klammern.',
  '--home names no folder.': '--home nennt keinen Ordner.',
  'Give a folder, or leave --home out.': 'Gib einen Ordner an, oder lass --home weg.',
  'unknown error': 'unbekannter Fehler',
  'The data folder {0} cannot be used ({1}). Nothing was written.':
    'Der Datenordner {0} lässt sich nicht benutzen ({1:said}). Nichts wurde geschrieben.',
  'Check its path and permissions, or name another one with --home.':
    'Prüfe Pfad und Rechte, oder nenne mit --home einen anderen.',
  'A demo needs somebody who stays.': 'Eine Demo braucht jemanden, der bleibt.',
  'Run: stint demo': 'Führe aus: stint demo',
  'This is your own data, not a demo.': 'Das sind deine eigenen Daten, keine Demo.',
  'There is nothing to leave.': 'Es gibt nichts zu verlassen.',
  'This is made-up data: nothing is sent anywhere, and nothing is taken in.':
    'Das sind erfundene Daten: Nichts wird irgendwohin gesendet, und nichts aufgenommen.',
  'Leave the demo and do it with your own data.': 'Verlasse die Demo und tu es mit deinen eigenen Daten.',
  'There is nothing to go back to.': 'Es gibt nichts, wohin es zurückginge.',
  'Close this window, and end stint demo with Ctrl+C.':
    'Schließe dieses Fenster und beende stint demo mit Ctrl+C.',
  'Stint could not do that ({0}). Nothing was changed.': 'Das ging nicht ({0}). Nichts wurde geändert.',
  'Run `stint doctor`; the log in the data folder has the details.':
    'Führe `stint doctor` aus; Näheres steht im Protokoll im Datenordner.',
  '{0} (process {1})': '{0:said} (Prozess {1})',
  'the desktop app': 'die Desktop-App',
  '`stint serve`': '`stint serve`',
  'There is no operation {0}.': 'Es gibt keine Operation {0}.',
  'See `stint --help`.': 'Siehe `stint --help`.',
  'Another Stint is using {0} right now. Nothing was changed.':
    'Ein anderes Stint benutzt gerade {0}. Nichts wurde geändert.',
  'Wait a moment and try again; `stint doctor` shows more.':
    'Warte einen Augenblick und versuche es noch einmal; `stint doctor` zeigt mehr.',
  'Use the running app, or quit it in the tray.':
    'Benutze die laufende App, oder beende sie in der Symbolleiste.',
  'Use it, or stop it (process {0}).': 'Benutze es, oder beende es (Prozess {0}).',
  'Use it at {0}, or stop it (process {1}).': 'Benutze es unter {0}, oder beende es (Prozess {1}).',
  'Stint is running on {0} already: {1}.': 'Auf {0} läuft Stint schon: {1:said}.',
  'The window sent something that is no call of Stint. Nothing was changed.':
    'Das Fenster hat etwas gesendet, das kein Aufruf von Stint ist. Nichts wurde geändert.',
  'Close the window and open it again; if it happens again, run `stint doctor`.':
    'Schließe das Fenster und öffne es wieder; geschieht es noch einmal, führe `stint doctor` aus.',
  'This desktop has no keychain that Stint knows (GNOME Keyring, KWallet)':
    'Dieser Desktop hat keinen Schlüsselbund, den Stint kennt (GNOME Keyring, KWallet)',
  'The backup could not be read back ({0}). Your data and the older backups are untouched.':
    'Die Sicherung ließ sich nicht zurücklesen ({0}). Deine Daten und die älteren Sicherungen sind unberührt.',
  'Check the disk, then run `stint backup now`.':
    'Prüfe die Festplatte und führe dann `stint backup now` aus.',
  "Stint's database is damaged ({0}). It was set aside as {1}; nothing was deleted. {2}":
    'Stints Datenbank ist beschädigt ({0}). Sie wurde als {1} beiseitegelegt; nichts wurde gelöscht. {2:said}',
  'A damaged one was set aside as {0}.': 'Eine beschädigte wurde als {0} beiseitegelegt.',
  "Stint's database {0} is not there, but there has been one.{1} {2}":
    'Stints Datenbank {0} ist nicht da, aber es gab eine.{1:said} {2:said}',
  'The database in {0} was written by a newer Stint (version {1} of its tables; this one knows {2}). It was not touched.':
    'Die Datenbank in {0} wurde von einem neueren Stint geschrieben (Version {1} der Tabellen; dieses kennt {2}). Sie wurde nicht angerührt.',
  'Update Stint, or name another data folder with --home.':
    'Aktualisiere Stint, oder nenne mit --home einen anderen Datenordner.',
  '{0} is a database of another program. It was not touched.':
    '{0} ist eine Datenbank eines anderen Programms. Sie wurde nicht angerührt.',
  'Move that file elsewhere, or name another data folder with --home.':
    'Verschiebe diese Datei anderswohin, oder nenne mit --home einen anderen Datenordner.',
  'There is no backup that can be read.': 'Es gibt keine lesbare Sicherung.',
  'The newest good backup is from {0} UTC.': 'Die neueste gute Sicherung ist von {0} UTC.',
  'Go back to it: stint backup restore {0} --home "{1}"':
    'Kehre zu ihr zurück: stint backup restore {0} --home "{1}"',
  'Keep the file: a copy of the folder from elsewhere may help (stint backup restore FILE --home "{0}").':
    'Behalte die Datei: Eine Kopie des Ordners von anderswo hilft vielleicht (stint backup restore FILE --home "{0}").',
  'To begin with an empty timesheet, move everything called stint.db… out of {0}.':
    'Um mit einem leeren Stundenzettel zu beginnen, verschiebe alles namens stint.db… aus {0}.',
  'The database could not be brought from version {0} to {1} ({2}). It is unchanged and nothing is lost.':
    'Die Datenbank ließ sich nicht von Version {0} auf {1} bringen ({2}). Sie ist unverändert, und nichts ist verloren.',
  'Go on with the version of Stint you had before, and report this.{0}':
    'Arbeite mit der Version von Stint weiter, die du vorher hattest, und melde das.{0:said}',
  'A backup is kept: {0}': 'Eine Sicherung liegt hier: {0}',
  'There is no backup {0}.': 'Es gibt keine Sicherung {0}.',
  'See `stint backup list`, or look into the folder backups.':
    'Siehe `stint backup list`, oder sieh in den Ordner backups.',
  'Stint is running on this data folder. Nothing was changed.':
    'Stint läuft auf diesem Datenordner. Nichts wurde geändert.',
  'Quit it, then restore the backup.': 'Beende es, und stelle dann die Sicherung wieder her.',
  'The backup {0} cannot be used: {1}. Nothing was changed.':
    'Die Sicherung {0} lässt sich nicht benutzen: {1}. Nichts wurde geändert.',
  'Take another one: `stint backup list`.': 'Nimm eine andere: `stint backup list`.',
  "Stint's database needs Node 22.14, Node 24 or newer; this is {0} (Node-API {1}). Your data was not touched.":
    'Stints Datenbank braucht Node 22.14, Node 24 oder neuer; dies ist {0} (Node-API {1}). Deine Daten wurden nicht angerührt.',
  'Start Stint with `npx stint`, which brings its own Node 24, or build the database binding for this Node: `npm run e2e:setup`.':
    'Starte Stint mit `npx stint`, das sein eigenes Node 24 mitbringt, oder baue die Datenbank-Anbindung für dieses Node: `npm run e2e:setup`.',
  'The database in {0} is damaged ({1}). This change was not written; what can still be read is untouched.':
    'Die Datenbank in {0} ist beschädigt ({1}). Diese Änderung wurde nicht geschrieben; was noch lesbar ist, ist unberührt.',
  'Stop Stint and start it again: it checks the database and offers the newest good backup.':
    'Beende Stint und starte es wieder: Es prüft die Datenbank und bietet die neueste gute Sicherung an.',
  'The disk of {0} is full. This change was not written; everything before it is safe.':
    'Die Festplatte von {0} ist voll. Diese Änderung wurde nicht geschrieben; alles davor ist sicher.',
  'Make room on the disk, then repeat the change.':
    'Schaffe Platz auf der Festplatte und wiederhole die Änderung.',
  'Stint cannot write in its data folder {0} ({1}). Nothing was changed.':
    'Stint kann in seinem Datenordner {0} nicht schreiben ({1}). Nichts wurde geändert.',
  'Check that the folder exists, belongs to you and can be written to, or name another one with --home.':
    'Prüfe, ob der Ordner da ist, dir gehört und beschreibbar ist, oder nenne mit --home einen anderen.',
  'Another program holds the database in {0}. Nothing was written.':
    'Ein anderes Programm hält die Datenbank in {0} fest. Nichts wurde geschrieben.',
  'Close the other program (a second Stint, a backup or sync tool), then try again.':
    'Schließe das andere Programm (ein zweites Stint, ein Sicherungs- oder Abgleichprogramm) und versuche es noch einmal.',
  'The disk did not answer as it should ({0}). This change was not written.':
    'Die Festplatte hat nicht geantwortet, wie sie sollte ({0}). Diese Änderung wurde nicht geschrieben.',
  'Copy {0} to another disk, check this one, then start Stint again.':
    'Kopiere {0} auf eine andere Festplatte, prüfe diese, und starte dann Stint wieder.',
  'this is made-up data: nobody outside is asked': 'das sind erfundene Daten: niemand draußen wird gefragt',
};
