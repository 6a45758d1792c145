import type { Translate } from '#shared/values/translate.ts';

/**
 * What commands say, in German: only where somebody asked in German (`stint ask`), so only what that leads to. The
 * sentences of the host are in shared/values/german.
 */
const COMMANDS_IN_GERMAN: Readonly<Record<string, string>> = {
  // What was asked
  'Nothing was changed.': 'Es wurde nichts geändert.',
  'This would change something: {0}. There is nobody to ask, so nothing was changed.':
    'Das würde etwas ändern: {0:said}. Es ist niemand da, der gefragt werden könnte, darum wurde nichts geändert.',
  'Say --yes to have it done without being asked.': 'Mit --yes wird es getan, ohne dass du gefragt wirst.',
  'You could say: {0}.': 'Du könntest sagen: {0}.',
  // Days and entries
  draft: 'Entwurf',
  reviewed: 'geprüft',
  submitted: 'eingereicht',
  manual: 'von Hand',
  cal: 'Kalender',
  timer: 'Sitzung',
  ide: 'Editor',
  agent: 'Agent',
  'Nothing here yet.': 'Hier ist noch nichts.',
  'Total:': 'Summe:',
  of: 'von',
  '{0} untracked': '{0} nicht erfasst',
  '(needs a ticket)': '(braucht ein Ticket)',
  'Submitted. To correct:': 'Eingereicht. Zum Korrigieren:',
  'Reviewed. Submit the week with:': 'Geprüft. Die Woche einreichen:',
  'Add time with:': 'Zeit eintragen:',
  '2h on TB-042 for …': '2h auf TB-042 für …',
  'Anything missing or wrong?': 'Fehlt etwas, oder stimmt etwas nicht?',
  added: 'eingetragen',
  changed: 'geändert',
  deleted: 'gelöscht',
  'Taken back': 'Zurückgenommen',
  'Done again': 'Wiederhergestellt',
  // Weeks
  Week: 'Woche',
  'target:': 'Soll:',
  'Gap:': 'Lücke:',
  unaccounted: 'nicht erfasst',
  'Corrections:': 'Korrekturen:',
  'Submit with:': 'Einreichen:',
  '1 entry needs a ticket': '1 Eintrag braucht ein Ticket',
  '{0} entries need a ticket': '{0} Einträge brauchen ein Ticket',
  'needs review': 'zu prüfen',
  '1 day of {0} submitted:': '1 Tag von {0} eingereicht:',
  '{0} days of {1} submitted:': '{0} Tage von {1} eingereicht:',
  'No day of {0} was submitted.': 'Kein Tag von {0} wurde eingereicht.',
  'Left behind:': 'Zurückgelassen:',
  // What is open
  'Nothing is open in {0}.': 'In {0} ist nichts offen.',
  '1 question': '1 Frage',
  '{0} questions': '{0} Fragen',
  'about 1 minute': 'etwa 1 Minute',
  'about {0} minutes': 'etwa {0} Minuten',
  'meeting has no ticket': 'Termin hat kein Ticket',
  'meeting “{0}” has no ticket': 'Termin „{0}“ hat kein Ticket',
  'entry has no ticket': 'Eintrag hat kein Ticket',
  'entry “{0}” has no ticket': 'Eintrag „{0}“ hat kein Ticket',
  'away from the machine': 'nicht am Rechner',
  untracked: 'nicht erfasst',
  'overlap: {0}': 'Überschneidung: {0}',
  'nobody was at the machine in': 'niemand war am Rechner',
  'nobody was at the machine in “{0}”': 'niemand war am Rechner während „{0}“',
  '1 entry differs from what is booked': '1 Eintrag ist anders als gebucht',
  '{0} entries differ from what is booked': '{0} Einträge sind anders als gebucht',
  'is not reviewed yet': 'ist noch nicht geprüft',
  // Booking
  'Nothing to book in these days.': 'In diesen Tagen ist nichts zu buchen.',
  Book: 'Buchen',
  'Take as booked what is there already': 'Als gebucht nehmen, was dort schon steht',
  'Change there': 'Dort ändern',
  'Delete there': 'Dort löschen',
  'Changed here and there': 'Hier und dort geändert',
  'Cannot be booked': 'Kann nicht gebucht werden',
  'Stays as it is': 'Bleibt, wie es ist',
  'Booked there by hand': 'Dort von Hand gebucht',
  'no unit': 'keine Einheit',
  '1 entry, {0}': '1 Eintrag, {0}',
  '{0} entries, {1}': '{0} Einträge, {1}',
  '{0} here, {1} there': '{0} hier, {1} dort',
  'on {0} here, on {1} there': 'auf {0} hier, auf {1} dort',
  '“{0}” here, “{1}” there': '„{0}“ hier, „{1}“ dort',
  'gone there': 'dort gelöscht',
  '{0} of {1} requests left': 'noch {0} von {1} Anfragen',
  '{0} of {1} requests left, again from {2}': 'noch {0} von {1} Anfragen, wieder ab {2}',
  'Book it:': 'Buchen:',
  'Delete there too:': 'Auch dort löschen:',
  'Settle what differs:': 'Klären, was verschieden ist:',
  '(or theirs)': '(oder theirs)',
  'Say where it goes:': 'Sagen, wohin es gehört:',
  // Tickets
  'No tickets yet.': 'Noch keine Tickets.',
  Type: 'Art',
  Status: 'Status',
  Estimate: 'Schätzung',
  Labels: 'Etiketten',
  Address: 'Adresse',
  From: 'Aus',
  // Sessions
  'Nothing runs.  Start with: stint start TB-042': 'Nichts läuft.  Starten: stint start TB-042',
  'No sessions yet.  Start one with: stint start TB-042':
    'Noch keine Sitzungen.  Starten: stint start TB-042',
  'at work': 'bei der Arbeit',
  away: 'abwesend',
  'screen locked': 'Bildschirm gesperrt',
  'machine asleep': 'Rechner schläft',
  'not known': 'nicht bekannt',
  Today: 'Heute',
  Presence: 'Anwesenheit',
  since: 'seit',
  recovered: 'wiederhergestellt',
  started: 'gestartet',
  stopped: 'gestoppt',
  paused: 'pausiert',
  'goes on': 'läuft weiter',
  'started again': 'wieder gestartet',
  'dropped; it does not count': 'verworfen; sie zählt nicht',
  // What is wrong
  'All is well.': 'Alles in Ordnung.',
  'Something needs attention.': 'Etwas braucht Aufmerksamkeit.',
  database: 'Datenbank',
  tables: 'Tabellen',
  backups: 'Sicherungen',
  'data folder': 'Datenordner',
  'author e-mails': 'E-Mail-Adressen',
  presence: 'Anwesenheit',
  editors: 'Editoren',
  log: 'Protokoll',
  // Why
  '{0} before rounding': '{0} vor dem Runden',
  'Gave up': 'Abgegeben:',
  to: 'an',
};

let german: Promise<Translate> | null = null;

/** Tells sentences of commands and of the host in German; read when it is first needed. */
export function germanWords(): Promise<Translate> {
  german ??= load();
  return german;
}

async function load(): Promise<Translate> {
  const [{ translator }, { ALL_GERMAN }] = await Promise.all([
    import('#shared/values/translate.ts'),
    import('#shared/values/german/german.ts'),
  ]);
  return translator({ ...ALL_GERMAN, ...COMMANDS_IN_GERMAN });
}
