import type { charts as english } from '../en/charts.ts';
import type { SameKeys } from '../same-keys.ts';

export const charts: SameKeys<typeof english> = {
  charts: {
    more_one: '{{count}} weiteres',
    more_other: '{{count}} weitere',
    of: 'von {{of}}',
    used: 'Verbraucht',
    left: 'Übrig',
    forecast: 'Im Tempo der letzten Zeit',
    burnDown: '{{name}}: {{left}} übrig von {{of}}.',
    burnDownFree: '{{name}}: {{used}} verbraucht, ohne Grenze.',
    runsOut: 'Im Tempo der letzten Zeit reicht es bis {{day}}.',
    burnDownMark: '{{day}}: {{used}} verbraucht, {{left}} übrig',
    noTicket: 'Kein Ticket',
    others: 'Andere',
    target: 'Soll',
    stack: '{{label}}: {{time}} von {{target}}.',
    stackFree: '{{label}}: {{time}}.',
    less: 'Weniger',
    moreTime: 'Mehr',
  },
};
