import type { SettingWords } from './setting-name.ts';

/** What the settings of reports are called. */
export const REPORT_SETTING_WORDS: Readonly<Record<string, SettingWords>> = {
  'reports.rdCategories': {
    en: 'R&D categories',
    de: 'F&E-Kategorien',
    deMeaning:
      'F&E-Kategorien, je mit den Arten von Tickets, die dazugehören. x-rd-category eines Tickets geht vor.',
  },
  'reports.formats': {
    en: 'Formats of your own',
    de: 'Eigene Formate',
    deMeaning:
      'Eigene Formate für Berichte, nach Namen: welche Tabelle, Spalten und Titel, und wie ein CSV geschrieben wird. Mit --as NAME fragst du danach.',
  },
  'reports.rdQualifying': {
    en: 'Qualifying categories',
    de: 'Begünstigte Kategorien',
    deMeaning: 'F&E-Kategorien, die steuerlich begünstigt sind.',
  },
  'reports.rdReviewTypes': {
    en: 'Types to look at',
    de: 'Arten zum Nachsehen',
    deMeaning: 'Arten von Tickets, die zu wenig über F&E sagen: der Bericht bittet dich, sie anzusehen.',
  },
  'reports.rdFeatureLabels': {
    en: 'Labels of new features',
    de: 'Labels neuer Funktionen',
    deMeaning: 'Labels, durch die ein Bug zu einer neuen Funktion und damit zu F&E gehört.',
  },
  'reports.rdScheme': {
    en: 'R&D scheme',
    de: 'F&E-Regelwerk',
    deMeaning: 'Wessen F&E-Regeln gelten, so wie die Zusammenfassung des Berichts sie nennt.',
  },
  'reports.billableLabels': {
    en: 'Billable labels',
    de: 'Labels abrechenbarer Zeit',
    deMeaning: 'Labels von Tickets, deren Zeit abrechenbar ist.',
  },
  'reports.impedimentLabels': {
    en: 'Impediment labels',
    de: 'Labels von Hindernissen',
    deMeaning: 'Labels von Tickets, deren Zeit an ein Hindernis verloren ging.',
  },
  'reports.adminLabels': {
    en: 'Administration labels',
    de: 'Labels von Verwaltung',
    deMeaning: 'Labels von Tickets, die Verwaltung sind.',
  },
  'reports.internalCustomers': {
    en: 'Internal customers',
    de: 'Interne Kunden',
    deMeaning: 'Kunden, die eure eigene Firma sind: ihre Zeit ist nicht abrechenbar.',
  },
  'reports.customerPeople': {
    en: 'People in what customers see',
    de: 'Personen in der Kundenansicht',
    deMeaning: 'Nennt Personen mit ihren Summen in dem, was Kunden sehen.',
  },
  'reports.budgets': {
    en: 'Budgets of delivery units',
    de: 'Budgets von Liefereinheiten',
    deMeaning:
      'Budgets von Liefereinheiten nach Namen: Stunden für die genannten Tickets oder die mit einem Label, innerhalb eines Projekts; insgesamt oder je Monat, mit Übertrag oder ohne; warnAt: Prozente, bei denen gewarnt wird.',
  },
};
