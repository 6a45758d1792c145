import type { PromptShape } from '#shared/contract/prompt-operations.ts';
import { formatClock } from '#shared/values/local-day.ts';
import { parseInstant } from '#shared/values/instant.ts';
import { formatShort } from '#shared/values/minutes.ts';
import type { Paper } from '../paper.ts';

/** What waits, each with what can be said to it: whole commands, to be copied. */
export function promptsView(prompts: readonly PromptShape[], paper: Paper): string {
  if (prompts.length === 0) return paper.paint('dim', 'Nothing waits for you.');
  return prompts.map((prompt) => lines(prompt, paper).join('\n')).join('\n\n');
}

function lines(prompt: PromptShape, paper: Paper): string[] {
  const head = `${paper.paint('bold', prompt.title)}${prompt.text === '' ? '' : `\n  ${prompt.text}`}`;
  if (prompt.kind === 'absences') {
    return [
      head,
      ...prompt.absences.map((one) => {
        const span = `${clock(one.startedAt, prompt.zone)}–${clock(one.endedAt, prompt.zone)}  ${formatShort(one.minutes)}`;
        return `  ${span}  ${paper.paint('dim', `stint answer ${one.key} break|ticket|meeting`)}`;
      }),
    ];
  }
  if (prompt.kind === 'end-of-day')
    return [
      head,
      `  ${paper.paint('dim', `stint day ${prompt.date} · stint confirm ${prompt.date} · stint snooze`)}`,
    ];
  if (prompt.kind === 'week')
    return [
      head,
      `  ${paper.paint('dim', `stint week ${prompt.week} · stint submit ${prompt.week} · stint snooze`)}`,
    ];
  // The name of a delivery unit may have blanks.
  const key = /\s/.test(prompt.key) ? `"${prompt.key}"` : prompt.key;
  return [head, `  ${paper.paint('dim', `stint answer ${key} ${prompt.answers.join('|')}`)}`];
}

function clock(text: string, zone: string): string {
  const at = parseInstant(text);
  return at === null ? '' : formatClock(at, zone);
}
