/** Days and their entries: quick add, why an entry is what it is, refusals of the timesheet. */
export const entries: Readonly<Record<string, string>> = {
  'An entry made by hand needs a description.': 'Ein Eintrag von Hand braucht eine Beschreibung.',
  'Say in a few words what was done.': 'Sag in ein paar Worten, was du getan hast.',
  '{0} cannot be split off an entry of {1}.': '{0} lassen sich nicht von einem Eintrag mit {1} abtrennen.',
  'Both parts need at least one minute.': 'Beide Teile brauchen mindestens eine Minute.',
  'There is nothing to merge.': 'Es gibt nichts zusammenzuführen.',
  'Name at least two different entries.': 'Nenne mindestens zwei verschiedene Einträge.',
  'Entries of different days stay apart.': 'Einträge verschiedener Tage bleiben getrennt.',
  'Merge entries of one day.': 'Führe Einträge eines Tages zusammen.',
  'A correction stays as it was written.': 'Eine Korrektur bleibt, wie sie geschrieben wurde.',
  'Append another one: stint correct ENTRY MINUTES --reason "…".':
    'Hänge eine weitere an: stint correct ENTRY MINUTES --reason "…".',
  'This entry was deleted.': 'Dieser Eintrag wurde gelöscht.',
  'Bring it back with `stint undo`, or add a new one.':
    'Hole ihn mit `stint undo` zurück, oder lege einen neuen an.',
  'From its start on, {0} go past midnight.': 'Ab seinem Beginn gehen {0} über Mitternacht hinaus.',
  'Move the start, or write one entry for each day.':
    'Verschiebe den Beginn, oder lege für jeden Tag einen Eintrag an.',
  'This stretch of the entry is not there any more. Nothing was written.':
    'Dieses Stück des Eintrags gibt es nicht mehr. Nichts wurde geschrieben.',
  'Look at the day again and repeat your change.': 'Sieh dir den Tag neu an und wiederhole deine Änderung.',
  '{0} do not fit between these times, which are {1} apart.':
    '{0} passen nicht zwischen diese Zeiten, die {1} auseinanderliegen.',
  'Give fewer minutes, or a later end.': 'Gib weniger Minuten an, oder ein späteres Ende.',
  'Start and end make no stretch of time.': 'Beginn und Ende ergeben keinen Zeitraum.',
  'Give both, the end after the start.': 'Gib beide an, das Ende nach dem Beginn.',
  'These times are not on {0}.': 'Diese Zeiten liegen nicht am {0}.',
  'Give times of that day; what goes past midnight is an entry of the next day.':
    'Gib Zeiten dieses Tages an; was über Mitternacht geht, ist ein Eintrag des nächsten Tages.',
  'An entry of {0} accounts for nothing.': 'Ein Eintrag von {0} erfasst nichts.',
  'Give at least one minute, or delete the entry.': 'Gib mindestens eine Minute an, oder lösche den Eintrag.',
  '{0} are more than {1} has: {2}.': '{0} sind mehr, als der {1} hat: {2}.',
  'Give fewer minutes, or spread them over several days.':
    'Gib weniger Minuten an, oder verteile sie auf mehrere Tage.',
  'How long did it take? Write it like 45m, 1h30m or 9:00-10:15.':
    'Wie lange hat es gedauert? Schreib es wie 45m, 1h30m oder 9:00-10:15.',
  'What was it? A few words are needed, such as “code review”.':
    'Was war es? Ein paar Worte braucht es, etwa „Code-Review“.',
  'The end is not after the start. What goes past midnight is one entry for each day.':
    'Das Ende liegt nicht nach dem Beginn. Was über Mitternacht geht, ist ein Eintrag für jeden Tag.',
  'On {0} the clock skipped that time. Give a duration such as 45m instead.':
    'Am {0} hat die Uhr diese Zeit übersprungen. Gib stattdessen eine Dauer wie 45m an.',
  'Time cannot be negative here. A submitted day is changed with `stint correct`.':
    'Zeit kann hier nicht negativ sein. Ein eingereichter Tag wird mit `stint correct` geändert.',
  'No time at all is no entry. Give at least one minute.':
    'Gar keine Zeit ist kein Eintrag. Gib mindestens eine Minute an.',
  '{0} are more than a day has. Write one entry for each day.':
    '{0} sind mehr, als ein Tag hat. Lege für jeden Tag einen Eintrag an.',
  'before the first commit of the day': 'vor dem ersten Commit des Tages',
  'after the last commit of the day': 'nach dem letzten Commit des Tages',
  'until the next commit': 'bis zum nächsten Commit',
  'since the commit before': 'seit dem Commit davor',
  'active time {0}': 'aktive Zeit {0:said}',
  'time {0}': 'Zeit {0:said}',
  'time {0} without the time away': 'Zeit {0:said} ohne die Abwesenheit',
  'after the commit, the next one is over {0} later': 'nach dem Commit, der nächste kommt über {0} später',
  'before the commit, the last one is over {0} earlier': 'vor dem Commit, der letzte liegt über {0} zurück',
  'active time after the commit': 'aktive Zeit nach dem Commit',
  'active time before the commit': 'aktive Zeit vor dem Commit',
  '{0} assumed {1}': '{0} angenommen {1:said}',
  'at most {0} assumed {1}': 'höchstens {0} angenommen {1:said}',
  'no time of its own': 'keine eigene Zeit',
  'from start to stop': 'von Start bis Stopp',
  'no stop, up to its next start': 'kein Stopp, bis zu seinem nächsten Start',
  'no stop, up to the last sign of life': 'kein Stopp, bis zum letzten Lebenszeichen',
  '{0}: tells nothing of presence, so it was left alone':
    '{0}: sagt nichts über Anwesenheit und blieb deshalb außen vor',
  '{0}: {1} cannot be right': '{0}: {1:said} können nicht stimmen',
  '1 event': '1 Ereignis',
  '{0} events': '{0} Ereignisse',
  'not an e-mail address': 'keine E-Mail-Adresse',
  '{0} is no JSON: it cannot be read.': '{0} ist kein JSON und lässt sich nicht lesen.',
  'Nothing was taken over. Repair the file and import it again.':
    'Nichts wurde übernommen. Repariere die Datei und importiere sie noch einmal.',
  '{0} holds something other than an object.': 'In {0} steht etwas anderes als ein Objekt.',
  'Nothing was taken over. See the requirements of claude-time for its form.':
    'Nichts wurde übernommen. Welche Form sie braucht, steht in den Anforderungen von claude-time.',
  'This {0} of {1} was changed by somebody else first. Nothing was written.':
    'Inzwischen hat jemand anders geändert: {0:said} vom {1}. Nichts wurde geschrieben.',
  'This {0} was changed by somebody else first. Nothing was written.':
    'Inzwischen hat jemand anders geändert: {0:said}. Nichts wurde geschrieben.',
  'Look at it again and repeat your change.': 'Sieh es dir neu an und wiederhole deine Änderung.',
  entry: 'Eintrag',
  day: 'Tag',
  session: 'Sitzung',
  repository: 'Repository',
  project: 'Projekt',
  mapping: 'Zuordnung',
  gap: 'Lücke',
  '{0} ran while you were at the machine': '{0} lief, während du am Rechner warst',
  'you always book this meeting on {0}': 'du buchst diesen Termin immer auf {0}',
  'the length of the meeting': 'die Länge des Termins',
  'the length of the meeting, its title names the ticket':
    'die Länge des Termins, sein Titel nennt das Ticket',
  'work without a ticket': 'Arbeit ohne Ticket',
  '{0} did not exist in {1}: the calendar jumped over it.':
    'Den {0} gab es in {1} nicht: Der Kalender sprang darüber hinweg.',
  '{0} on {1} rounds to nothing at {2}.': '{0} auf {1:said} runden sich mit {2} zu nichts.',
  '{0} {1} on {2} brought no time.': '{0} {1:said} auf {2:said} haben keine Zeit gebracht.',
  commit: 'Commit',
  commits: 'Commits',
  'Correction: {0}': 'Korrektur: {0}',
  'Written by hand': 'Von Hand angelegt',
  'without clock times': 'ohne Uhrzeiten',
  'Changed by you; it came from {0}': 'Von dir geändert; es kam von {0:said}',
  '{0} to {1}': '{0} bis {1}',
  'the branch checked out': 'der ausgecheckte Branch',
  '1 commit': '1 Commit',
  '{0} commits': '{0} Commits',
  'your timer': 'deine Uhr',
  'your calendar': 'dein Kalender',
  'your editor': 'dein Editor',
  'a coding agent': 'ein Coding-Agent',
  'rounded to {0}': 'gerundet auf {0}',
  'branch {0} was checked out': 'Branch {0} war ausgecheckt',
  '{0} was in use': '{0} wurde benutzt',
  '{0} was in use on branch {1}': '{0} wurde auf Branch {1} benutzt',
  ', pauses left out': ', ohne die Pausen',
  'started and stopped by you{0}': 'von dir gestartet und gestoppt{0:said}',
  'ended at its last sign of life, as nobody stopped it{0}':
    'endet am letzten Lebenszeichen, da niemand gestoppt hat{0:said}',
  'its end is an estimate, as nobody stopped it{0}':
    'das Ende ist geschätzt, da niemand gestoppt hat{0:said}',
  '{0} is not submitted, so it needs no correction.':
    'Der {0} ist nicht eingereicht und braucht keine Korrektur.',
  'Add an entry to it.': 'Lege einen Eintrag dazu an.',
  'The correction gives no reason.': 'Die Korrektur nennt keinen Grund.',
  'Say why the submitted day was wrong.': 'Sag, warum der eingereichte Tag falsch war.',
  '{0} is submitted and stays as it was.': 'Der {0} ist eingereicht und bleibt, wie er war.',
  'Append a correction: stint correct ENTRY MINUTES --reason "…".':
    'Hänge eine Korrektur an: stint correct ENTRY MINUTES --reason "…".',
  'There is nothing to confirm on {0}: no entries.': 'Am {0} gibt es nichts zu bestätigen: keine Einträge.',
  'Add what is missing with `stint log "…"`. A day off needs no confirming.':
    'Trage nach, was fehlt: `stint log "…"`. Ein freier Tag braucht keine Bestätigung.',
  '1 entry of {0} ({1}) has no ticket.': '1 Eintrag vom {0} ({1}) hat kein Ticket.',
  '{0} entries of {1} ({2}) have no ticket.': '{0} Einträge vom {1} ({2}) haben kein Ticket.',
  'Give it a ticket, or confirm the day as it is with --unallocated.':
    'Gib ihm ein Ticket, oder bestätige den Tag, wie er ist, mit --unallocated.',
  'Give them tickets, or confirm the day as it is with --unallocated.':
    'Gib ihnen Tickets, oder bestätige den Tag, wie er ist, mit --unallocated.',
  'There is nothing more to submit: no other day of the week is reviewed.':
    'Mehr gibt es nicht einzureichen: Kein anderer Tag der Woche ist geprüft.',
  'Confirm the days that are still drafts, or append a correction to a submitted one.':
    'Bestätige die Tage, die noch Entwürfe sind, oder hänge eine Korrektur an einen eingereichten an.',
  'No day of the week is reviewed, so nothing was submitted.':
    'Kein Tag der Woche ist geprüft, deshalb wurde nichts eingereicht.',
  'Look the days over and confirm them first: `stint confirm DATE`.':
    'Sieh die Tage durch und bestätige sie zuerst: `stint confirm DATE`.',
  'still a draft, with {0} on it': 'noch ein Entwurf mit {0}',
  'a working day without entries': 'ein Arbeitstag ohne Einträge',
  'Change the entry itself: stint edit ENTRY --minutes …':
    'Ändere den Eintrag selbst: stint edit ENTRY --minutes …',
  'That is no entry of the submitted day.': 'Das ist kein Eintrag des eingereichten Tages.',
  'Correct the entry it was made for.': 'Korrigiere den Eintrag, für den sie gemacht wurde.',
  'The correction has no minutes.': 'Die Korrektur hat keine Minuten.',
  'Say how much to add or take away: 30m, -1h.': 'Sag, wie viel dazukommt oder wegfällt: 30m, -1h.',
  'Say why the submitted day was wrong: --reason "…".':
    'Sag, warum der eingereichte Tag falsch war: --reason "…".',
  '{0} cannot be taken from an entry that has {1}.': '{0} lassen sich einem Eintrag mit {1} nicht abziehen.',
  'Take away at most {0}.': 'Zieh höchstens {0} ab.',
  '{0} and {1}': '{0:said} und {1:said}',
  'developer.json, {0}: {1}': 'developer.json, {0}: {1:said}',
  '"{0}": that is no key of a project': '„{0}“: Das ist kein Schlüssel eines Projekts',
};
