import type { OpenQuestions, QuestionShape } from '#shared/contract/question-operations.ts';
import { aboutMinutes } from '#shared/review/questions.ts';
import { formatShort } from '#shared/values/minutes.ts';
import type { Cell, Paper } from '../paper.ts';
import { count, localTime, shortDate } from './words.ts';

/** What a week still asks: "3 questions, about 2 minutes", and a line for each, with what answers it. */
export function questionsView({ week, questions, seconds }: OpenQuestions, paper: Paper): string {
  if (questions.length === 0)
    return `${paper.paint('good', '✓')} ${paper.say(`Nothing is open in ${week}.`)}`;
  const about = aboutMinutes(seconds);
  return [
    `${paper.paint('bold', paper.say(count(questions.length, 'question')))}, ${paper.say(`about ${count(about, 'minute')}`)}  ${paper.paint('dim', week)}`,
    paper.table(questions.map((question) => row(question, paper))),
  ].join('\n\n');
}

function row(question: QuestionShape, { language, say }: Paper): Cell[] {
  return [
    { text: question.dates.map((date) => shortDate(date, language)).join(', ') },
    { text: clockOf(question), tone: 'dim' },
    { text: formatShort(question.minutes), right: true, tone: 'bold' },
    { text: say(wordsOf(question)), tone: 'warn' },
    { text: answerOf(question), tone: 'dim' },
  ];
}

const clockOf = ({ startedAt, endedAt, dates }: QuestionShape): string =>
  dates.length > 1 || startedAt === null
    ? ''
    : `${localTime(startedAt).slice(11)}–${localTime(endedAt).slice(11)}`;

function wordsOf({ kind, title, entries, away }: QuestionShape): string {
  const named = title === '' ? '' : ` “${title}”`;
  switch (kind) {
    case 'meeting':
      return `meeting${named} has no ticket`;
    case 'entry':
      return `entry${named} has no ticket`;
    case 'gap':
      return away ? 'away from the machine' : 'untracked';
    case 'overlap':
      return `overlap: ${entries.map(({ description }) => `“${description}”`).join(' and ')}`;
    case 'attend':
      return `nobody was at the machine in${named}`;
    case 'remote':
      return `${count(entries.length, 'entry differs', 'entries differ')} from what is booked`;
    case 'day':
      return 'is not reviewed yet';
  }
}

function answerOf({ kind, entries, dates, suggestions, meeting }: QuestionShape): string {
  const id = entries[0]?.id.slice(-8) ?? 'ENTRY';
  const ticket = suggestions[0]?.ticket ?? 'TICKET';
  switch (kind) {
    case 'meeting':
      return `stint calendar series ${id} ${ticket}`;
    case 'entry':
      return `stint edit ${id} --ticket ${ticket}`;
    case 'gap':
      return `stint log "… on ${ticket} for … on ${dates[0]}"`;
    case 'overlap':
      return `stint edit ${id} --minutes …`;
    case 'attend':
      return meeting === null ? '' : `stint calendar attend ${id} [--no-attended]`;
    case 'remote':
      return `stint sync --plan --week ${dates[0]}`;
    case 'day':
      return `stint confirm ${dates[0]}`;
  }
}
