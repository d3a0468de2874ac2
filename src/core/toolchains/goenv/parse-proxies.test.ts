import { expect, it } from 'vitest';
import { parseProxies } from './parse-proxies.ts';

it.each([
  [
    'https://a.test,direct',
    [
      ['https://a.test', 'missing'],
      ['direct', 'missing'],
    ],
  ],
  [
    'https://a.test|https://b.test/x/,off',
    [
      ['https://a.test', 'any'],
      ['https://b.test/x', 'missing'],
      ['off', 'missing'],
    ],
  ],
  ['goproxy.cn', [['https://goproxy.cn', 'missing']]],
  [
    ' https://a.test , ,| https://b.test ',
    [
      ['https://a.test', 'missing'],
      ['https://b.test', 'missing'],
    ],
  ],
  ['off,https://never.test', [['off', 'missing']]],
  ['direct|https://never.test', [['direct', 'any']]],
  ['', []],
])('reads %j', (text, entries) => {
  expect(parseProxies(text).map(({ url, next }) => [url, next])).toEqual(entries);
});
