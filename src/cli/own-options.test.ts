import { expect, it } from 'vitest';
import { ownOptionsFirst } from './own-options.ts';

it.each([
  [
    ['build', './cmd/server', '--json'],
    ['build', '--json', './cmd/server'],
  ],
  [
    ['build', '-trimpath', '--go', '1.26', './x'],
    ['build', '--go', '1.26', '-trimpath', './x'],
  ],
  [
    ['build', './x', '--lang=zh-CN'],
    ['build', '--lang=zh-CN', './x'],
  ],
  [
    ['--json', 'build', './x'],
    ['--json', 'build', './x'],
  ],
  [
    ['build', '-json', './x'],
    ['build', '-json', './x'],
  ],
  [
    ['build', '--', '--json', './x'],
    ['build', '--', '--json', './x'],
  ],
  [
    ['build', './x', '--go'],
    ['build', '--go', './x'],
  ],
  [
    ['exec', 'build', '--json'],
    ['exec', 'build', '--json'],
  ],
  [
    ['list', '--json'],
    ['list', '--json'],
  ],
])('%j', (given, wanted) => {
  expect(ownOptionsFirst(given)).toEqual(wanted);
});
