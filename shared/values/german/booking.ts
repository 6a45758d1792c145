/** Booking: what would be booked and why, what a provider refuses, what waits. */
export const booking: Readonly<Record<string, string>> = {
  '{0} answered {1} with something Stint does not understand.':
    '{0} hat mit {1} geantwortet, und mit etwas, das Stint nicht versteht.',
  'answered {0}': 'antwortet mit {0}',
  'Nothing is lost: what is to be booked waits. Try again when you are online.':
    'Nichts ist verloren: Was gebucht werden soll, wartet. Versuche es noch einmal, wenn du online bist.',
  'Nothing is lost: what is to be booked waits. Try again in a while.':
    'Nichts ist verloren: Was gebucht werden soll, wartet. Versuche es in einer Weile noch einmal.',
  'Nothing is lost: what is to be booked waits. Try again after {0}.':
    'Nichts ist verloren: Was gebucht werden soll, wartet. Versuche es nach {0} noch einmal.',
  'Give a new token: stint provider connect {0}': 'Gib einen neuen Token an: stint provider connect {0}',
  'Nothing was changed. Look at it in {0}, or choose another unit: stint provider units {1}':
    'Nichts wurde geändert. Sieh es dir in {0} an, oder wähle eine andere Leistung: stint provider units {1}',
  'Nothing was changed. See what there is: stint provider units {0}':
    'Nichts wurde geändert. Sieh nach, was es gibt: stint provider units {0}',
  'Nothing is lost: Stint looks up what became of it before it tries again.':
    'Nichts ist verloren: Stint sieht erst nach, was daraus geworden ist, und versucht es dann noch einmal.',
  '{0} allows no more requests until {1}.': '{0} erlaubt keine weiteren Anfragen bis {1}.',
  'This company tracks time by start and end: an entry holds no more than {0}.':
    'Diese Firma erfasst Zeit mit Beginn und Ende: Ein Eintrag fasst höchstens {0}.',
  '{0} (The token, or the account number {1}, is not right.)':
    '{0:said} (Der Token oder die Account-Nummer {1} stimmt nicht.)',
  'Harvest books time on a task of a project: choose a task too.':
    'Harvest bucht Zeit auf eine Aufgabe eines Projekts: Wähle auch eine Aufgabe.',
  'Ids of Harvest are numbers; the {0} "{1}" is none.': 'Ids von Harvest sind Zahlen; „{1}“ ({0}) ist keine.',
  'Account number': 'Account-Nummer',
  'Your person id in {0}': 'Deine Personen-Id in {0}',
  '{0} did not answer.': '{0} hat nicht geantwortet.',
  '{0} cannot be booked on their own: correct an entry of the day instead.':
    '{0} lassen sich nicht für sich buchen: Korrigiere stattdessen einen Eintrag des Tages.',
  'With its corrections it has {0}: less than nothing cannot be booked.':
    'Mit seinen Korrekturen hat er {0}: Weniger als nichts lässt sich nicht buchen.',
  '{0} here and {1} there': '{0} hier und {1} dort',
  'another unit there': 'dort eine andere Leistung',
  'another task there': 'dort eine andere Aufgabe',
  'another note there': 'dort eine andere Notiz',
  'It is gone there, and was left so.': 'Dort ist es weg, und so blieb es.',
  'It is gone in {0}, where it was booked': 'In {0}, wo es gebucht war, ist es weg',
  'Booked: both sides say the same again.': 'Gebucht: Beide Seiten sagen wieder dasselbe.',
  'Changed in {0} since it was booked': 'Seit der Buchung in {0} geändert',
  'Booked as it is here.': 'Gebucht, wie es hier steht.',
  'A change of ours that was given up came after all':
    'Eine eigene Änderung, die schon aufgegeben war, kam doch noch an',
  'It was gone there when last seen, and was left so.': 'Zuletzt war es dort weg, und so blieb es.',
  'Booked, when last seen.': 'Gebucht, als zuletzt nachgesehen wurde.',
  'The two sides differed when last seen.': 'Zuletzt sagten die beiden Seiten Verschiedenes.',
  'Changed here since it was booked': 'Seit der Buchung hier geändert',
  '{0} ({1})': '{0:said} ({1:said})',
  'Booked.': 'Gebucht.',
  'Booked, and left as it is there.': 'Gebucht, und gelassen, wie es dort steht.',
  'Corrected to nothing here': 'Hier auf nichts korrigiert',
  'Deleted here': 'Hier gelöscht',
  'There is nothing to book.': 'Es gibt nichts zu buchen.',
  'The day is a draft again: nothing is booked until it is handed in.':
    'Der Tag ist wieder ein Entwurf: Nichts wird gebucht, bis er eingereicht ist.',
  'The day is a draft again; booked as it was.': 'Der Tag ist wieder ein Entwurf; gebucht bleibt, was war.',
  '{0} before it was booked.': '{0:said}, bevor es gebucht wurde.',
  '{0}, and gone in {1}.': '{0:said}, und in {1} weg.',
  '{0}; it stays in {1}, as you said.': '{0:said}; in {1} bleibt es, wie du gesagt hast.',
  '{0}, but changed in {1} since it was booked. Choose which side is right.':
    '{0:said}, aber seit der Buchung in {1} geändert. Wähle, welche Seite stimmt.',
  '{0}, so it is deleted in {1}.': '{0:said}, also wird es auch in {1} gelöscht.',
  '{0}, but still in {1}: it is deleted there only when you say so.':
    '{0:said}, aber noch in {1}: Dort wird es nur gelöscht, wenn du es sagst.',
  '{0} never answered whether it took it: it will be looked up before anything is repeated.':
    '{0} hat nie geantwortet, ob es angekommen ist: Erst wird nachgesehen, dann wiederholt.',
  'it carries the mark of this entry': 'es trägt das Zeichen dieses Eintrags',
  'day, unit and time are the same': 'Tag, Leistung und Zeit sind gleich',
  'Already there ({0}): it is taken as this entry’s booking.':
    'Steht schon dort ({0:said}): Es gilt als Buchung dieses Eintrags.',
  'There already with the mark of this entry, but not the same':
    'Steht mit dem Zeichen dieses Eintrags schon dort, aber anders',
  'Not booked yet: {0} are created': 'Noch nicht gebucht: {0} werden angelegt',
  'The timer has made it already: it gets its final minutes and note':
    'Die laufende Uhr hat es schon angelegt: Es bekommt seine endgültigen Minuten und die Notiz',
  '{0} needs a task in {1}: map it again with one.':
    '{0} braucht in {1} eine Aufgabe: Ordne es noch einmal mit einer zu.',
  'Nothing can be booked on {0} any more: it is {1}.': 'Auf {0} lässt sich nicht mehr buchen: {1:said}.',
  'The task of {0} is no longer there: map it again.':
    'Die Aufgabe von {0} gibt es nicht mehr: Ordne es neu zu.',
  '{0} no longer lists {1}, so it may refuse it': '{0} führt {1} nicht mehr auf und lehnt es vielleicht ab',
  'It has neither ticket nor project, so nobody knows where it is to be booked: give it one.':
    'Der Eintrag hat weder Ticket noch Projekt, also weiß niemand, wohin er gebucht werden soll: Gib ihm eines.',
  '{0} is not mapped: say where its time is booked.':
    '{0} ist nicht zugeordnet: Sag, worauf die Zeit gebucht wird.',
  'Only {0} are left in its budget, which takes no more.':
    'Im Budget sind nur noch {0}, und mehr nimmt es nicht.',
  'its budget is exceeded by {0}': 'das Budget wird um {0} überschritten',
  'It was taken with changes: {0}.': 'Es wurde mit Änderungen angenommen: {0:said}.',
  later: 'auf später',
  'until {0}': 'bis {0}',
  '{0} Waits {1}: {2} allows {3} requests an hour.':
    '{0:said} Wartet {1:said}: {2} erlaubt {3} Anfragen in der Stunde.',
  'Left for another time, as you said.': 'Für ein andermal gelassen, wie du gesagt hast.',
  'It can no longer be changed in {0}: {1}.': 'In {0} lässt es sich nicht mehr ändern: {1:said}.',
  '{0} refused it: {1}. Change it, or try it again.':
    '{0} hat es abgelehnt: {1:said}. Ändere es, oder versuche es noch einmal.',
  'without a word': 'ohne ein Wort',
  'Left as it is there: not booked.': 'Gelassen, wie es dort steht: nicht gebucht.',
  'Left as it is there, as you said.': 'Gelassen, wie es dort steht, wie du gesagt hast.',
  'It is gone there: it is created again, as you said.':
    'Dort ist es weg: Es wird neu angelegt, wie du gesagt hast.',
  'Changed there to what is here, as you said ({0}).':
    'Dort auf das geändert, was hier steht, wie du gesagt hast ({0:said}).',
  'in its details': 'in seinen Einzelheiten',
  '{0}. Choose which side is right.': '{0:said}. Wähle, welche Seite stimmt.',
  '{0} ({1}). Choose which side is right.': '{0:said} ({1:said}). Wähle, welche Seite stimmt.',
  'There was no {0} in {1}.': 'Den {0} gab es in {1} nicht.',
  'it is not known which person you are there: set providers.productive.personId':
    'es ist nicht bekannt, welche Person du dort bist: setze providers.productive.personId',
  'time cannot be tracked on it': 'darauf lässt sich keine Zeit erfassen',
  'Toggl Track only shows entries of about the last three months: {0}':
    'Toggl Track zeigt nur Einträge etwa der letzten drei Monate: {0:said}',
  'Ids of Toggl Track are numbers; the {0} "{1}" is none.':
    'Ids von Toggl Track sind Zahlen; „{1}“ ({0}) ist keine.',
  'The API token is not accepted (answered 401).': 'Der API-Token wird nicht angenommen (Antwort 401).',
  'not open to you': 'für dich nicht offen',
  'You stopped it; the rest waits.': 'Du hast angehalten; der Rest wartet.',
  'No provider is chosen: nobody knows where to book.':
    'Kein Anbieter ist gewählt: Niemand weiß, wo gebucht werden soll.',
  'Connect one (stint provider connect {0}), or choose one: stint config set booking.provider productive.':
    'Verbinde einen (stint provider connect {0}), oder wähle einen: stint config set booking.provider productive.',
  '{0} is the end of several entries.': 'Auf {0} enden mehrere Einträge.',
  'Give more of its id.': 'Gib mehr von der Id an.',
  '1 entry waits': '1 Eintrag wartet',
  '{0} entries wait': '{0} Einträge warten',
  '{0} ({1}.)': '{0:said} ({1:said}.)',
  'Booking is under way already: {0} of {1} are done.': 'Es wird schon gebucht: {0} von {1} sind erledigt.',
  'Wait until it is through, or stop it.': 'Warte, bis es durch ist, oder halte es an.',
  'The next request is due at {0}.': 'Die nächste Anfrage geht um {0} hinaus.',
  '{0} The plan rests on what was last seen there.':
    '{0:said} Der Plan beruht auf dem, was zuletzt dort stand.',
  '{0} holds the entry of {1} with “{2}” twice, for a request of ours was delivered twice: the second one is removed when you book.':
    '{0} hat den Eintrag vom {1} mit „{2}“ zweimal, denn eine Anfrage von Stint kam doppelt an: Der zweite wird entfernt, wenn du buchst.',
  'An entry of {0} in {1} carries the mark of another one: it looks copied by hand, and is left alone.':
    'Ein Eintrag vom {0} in {1} trägt das Zeichen eines anderen: Er sieht von Hand kopiert aus und bleibt, wie er ist.',
  'It is not mapped: nobody knows where it is to be booked.':
    'Es ist nicht zugeordnet: Niemand weiß, worauf gebucht werden soll.',
  'The day has not been handed in.': 'Der Tag ist nicht eingereicht.',
  'No answer came: it will be looked up.': 'Es kam keine Antwort: Es wird nachgesehen.',
  'Deleted here; it stays there, as you said.': 'Hier gelöscht; dort bleibt es, wie du gesagt hast.',
  'Deleted here, but still booked there.': 'Hier gelöscht, aber dort noch gebucht.',
  'Changed here since it was booked.': 'Seit der Buchung hier geändert.',
  'Its timer could not be stopped: {0} Your session here is not affected.':
    'Die laufende Uhr dort ließ sich nicht stoppen: {0:said} Deine Sitzung hier ist davon nicht betroffen.',
  'Its timer could not be started: {0} Your session here is not affected.':
    'Die laufende Uhr dort ließ sich nicht starten: {0:said} Deine Sitzung hier ist davon nicht betroffen.',
  'Something went wrong in speaking to {0}.': 'Beim Gespräch mit {0} ging etwas schief.',
  '{0} does not answer. Nothing is lost: the rest waits.':
    '{0} antwortet nicht. Nichts ist verloren: Der Rest wartet.',
  '{0} takes no entries now. Nothing is lost: the rest waits.':
    '{0} nimmt gerade keine Einträge an. Nichts ist verloren: Der Rest wartet.',
  'after {0}': 'nach {0}',
  '{0} does not accept the token ({1}). Give a new one: stint provider connect {2}.':
    '{0} nimmt den Token nicht an ({1:said}). Gib einen neuen an: stint provider connect {2}.',
  '{0} allows no more requests for now. Nothing is lost: the rest can be booked {1}.':
    '{0} erlaubt gerade keine weiteren Anfragen. Nichts ist verloren: Der Rest lässt sich {1:said} buchen.',
  User: 'Benutzer',
  approved: 'freigegeben',
  locked: 'gesperrt',
  archived: 'archiviert',
  done: 'erledigt',
  invoiced: 'abgerechnet',
  closed: 'geschlossen',
  Organisation: 'Organisation',
  submitted: 'eingereicht',
  delivered: 'ausgeliefert',
};
