/** Names of the settings about beginning, and what they mean, in German. */
export const START_SETTING_WORDS = {
  'app.firstSteps': {
    en: 'First steps',
    de: 'Erste Schritte',
    deMeaning:
      'Wie weit die ersten Schritte kamen: nicht begonnen, letzte Woche verglichen, erster Tag vorgeschlagen oder fertig.',
  },
} as const;

/** Words for the values of those settings. */
export const START_CHOICE_WORDS = {
  start: { en: 'Not begun', de: 'Nicht begonnen' },
  week: { en: 'Week', de: 'Woche' },
  day: { en: 'First day', de: 'Erster Tag' },
  done: { en: 'Done', de: 'Fertig' },
} as const;
