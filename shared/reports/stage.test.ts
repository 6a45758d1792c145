import { expect, it } from 'vitest';
import { stageOf, stageOfAll } from './stage.ts';

it.each([
  ['Done', 'done'],
  [' In Review ', 'in-progress'],
  ['in_progress', 'in-progress'],
  ['Zu erledigen', 'planned'],
  ['To Do', 'planned'],
  ['Waiting for Bob', null],
  [null, null],
])('%s is %s', (status, stage) => expect(stageOf(status)).toBe(stage));

it('a group is done when all of it is, and begun by any time or progress', () => {
  expect(stageOfAll(['done', 'done'], true)).toBe('done');
  expect(stageOfAll(['done', null], false)).toBe('in-progress');
  expect(stageOfAll(['planned', 'planned'], true)).toBe('in-progress');
  expect(stageOfAll(['planned', null], false)).toBe('planned');
  expect(stageOfAll([], false)).toBe('planned');
});
