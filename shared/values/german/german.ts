import { booking } from './booking.ts';
import { budgets } from './budgets.ts';
import { claudeCode } from './claude-code.ts';
import { configuration } from './configuration.ts';
import { connections } from './connections.ts';
import { customer } from './customer.ts';
import { devSessions } from './dev-sessions.ts';
import { dump } from './dump.ts';
import { entries } from './entries.ts';
import { evidencePack } from './evidence-pack.ts';
import { formats } from './formats.ts';
import { FOREIGN } from './foreign.ts';
import { host } from './host.ts';
import { machine } from './machine.ts';
import { paper } from './paper.ts';
import { reports } from './reports.ts';
import { sources } from './sources.ts';
import { wishes } from './wishes.ts';

/** Every sentence of the host in German, by its template: `npm run check` says what is missing. "du", and the field's own words. */
export const GERMAN: Readonly<Record<string, string>> = {
  ...entries,
  ...booking,
  ...connections,
  ...sources,
  ...machine,
  ...host,
  ...formats,
  ...reports,
  ...paper,
  ...dump,
  ...devSessions,
  ...evidencePack,
  ...customer,
  ...budgets,
  ...claudeCode,
  ...configuration,
  ...wishes,
};

/** With what others say through the host. */
export const ALL_GERMAN: Readonly<Record<string, string>> = { ...FOREIGN, ...GERMAN };
