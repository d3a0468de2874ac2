import { chmod, readdir, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drain } from '#contract/streams';
import type { SmokeStep } from '#contract/upkeep';
import { smokeTest } from '#core/toolchains';
import { onPath } from '#testing/on-path';
import { testCache } from '#testing/test-cache';
import { install, type ToolchainWorld, toolchainWorld } from '#testing/toolchain-world';

const version = 'go1.24.9';
const arch = process.arch === 'arm64' ? 'arm64' : 'amd64';
/** Kept between runs, as on a developer's machine: it has the compiled standard library. */
const GOCACHE = testCache('go-build');

let world: ToolchainWorld;
let goroot: string;
let why: string | null = null;
beforeAll(async () => {
  world = await toolchainWorld();
  if (process.platform !== 'linux') why = 'the real toolchain of this test is for Linux';
  else if (!(await world.server.offerReal(version, 'linux', arch))) why = `no module proxy gives ${version}`;
  if (why !== null) return;
  const { toolchain } = await install(world.system({ BURROW_GO_DL: world.server.dl }, { arch }), { version });
  goroot = toolchain.path;
});
afterAll(() => world?.[Symbol.asyncDispose]());

/** Runs the smoke test; returns its steps as `outcome name` with the reason of a skip, and the output of a failed one. */
async function tried(
  env: Record<string, string> = {},
  signal?: AbortSignal,
  onStep?: (step: SmokeStep) => void,
) {
  const run = smokeTest(world.system({ GOCACHE, ...env }, { arch }), { version }, signal);
  const yielded: SmokeStep[] = [];
  const { results } = await drain(run, (step) => {
    yielded.push(step);
    onStep?.(step);
  });
  expect(results[0]?.steps).toEqual(yielded);
  return {
    passed: results[0]?.passed,
    steps: yielded.map(({ name, outcome, because }) => [outcome, name, because].filter(Boolean).join(' ')),
    durations: yielded.map(({ durationMs }) => durationMs),
    output: yielded.find(({ outcome }) => outcome === 'failed')?.output ?? '',
  };
}

/** Expects that nothing of the smoke test is left in Burrow's home. */
async function expectTidy(): Promise<void> {
  expect(await world.names('staging')).toEqual([]);
  expect(await world.names('locks')).toEqual([]);
}

const all = ['version', 'build', 'run', 'vet', 'test'];
const passes = (names: string[]): string[] => names.map((name) => `passed ${name}`);
const skips = (names: string[]): string[] => names.map((name) => `skipped ${name} earlier-failure`);

describe('a toolchain that is whole', () => {
  it('passes; without a C compiler the race detector is skipped, with the reason', async (ctx) => {
    if (why !== null) ctx.skip(why);
    const { passed, steps, durations } = await tried();
    expect(steps).toEqual([...passes(all), 'skipped race no-c-compiler']);
    expect(passed).toBe(true);
    expect(durations.slice(0, 5).every((ms) => ms > 0)).toBe(true);
    await expectTidy();
  });

  it('passes the race detector, too, where there is a C compiler', async (ctx) => {
    if (why !== null) ctx.skip(why);
    const compiler = onPath('gcc');
    if (compiler === null) ctx.skip('gcc is not installed');
    expect((await tried({ PATH: '/usr/bin:/bin' })).steps).toEqual(passes([...all, 'race']));
  });

  it("is not judged by the user's settings, nor by what the network says", async (ctx) => {
    if (why !== null) ctx.skip(why);
    await writeFile(join(world.folder, 'goenv'), 'GOFLAGS=-mod=vendor -tags=none\nGOOS=plan9\n');
    const { steps } = await tried({
      GOFLAGS: '-mod=vendor -no-such-flag',
      GOENV: join(world.folder, 'goenv'),
      GOOS: 'windows',
      GOARCH: 'mips',
      GOROOT: '/stale',
      GOWORK: '/no/such/go.work',
      GOTOOLCHAIN: 'go1.99.1',
      GO111MODULE: 'off',
      GOPROXY: 'http://127.0.0.1:9',
      GOSUMDB: 'off',
      CGO_ENABLED: '1',
    });
    expect(steps).toEqual([...passes(all), 'skipped race no-c-compiler']);
  });
});

/** The path of a program of the toolchain that `go` calls. */
function tool(name: string): string {
  return join(goroot, 'pkg/tool', `linux_${arch}`, name);
}

/** Damage: moves a file or folder away, and returns a function that moves it back. */
const without = (path: () => string) => async (): Promise<() => Promise<void>> => {
  const away = `${path()}.away`;
  await rename(path(), away);
  return () => rename(away, path());
};

/** Damage: makes a program not executable, and returns a function that undoes it. */
const lame = (path: () => string) => async (): Promise<() => Promise<void>> => {
  const { mode } = await stat(path());
  await chmod(path(), 0o644);
  return () => chmod(path(), mode);
};

describe('a toolchain that is damaged fails at the step that shows it, with what it wrote', () => {
  const damages: [string, () => Promise<() => Promise<void>>, string, RegExp][] = [
    ['the compiler is missing', without(() => tool('compile')), 'build', /compile/],
    ['the compiler may not be run', lame(() => tool('compile')), 'build', /compile.*permission denied/],
    ['the linker is missing', without(() => tool('link')), 'build', /link/],
    ['vet is missing', without(() => tool('vet')), 'vet', /vet/],
    [
      'a package is missing',
      without(() => join(goroot, 'src/strings')),
      'build',
      /package strings is not in std/,
    ],
    [
      'the test runner is missing',
      without(() => join(goroot, 'src/testing')),
      'vet',
      /package testing is not in std/,
    ],
    ['go may not be run', lame(() => join(goroot, 'bin/go')), 'version', /cannot be run/],
  ];
  it.for(damages)('%s', async ([, damage, step, output], ctx) => {
    if (why !== null) ctx.skip(why);
    const mend = await damage();
    try {
      const ended = await tried();
      const at = all.indexOf(step);
      expect(ended.steps.slice(0, 5)).toEqual([
        ...passes(all.slice(0, at)),
        `failed ${step}`,
        ...skips(all.slice(at + 1)),
      ]);
      expect(ended.passed).toBe(false);
      expect(ended.output).toMatch(output);
    } finally {
      await mend();
    }
    await expectTidy();
  });
});

it('stops when it is cancelled, and leaves nothing behind', async (ctx) => {
  if (why !== null) ctx.skip(why);
  const controller = new AbortController();
  const stopped = tried({}, controller.signal, ({ name }) => {
    if (name === 'version') controller.abort();
  });
  await expect(stopped).rejects.toMatchObject({ code: 'cancelled' });
  await expectTidy();
  expect(await readdir(join(goroot, 'bin'))).toEqual(['go', 'gofmt']);
});
