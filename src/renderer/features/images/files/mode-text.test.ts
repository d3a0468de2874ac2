import { expect, test } from 'vitest';
import { modeText } from './mode-text.ts';

test.each([
  [0o755, 'rwxr-xr-x'],
  [0o640, 'rw-r-----'],
  [0, '---------'],
  [0o4755, 'rwsr-xr-x'],
  [0o2710, 'rwx--s---'],
  [0o6644, 'rwSr-Sr--'],
  [0o1777, 'rwxrwxrwt'],
  [0o1776, 'rwxrwxrwT'],
])('0%s', (mode, expected) => {
  expect(modeText(mode)).toBe(expected);
});
