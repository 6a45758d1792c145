/** What is said when budgets are set. */
export const budgets: Readonly<Record<string, string>> = {
  'It is not said whose budget it is.': 'Es fehlt, wessen Budget es ist.',
  'Name a delivery unit, or give a project: stint budget set --project TB --hours 40':
    'Nenne eine Liefereinheit oder ein Projekt: stint budget set --project TB --hours 40',
  'The budget of a whole project has no tickets of its own.':
    'Das Budget eines ganzen Projekts hat keine eigenen Tickets.',
  'Name a delivery unit for them: stint budget set "CRM link" --project {0} --tickets {1}-12':
    'Nenne dafür eine Liefereinheit: stint budget set "CRM-Anbindung" --project {0} --tickets {1}-12',
  'There is a delivery unit "{0}" already.': 'Die Liefereinheit „{0}“ gibt es schon.',
  'Nothing was changed. Choose another name.': 'Nichts wurde geändert. Wähle einen anderen Namen.',
  'It is not said what "{0}" is made of.': 'Es fehlt, woraus „{0}“ besteht.',
  'Give a project, its tickets, or a label they carry.':
    'Nenne ein Projekt, seine Tickets oder ein Label, das sie tragen.',
  'Give tickets such as TB-042.': 'Nenne Tickets wie TB-042.',
  'There is no delivery unit "{0}".': 'Die Liefereinheit „{0}“ gibt es nicht.',
  'See `stint budget list`.': 'Sieh in `stint budget list` nach.',
};
