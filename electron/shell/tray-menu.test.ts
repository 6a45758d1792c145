import { describe, expect, it } from 'vitest';
import type { PromptShape } from '#shared/contract/prompt-operations.ts';
import type { MenuRow } from './tray-menu.ts';
import { trayFace, trayMenu, whatOf } from './tray-menu.ts';
import type { TrayView } from './tray-view.ts';
import { NOTHING_WAITS } from './tray-view.ts';
import { languageOf } from './tray-words.ts';

const quiet: TrayView = { session: null, today: 150, tickets: [], last: null, attention: NOTHING_WAITS };
const running: TrayView = {
  ...quiet,
  session: { ticket: 'TB-042', title: 'fix socket', state: 'running', minutes: 65 },
  tickets: [
    { ticket: 'TB-042', title: 'fix socket' },
    { ticket: 'APP-7', title: 'APP-7' },
  ],
};

/** The menu as a person reads it. */
const picture = (rows: readonly MenuRow[], indent = ''): string[] =>
  rows.flatMap((row) => {
    if (row.kind === 'line') return [`${indent}--`];
    if (row.kind === 'text') return [`${indent}(${row.label})`];
    if (row.kind === 'action') return [`${indent}${row.label}`];
    return [`${indent}${row.label} >`, ...picture(row.rows, `${indent}  `)];
  });

describe('the tray menu', () => {
  it('offers to start, when nothing runs', () => {
    expect(picture(trayMenu(quiet, 'en'))).toEqual([
      '(Nothing runs)',
      '--',
      'Start >',
      '  Start on…',
      '--',
      '(Today: 2h30m)',
      'Log time…',
      'Reconcile today',
      'This week',
      '--',
      'Settings',
      'Quit',
    ]);
  });

  it('offers pause and stop while a session runs, and five tickets to go over to', () => {
    expect(picture(trayMenu(running, 'en')).slice(0, 9)).toEqual([
      '(TB-042 fix socket)',
      '--',
      'Start >',
      '  TB-042 fix socket',
      '  APP-7',
      '  --',
      '  Start on…',
      'Pause',
      'Stop',
    ]);
  });

  it('offers resume while it is paused, in German too', () => {
    const paused: TrayView = { ...running, session: { ...running.session!, state: 'paused' } };
    const rows = picture(trayMenu(paused, 'de'));
    expect(rows[0]).toBe('(Pausiert: TB-042 fix socket)');
    expect(rows).toContain('Fortsetzen');
    expect(rows).not.toContain('Pausieren');
  });

  it('offers to go on with the last session while nothing runs', () => {
    const idle: TrayView = { ...quiet, last: { ticket: 'TB-042', title: 'fix socket' } };
    const rows = trayMenu(idle, 'en');
    expect(rows).toContainEqual({
      kind: 'action',
      label: 'Continue TB-042 fix socket',
      action: { do: 'toggle' },
    });
    expect(picture(trayMenu({ ...running, last: idle.last }, 'en'))).not.toContain(
      'Continue TB-042 fix socket',
    );
  });

  it('does not change while time passes, but for the total', () => {
    const later: TrayView = { ...running, session: { ...running.session!, minutes: 66 } };
    expect(trayMenu(later, 'en')).toEqual(trayMenu(running, 'en'));
  });

  it('names what waits and leads to it, three at most; the week names its days itself', () => {
    const waits = (prompts: readonly PromptShape[], openDays: string[] = []): string[] => {
      const rows = picture(trayMenu({ ...quiet, attention: { ...NOTHING_WAITS, openDays, prompts } }, 'en'));
      return rows.slice(1, rows.indexOf('--'));
    };
    const common = { since: '2026-02-13T16:30:00.000Z', title: '', text: '', answers: [] };
    const end: PromptShape = {
      ...common,
      ...{ kind: 'end-of-day', key: 'e', to: '/today/2026-02-13', date: '2026-02-13', isToday: true },
      ...{ minutes: 60, target: 480, gaps: 0, unallocated: 0 },
    };
    const week: PromptShape = {
      ...common,
      ...{ kind: 'week', key: 'w', to: '/week/2026-W07', week: '2026-W07' },
      ...{ open: ['2026-02-10', '2026-02-13'], minutes: 60, target: 480 },
    };
    expect(waits([end])).toEqual(['Today: 1h of 8h']);
    expect(waits([end, week], ['2026-02-10'])).toEqual([
      'Today: 1h of 8h',
      '2 days are not reviewed yet: Tue, Fri',
    ]);
    const past: PromptShape = { ...end, isToday: false };
    expect(waits([past], ['2026-02-13'])).toEqual(['1 day is not reviewed yet: Fri']);
    expect(waits([end, end, end, end])).toHaveLength(3);
    expect(trayFace({ ...quiet, attention: { ...NOTHING_WAITS, prompts: [end] } }, 'en').notch).toBe(true);
  });

  it('names the days that wait and leads to the oldest', () => {
    const waiting: TrayView = {
      ...quiet,
      attention: {
        openDays: ['2026-02-10', '2026-02-13'],
        questions: { count: 3, seconds: 110 },
        troubledRepositories: 1,
        prompts: [],
      },
    };
    const rows = trayMenu(waiting, 'en');
    expect(rows[1]).toEqual({
      kind: 'action',
      label: '2 days are not reviewed yet: Tue, Fri',
      action: { do: 'open', to: '/today/2026-02-10' },
    });
    expect(picture(rows)).toContain('A repository could not be read');
    expect(picture(rows)).toContain('3 questions, about 2 minutes');
    const week = Array.from({ length: 6 }, (_, i) => `2026-02-0${i + 1}`);
    const many = trayMenu({ ...quiet, attention: { ...NOTHING_WAITS, openDays: week } }, 'de');
    expect(picture(many)[1]).toBe('6 Tage sind noch nicht geprüft: So, Mo, Di, Mi, …');
  });
});

describe('the face of the tray', () => {
  it('says by shape what runs and whether something waits', () => {
    expect(trayFace(quiet, 'en')).toEqual({ icon: 'idle', notch: false, tooltip: 'Stint · today 2h30m' });
    expect(trayFace({ ...quiet, today: null }, 'en').tooltip).toBe('Stint');
    expect(trayFace(running, 'en')).toEqual({
      icon: 'running',
      notch: false,
      tooltip: 'TB-042 fix socket · 1h5m',
    });
    const paused = { ...running, session: { ...running.session!, state: 'paused' as const } };
    expect(trayFace(paused, 'en')).toMatchObject({
      icon: 'paused',
      tooltip: 'TB-042 fix socket · paused at 1h5m',
    });
    const waiting = { ...quiet, attention: { ...NOTHING_WAITS, openDays: ['2026-02-10'] } };
    expect(trayFace(waiting, 'en').notch).toBe(true);
  });

  it('cuts a title that no panel could show', () => {
    const text = whatOf({ ticket: 'TB-1', title: 'x'.repeat(200) });
    expect(text).toHaveLength(48);
    expect(text.endsWith('…')).toBe(true);
    expect(whatOf({ ticket: null, title: 'reading' })).toBe('reading');
  });
});

describe('the language of the shell', () => {
  it('is the one chosen, else that of the system where we speak it', () => {
    expect(languageOf('de', 'en-US')).toBe('de');
    expect(languageOf('system', 'de-AT')).toBe('de');
    expect(languageOf('system', 'fr')).toBe('en');
  });
});
