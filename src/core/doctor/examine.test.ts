import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { CheckReport } from '#contract/doctor';
import { failure } from '#contract/failure';
import { drain } from '#contract/streams';
import type { Check, Found, Scene } from './checks/index.ts';
import { examineWith } from './examine.ts';
import { findingId } from './ids.ts';

const scene = {} as Scene;

function found(about: string, severity: Found['severity'], fix: Found['fix'] = null): Found {
  return { about, severity, reason: { code: 'cancelled', params: {} }, evidence: [], fix };
}

function check(name: string, run: Check['run'], timeoutMs?: number): Check {
  return timeoutMs === undefined ? { name, run } : { name, run, timeoutMs };
}

function slow(name: string, ms: number): Check {
  return check(name, async () => {
    await pause(ms);
    return [];
  });
}

async function examined(checks: Check[], signal?: AbortSignal) {
  const bugs: string[] = [];
  const order: string[] = [];
  const onBug = (name: string) => Promise.resolve(void bugs.push(name));
  const started = performance.now();
  const report = await drain(examineWith(checks, scene, { signal, onBug }), ({ check: name }: CheckReport) =>
    order.push(name),
  );
  return { ...report, bugs, order, ms: performance.now() - started };
}

describe('an id', () => {
  it.each([
    ['goroot-set', '/home/u/.zshrc', 'goroot-set:1c3ffeb6'],
    ['goroot-set', '', 'goroot-set:e3b0c442'],
  ])('of %s and %j is %s, now and later', (name, about, id) => {
    expect(findingId(name, about)).toBe(id);
  });
});

it('findings come with the worst first, and in the order of the checks', async () => {
  const { findings, checks } = await examined([
    check('b', async () => [found('1', 'info'), found('2', 'error')]),
    check('a', async () => [found('1', 'warning'), found('2', 'error'), found('3', 'info')]),
  ]);
  expect(findings.map(({ severity, id }) => `${severity} ${id.split(':')[0]}`)).toEqual([
    'error b',
    'error a',
    'warning a',
    'info b',
    'info a',
  ]);
  expect(checks.map(({ check: name, unknown }) => [name, unknown])).toEqual([
    ['b', null],
    ['a', null],
  ]);
});

it('a fix is told without the functions that make it', async () => {
  const apply = { kind: 'apply', preview: () => Promise.reject(), apply: () => Promise.reject() } as const;
  const { findings } = await examined([
    check('a', async () => [
      found('1', 'info', apply),
      found('2', 'info', { kind: 'command', command: 'go version' }),
      found('3', 'info'),
    ]),
  ]);
  expect(findings.map(({ fix }) => fix)).toEqual([
    { kind: 'apply' },
    { kind: 'command', command: 'go version' },
    null,
  ]);
});

it('reports come as they end, and the whole takes as long as the slowest', async () => {
  const { order, checks, ms } = await examined([slow('c', 300), slow('a', 20), slow('b', 150)]);
  expect(order).toEqual(['a', 'b', 'c']);
  expect(checks.map(({ check: name }) => name)).toEqual(['c', 'a', 'b']);
  expect(ms).toBeLessThan(300 + 500);
});

it('a check that fails, has a bug or hangs is unknown, and no other is lost', async () => {
  let isStopped = false;
  const { findings, checks, bugs, ms } = await examined([
    check('fails', () => Promise.reject(failure('disk.full', { path: '/x' }))),
    check('bug', () => Promise.reject(new TypeError('x is undefined'))),
    check('throws', () => {
      throw new RangeError('at once');
    }),
    check(
      'hangs',
      (_, signal) => {
        signal.addEventListener('abort', () => (isStopped = true));
        return new Promise<never>(() => {});
      },
      50,
    ),
    check('well', async () => [found('1', 'warning')]),
  ]);
  expect(checks.map(({ check: name, unknown }) => [name, unknown?.code ?? null])).toEqual([
    ['fails', 'disk.full'],
    ['bug', 'internal'],
    ['throws', 'internal'],
    ['hangs', 'doctor.check-slow'],
    ['well', null],
  ]);
  expect(findings).toHaveLength(1);
  expect(bugs.toSorted()).toEqual(['bug', 'throws']);
  expect(isStopped).toBe(true);
  expect(ms).toBeLessThan(50 + 500);
});

it('a signal stops all checks at once, and so does closing the stream', async () => {
  let stopped = 0;
  const hanging = ['a', 'b'].map((name) =>
    check(name, (_, signal) => {
      signal.addEventListener('abort', () => (stopped += 1));
      return new Promise<never>(() => {});
    }),
  );
  const cancel = new AbortController();
  const examining = examined(hanging, cancel.signal);
  await pause(20);
  cancel.abort(failure('cancelled', {}));
  await expect(examining).rejects.toMatchObject({ code: 'cancelled' });
  expect(stopped).toBe(2);

  const stream = examineWith([check('now', async () => []), ...hanging], scene, { onBug: async () => {} });
  await stream.next();
  await stream.return(undefined as never);
  await pause(0);
  expect(stopped).toBe(4);
});
