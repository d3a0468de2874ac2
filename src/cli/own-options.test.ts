import { expect, it } from 'vitest';
import { ownOptionsFirst, ownWords } from './own-options.ts';

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
  [
    ['--lang', 'zh-CN', 'build', './x', '--json'],
    ['--lang', 'zh-CN', 'build', '--json', './x'],
  ],
])('%j', (given, wanted) => {
  expect(ownOptionsFirst(given)).toEqual(wanted);
});

it.each([
  [
    ['exec', '--go', '1.26', '--json', 'go', 'list', '--json'],
    ['exec', '--go', '1.26', '--json'],
  ],
  [
    ['exec', '--lang=en', '--', 'go', 'list', '--json'],
    ['exec', '--lang=en'],
  ],
  [
    ['exec', '--arch', 'amd64', 'go', 'env', '--json'],
    ['exec', '--arch', 'amd64'],
  ],
  [['exec'], ['exec']],
  [
    ['--json', 'exec', 'x', '--lang'],
    ['--json', 'exec'],
  ],
  [
    ['build', '--json', './x', '--', '--lang', 'zh-CN'],
    ['build', '--json', './x'],
  ],
  [
    ['list', '--json'],
    ['list', '--json'],
  ],
  [[], []],
])('of %j, %j are for Burrow', (given, wanted) => {
  expect(ownWords(given)).toEqual(wanted);
});
