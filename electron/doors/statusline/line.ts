import type { StatusLineShape } from '#shared/contract/status-line-operations.ts';
import { printable } from '#shared/values/display-width.ts';
import { formatShort } from '#shared/values/minutes.ts';
import { findTicketId } from '#shared/values/ticket-id.ts';

/** What there is to show; whatever is not known is left out. */
export interface LineFacts {
  /** What the host said. */
  readonly told: StatusLineShape | null;
  /** What it said earlier today, for while nobody answers. `at` in words: `14:05`. */
  readonly earlier: { readonly today: number; readonly at: string } | null;
  readonly branch: string | null;
  /** Of the agent's session, in USD. */
  readonly costUsd: number | null;
}

type Tint = 'warn' | 'bad' | 'dim';
const CODES: Readonly<Record<Tint, readonly [number, number]>> = {
  warn: [33, 39],
  bad: [31, 39],
  dim: [2, 22],
};

/** `TB-042 ▶ 1h12m · today 5h30m of 8h · budget 45% · $1.23` */
export function statusLine({ told, earlier, branch, costUsd }: LineFacts, colour: boolean): string {
  const tinted = (tint: Tint, text: string): string => {
    const [on, off] = CODES[tint];
    return colour ? `\u001b[${on}m${text}\u001b[${off}m` : text;
  };
  const parts = [
    work(told, branch),
    told !== null
      ? `today ${formatShort(told.today)} of ${formatShort(told.target)}`
      : earlier !== null
        ? tinted('dim', `today ${formatShort(earlier.today)} at ${earlier.at}`)
        : null,
    budget(told, tinted),
    costUsd === null ? null : `$${costUsd.toFixed(2)}`,
  ];
  return parts.filter((part) => part !== null).join(tinted('dim', ' · '));
}

function work(told: StatusLineShape | null, branch: string | null): string | null {
  const ticket = told === null ? (branch === null ? null : findTicketId(branch, [])) : told.ticket;
  const running = told?.running ?? null;
  if (running === null) return ticket;
  const sign = running.paused ? '⏸' : '▶';
  return `${printable(ticket ?? running.title)} ${sign} ${formatShort(running.minutes)}`;
}

function budget(told: StatusLineShape | null, tinted: (tint: Tint, text: string) => string): string | null {
  const percent = told?.budget?.percent;
  if (percent === undefined) return null;
  const text = `budget ${percent}%`;
  return percent >= 100 ? tinted('bad', text) : percent >= 80 ? tinted('warn', text) : text;
}
