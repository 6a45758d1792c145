import type { prompts as english } from '../en/prompts.ts';
import type { SameKeys } from '../same-keys.ts';

/** Words around what waits, in German. */
export const prompts: SameKeys<typeof english> = {
  prompts: {
    region: 'Was auf dich wartet',
    bell_zero: 'Nichts wartet auf dich',
    bell_one: '1 Sache wartet auf dich',
    bell_other: '{{count}} Dinge warten auf dich',
    nothing: 'Nichts wartet auf dich.',
    close: 'Schließen',
    later: 'Später',
    hour: 'In einer Stunde',
    tomorrow: 'Morgen',
    monday: 'Am Montag',
    dismiss: 'Nicht nötig',
    openDay: 'Durchsehen',
    openWeek: 'Woche durchgehen',
    submitWeek: 'Woche einreichen',
    openProject: 'Budget öffnen',
    openSettings: 'Einstellungen öffnen',
    break: 'Pause',
    meeting: 'Termin',
    ticket: 'Ticket',
    breakOf: 'Pause, {{times}}',
    meetingOf: 'Termin, {{times}}',
    awayWords: 'Nicht am Rechner',
    ticketOf: 'Ticket für {{times}}',
    switch: 'Wechseln',
    start: 'Starten',
    notNow: 'Jetzt nicht',
    back: 'Zurück',
    stop: 'Stoppen',
    leave: 'Weiterlaufen lassen',
    seen: 'In Ordnung',
  },
};
