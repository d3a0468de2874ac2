import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { appendFile, copyFile, mkdir, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Build } from '#contract/build';
import type { BuildEvent } from '#contract/builds';
import { seriesKey } from '#contract/series';
import { drain } from '#contract/streams';
import { hashProgram, readerVersion } from '#core/binaries';
import { type BuildRequest, mainPackages, recordFile, runBuild, showBuild } from '#core/builds';
import { compareBuilds } from '#core/comparison';
import { noFacts } from '#core/history';
import { listProjects, toolchainUsers } from '#core/projects';
import { localSystem } from '#core/system';
import { programRecord } from '#testing/example-builds';
import { shopFlags } from '#testing/shop-flags';
import { ShopWorld } from '#testing/shop-world';

let made: ShopWorld | null;
let world: ShopWorld;

beforeAll(async () => {
  made = await ShopWorld.make();
  if (!made) return;
  world = made;
  // Fetches the modules and fills Go's cache, which takes a minute or two on a new machine.
  await world.system.run({
    file: 'go',
    args: ['build', '-o', world.root, './cmd/...'],
    cwd: world.shop,
    timeoutMs: null,
  });
});

beforeEach((ctx) => {
  if (!made) ctx.skip('this machine has no Go');
});

afterAll(async () => {
  await made?.[Symbol.asyncDispose]();
});

async function build(request: Partial<BuildRequest>): Promise<{ build: Build; events: BuildEvent[] }> {
  const running = runBuild(world.system, world.history, { dir: world.shop, args: [], ...request });
  const events: BuildEvent[] = [];
  const result = await drain(running, (event) => events.push(event));
  return { ...result, events };
}

const lastBuild = async () => (await world.history.list({ limit: 1 })).builds[0];

describe('a real service', () => {
  it('is built, recorded and compared with itself under other flags', async () => {
    const { build: whole, events } = await build({ args: ['./cmd/server'] });
    const path = join(world.shop, 'server');
    expect(events[0]).toMatchObject({ type: 'started', goVersion: world.goVersion });
    expect(events.at(-1)).toEqual({ type: 'analysing' });
    expect(whole).toMatchObject({
      kind: 'program',
      status: 'succeeded',
      exitCode: 0,
      project: world.shop,
      subject: './cmd/server',
      goVersion: world.goVersion,
      target: `${world.system.os}/${world.system.arch}`,
      flags: [shopFlags],
      vcs: { dirty: false, branch: 'main' },
      artifact: { path, bytes: (await stat(path)).size },
      logTail: null,
    });
    expect(whole.vcs?.commit).toMatch(/^[0-9a-f]{40}$/);
    expect(whole.durationMs).toBeGreaterThan(0);

    await appendFile(join(world.shop, 'README.md'), '\nA change that is not committed.\n');
    const { build: stripped } = await build({
      dir: join(world.shop, 'cmd/server'),
      args: ['-ldflags', '-s -w', '-o', '../../bin/server'],
    });
    expect(stripped).toMatchObject({
      subject: './cmd/server',
      project: world.shop,
      flags: [shopFlags, '-ldflags=-s -w'],
      vcs: { ...whole.vcs, dirty: true },
      artifact: { path: join(world.shop, 'bin/server') },
    });

    const [a, b] = await Promise.all([world.history.get(whole.id), world.history.get(stripped.id)]);
    const comparison = compareBuilds(a, b);
    expect(comparison.change.change).toBe((b.artifact?.bytes ?? 0) - (a.artifact?.bytes ?? 0));
    expect(comparison.change.change).toBeLessThan(-1_000_000);
    expect(comparison.settings.map(({ name }) => name)).toEqual(['flags', 'commit']);
    expect(comparison.modules.filter((each) => each.versionA !== each.versionB)).toEqual([]);
    expect(a.modules.map((module) => module.path)).toContain('github.com/gin-gonic/gin');
    expect(a.modules.map((module) => module.path)).not.toContain('example.com/shop');
    expect(comparison.buckets.map(({ name }) => name)).toContain('debug-info');
    const bucketSum = comparison.buckets.reduce((sum, { change }) => sum + (change ?? 0), 0);
    expect(bucketSum).toBe(comparison.change.change);
    expect(a.packages.find((each) => each.path.startsWith('gorm.io/gorm'))?.bytes).toBeGreaterThan(10_000);
  });

  it('is recorded when it was up to date and Go wrote nothing new', async () => {
    const { build: first } = await build({ args: ['./cmd/report'] });
    const { build: again } = await build({ args: ['example.com/shop/cmd/report'] });
    expect(again.artifact).toEqual(first.artifact);
    expect([first.subject, again.subject]).toEqual(['./cmd/report', './cmd/report']);
  });

  it('lists its programs, and shows as a project that uses this Go', async () => {
    expect(await mainPackages(world.system, world.shop)).toEqual(['./cmd/report', './cmd/server']);
    expect(await listProjects(world.history)).toMatchObject([
      { path: world.shop, name: 'shop', module: 'example.com/shop', exists: true },
    ]);
    const users = await toolchainUsers(world.system, world.history);
    expect([...users.values()]).toEqual([[world.shop]]);
  });

  it('is recorded as a file in the same words as when it was built', async () => {
    const { build: built } = await build({ args: ['-ldflags=-s -w', '-buildvcs=true', './cmd/report'] });
    const path = join(world.shop, 'report');
    const recorded = await recordFile(world.system, world.history, { path, project: world.shop });
    expect(recorded).toMatchObject({
      status: 'recorded',
      durationMs: null,
      builtAt: { from: 'vcs' },
      project: world.shop,
      subject: built.subject,
      goVersion: built.goVersion,
      target: built.target,
      cgo: built.cgo,
      // In the order of their names, as Go writes them into a program.
      flags: ['-ldflags=-s -w', shopFlags],
      vcs: { commit: built.vcs?.commit, dirty: true, branch: 'main' },
      artifact: built.artifact,
    });
    expect(Date.parse(recorded.startedAt)).toBeGreaterThan(Date.parse(built.startedAt));
    expect(seriesKey(recorded)).toBe(seriesKey(built));
    const [a, b] = await Promise.all([world.history.get(built.id), world.history.get(recorded.id)]);
    expect(a).toMatchObject({ stripped: true, mainModule: 'example.com/shop', analysis: readerVersion });
    expect(compareBuilds(a, b)).toMatchObject({ change: { change: 0 }, packages: [], buckets: [] });
  });
});

it('builds for another system', async () => {
  const dir = join(world.root, 'hello');
  await mkdir(dir);
  await writeFile(join(dir, 'go.mod'), 'module example.com/hello/v2\n\ngo 1.24.0\n');
  await writeFile(join(dir, 'main.go'), 'package main\n\nfunc main() { println("hello") }\n');
  await mkdir(join(dir, 'bin'));
  const { build: windows } = await build({
    dir,
    args: ['-o', 'bin'],
    env: { GOOS: 'windows', GOARCH: 'arm64' },
  });
  expect(windows).toMatchObject({
    project: dir,
    subject: 'example.com/hello/v2',
    target: 'windows/arm64',
    cgo: false,
    vcs: null,
    artifact: { path: join(dir, 'bin/hello.exe') },
  });
  expect((await world.history.get(windows.id)).packages.map(({ path }) => path)).toContain('runtime');
  const path = join(dir, 'bin/hello.exe');
  const recorded = await recordFile(world.system, world.history, { path, project: dir });
  expect(seriesKey(recorded)).toBe(seriesKey(windows));
});

it('reads content once, and again when the reader has become better and the file is still there', async () => {
  const { build: built } = await build({ args: ['./cmd/report'] });
  const path = join(world.root, 'program');
  await copyFile(built.artifact?.path ?? '', path);
  await appendFile(path, 'Content that was not read yet.');
  const artifact = { path, ...(await hashProgram(path)) };
  const earlier = programRecord({ artifact, status: 'recorded', project: null, ...noFacts });
  const { id } = await world.history.add(earlier);

  await appendFile(path, '.');
  expect((await showBuild(world.history, id)).analysis).toBe(0);
  await truncate(path, artifact.bytes - 1);
  await appendFile(path, '!');
  expect((await showBuild(world.history, id)).analysis).toBe(0);
  await truncate(path, artifact.bytes - 1);
  await appendFile(path, '.');
  const shown = await showBuild(world.history, id);
  expect(shown).toMatchObject({ analysis: readerVersion, mainModule: 'example.com/shop' });
  expect(shown.packages.length).toBeGreaterThan(50);

  // Facts that are not those of the file show that it is not read for them.
  const facts = { ...shown, analysis: readerVersion + 1, packages: shown.packages.slice(0, 1) };
  await world.history.keepAnalysis(artifact, facts);
  const again = await recordFile(world.system, world.history, { path });
  expect(again).toMatchObject({
    subject: './cmd/report',
    target: shown.target,
    flags: [shopFlags],
    artifact,
  });
  expect((await showBuild(world.history, again.id)).packages).toEqual(facts.packages);
});

it('records a build that wrote no single program without an artifact', async () => {
  const { build: check } = await build({ args: ['./...'] });
  expect(check).toMatchObject({ status: 'succeeded', subject: './...', artifact: null });
  const detail = await world.history.get(check.id);
  expect(() => compareBuilds(detail, detail)).toThrow(
    expect.objectContaining({ code: 'compare.nothing-built' }),
  );
});

it('masks a secret in the flags, the command and the log', async () => {
  const args = ['-x', '-ldflags=-X main.apiToken=hunter2', '-o', 'bin/secret', './cmd/report'];
  const { build: secret, events } = await build({ args });
  expect(secret.flags).toEqual([shopFlags, '-x', '-ldflags=-X main.apiToken=***']);
  expect(events.some((event) => event.type === 'output')).toBe(true);
  expect(JSON.stringify(events)).not.toContain('hunter2');
  expect(readFileSync(join(world.root, 'home/history.db')).includes('hunter2')).toBe(false);
});

describe('what goes wrong', () => {
  it('in the source is recorded with the end of the log, and not with the program of an earlier build', async () => {
    await build({ args: ['./cmd/report'] });
    const broken = join(world.shop, 'cmd/report/broken.go');
    await writeFile(broken, 'package main\n\nvar x int = "a"\n');
    try {
      const { build: failed, events } = await build({ args: ['./cmd/report'] });
      expect(existsSync(join(world.shop, 'report'))).toBe(true);
      expect(failed).toMatchObject({
        status: 'failed',
        exitCode: 1,
        subject: './cmd/report',
        artifact: null,
      });
      expect(failed.logTail).toContain('cmd/report/broken.go:3');
      expect(events.filter((event) => event.type === 'output').map(({ stream }) => stream)).toContain(
        'stderr',
      );
      expect((await world.history.get(failed.id)).packages).toEqual([]);
    } finally {
      await rm(broken);
    }
  });

  it('with a package that is not there is recorded under its name', async () => {
    const { build: failed } = await build({ args: ['./cmd/nosuch'] });
    expect(failed).toMatchObject({ status: 'failed', subject: './cmd/nosuch', artifact: null });
  });

  it.each([
    ['a folder that is gone', { dir: '/nowhere/at/all' }, 'folder.not-found'],
    ['a Go that is not installed', { go: '1.18.1' }, 'toolchain.not-installed'],
    ['no version at all', { go: 'newest' }, 'version.unreadable'],
  ])('with %s leaves no record', async (_name, request, code) => {
    const before = await world.history.list({});
    await expect(build(request)).rejects.toMatchObject({ code });
    expect((await world.history.list({})).total).toBe(before.total);
  });

  it('with -C is one of the folder that it names, and its Go is decided there', async () => {
    const [above, inside] = [join(world.shop, '.go-version'), join(world.shop, 'cmd/server/.go-version')];
    try {
      await writeFile(above, '1.18.1\n');
      await expect(build({ args: ['./cmd/server'] })).rejects.toMatchObject({
        code: 'toolchain.not-installed',
      });
      await writeFile(inside, `${world.goVersion}\n`);
      for (const flag of [['-C', 'cmd/server'], ['--C=cmd/server']]) {
        const { build: built } = await build({ args: [...flag, '-o', 'here', '.'] });
        expect(built).toMatchObject({
          status: 'succeeded',
          subject: './cmd/server',
          goVersion: world.goVersion,
          artifact: { path: join(world.shop, 'cmd/server/here') },
        });
      }
      await expect(build({ args: ['-C', 'gone', '.'] })).rejects.toMatchObject({
        code: 'folder.not-found',
        params: { path: join(world.shop, 'gone') },
      });
    } finally {
      for (const file of [above, inside, join(world.shop, 'cmd/server/here')])
        await rm(file, { force: true });
    }
  });

  it('with git missing costs only the commit', async () => {
    const system = { ...world.system, run: localRunWithoutGit };
    const { build: recorded } = await drain(
      runBuild(system, world.history, { dir: world.shop, args: ['./cmd/report'] }),
    );
    expect(recorded).toMatchObject({ status: 'succeeded', vcs: null });
  });
});

const localRunWithoutGit: ShopWorld['system']['run'] = (command) =>
  world.system.run(command.file === 'git' ? { ...command, file: 'git-that-is-not-there' } : command);

/** Uses a separate cache, so that Go has minutes of work and can be stopped in the middle. */
async function startColdBuild(signal?: AbortSignal) {
  const cache = join(world.root, `cache-${Math.random()}`);
  await mkdir(cache);
  const env = { GOCACHE: cache };
  const running = runBuild(
    world.system,
    world.history,
    { dir: world.shop, args: ['-v', './cmd/server'], env },
    signal,
  );
  return { running, cache };
}

describe('a build that is stopped', () => {
  it('by its signal is recorded as cancelled, and nothing of it goes on', async () => {
    const stop = new AbortController();
    const { running, cache } = await startColdBuild(stop.signal);
    await expect(async () => {
      for await (const event of running) {
        if (event.type !== 'output' || stop.signal.aborted) continue;
        expect(processesWith(cache).length > 0).toBe(localSystem().os === 'linux');
        stop.abort();
      }
    }).rejects.toMatchObject({ code: 'cancelled' });
    expect(await lastBuild()).toMatchObject({ status: 'cancelled', exitCode: null, artifact: null });
    // The last of them may still be ending.
    await expect.poll(() => processesWith(cache)).toEqual([]);
  });

  it('because nobody listens any more, too', async () => {
    const { running, cache } = await startColdBuild();
    for await (const event of running) if (event.type === 'output') break;
    expect(await lastBuild()).toMatchObject({ status: 'cancelled', artifact: null });
    await expect.poll(() => processesWith(cache)).toEqual([]);
  });
});

/** The processes whose environment names this folder; known on Linux only, elsewhere the list is empty. */
function processesWith(folder: string): string[] {
  if (localSystem().os !== 'linux') return [];
  return readdirSync('/proc').filter((pid) => {
    try {
      return /^\d+$/.test(pid) && readFileSync(`/proc/${pid}/environ`).includes(folder);
    } catch {
      return false;
    }
  });
}
