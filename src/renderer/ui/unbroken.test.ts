import { expect, it } from 'vitest';
import { unbroken } from './unbroken.ts';

it.each([
  ['35 % from b1', '35\u00A0% from b1'],
  ['（新增 3 个），−12 kB', '（新增 3 个），−12\u00A0kB'],
  ['v1.2.3 Bar', 'v1.2.3 Bar'],
])('keeps numbers and units of %j together', (text, whole) => {
  expect(unbroken(text)).toBe(whole);
});
