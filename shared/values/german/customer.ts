/** What customers read of their time, and what is said of the tokens they read it with. */
export const customer: Readonly<Record<string, string>> = {
  'Service dashboard': 'Service-Dashboard',
  'Service dashboard: {0}': 'Service-Dashboard: {0}',
  Contingent: 'Kontingent',
  'What the time was used for': 'Zeitverwendung',
  'Delivery unit': 'Liefereinheit',
  'Last activities': 'Letzte Aktivitäten',
  What: 'Was',
  'Basis for the invoice': 'Rechnungsgrundlage',
  Rate: 'Stundensatz',
  Done: 'Abgeschlossen',
  'In progress': 'In Arbeit',
  Planned: 'Geplant',
  'The dashboard cannot be shown now.': 'Das Dashboard kann gerade nicht gezeigt werden.',
  'Try again later.': 'Versuche es später noch einmal.',
  'This token opens no dashboard here.': 'Dieses Token öffnet hier kein Dashboard.',
  'Check address and token, or ask whoever gave them to you.':
    'Prüfe Adresse und Token, oder frage, wer sie dir gegeben hat.',
  'That was asked for too often.': 'Danach wurde zu oft gefragt.',
  'Try again in a minute.': 'Versuche es in einer Minute noch einmal.',
  'A dashboard can only be read.': 'Ein Dashboard kann nur gelesen werden.',
  'Use GET.': 'Nimm GET.',
  'No project is of a customer "{0}".': 'Kein Projekt ist von einem Kunden „{0}“.',
  'See `stint project list`, or say whose it is: stint project edit KEY --customer "{0}".':
    'Sieh in `stint project list` nach, oder sag, wem es gehört: stint project edit KEY --customer "{0}".',
  'No token of "{0}" is good, so there is nothing to end.':
    'Kein Token von „{0}“ ist gültig, es gibt also nichts zu beenden.',
  'See `stint dashboard list`.': 'Sieh in `stint dashboard list` nach.',
  'No budget is known. Set one on the page Customers, or: stint budget set --project TB --hours 40':
    'Kein Budget ist bekannt. Auf der Seite Kunden festlegen, oder: stint budget set --project TB --hours 40',
  'No project of {0} is known.': 'Von {0} ist kein Projekt bekannt.',
};
