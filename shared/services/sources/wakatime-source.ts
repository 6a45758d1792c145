import type { World } from '../../ports/world.ts';
import { wakaTimeLines } from '../../sources/wakatime/configuration.ts';
import { dayInterval } from '../../values/local-day.ts';
import { said } from '../../values/said.ts';
import type { SourceReader } from './source-reader.ts';

/** How the source of editors is known. */
export const WAKATIME = { key: 'wakatime', kind: 'wakatime', name: said`Editors (WakaTime)` } as const;

/** Editors' plugins, by the protocol of WakaTime: they speak up by themselves. */
export const wakaTimeReader: SourceReader = {
  kind: 'wakatime',
  way: 'pushed',
  async list(world) {
    const lines = await wakaTimeSetup(world);
    const { mark } = (await world.stores.sources.get(WAKATIME.key)) ?? { mark: null };
    const errors = pluginErrors(mark);
    const told =
      errors === 0
        ? ''
        : said` Plugins reported ${errors === 1 ? said`1 error` : said`${errors} errors`}; their own logs say which.`;
    return [
      {
        key: WAKATIME.key,
        name: WAKATIME.name,
        off: lines === null ? CLOSED : null,
        detail: said`Put these two lines into ~/.wakatime.cfg: ${lines?.join('\n') ?? ''}${told}`,
      },
    ];
  },
  read: async () => [],
  async today(world, person) {
    const beats = await world.stores.tools.beats(person.user, dayInterval(person.today, person.zone));
    const own = beats.length;
    return own === 0 ? null : own === 1 ? said`1 sign of life` : said`${own} signs of life`;
  },
};

/** Why no editor can reach it, and what would let them. */
const CLOSED = said`The HTTP door is shut. It is open while \`stint serve\` runs; in the app: stint config set doors.http true`;

/**
 * The two lines for `~/.wakatime.cfg`, with the key, which is made when it is first asked for; null while no door is open.
 * Nobody but the person writes them there.
 */
export async function wakaTimeSetup(world: World): Promise<readonly [string, string] | null> {
  const url = world.machine.httpUrl();
  if (url === null) return null;
  return wakaTimeLines(url, await wakaTimeKey(world));
}

const making = new WeakMap<World['settings'], Promise<string>>();

/** Who asks while it is being made is given the same one. */
async function wakaTimeKey(world: World): Promise<string> {
  const known = world.settings.get()['editor.wakatimeKey'];
  if (known !== '') return known;
  const made = making.get(world.settings) ?? makeKey(world).finally(() => making.delete(world.settings));
  making.set(world.settings, made);
  return made;
}

async function makeKey(world: World): Promise<string> {
  const key = world.ids.secret();
  await world.settings.set('editor.wakatimeKey', key);
  return key;
}

/** How many errors plugins reported, by the mark of the source. */
export function pluginErrors(mark: string | null): number {
  try {
    const value = JSON.parse(mark ?? '{}') as { errors?: unknown } | null;
    return typeof value?.errors === 'number' ? value.errors : 0;
  } catch {
    return 0;
  }
}
