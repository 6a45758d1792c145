/** Words of drawings. */
export const charts = {
  charts: {
    more_one: '{{count}} more',
    more_other: '{{count}} more',
    of: 'of {{of}}',
    used: 'Used',
    left: 'Left',
    forecast: 'At the pace of late',
    burnDown: '{{name}}: {{left}} left of {{of}}.',
    burnDownFree: '{{name}}: {{used}} used, without a limit.',
    runsOut: 'At the pace of late it lasts until {{day}}.',
    burnDownMark: '{{day}}: {{used}} used, {{left}} left',
    noTicket: 'No ticket',
    others: 'Others',
    target: 'Target',
    stack: '{{label}}: {{time}} of {{target}}.',
    stackFree: '{{label}}: {{time}}.',
    less: 'Less',
    moreTime: 'More',
  },
} as const;
