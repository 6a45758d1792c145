import { paperOf } from '../paper.ts';
import { viewOf } from './catalogue.ts';

const plain = paperOf({ colour: false, width: 80 });
const wide = paperOf({ colour: false, width: 140 });

/** What an operation's answer looks like on paper as wide as most terminals. */
export const show = (operation: string, output: unknown, paper = plain): string =>
  viewOf(operation.split('.'), output, paper);

/** The same line by line, with room for all of it. */
export const showLines = (operation: string, output: unknown): string[] =>
  show(operation, output, wide).split('\n');
