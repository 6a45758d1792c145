import type { SourceShape } from '#shared/contract/source-operations.ts';

type Kind = SourceShape['kind'];

/** Parts of the Sources page, in the order they stand there, and the kinds of sources in each. */
export const PARTS = {
  git: ['git'],
  calendars: ['ics', 'google'],
  editors: ['telemetry', 'wakatime'],
  agents: ['claude-code'],
  machine: ['presence', 'activitywatch'],
  tickets: ['tickets'],
} as const satisfies Readonly<Record<string, readonly Kind[]>>;
export type Part = keyof typeof PARTS;

/** The sources of a part, in the host's order. */
export const sourcesOf = (sources: readonly SourceShape[], part: Part): SourceShape[] =>
  sources.filter(({ kind }) => (PARTS[part] as readonly Kind[]).includes(kind));

/** These speak up by themselves: there is nothing to read. */
const PUSHED: readonly Kind[] = ['presence', 'wakatime', 'activitywatch'];

export const isPushed = ({ kind }: SourceShape): boolean => PUSHED.includes(kind);

/** What is off or paused is not read; neither is what speaks up by itself. */
export const canRead = (source: SourceShape): boolean =>
  !isPushed(source) && source.state !== 'off' && source.state !== 'paused';

/** Repositories are read as long as they are registered, presence as long as Stint runs. */
export const canPause = ({ kind, state }: SourceShape): boolean =>
  kind !== 'git' && kind !== 'presence' && state !== 'off';

/** How a calendar of the setting may be shown: the secret in an address stays out of sight. */
export interface SafeName {
  /** Null: a file of this machine. */
  readonly host: string | null;
  /** The path of a file; of an address its last four characters, so that two of one host can be told apart. */
  readonly end: string;
}

/** Reads an address or path of `calendar.ics` for showing it. */
export function safeName(address: string): SafeName {
  const match = /^(?:https?|webcals?):\/\/(?:[^/?#@]*@)?([^/?#]+)(.*)$/i.exec(address.trim());
  if (!match?.[1]) return { host: null, end: address.trim() };
  // Every Google address ends alike; what tells them apart stands before it, and is the secret.
  const rest = (match[2] ?? '').replace(/(\/basic)?\.ics$/i, '');
  return { host: match[1].toLowerCase(), end: rest.length < 12 ? '' : rest.slice(-4) };
}

/** Where the host tells the lines for WakaTime it tells their key: in the window they stand where they are asked for. */
export const withoutKey = (detail: string, instead: string): string =>
  detail.includes('[api_urls]')
    ? [instead, /Plugins reported .*/.exec(detail)?.[0]].filter(Boolean).join(' ')
    : detail;
