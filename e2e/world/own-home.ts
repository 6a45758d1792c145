// The home folder of a story: nothing that the person who runs the tests keeps in theirs is seen.
import { join } from 'node:path';

/** What a program needs to live in a home of its own, below the data folder of the story; empty until it is written to. */
export function ownHome(home: string): Readonly<Record<string, string>> {
  const person = join(home, 'person');
  return {
    HOME: person,
    USERPROFILE: person,
    APPDATA: join(person, 'AppData', 'Roaming'),
    XDG_CONFIG_HOME: join(person, '.config'),
    // What an agent left on this machine is nobody's business either.
    CLAUDE_CONFIG_DIR: join(home, 'no-claude'),
  };
}
