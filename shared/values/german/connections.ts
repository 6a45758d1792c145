/** Providers, projects and mappings, sessions and settings: what the services refuse, and what undo takes back. */
export const connections: Readonly<Record<string, string>> = {
  'For example: 2h on TB-042 for code review yesterday':
    'Zum Beispiel: 2h auf TB-042 für Code-Review gestern',
  'The entry has no length.': 'Der Eintrag hat keine Länge.',
  'Give minutes above zero, or a start and a later end.':
    'Gib Minuten über null an, oder einen Beginn und ein späteres Ende.',
  'A manual entry needs a description.': 'Ein Eintrag von Hand braucht eine Beschreibung.',
  'Say in a few words what the time went into.': 'Sag in ein paar Worten, wofür die Zeit war.',
  'Start and end do not make a stretch of time.': 'Beginn und Ende ergeben keinen Zeitraum.',
  'Split what goes over midnight into one entry a day.':
    'Teile, was über Mitternacht geht, in einen Eintrag für jeden Tag.',
  today: 'heute',
  '{0}{1} → {2}, {3}, by hand: {4}': '{0}{1} → {2:said}, {3:said}, von Hand: {4}',
  'no ticket': 'kein Ticket',
  'Several entries end in "{0}".': 'Mehrere Einträge enden auf „{0}“.',
  'Give more of the id.': 'Gib mehr von der Id an.',
  'There is no entry {0}.': 'Es gibt keinen Eintrag {0}.',
  'See `stint day` for the entries of a day and their ids.':
    '`stint day` zeigt die Einträge eines Tages und ihre Ids.',
  '"{0}" is not a duration.': '„{0}“ ist keine Dauer.',
  'Give minutes, or text such as 45m, 2h, 1h30m, -1h.': 'Gib Minuten an, oder Text wie 45m, 2h, 1h30m, -1h.',
  '"{0}" is not a ticket.': '„{0}“ ist kein Ticket.',
  'Tickets look like TB-042: letters, a dash, a number.':
    'Tickets sehen aus wie TB-042: Buchstaben, ein Strich, eine Zahl.',
  '{0} has not come yet.': 'Der {0} ist noch nicht gekommen.',
  'Confirm a day when it is over, or today.': 'Bestätige einen Tag, wenn er vorbei ist, oder heute.',
  'Connected as {0}.': 'Verbunden als {0}.',
  'The token of {0} comes from the environment; Stint cannot take it out of there.':
    'Der Token von {0} kommt aus der Umgebung; Stint kann ihn dort nicht herausnehmen.',
  'Unset {0} and start Stint again.': 'Lösche {0} aus der Umgebung und starte Stint neu.',
  'That is no token of {0}: it is empty, or has blanks or unusual characters in it. Nothing was kept.':
    'Das ist kein Token von {0}: Er ist leer, oder es sind Leerzeichen oder ungewöhnliche Zeichen darin. Nichts wurde behalten.',
  'Copy the token again, without anything around it.':
    'Kopiere den Token noch einmal, ohne etwas darum herum.',
  '{0} holds another token, and the environment comes first. Nothing was kept.':
    'In {0} steht ein anderer Token, und die Umgebung geht vor. Nichts wurde behalten.',
  'Change or unset {0} and start Stint again.':
    'Ändere oder lösche {0} in der Umgebung und starte Stint neu.',
  '{0} does not tell which {1} a token is for. Nothing was kept.':
    '{0} sagt nicht, wofür ein Token gilt ({1:said}). Nichts wurde behalten.',
  'Give its number too: stint provider connect {0} --place NUMBER; it stands where the token is made.':
    'Gib auch die Nummer an: stint provider connect {0} --place NUMBER; sie steht dort, wo der Token gemacht wird.',
  '{0} knows no {1} {2} that you are in. Nothing was kept.':
    '{0} kennt dort nichts, worin du bist: {1:said} {2}. Nichts wurde behalten.',
  'Look its id up in the address bar of your browser, and give it with --place.':
    'Die Id steht in der Adresszeile deines Browsers; gib sie mit --place an.',
  'Give one of yours with --place: {0}.': 'Gib eine von deinen mit --place an: {0}.',
  '{0} answered with an id that is none. Nothing was kept.':
    '{0} hat mit einer Id geantwortet, die keine ist. Nichts wurde behalten.',
  'Check the address: stint config get providers.{0}.baseUrl':
    'Prüfe die Adresse: stint config get providers.{0}.baseUrl',
  'Not connected.': 'Nicht verbunden.',
  'Choose one: {0}.': 'Wähle: {0}.',
  'Connect it again and give it with {0}.': 'Verbinde noch einmal und gib es mit {0} an.',
  '{0} is not known yet. {1}': 'Noch nicht bekannt: {0:said}. {1:said}',
  'Connected.': 'Verbunden.',
  '{0}: mapped, but nothing can be booked there. {1}':
    '{0}: zugeordnet, aber dort lässt sich nichts buchen. {1:said}',
  'There is neither project-mapping.json nor developer.json in {0}.':
    'In {0} gibt es weder project-mapping.json noch developer.json.',
  'Give one of the files, or the folder they are in, such as ~/.claude-time.':
    'Gib eine der Dateien an, oder den Ordner, in dem sie liegen, etwa ~/.claude-time.',
  '{0}: tickets {1}-… count to {2} already': '{0}: Tickets {1}-… zählen schon zu {2}',
  'You are not in {0} {1} any more.': 'Du bist dort nicht mehr dabei: {0:said} {1}.',
  '{0} has no unit for the {1} {2}.': '{0} hat keine Leistung für {1:said} {2}.',
  'See what is mapped: stint provider mappings {0}': 'Was zugeordnet ist, zeigt: stint provider mappings {0}',
  '{0} needs a task too.': '{0} braucht auch eine Aufgabe.',
  'It is not there any more, or not open to you.': 'Es ist nicht mehr dort, oder für dich nicht offen.',
  'It is {0}.': 'Es lässt sich dort nicht mehr buchen: {0:said}.',
  'Nothing to map was named.': 'Es ist nicht genannt, was zugeordnet werden soll.',
  'Only one thing can be mapped at a time.': 'Es lässt sich nur eines auf einmal zuordnen.',
  'Name a project, a prefix or a ticket: --project TB, --prefix TB or --ticket TB-42.':
    'Nenne ein Projekt, ein Präfix oder ein Ticket: --project TB, --prefix TB oder --ticket TB-42.',
  'Give one such as TB-42.': 'Gib eines wie TB-42 an.',
  '"{0}" is not a prefix of tickets.': '„{0}“ ist kein Präfix von Tickets.',
  'Give one such as TB, or map a project.': 'Gib eines wie TB an, oder ordne ein Projekt zu.',
  '{0} books time on a task: the unit alone is not enough.':
    '{0} bucht Zeit auf eine Aufgabe: Die Leistung allein reicht nicht.',
  'Give --task too; see stint provider units {0}': 'Gib auch --task an; siehe stint provider units {0}',
  '{0} is {1} in {2}: nothing can be booked there.': 'Auf {0} lässt sich in {2} nichts buchen: {1:said}.',
  'Open it there, or take another one: stint provider units {0}':
    'Öffne es dort, oder nimm etwas anderes: stint provider units {0}',
  'no task': 'ohne Aufgabe',
  'See all: stint provider units {0}': 'Alle zeigt: stint provider units {0}',
  '{0} has {1} in {2}.': '{0} hat {1:said} in {2}.',
  'tasks, and needs one to be named': 'Aufgaben, und eine davon muss genannt werden,',
  'no task {0}': 'keine Aufgabe {0}',
  '{0} has no unit {1} that is open to you.': '{0} hat keine Leistung {1}, die dir offen steht.',
  'Near: {0}. {1}': 'Ähnlich: {0}. {1:said}',
  prefix: 'Präfix',
  ticket: 'Ticket',
  '{0} is not ready: {1} is not known.': '{0} ist nicht bereit: Nicht bekannt ist {1:said}.',
  'Connect it: stint provider connect {0}, or set {1}.':
    'Verbinde: stint provider connect {0}, oder setze {1:said}.',
  '{0} is not connected: there is no token.': '{0} ist nicht verbunden: Es gibt keinen Token.',
  'Connect it on the Connections page, or: stint provider connect {0}':
    'Verbinde auf der Seite „Verbindungen“, oder: stint provider connect {0}',
  'A project needs a key.': 'Ein Projekt braucht einen Schlüssel.',
  'Give the one that entries carry, such as TB.': 'Gib den an, den Einträge tragen, etwa TB.',
  '{0} has no hourly rate that a currency could belong to.':
    '{0} hat keinen Stundensatz, zu dem eine Währung gehören könnte.',
  'Give --hourly-rate too.': 'Gib auch --hourly-rate an.',
  'Nothing to change was given.': 'Es ist nicht angegeben, was geändert werden soll.',
  'Give a ticket, minutes, a description or times.':
    'Gib ein Ticket, Minuten, eine Beschreibung oder Zeiten an.',
  '"{0}" is no instant.': '„{0}“ ist kein Zeitpunkt.',
  'Give the start of a stretch.': 'Gib den Beginn eines Stücks an.',
  'The entry has no time on both sides of this cut.':
    'Der Eintrag hat nicht auf beiden Seiten dieses Schnitts Zeit.',
  'Give an instant within it, or the minutes of its first part.':
    'Gib einen Zeitpunkt darin an, oder die Minuten des ersten Teils.',
  '"{0}" is not a day.': '„{0}“ ist kein Tag.',
  'Give a date such as 2026-02-10, or today, yesterday, monday.':
    'Gib ein Datum wie 2026-02-10 an, oder today, yesterday, monday.',
  '"{0}" is not a week.': '„{0}“ ist keine Woche.',
  'Give a week such as 2026-W07, or this, last, or a date in it.':
    'Gib eine Woche wie 2026-W07 an, oder this, last, oder ein Datum darin.',
  '{0} cannot be {1}: {2}.': '{0} kann nicht {1:said} sein: {2:said}.',
  nothing: 'nichts',
  '{0} to {1} cannot be compared.': '{0} bis {1} lässt sich nicht vergleichen.',
  'Give at most {0} days, the earlier one as --from.': 'Gib höchstens {0} Tage an, den früheren als --from.',
  'There is no git repository in {0}.': 'In {0} gibt es kein Git-Repository.',
  'Give a repository, or a folder that has some in it.':
    'Gib ein Repository an, oder einen Ordner, in dem welche liegen.',
  'No repository {0} is registered.': 'Kein Repository {0} ist eingetragen.',
  'See `stint repo list`.': 'Siehe `stint repo list`.',
  'Several repositories are called {0}.': 'Mehrere Repositorys heißen {0}.',
  'Give the path.': 'Gib den Pfad an.',
  'No value was given for {0}.': 'Für {0} ist kein Wert angegeben.',
  'For example: stint secret set {0} < token.txt': 'Zum Beispiel: stint secret set {0} < token.txt',
  'There is no secret of that name.': 'Es gibt kein Geheimnis mit diesem Namen.',
  'One of: {0}.': 'Möglich ist: {0}.',
  'The session is paused already.': 'Die Sitzung ist schon pausiert.',
  'Resume it with `stint resume`.': 'Setze sie mit `stint resume` fort.',
  'No session is paused.': 'Keine Sitzung ist pausiert.',
  'Stop the running one, or let it run.': 'Stoppe die laufende, oder lass sie laufen.',
  'A session runs already: {0}.': 'Eine Sitzung läuft schon: {0}.',
  'Stop it first, or start another one.': 'Stoppe sie zuerst, oder starte eine andere.',
  'There is no session to continue.': 'Es gibt keine Sitzung, die fortgesetzt werden könnte.',
  'Start one: `stint start TB-042`.': 'Starte eine: `stint start TB-042`.',
  'There is no session {0}.': 'Es gibt keine Sitzung {0}.',
  'See `stint session list`.': 'Siehe `stint session list`.',
  'No session is running.': 'Keine Sitzung läuft.',
  'Give minutes, or text such as 45m, 2h, 1h30m, +15m, -10m.':
    'Gib Minuten an, oder Text wie 45m, 2h, 1h30m, +15m, -10m.',
  '{0} cannot be taken from {1}.': '{0} lassen sich von {1} nicht abziehen.',
  'Did you mean {0}?': 'Meintest du {0}?',
  'See `stint config list` for all of them.': '`stint config list` zeigt alle.',
  'There is no setting {0}.': 'Es gibt keine Einstellung {0}.',
  'No times were given.': 'Es sind keine Zeiten angegeben.',
  'Give a start and a later end.': 'Gib einen Beginn und ein späteres Ende an.',
  'This gap is not settled.': 'Diese Lücke ist nicht erledigt.',
  'Look at the day again.': 'Sieh dir den Tag neu an.',
  '1 entry has no ticket.': '1 Eintrag hat kein Ticket.',
  '{0} entries have no ticket.': '{0} Einträge haben kein Ticket.',
  '{0} of new evidence came after the day was submitted; it is not in the entries.':
    '{0} neue Belege kamen, nachdem der Tag eingereicht war; sie stehen nicht in den Einträgen.',
  '{0} of new evidence came after the day was reviewed; it is not in the entries.':
    '{0} neue Belege kamen, nachdem der Tag geprüft war; sie stehen nicht in den Einträgen.',
  'No author e-mail is set, so no commit is yours yet. Set identity.emails.':
    'Keine E-Mail-Adresse des Autors ist gesetzt, deshalb gilt noch kein Commit als deiner. Setze identity.emails.',
  'adding an entry': 'Eintrag anlegen',
  'changing an entry': 'Eintrag ändern',
  'deleting an entry': 'Eintrag löschen',
  'splitting an entry': 'Eintrag teilen',
  'merging entries': 'Einträge zusammenführen',
  'typing into the week': 'In die Woche schreiben',
  'saying whether you were in a meeting': 'Sagen, ob du im Termin warst',
  'confirming a day': 'Tag bestätigen',
  'settling a gap': 'Lücke erledigen',
  'asking about a gap again': 'Noch einmal nach einer Lücke fragen',
  'leaving a break out of a session': 'Eine Pause aus einer Sitzung nehmen',
  'saying what an absence was': 'Sagen, was eine Abwesenheit war',
  'There is nothing to undo.': 'Es gibt nichts rückgängig zu machen.',
  'What is submitted takes corrections instead.': 'Für Eingereichtes gibt es stattdessen Korrekturen.',
  'There is nothing to redo.': 'Es gibt nichts zu wiederholen.',
  'Redo follows an undo.': 'Wiederholen folgt auf Rückgängig.',
  '{0} is submitted.': 'Der {0} ist eingereicht.',
  'Append a correction: `stint correct ENTRY MINUTES --reason …`.':
    'Hänge eine Korrektur an: `stint correct ENTRY MINUTES --reason …`.',
  'This step cannot be undone.': 'Dieser Schritt lässt sich nicht rückgängig machen.',
  'Change it by hand.': 'Ändere es von Hand.',
  'Which ticket was it?': 'Welches Ticket war es?',
  'Name it: --ticket TB-042.': 'Nenne es: --ticket TB-042.',
  Meeting: 'Termin',
  'Away from the machine': 'Nicht am Rechner',
  'Nothing waits under that name.': 'Unter diesem Namen wartet nichts.',
  'It may have been answered, or be over. See what waits: stint prompts.':
    'Vielleicht ist es schon beantwortet oder vorbei. Was wartet, zeigt: stint prompts.',
  'That is no answer to what waits there.': 'Das ist keine Antwort auf das, was dort wartet.',
  'See what waits and what can be said to it: stint prompts.':
    'Was wartet und was sich darauf sagen lässt, zeigt: stint prompts.',
  'See what waits: stint prompts.': 'Was wartet, zeigt: stint prompts.',
  'No address is chosen: no commit would count as yours.':
    'Keine Adresse ist gewählt: Kein Commit gälte als deiner.',
  'Choose one, or type the address you commit with.':
    'Wähle eine, oder schreib die Adresse, mit der du committest.',
  'taking in what another tool kept': 'Übernehmen, was ein anderes Werkzeug hatte',
};
