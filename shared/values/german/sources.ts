/** Sources of evidence: their state, what they could not read, what leaves the machine. */
export const sources: Readonly<Record<string, string>> = {
  'Read from a file: stint import activitywatch FILE':
    'Aus einer Datei gelesen: stint import activitywatch FILE',
  '{0} at the machine': '{0} am Rechner',
  'No price is known for {0} (prices are of {1}); its tokens cost nothing here. Set agent.prices.':
    'Für {0} ist kein Preis bekannt (Preise vom {1}); die Tokens kosten hier nichts. Setze agent.prices.',
  '{0} did not answer: {1}.': '{0} hat nicht geantwortet: {1:said}.',
  'What was read before stays; it is tried again later.':
    'Was schon gelesen ist, bleibt; später wird es wieder versucht.',
  '{0} does not let Stint read: {1}.': '{0} lässt Stint nicht lesen: {1:said}.',
  'Give a new token: stint secret set {0}. What was read before stays.':
    'Gib einen neuen Token an: stint secret set {0}. Was schon gelesen ist, bleibt.',
  '{0} gave no answer that makes sense: {1}.': '{0} gab keine Antwort mit Sinn: {1:said}.',
  '{0} asks for quiet: {1}.': '{0} will seltener gefragt werden: {1:said}.',
  'It is asked again after {0}. What was read before stays.':
    'Nach {0} wird wieder gefragt. Was schon gelesen ist, bleibt.',
  '{0} is paused.': '{0:said} ist pausiert.',
  'Go on: stint source resume {0}': 'Fortsetzen: stint source resume {0}',
  '1 meeting': '1 Termin',
  '{0} meetings': '{0} Termine',
  'This meeting stands alone and its calendar tells no title, so there is nothing to know others by.':
    'Dieser Termin steht allein, und sein Kalender nennt keinen Titel; so sind keine anderen daran zu erkennen.',
  'Give the entry itself a ticket: stint edit.': 'Gib dem Eintrag selbst ein Ticket: stint edit.',
  'This entry was not made of a meeting.': 'Dieser Eintrag kommt nicht von einem Termin.',
  'Take an entry whose source is calendar; see `stint day`.':
    'Nimm einen Eintrag aus dem Kalender; siehe `stint day`.',
  'The meeting of this entry is in no calendar any more.':
    'Der Termin dieses Eintrags steht in keinem Kalender mehr.',
  'Change or delete the entry itself.': 'Ändere oder lösche den Eintrag selbst.',
  'Claude Code hooks': 'Hooks von Claude Code',
  'No hook has told anything yet; let Claude Code run `stint hook claude` (see the guide).':
    'Noch kein Hook hat etwas erzählt; lass Claude Code `stint hook claude` ausführen (siehe Anleitung).',
  'Claude Code transcripts': 'Transkripte von Claude Code',
  'Switched off (claude.transcripts).': 'Abgeschaltet (claude.transcripts).',
  'There is no folder of Claude Code here; name it with claude.configDirs.':
    'Hier gibt es keinen Ordner von Claude Code; nenne ihn mit claude.configDirs.',
  '{0}, {1} at work': '{0:said}, {1} bei der Arbeit',
  '1 run': '1 Lauf',
  '{0} runs': '{0} Läufe',
  '1 answer': '1 Antwort',
  '{0} answers': '{0} Antworten',
  '1 transcript is': '1 Transkript ist',
  '{0} transcripts are': '{0} Transkripte sind',
  '{0} not read yet and will be deleted within five days (Claude Code keeps them for {1} days); read them with: stint source read {2}':
    '{0:said} noch nicht gelesen; binnen fünf Tagen werden sie gelöscht (Claude Code behält sie {1} Tage). Lies sie mit: stint source read {2}',
  'Once, in about five minutes: at console.cloud.google.com make a project, switch on its “Google Calendar API”, make an OAuth client of type “Desktop app”, and publish the consent screen (while it is in testing, Google ends every permission after seven days).':
    'Einmal, in etwa fünf Minuten: Lege auf console.cloud.google.com ein Projekt an, schalte dort die „Google Calendar API“ ein, lege einen OAuth-Client vom Typ „Desktop app“ an und veröffentliche den Zustimmungsbildschirm (solange er im Test ist, beendet Google jede Erlaubnis nach sieben Tagen).',
  'Then: stint config set google.clientId ID, and stint secret set google.clientSecret.':
    'Dann: stint config set google.clientId ID, und stint secret set google.clientSecret.',
  'Without an account it works with the secret address of a calendar: stint config set calendar.ics.':
    'Ohne Konto geht es mit der geheimen Adresse eines Kalenders: stint config set calendar.ics.',
  'Google Calendar is read with an OAuth client of your own, and none is set. Nothing was changed.':
    'Google Kalender wird mit einem eigenen OAuth-Client gelesen, und keiner ist gesetzt. Nichts wurde geändert.',
  'Google no longer lets Stint read the calendars of {0}: the permission was taken back or has expired. What was read stays.':
    'Google lässt Stint die Kalender von {0} nicht mehr lesen: Die Erlaubnis wurde zurückgenommen oder ist abgelaufen. Was schon gelesen ist, bleibt.',
  'Reconnect it on the Sources page, or: stint calendar connect':
    'Verbinde es auf der Seite „Quellen“ neu, oder: stint calendar connect',
  'It is tried again by itself; nothing is lost.': 'Es wird von selbst wieder versucht; nichts ist verloren.',
  'Connect again: stint calendar connect': 'Verbinde neu: stint calendar connect',
  'Google does not accept your OAuth client.': 'Google nimmt deinen OAuth-Client nicht an.',
  'Check google.clientId, its secret (stint secret set google.clientSecret), and that the Google Calendar API is switched on in its project.':
    'Prüfe google.clientId, das Secret dazu (stint secret set google.clientSecret), und ob die Google Calendar API im Projekt eingeschaltet ist.',
  'Google has lost track of what was read.': 'Google weiß nicht mehr, was schon gelesen ist.',
  'There is no such calendar any more, or you may not see it. What was read stays.':
    'Diesen Kalender gibt es nicht mehr, oder du darfst ihn nicht sehen. Was schon gelesen ist, bleibt.',
  'Choose which calendars are read: stint calendar choose':
    'Wähle, welche Kalender gelesen werden: stint calendar choose',
  'Google wants to be asked less often.': 'Google will seltener gefragt werden.',
  'Google Calendar is not well just now.': 'Google Kalender geht es gerade nicht gut.',
  'Google Calendar did not answer.': 'Google Kalender hat nicht geantwortet.',
  'Check the network. {0}': 'Prüfe das Netz. {0:said}',
  'Google Calendar gave an answer that cannot be used.':
    'Google Kalender gab eine Antwort, mit der nichts anzufangen ist.',
  'If an address is set (google.apiUrl, google.tokenUrl), check it; else try again later.':
    'Ist eine Adresse gesetzt (google.apiUrl, google.tokenUrl), prüfe sie; sonst versuche es später noch einmal.',
  'It said: {0}': 'Die Antwort: {0}',
  'You allowed only a part of what Stint needs: seeing the list of your calendars, and their events. Nothing was kept.':
    'Du hast nur einen Teil von dem erlaubt, was Stint braucht: die Liste deiner Kalender zu sehen, und ihre Termine. Nichts wurde behalten.',
  'Connect again, and leave both ticks in.': 'Verbinde noch einmal und lass beide Haken stehen.',
  'This Google account has no calendar of its own. Nothing was kept.':
    'Dieses Google-Konto hat keinen eigenen Kalender. Nichts wurde behalten.',
  'Choose another account.': 'Wähle ein anderes Konto.',
  'There is no calendar {0}. Nothing was changed.': 'Es gibt keinen Kalender {0}. Nichts wurde geändert.',
  'Connect an account first: stint calendar connect': 'Verbinde zuerst ein Konto: stint calendar connect',
  'No account {0} is connected.': 'Kein Konto {0} ist verbunden.',
  'See them with: stint calendar list': 'Zeige sie mit: stint calendar list',
  'The permission of {0} comes from the environment; Stint cannot take it out of there.':
    'Die Erlaubnis von {0} kommt aus der Umgebung; Stint kann sie dort nicht herausnehmen.',
  'Unset its variable and start Stint again.': 'Lösche ihre Variable aus der Umgebung und starte Stint neu.',
  'Google Calendar': 'Google Kalender',
  'No account is connected. Connect one: stint calendar connect':
    'Kein Konto ist verbunden. Verbinde eines: stint calendar connect',
  'Connected; none of its calendars is read yet. Choose: stint calendar choose':
    'Verbunden; noch wird keiner der Kalender gelesen. Wähle: stint calendar choose',
  'Connected; {0} of its {1} calendars {2} read.': 'Verbunden; {0} von {1} Kalendern {2:said} gelesen.',
  is: 'wird',
  are: 'werden',
  'Calendars by address or file': 'Kalender aus Adressen und Dateien',
  'None is named. Name one: stint config set calendar.ics \'["https://…"]\'':
    'Keiner ist genannt. Nenne einen: stint config set calendar.ics \'["https://…"]\'',
  'A file; read whenever a day is looked at.': 'Eine Datei; gelesen, sobald ein Tag angesehen wird.',
  'ActivityWatch is paused.': 'ActivityWatch ist pausiert.',
  'Go on: stint source resume activitywatch': 'Fortsetzen: stint source resume activitywatch',
  '{0} is no JSON.': '{0} ist kein JSON.',
  '{0} is no export of ActivityWatch.': '{0} ist kein Export von ActivityWatch.',
  'There is no presence (an AFK bucket) in {0}.': 'In {0} ist keine Anwesenheit (kein AFK-Bucket).',
  '{0} {1} other buckets were left alone.': '{0:said} {1} andere Buckets blieben außen vor.',
  'Export the bucket aw-watcher-afk_… in ActivityWatch (Raw Data, Export as JSON). Nothing was changed.':
    'Exportiere in ActivityWatch den Bucket aw-watcher-afk_… (Raw Data, Export as JSON). Nichts wurde geändert.',
  'The entries you book: day, minutes, what they are booked on, and the note with ticket and description':
    'Die Einträge, die du buchst: Tag, Minuten, worauf gebucht wird, und die Notiz mit Ticket und Beschreibung',
  'When you book, and by itself once a week is submitted':
    'Wenn du buchst, und von selbst, sobald eine Woche eingereicht ist',
  'When you book': 'Wenn du buchst',
  'The provider you book with': 'Der Anbieter, bei dem du buchst',
  'Ticket and title of the session that runs': 'Ticket und Titel der laufenden Sitzung',
  'When a session starts and stops': 'Wenn eine Sitzung startet und stoppt',
  'Every {0} minutes, and when you look at a day': 'Alle {0} Minuten, und wenn du einen Tag ansiehst',
  'Nothing of yours: a calendar is fetched by its secret address':
    'Nichts von dir: Ein Kalender wird über seine geheime Adresse geholt',
  'Calendars by address': 'Kalender über eine Adresse',
  'Nothing of yours: the calendars you chose are read':
    'Nichts von dir: Gelesen werden die Kalender, die du gewählt hast',
  'The numbers of tickets you work on; titles and estimates come back':
    'Die Nummern der Tickets, an denen du arbeitest; zurück kommen Titel und Schätzungen',
  'When a ticket is looked up, and once a day for those you work on':
    'Wenn ein Ticket nachgeschlagen wird, und einmal am Tag für die, an denen du arbeitest',
  '{0} names no calendar.': '{0} nennt keinen Kalender.',
  'It is written account/calendar.': 'Geschrieben wird es account/calendar.',
  'This calendar is not in the settings any more.': 'Dieser Kalender steht nicht mehr in den Einstellungen.',
  'See: stint config get calendar.ics': 'Siehe: stint config get calendar.ics',
  'What was read before stays; it is read again later.':
    'Was schon gelesen ist, bleibt; später wird wieder gelesen.',
  'Mend them; all others were read.': 'Bring sie in Ordnung; alle anderen sind gelesen.',
  'Not read for now; what it told stays.': 'Wird gerade nicht gelesen; was es erzählt hat, bleibt.',
  'Not read yet.': 'Noch nicht gelesen.',
  'Read whenever a day is looked at.': 'Gelesen, sobald ein Tag angesehen wird.',
  'Read every now and then.': 'Von Zeit zu Zeit gelesen.',
  'Nothing came in yet.': 'Noch kam nichts herein.',
  'It speaks up by itself.': 'Es meldet sich von selbst.',
  'It cannot be told what there is to read. The log in the data folder has the details.':
    'Es lässt sich nicht sagen, was es zu lesen gibt. Näheres steht im Protokoll im Datenordner.',
  Presence: 'Anwesenheit',
  'Whether you are away cannot be told here ({0}).': 'Ob du weg bist, lässt sich hier nicht sagen ({0}).',
  'Seen by {0}.': 'Gesehen von {0}.',
  '{0} is a repository: it is read as long as it is registered.':
    '{0} ist ein Repository: Es wird gelesen, solange es eingetragen ist.',
  'Forget it with: stint repo remove {0}': 'Vergiss es mit: stint repo remove {0}',
  'Presence is noted as long as Stint runs.': 'Anwesenheit wird festgehalten, solange Stint läuft.',
  'Quit Stint while you do not want it noted.': 'Beende Stint, solange du das nicht willst.',
  'There is no source "{0}".': 'Es gibt keine Quelle „{0}“.',
  '{0} is off.': '{0:said} ist aus.',
  'Switched off (editor.telemetry).': 'Abgeschaltet (editor.telemetry).',
  'Telemetry log': 'Telemetrie-Protokoll',
  'Telemetry log of {0}': 'Telemetrie-Protokoll von {0}',
  '1 line': '1 Zeile',
  '{0} lines': '{0} Zeilen',
  'What could be read was read; see to that file.':
    'Was sich lesen ließ, ist gelesen; sieh nach dieser Datei.',
  'Read whenever a day is looked at; {0} nothing and {1} skipped.':
    'Gelesen, sobald ein Tag angesehen wird; {0:said} nichts und {1:said} übersprungen.',
  '1 line told': '1 Zeile sagte',
  '{0} lines told': '{0} Zeilen sagten',
  was: 'wurde',
  were: 'wurden',
  'Give a ticket such as TB-042.': 'Gib ein Ticket wie TB-042 an.',
  'Mend the file.': 'Bring die Datei in Ordnung.',
  '{0}: {1}': '{0}: {1:said}',
  '"{0}" is no ticket.': '„{0}“ ist kein Ticket.',
  'Give one such as TB-042.': 'Gib eines wie TB-042 an.',
  'Nothing is known of {0}. {1}': 'Über {0} ist nichts bekannt. {1:said}',
  'Nothing is known of {0}: no file .tract/tickets/{1}.md, and no tracker is set for it.':
    'Über {0} ist nichts bekannt: Es gibt keine Datei .tract/tickets/{1}.md, und kein Ticketsystem ist dafür gesetzt.',
  'Look for it in a tracker: stint config set tickets.linear true, tickets.jira.site or tickets.github.':
    'Suche es in einem Ticketsystem: stint config set tickets.linear true, tickets.jira.site oder tickets.github.',
  '{0} is no ticket: {1}.': '{0} ist kein Ticket: {1:said}.',
  'It is not known whom you log in to Jira as. Set it: stint config set tickets.jira.email max@example.com':
    'Es ist nicht bekannt, als wer du dich bei Jira anmeldest. Setze es: stint config set tickets.jira.email max@example.com',
  'There is no token for {0}. Give one: stint secret set {1}':
    'Für {0} gibt es keinen Token. Gib einen an: stint secret set {1}',
  '1 file in your repositories.': '1 Datei in deinen Repositorys.',
  '{0} files in your repositories.': '{0} Dateien in deinen Repositorys.',
  'Ticket files': 'Ticket-Dateien',
  '1 ticket read': '1 Ticket gelesen',
  '{0} tickets read': '{0} Tickets gelesen',
  'Ticket trackers': 'Ticketsysteme',
  'None is asked. Switch one on: stint config set tickets.linear true, tickets.jira.site or tickets.github.':
    'Keines wird gefragt. Schalte eines ein: stint config set tickets.linear true, tickets.jira.site oder tickets.github.',
  '{0} cannot be asked.': '{0} lässt sich nicht fragen.',
  'Editors (WakaTime)': 'Editoren (WakaTime)',
  ' Plugins reported {0}; their own logs say which.':
    ' Plugins meldeten {0:said}; ihre eigenen Protokolle sagen, welche.',
  '1 error': '1 Fehler',
  '{0} errors': '{0} Fehler',
  'Put these two lines into ~/.wakatime.cfg: {0}{1}':
    'Füge diese zwei Zeilen zu ~/.wakatime.cfg hinzu: {0}{1:said}',
  '1 sign of life': '1 Lebenszeichen',
  '{0} signs of life': '{0} Lebenszeichen',
  'The HTTP door is shut. It is open while `stint serve` runs; in the app: stint config set doors.http true':
    'Der HTTP-Zugang ist zu. Er ist offen, solange `stint serve` läuft; in der App: stint config set doors.http true',
  'the answer is no list of calendars': 'die Antwort ist keine Liste von Kalendern',
  'the pages of the list never end': 'die Seiten der Liste enden nie',
  'the answer is no list of events': 'die Antwort ist keine Liste von Terminen',
  'The address at {0} has a password in it, which is not sent.':
    'In der Adresse bei {0} steht ein Passwort, das nicht gesendet wird.',
  'Take the calendar’s secret or public address instead.':
    'Nimm stattdessen die geheime oder öffentliche Adresse des Kalenders.',
  'The calendar at {0} cannot be read: only https is, or http on this machine.':
    'Der Kalender bei {0} lässt sich nicht lesen: Es geht nur https, oder http auf diesem Rechner.',
  'Try the same address with https.': 'Versuche dieselbe Adresse mit https.',
  '{0} sends on to a place that is not safe, so nothing was asked there.':
    '{0} schickt an einen Ort weiter, der nicht sicher ist; dort wurde nichts gefragt.',
  '{0} sends in circles.': '{0} schickt im Kreis herum.',
  'Copy the secret address (iCal) from the calendar again: stint config set calendar.ics. What was read before stays.':
    'Kopiere die geheime Adresse (iCal) noch einmal aus dem Kalender: stint config set calendar.ics. Was schon gelesen ist, bleibt.',
  '{0} gave no calendar: {1}.': '{0} gab keinen Kalender: {1:said}.',
  'What was read before stays; it is tried again.': 'Was schon gelesen ist, bleibt; es wird wieder versucht.',
  '{0} does not let Stint read this calendar ({1}).': '{0} lässt Stint diesen Kalender nicht lesen ({1}).',
  '{0} has no calendar at this address any more ({1}).':
    '{0} hat unter dieser Adresse keinen Kalender mehr ({1}).',
  '{0} asks for fewer requests (429).': '{0} will seltener gefragt werden (429).',
  '{0} has trouble of its own ({1}).': '{0} hat selbst Schwierigkeiten ({1}).',
  '{0} gave no calendar ({1}).': '{0} gab keinen Kalender ({1}).',
  'The calendar ends in the middle.': 'Der Kalender endet mittendrin.',
  'What came is no calendar.': 'Was kam, ist kein Kalender.',
  'What was read before stays. See whether the address or file still gives a calendar (.ics).':
    'Was schon gelesen ist, bleibt. Sieh nach, ob die Adresse oder Datei noch einen Kalender (.ics) gibt.',
  '{0} left out for not being readable.': '{0:said} ausgelassen, weil nicht lesbar.',
  '{0} left out for repeating too often.': '{0:said} ausgelassen, weil zu oft wiederholt.',
  '{0} left out for being more than anybody has.': '{0:said} ausgelassen, weil mehr, als irgendwer hat.',
  'Nobody knows the time {0} {1}; your own ({2}) is taken instead.':
    'Niemand kennt {0:said} {1}; stattdessen gilt deine eigene ({2}).',
  zone: 'die Zeitzone',
  zones: 'die Zeitzonen',
  'it does not begin with front matter between two lines of ---':
    'sie beginnt nicht mit Front Matter zwischen zwei Zeilen ---',
  'its front matter is not readable as YAML': 'ihre Front Matter ist nicht als YAML lesbar',
  'its id is another one than its name': 'ihre Id ist eine andere als ihr Name',
  'it has no title': 'sie hat keinen Titel',
  '{0} Maybe this account may not see it.': '{0} Vielleicht darf dieses Konto es nicht sehen.',
  'it has no such issue': 'so einen Vorgang gibt es dort nicht',
  'must be an object': 'muss ein Objekt sein',
  'must be the name of a file, a domain or an application':
    'muss der Name einer Datei, einer Domain oder einer Anwendung sein',
  'must be seconds since 1970': 'müssen Sekunden seit 1970 sein',
  'is before there were plugins; check the clock': 'liegt vor der Zeit der Plugins; prüfe die Uhr',
  'is in the future; check the clock': 'liegt in der Zukunft; prüfe die Uhr',
  'no more questions are allowed for now': 'mehr Fragen sind gerade nicht erlaubt',
};
