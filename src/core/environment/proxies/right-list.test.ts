import { expect, it } from 'vitest';
import type { ProxyCheck } from '#contract/proxies';
import { parseProxies } from '#core/toolchains';
import { rightList } from './right-list.ts';
import { type Observed, verdictOf } from './verdict.ts';

/** Proxies by the status that they answer to everything. */
function answering(status: number): Observed {
  const outcome = status === 200 ? 'ok' : status === 404 ? 'missing' : 'failed';
  const check: ProxyCheck = { outcome, status, ms: 1, detail: null };
  return { info: check, mod: check, zip: check, database: check, hash: null };
}
const observed = new Map([200, 404, 502, 503].map((status) => [`https://p${status}`, answering(status)]));

it.each([
  ['https://p502,https://p200', 'https://p502|https://p200'],
  ['https://p502,direct', 'https://p502|direct'],
  ['p502/,p503,p404,direct', 'https://p502|https://p503|https://p404,direct'],
  ['https://p502|https://p503,https://p200,direct', 'https://p502|https://p503|https://p200,direct'],
  ['https://p502', null],
  ['https://p502,https://p404', null],
  ['https://p502,off', null],
  ['https://p200,direct', null],
  ['https://p404,direct', null],
])('%s works as %s', (list, expected) => {
  expect(rightList(parseProxies(list), (entries) => verdictOf(entries, observed, null))).toBe(expected);
});
