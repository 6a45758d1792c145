import { useTranslation } from 'react-i18next';
import { useFormats } from '../../hooks/formats.ts';
import { useToday } from '../../hooks/today.ts';
import type { Command, CommandGroup } from './command.ts';
import { dateCommands } from './date-commands.ts';
import { usedLately } from './lately.ts';
import { usePageCommands, useSettingCommands } from './page-commands.ts';
import { ranked } from './rank.ts';
import { askedOf, useTicketCommands } from './ticket-commands.ts';
import { useWishCommands } from './wish-commands.ts';
import { useWorkCommands } from './work-commands.ts';

/** More than anybody looks through; the rest is a letter away. */
export const MOST_SHOWN = 30;
const LATELY_SHOWN = 5;
const SETTINGS_SHOWN = 6;
/** There are many settings, so that some always fit: what is as good and no setting comes first. */
const SETTING_LAST = 30;
/** A name that was typed nearly in full comes before tickets that hold the letters somewhere. */
const GOOD = 58;

export interface Section {
  readonly group: CommandGroup;
  readonly commands: readonly Command[];
}

/** What fits the text, in groups, the best first; at most `MOST_SHOWN` of them. */
export function useCommands(text: string): readonly Section[] {
  const { t } = useTranslation();
  const formats = useFormats();
  const today = useToday();
  const pages = usePageCommands(text.trim().length > 1);
  const work = useWorkCommands();
  const settings = useSettingCommands();
  const tickets = useTicketCommands(text);
  const asked = text.trim();
  const wishes = useWishCommands(asked);
  const lately = usedLately();
  if (asked === '') return withoutWords([...work, ...pages], lately);

  const lift = ({ id }: Command) => {
    const at = lately.indexOf(id);
    return at < 0 ? 0 : 6 - at / 2;
  };
  const named = (commands: readonly Command[], most: number) => ranked(asked, commands, lift).slice(0, most);
  const doing = named(work, MOST_SHOWN);
  const going = named(pages, MOST_SHOWN);
  const setting = asked.length < 2 ? [] : named(settings, SETTINGS_SHOWN);
  const dates = dateCommands(asked, today, formats, t);
  // What has a line of its own by name or date needs none as a wish.
  const isNamed = dates.length > 0 || askedOf(text).verb !== null || doing.some(({ score }) => score > GOOD);
  const wished = isNamed ? [] : wishes;
  const best = (found: readonly { score: number }[]) => found[0]?.score ?? -1;
  const sections = [
    { group: 'work' as const, commands: doing.map(({ thing }) => thing), score: best(doing) },
    { group: 'pages' as const, commands: going.map(({ thing }) => thing), score: best(going) },
    {
      group: 'settings' as const,
      commands: setting.map(({ thing }) => thing),
      score: best(setting) - SETTING_LAST,
    },
    { group: 'tickets' as const, commands: tickets, score: askedOf(text).verb === null ? GOOD : 200 },
    { group: 'ask' as const, commands: wished, score: 250 },
    { group: 'dates' as const, commands: dates, score: 300 },
  ];
  return atMost(sections.filter(({ commands }) => commands.length > 0).toSorted((a, b) => b.score - a.score));
}

/** Before anything is typed: what was used lately, then what there is. */
function withoutWords(commands: readonly Command[], lately: readonly string[]): readonly Section[] {
  const recent = lately
    .flatMap((id) => commands.filter((command) => command.id === id))
    .slice(0, LATELY_SHOWN);
  const others = (group: CommandGroup) =>
    commands.filter((command) => command.group === group && !recent.includes(command));
  const sections: Section[] = [
    { group: 'recent', commands: recent },
    { group: 'work', commands: others('work') },
    { group: 'pages', commands: others('pages') },
  ];
  return atMost(sections.filter((section) => section.commands.length > 0));
}

function atMost(sections: readonly Section[]): readonly Section[] {
  let room = MOST_SHOWN;
  return sections.flatMap(({ group, commands }) => {
    const shown = commands.slice(0, room);
    room -= shown.length;
    return shown.length === 0 ? [] : [{ group, commands: shown }];
  });
}
