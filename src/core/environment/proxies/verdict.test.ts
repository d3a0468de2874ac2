import { expect, it } from 'vitest';
import type { ProxyCheck } from '#contract/proxies';
import { parseProxies } from '#core/toolchains';
import { type DatabaseAnswer, type Observed, verdictOf } from './verdict.ts';

type Outcome = ProxyCheck['outcome'];
const check = (outcome: Outcome, status: number | null = null): ProxyCheck => ({
  outcome,
  status,
  ms: 1,
  detail: null,
});
const all = (outcome: Outcome, status: number | null = null): Observed => ({
  info: check(outcome, status),
  mod: check(outcome, status),
  zip: check(outcome, status),
  database: check(outcome, status),
  hash: outcome === 'ok' ? 'h1:right' : null,
});
const proxies = new Map<string, Observed>([
  ['https://good', all('ok', 200)],
  ['https://none', all('missing', 404)],
  ['https://broken', all('failed', 502)],
  ['https://silent', all('slow')],
  ['https://gone', all('unreachable')],
  ['https://half', { ...all('ok', 200), zip: check('missing', 404), hash: null }],
  ['https://liar', { ...all('ok', 200), hash: 'h1:wrong' }],
  ['https://plain', { ...all('ok', 200), database: check('missing', 404) }],
  ['https://closed', { ...all('ok', 200), database: check('failed', 403) }],
]);
const right: DatabaseAnswer = { hash: 'h1:right', isReachable: true };
const away: DatabaseAnswer = { hash: null, isReachable: false };

it.each<[string, DatabaseAnswer, object]>([
  ['https://good', right, { kind: 'works', via: 'https://good' }],
  ['https://none,https://good', right, { kind: 'works', via: 'https://good' }],
  ['https://broken,https://good', right, { kind: 'stops', at: 'https://broken', status: 502 }],
  ['https://broken|https://good', right, { kind: 'works', via: 'https://good' }],
  ['https://gone,direct', right, { kind: 'stops', at: 'https://gone', status: null }],
  ['https://gone|direct', right, { kind: 'direct' }],
  // The failure that says most is the one that is reported.
  ['https://broken|https://none', right, { kind: 'stops', at: 'https://broken', status: 502 }],
  ['https://none', right, { kind: 'missing' }],
  ['https://none,direct', right, { kind: 'direct' }],
  ['https://none,off', right, { kind: 'off' }],
  ['off', right, { kind: 'off' }],
  ['https://silent|https://good', right, { kind: 'hangs', at: 'https://silent' }],
  ['https://good,https://silent', right, { kind: 'works', via: 'https://good' }],
  // Each file is asked for anew.
  ['https://half,https://good', right, { kind: 'works', via: 'https://good' }],
  ['https://liar|https://good', right, { kind: 'wrong-hash', at: 'https://liar' }],
  ['https://liar', null, { kind: 'works', via: 'https://liar' }],
  ['https://plain', right, { kind: 'works', via: 'https://plain' }],
  ['https://plain', away, { kind: 'no-database', at: null }],
  ['https://closed,https://good', right, { kind: 'no-database', at: 'https://closed' }],
  ['https://closed|https://good', right, { kind: 'works', via: 'https://closed' }],
])('of %s, with the database %j: %j', (list, database, verdict) => {
  expect(verdictOf(parseProxies(list), proxies, database)).toEqual(verdict);
});
