import { expect, it } from 'vitest';
import type { Cause } from '../verdict.ts';
import { causeWords, shareWords } from './verdict.ts';

const go = (a: string, b: string): Cause => ({ kind: 'go', name: null, a, b, bytes: 1000, percent: 50 });

it.each([
  [go('go1.24.13', 'go1.26.7'), 'Go 1.24.13 → 1.26.7', 'Go 1.24.13 → 1.26.7'],
  [go('go1.23.4', 'go1.23.6'), 'the standard library, Go 1.23.4 → 1.23.6', 'Go 1.23.4 → 1.23.6 的标准库'],
  [go('go1.26.7', 'go1.26.7'), 'the standard library', '标准库'],
])('%j is called %s', (cause, en, zh) => {
  expect(causeWords(cause, 'en')).toBe(en);
  expect(causeWords(cause, 'zh-CN')).toBe(zh);
});

it.each([
  [0.4, '<1 %'],
  [0.5, '1 %'],
  [54.9, '55 %'],
  [100, '100 %'],
])('a share of %d is %s', (percent, words) => {
  expect(shareWords(percent)).toBe(words);
});
