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
  'No project of {0} is known.': 'Von {0} ist kein Projekt bekannt.',
};
