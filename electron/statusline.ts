import { showLine } from './doors/statusline/show-line.ts';

// `stint statusline`: a program of its own, for Claude Code runs it whenever it draws its status line. It loads nothing
// it can do without, and whatever happens it ends well.
const print = (text: string): void => void process.stdout.write(text);
process.stdout.on('error', () => undefined);
void showLine(process.argv.slice(2), process.env, process.stdin, Date.now(), print).finally(() => {
  // What was printed to a pipe may still be on its way.
  process.stdout.end(() => process.exit(0));
});
