import { execa } from 'execa';
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { PassThrough } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { runCommand } from '../runners/command.ts';
import { counted, judged } from '../runners/counted.ts';
import type { TestEvent } from '../runners/events.ts';
import { asUser, copyCheckout } from '../runners/ordinary-user.ts';
import { networkTrouble, reasonOf } from '../runners/reason.ts';
import { addTallies, nothingRan, slowestLines, summaryLine, tallyOf } from '../runners/tally.ts';
import { type Need, needs, unmet } from '../prerequisites/needs.ts';

const one = (name: string) => ({ name, reason: 'no engine' });
const passed = (name: string, ms = 1): TestEvent => ({ type: 'passed', id: name, name, ms });
const failed = (name: string): TestEvent => ({ type: 'failed', id: name, name, ms: 1, reason: 'no' });
const started = (name: string): TestEvent => ({ type: 'started', id: name, name });

describe('the count of all tests', () => {
  test('adds up all runners', () => {
    const all = addTallies([
      { ...nothingRan, passed: 3, skipped: [one('a')] },
      { ...nothingRan, passed: 4, failed: [one('x'), one('y')], skipped: [one('b'), one('c')] },
    ]);
    expect(summaryLine(all)).toBe('7 passed, 2 failed, 3 skipped');
    expect(all.skipped.map(({ name }) => name)).toEqual(['a', 'b', 'c']);
  });

  test('knows what had started and not ended, by file where no test of it runs', () => {
    const { running } = tallyOf([
      started('a.test.ts'),
      started('a.test.ts > one'),
      started('b.test.ts'),
      started('b.test.ts > two'),
      started('c.test.ts'),
      passed('b.test.ts > two'),
      passed('b.test.ts > three'),
      started('b.test.ts > three'),
      { type: 'closed', id: 'c.test.ts' },
    ]);
    expect(running).toEqual(['a.test.ts > one', 'b.test.ts']);
  });

  test('shows the slowest tests first', () => {
    const { tally } = tallyOf([passed('a', 10), passed('b', 2500), passed('c', 100)]);
    expect(slowestLines(tally, 2)).toEqual(['   2.5 s  b', '   0.1 s  c']);
  });

  const ended = { exitCode: null, problem: 'ended after 60 s of silence' };
  test.each([
    { runner: 'went well', events: [passed('a')], ending: { exitCode: 0, problem: null }, failures: [] },
    {
      runner: 'failed although none of its tests did',
      events: [passed('a')],
      ending: { exitCode: 1, problem: null },
      failures: ['unit: exit code 1'],
    },
    {
      runner: 'crashed before it could count',
      events: [],
      ending: { exitCode: 0, problem: null },
      failures: ['unit: no test was counted: exit code 0'],
    },
    {
      runner: 'had failing tests',
      events: [failed('a'), failed('b')],
      ending: { exitCode: 1, problem: null },
      failures: ['a: no', 'b: no'],
    },
    {
      runner: 'was ended after its tests',
      events: [passed('a')],
      ending: ended,
      failures: [`unit: ${ended.problem}`],
    },
    {
      runner: 'was ended in the middle',
      events: [failed('a'), started('b'), started('c')],
      ending: ended,
      failures: ['a: no', `unit: ${ended.problem}; running: b, c`],
    },
    {
      runner: 'forgot a test',
      events: [passed('a'), started('b')],
      ending: { exitCode: 0, problem: null },
      failures: ['unit: exit code 0; running: b'],
    },
  ])('a runner that $runner', ({ events, ending, failures }) => {
    const tally = judged('unit', events, ending);
    expect(tally.failed.map(({ name, reason }) => `${name}: ${reason}`)).toEqual(failures);
  });
});

describe('why a test failed', () => {
  test.each([
    [
      'go: example.com/x@v1.0.0: Get "https://proxy.go.corp/example.com/x": dial tcp: lookup proxy.go.corp: no such host',
      'proxy.go.corp could not be reached: dial tcp: lookup proxy.go.corp: no such host',
    ],
    [
      'go: download go1.24.9: Get "https://proxy.go.corp:8080/x": proxyconnect tcp: dial tcp 10.0.0.1:3128: i/o timeout',
      'proxy.go.corp:8080 could not be reached: proxyconnect tcp: dial tcp 10.0.0.1:3128: i/o timeout',
    ],
    [
      'go: reading https://proxy.go.corp/x/@v/list: 403 Forbidden',
      'proxy.go.corp could not be reached: 403 Forbidden',
    ],
    ['getaddrinfo ENOTFOUND proxy.go.corp', 'proxy.go.corp could not be reached: getaddrinfo ENOTFOUND'],
    ['connect ECONNREFUSED 10.0.0.1:443', '10.0.0.1:443 could not be reached: connect ECONNREFUSED'],
    [
      'No source could deliver go1.24.9: GOPROXY (Connect Timeout Error (attempted address: 10.0.0.1:443, timeout: 10000ms))',
      '10.0.0.1:443 could not be reached: Connect Timeout Error',
    ],
    ['https://go.dev/dl could not be reached: fetch failed', 'go.dev could not be reached: fetch failed'],
    // What does not exist is an answer, and this machine is no network.
    ['go: reading https://proxy.go.corp/x/@v/list: 404 Not Found', null],
    ['connect ECONNREFUSED 127.0.0.1:4000', null],
    ['http://localhost:80/x could not be reached: no answer', null],
    ['https://go.corp.test/dl could not be reached: fetch failed', null],
    ['exit code 1', null],
  ])('%s', (text, trouble) => {
    expect(networkTrouble(text)).toBe(trouble);
  });

  test('is the network, where that is the cause or what the test noted', () => {
    const cause = new Error('connect ECONNREFUSED 10.0.0.1:443');
    expect(reasonOf([new Error('fetch failed', { cause })])).toMatch(/^network: 10\.0\.0\.1:443 could not/);
    expect(reasonOf([new Error('no')], ['the proxy answered 502'])).toBe('network: the proxy answered 502');
  });

  test('is not the network, where only compared texts speak of it', () => {
    const message = 'expected "https://go.dev/dl could not be reached: x" to be "y"\nmore';
    expect(reasonOf([{ name: 'AssertionError', message }])).toBe(message.split('\n')[0]);
  });
});

describe('what a machine lacks', () => {
  const nothing = { command: () => false, file: () => false };
  const everything = { command: () => true, file: () => true };
  const engine: Need = { name: 'e', packages: ['d'], commands: ['dockerd', 'iptables'], without: '' };

  test('everything, or nothing', () => {
    expect(unmet(needs, nothing)).toEqual(needs);
    expect(unmet(needs, everything)).toEqual([]);
  });

  test('an engine of which only a part is there', () => {
    expect(unmet([engine], { ...nothing, command: (name) => name === 'dockerd' })).toEqual([engine]);
  });

  test('a font that is in one of its places is there', () => {
    const font: Need = { name: 'f', packages: [], commands: [], files: ['/a', '/b'], without: '' };
    expect(unmet([font], { ...nothing, file: (path) => path === '/b' })).toEqual([]);
    expect(unmet([font], nothing)).toEqual([font]);
  });
});

describe('a runner', () => {
  const quietly = { output: new PassThrough().resume() };

  test('that is silent for too long is ended', async () => {
    const run = runCommand(['sleep', '600'], { ...quietly, maxSilenceMs: 200 });
    expect(await run).toEqual({ exitCode: null, problem: 'ended after 0.2 s of silence' });
  });

  test('that is not there counts as one that did not start', async () => {
    const run = await runCommand(['/nowhere/runner'], { ...quietly, maxSilenceMs: 60_000 });
    expect(run).toMatchObject({ exitCode: null, problem: expect.stringContaining('/nowhere/runner') });
  });

  const fixtures = 'tests/fixtures/test-runs';
  const runners = join(import.meta.dirname, '../runners');
  const vitest = ['node_modules/.bin/vitest', 'run', '--root', fixtures, '--config', 'vitest.mjs'];
  const playwright = ['node_modules/.bin/playwright', 'test', '--config', `${fixtures}/playwright.mjs`];

  const network =
    'network: proxy.go.corp could not be reached: dial tcp 10.0.0.1:443: connect: connection refused';
  test.each([
    {
      runner: 'Vitest',
      command: [...vitest, `--reporter=${runners}/vitest-reporter.ts`],
      failures: {
        'counted.test.mjs > fails': "expected '1\\n2' to be '3' // Object.is equality",
        'counted.test.mjs > cannot reach the network': network,
        'counted.test.mjs > with a hook that fails': 'no hook',
      },
      skipped: {
        'counted.test.mjs > is skipped': 'no engine',
        'counted.test.mjs > with a hook that fails > does not run': 'did not run: a hook failed',
      },
      hanging: 'counted.test.mjs > hangs',
    },
    {
      runner: 'Playwright',
      command: [...playwright, `--reporter=${runners}/playwright-reporter.ts`],
      failures: {
        'counted.spec.mjs > fails': 'Error: expect(received).toBe(expected) // Object.is equality',
        'counted.spec.mjs > in order > fails first': 'Error: no order',
      },
      skipped: {
        'counted.spec.mjs > is skipped': 'no engine',
        'counted.spec.mjs > in order > does not run': 'did not run: one before it failed',
      },
      hanging: 'counted.spec.mjs > hangs',
    },
  ])('that hangs is counted so far, and says which test was running: $runner', async (wanted) => {
    const { command, failures, skipped, hanging } = wanted;
    const tally = await counted({ name: 'x', command, env: { HANG: '1' }, ...quietly });
    const byName = (remarks: typeof tally.failed) =>
      Object.fromEntries(remarks.map(({ name, reason }) => [name, reason]));
    expect(tally.passed).toBe(1);
    expect(tally.figures).toEqual(['attacks: 3 of 3 refused']);
    expect(byName(tally.failed)).toEqual({
      ...failures,
      x: expect.stringMatching(new RegExp(`^ended after \\d+ s of silence; running: ${hanging}$`)),
    });
    expect(byName(tally.skipped)).toEqual(skipped);
  });
});

describe('an ordinary user', () => {
  test('reads and owns the copy of a checkout that only root may read', async (context) => {
    if (process.getuid?.() !== 0) context.skip('only root can become another user');
    const from = await mkdtemp(join(tmpdir(), 'burrow-checkout-'));
    const folder = await mkdtemp('/var/tmp/burrow-user-');
    try {
      await mkdir(join(from, 'node_modules/vitest'), { recursive: true });
      for (const name of ['file', 'node_modules/vitest/package.json']) {
        await writeFile(join(from, name), name, { mode: 0o600 });
      }
      await chmod(from, 0o700);
      const checkout = await copyCheckout(from, folder);
      const script = 'cat file node_modules/vitest/package.json && echo new > file && echo > ../home/made';
      const { stdout } = await execa('setpriv', [...asUser, 'sh', '-c', script], { cwd: checkout });
      expect(stdout).toBe('filenode_modules/vitest/package.json');
      expect(await readFile(join(from, 'file'), 'utf8')).toBe('file');
    } finally {
      for (const path of [from, folder]) await rm(path, { recursive: true });
    }
  });
});

test('an unknown part is wrong usage, and says which there are', async () => {
  const run = await execa(process.execPath, ['tests/run.ts', '--only', 'everything'], { reject: false });
  expect(run.exitCode).toBe(2);
  expect(run.stdout).toContain('check, unit, components, build, integration, user, electron, e2e');
});
