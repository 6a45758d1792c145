import { noteHook } from './doors/hook/note-hook.ts';

// `stint hook claude`: a program of its own, for Claude Code runs it with every step it takes. It loads nothing it can
// do without, says nothing, and whatever happens it ends well: an agent never waits for Stint or fails because of it.
void noteHook(process.argv.slice(2), process.env, process.stdin, Date.now()).finally(() => process.exit(0));
