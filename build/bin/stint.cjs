#!/usr/bin/env node
// The `stint` command of a checkout. What Claude Code runs with every step it takes, or to draw its status line, is a
// small program of its own that any Node can run: it never builds, complains or fails. CommonJS, for Node needs several
// milliseconds more before it runs the first line of an ES module. All other commands are command.cjs's.
const [first, second, ...rest] = process.argv.slice(2);
const isHelp = [second, ...rest].some((word) => word === '--help' || word === '-h');
const small =
  first === 'hook' && second === 'claude' ? 'hook.cjs' : first === 'statusline' ? 'statusline.cjs' : null;

if (small === null || isHelp) require('./command.cjs');
else {
  const program = `${__dirname}/../../dist/node/${small}`;
  if (require('node:fs').existsSync(program)) require(program);
}
