import { expect, it } from 'vitest';
import { unbroken } from './unbroken.ts';

it.each([
  ['35 % from b1', '35\u00A0% from b1'],
  ['（新增 3 个），−12 kB', '（新增 3 个），−12\u00A0kB'],
  ['main · 2.5 s', 'main · 2.5\u00A0s'],
  ['2 min 5 s', '2\u00A0min 5\u00A0s'],
  ['2 分 5 秒', '2\u00A0分 5\u00A0秒'],
  ['850 ms', '850\u00A0ms'],
  ['v1.2.3 Bar', 'v1.2.3 Bar'],
  ['3 servers, 5 minutes', '3 servers, 5 minutes'],
])('keeps numbers and units of %j together', (text, whole) => {
  expect(unbroken(text)).toBe(whole);
});
