import { execa } from 'execa';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import {
  chmod,
  cp,
  mkdir,
  readdir,
  readFile,
  rm,
  stat,
  symlink,
  truncate,
  writeFile,
} from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { isFailure } from '#contract/failure';
import { drain } from '#contract/streams';
import type { RebuildEvent, RebuildRequest, RebuildResult, Tool } from '#contract/tools';
import { acquireLock, type System } from '#core/system';
import { planPrune } from '#core/toolchains';
import { pruneThese } from '#core/toolchains/changes';
import { listTools, planRebuild, rebuildTools, summarizeTools } from '#core/tools';
import { compiledCode } from '#testing/compiled-code';
import { stressed } from '#testing/stress';
import { olderGo, ToolWorld, whyNoTools } from '#testing/tool-world';

const missing = await whyNoTools();
const { arch } = process.arch === 'arm64' ? { arch: 'arm64' } : { arch: 'amd64' };
const otherArch = arch === 'arm64' ? 'amd64' : 'arm64';

let world: ToolWorld;
beforeAll(async () => {
  if (missing) return;
  world = await ToolWorld.make();
  await world.publish('v1.0.0');
  await world.publish('v1.1.0', { 'go.mod': 'module example.com/tool\n\ngo 1.99\n' });
});
afterAll(() => world?.[Symbol.asyncDispose]());
beforeEach(async (ctx) => {
  if (missing) ctx.skip(missing);
  await execa('rm', ['-rf', world.bin]);
  await mkdir(world.bin);
});

async function rebuild(
  request: RebuildRequest = {},
  system: System = world.system(),
  signal?: AbortSignal,
): Promise<RebuildResult & { events: RebuildEvent[] }> {
  const events: RebuildEvent[] = [];
  const result = await drain(rebuildTools(system, request, signal), (event) => events.push(event));
  return { ...result, events };
}

async function only(system: System = world.system()): Promise<Tool> {
  const [tool, ...others] = (await listTools(system)).tools;
  if (!tool || others.length > 0) throw new Error('there is not one tool');
  return tool;
}

const printed = async (path: string): Promise<string> => (await execa(path)).stderr;

describe('rebuilding', () => {
  it('makes the same version again with the newer Go, its settings kept, its mode too', async () => {
    const args = ['-tags=netgo', `-ldflags=-s -w -X 'main.tag=a b'`, '-trimpath=false'];
    const path = await world.install({ version: 'v1.0.0', args, env: { CGO_ENABLED: '0' } });
    await chmod(path, 0o711);
    expect(await only()).toMatchObject({
      name: 'hello',
      packagePath: 'example.com/tool/cmd/hello',
      module: 'example.com/tool',
      version: 'v1.0.0',
      goVersion: olderGo,
      os: 'linux',
      arch,
      runsAs: 'native',
      outdated: true,
      supported: false,
      obstacle: null,
      vcs: null,
    });
    const { results, goVersion } = await rebuild();
    expect(goVersion).toBe(world.newer.version);
    expect(results).toMatchObject([
      {
        outcome: 'rebuilt',
        kept: [`-ldflags=-s -w -X 'main.tag=***'`, '-tags=netgo', 'CGO_ENABLED=0'],
        lost: [],
        now: { goVersion: world.newer.version, os: 'linux', arch },
      },
    ]);
    expect(await printed(path)).toBe('v1.0.0 a b');
    expect((await stat(path)).mode & 0o777).toBe(0o711);
    const now = await only();
    expect(now).toMatchObject({ goVersion: world.newer.version, outdated: false, version: 'v1.0.0' });
    expect(now.settings).toContainEqual({ key: '-tags', value: 'netgo' });
    expect(await world.names()).toEqual(['hello']);
    expect(await readdir(join(world.root, 'staging'))).toEqual([]);
    expect(await readdir(join(world.root, 'locks'))).toEqual([]);
    expect((await rebuild()).results).toEqual([]);
  });

  it('goes back to the older Go with --go', async () => {
    const path = await world.install({ version: 'v1.0.0', goroot: world.newer.goroot });
    expect((await rebuild({ go: olderGo })).results).toEqual([]); // nothing is older
    await rebuild({ go: olderGo, names: ['hello'] });
    expect(await only()).toMatchObject({ path, goVersion: olderGo });
  });

  it('keeps the name that somebody gave it', async () => {
    const path = await world.install({ version: 'v1.0.0', name: 'greet' });
    expect((await rebuild()).results).toMatchObject([{ outcome: 'rebuilt' }]);
    expect(await world.names()).toEqual(['greet']);
    expect(await printed(path)).toBe('v1.0.0 none');
  });

  it('goes by no go.mod of the home folder', async () => {
    await world.install({ version: 'v1.0.0' });
    const file = join(world.folder, 'go.mod');
    await writeFile(file, 'module home\n\ngo 1.21\n\nrequire example.com/none v1.0.0\n');
    const { results } = await rebuild({ names: ['hello'], go: world.newer.version });
    await rm(file);
    expect(results).toMatchObject([{ outcome: 'rebuilt' }]);
  });

  it('turns one for the wrong processor into one for this', async () => {
    const path = await world.install({
      version: 'v1.0.0',
      goroot: world.newer.goroot,
      env: { GOARCH: otherArch },
    });
    expect(await only()).toMatchObject({ runsAs: 'foreign', arch: otherArch, outdated: false });
    expect(await summarizeTools(world.system())).toMatchObject({ tools: 1, outdated: 0, wrongProcessor: 1 });
    expect((await rebuild()).results).toMatchObject([{ outcome: 'rebuilt', now: { arch } }]);
    expect(await printed(path)).toBe('v1.0.0 none');
  });

  it('says that a tool needs a newer Go, and downloads none', async () => {
    await world.publish('v1.2.0', { 'go.mod': 'module example.com/tool\n\ngo 1.23\n' });
    const path = await world.install({ version: 'v1.2.0' });
    await world.publish('v1.2.0', { 'go.mod': 'module example.com/tool\n\ngo 1.99\n' });
    await execa('rm', ['-rf', join(world.folder, 'mod')]);
    const before = await readFile(path);
    const { results } = await rebuild({ names: ['hello'] }, world.system({}, { GOTOOLCHAIN: 'auto' }));
    expect(results).toMatchObject([
      {
        outcome: 'failed',
        failure: { code: 'tool.needs-newer-go', params: { needs: '1.99', has: world.newer.version } },
      },
    ]);
    expect(await readFile(path)).toEqual(before);
  });

  it('leaves a tool that fails as it was, byte for byte, and goes on with the rest', async () => {
    await world.publish('v1.3.0');
    await world.publish('v1.4.0');
    const broken = await world.install({ version: 'v1.3.0', name: 'broken' });
    const changed = await world.install({ version: 'v1.4.0', name: 'changed' });
    await world.install({ version: 'v1.0.0', name: 'whole' });
    await execa('rm', ['-rf', join(world.folder, 'mod')]);
    await world.publish('v1.3.0', { 'cmd/hello/main.go': 'package main\n\nfunc main() { undefined() }\n' });
    await world.publish('v1.4.0', { 'cmd/hello/main.go': 'package main\n\nfunc main() { print("evil") }\n' });
    const before = await Promise.all([broken, changed].map((path) => readFile(path)));
    const { results, events } = await rebuild();
    expect(results).toMatchObject([
      {
        outcome: 'failed',
        failure: { code: 'tool.build-failed' },
        output: expect.stringContaining('undefined'),
      },
      { outcome: 'failed', failure: { code: 'tool.unlike', params: { reason: 'sum' } } },
      { outcome: 'rebuilt' },
    ]);
    expect(String(results[0]?.failure?.params['line'])).toContain('undefined: undefined');
    expect(await Promise.all([broken, changed].map((path) => readFile(path)))).toEqual(before);
    expect(await world.names()).toEqual(['broken', 'changed', 'whole']);
    expect(events.filter(({ type }) => type === 'ended')).toMatchObject([
      { done: 1, total: 3 },
      { done: 2, total: 3 },
      { done: 3, total: 3 },
    ]);
    expect(await readdir(join(world.root, 'staging'))).toEqual([]);
  });

  it('leaves one that may not be replaced, and says so', async (ctx) => {
    if (process.getuid?.() === 0) ctx.skip('root may write everywhere');
    await world.install({ version: 'v1.0.0' });
    await chmod(world.bin, 0o555);
    const { results } = await rebuild();
    await chmod(world.bin, 0o755);
    expect(results).toMatchObject([{ outcome: 'failed', failure: { code: 'file.no-permission' } }]);
  });

  it('passes over what has no version to fetch, and says why', async () => {
    const path = await world.install({ version: 'v1.0.0', name: 'real' });
    await symlink(path, join(world.bin, 'linked'));
    const local = join(world.folder, 'local');
    await mkdir(local, { recursive: true });
    await writeFile(join(local, 'go.mod'), 'module example.com/mine\n\ngo 1.21\n');
    await writeFile(join(local, 'main.go'), 'package main\n\nfunc main() {}\n');
    const go = join(world.older.goroot, 'bin/go');
    const env = { ...world.env, GOTOOLCHAIN: 'local' };
    await execa(go, ['install', '.'], { cwd: local, env, extendEnv: false });
    await cp(join(world.newer.goroot, 'bin/gofmt'), join(world.bin, 'gofmt'));
    const plan = await planRebuild(world.system(), { which: 'all' });
    expect(plan.steps.map(({ tool, obstacle }) => [tool.name, obstacle?.code])).toEqual([
      ['gofmt', 'tool.no-module'],
      ['linked', 'tool.link'],
      ['mine', 'tool.local'],
      ['real', undefined],
    ]);
    const before = await readFile(join(world.bin, 'mine'));
    const { results } = await rebuild();
    expect(results.map(({ tool, outcome }) => [tool.name, outcome])).toEqual([
      ['linked', 'skipped'],
      ['mine', 'skipped'],
      ['real', 'rebuilt'],
    ]);
    expect(await readFile(join(world.bin, 'mine'))).toEqual(before);
  });

  it('does not take the place of what somebody installed meanwhile', async () => {
    const path = await world.install({ version: 'v1.0.0' });
    let swapped = false;
    const { results } = await drain(rebuildTools(world.system(), {}), async ({ type }) => {
      if (type !== 'building' || swapped) return;
      swapped = true;
      await writeFile(path, 'newer');
    });
    expect(results).toMatchObject([{ outcome: 'failed', failure: { code: 'tool.changed' } }]);
    expect(await readFile(path, 'utf8')).toBe('newer');
  });

  it('stops when it is cancelled, and leaves the old ones and nothing else', async () => {
    const path = await world.install({ version: 'v1.0.0' });
    const before = await readFile(path);
    const controller = new AbortController();
    const rebuilding = drain(rebuildTools(world.system(), {}, controller.signal), ({ type }) => {
      if (type === 'building') controller.abort();
    });
    await expect(rebuilding).rejects.toMatchObject({ code: 'cancelled' });
    expect(await readFile(path)).toEqual(before);
    expect(await world.names()).toEqual(['hello']);
    expect(await readdir(join(world.root, 'staging'))).toEqual([]);
    expect(await readdir(join(world.root, 'locks'))).toEqual([]);
  });

  it('two at once wait for each other, and the second finds nothing to do', async () => {
    await world.install({ version: 'v1.0.0' });
    const both = await Promise.all([rebuild(), rebuild()]);
    expect(both.flatMap(({ results }) => results)).toHaveLength(1);
    expect(both.flatMap(({ events }) => events.map(({ type }) => type))).toContain('waiting');
  });

  it('refuses a Go of another processor', async () => {
    await world.install({ version: 'v1.0.0' });
    const other = otherArch === 'arm64' ? ('arm64' as const) : ('amd64' as const);
    // The machine's own Go on PATH, on a machine with the other processor.
    const system = world.system(
      { arch: other },
      { PATH: `${join(world.newer.goroot, 'bin')}:/usr/bin:/bin`, BURROW_HOME: join(world.folder, 'empty') },
    );
    await expect(planRebuild(system, {})).rejects.toMatchObject({ code: 'tools.go-not-native' });
  });

  it('names near ones for a name that is none', async () => {
    await world.install({ version: 'v1.0.0' });
    const failed = await planRebuild(world.system(), { names: ['helo'] }).catch((error: unknown) => error);
    expect(isFailure(failed, 'tool.unknown') && failed.params).toEqual({
      name: 'helo',
      nearest: ['hello'],
      folder: world.bin,
    });
  });
});

describe('after kill -9', () => {
  const program = fileURLToPath(new URL('../support/rebuild-child.ts', import.meta.url));

  it.each(stressed([0, 300], [0, 150, 300, 450]))(
    '%d ms into a build, every tool is the old one or the new one',
    async (ms) => {
      const paths = [];
      for (const name of ['one', 'two']) paths.push(await world.install({ version: 'v1.0.0', name }));
      const child = spawn(process.execPath, [program], {
        env: { ...world.env, ...compiledCode },
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      const ended = once(child, 'close');
      const begun = (async () => {
        for await (const line of createInterface(child.stdout)) if (line === 'building') return;
      })();
      await Promise.race([begun, ended]);
      await pause(ms);
      child.kill('SIGKILL');
      await ended;
      for (const path of paths) expect(await printed(path)).toBe('v1.0.0 none');
      expect((await listTools(world.system())).tools.map(({ name }) => name)).toEqual(['one', 'two']);
      expect((await rebuild({ which: 'all' })).results).toMatchObject([
        { outcome: 'rebuilt' },
        { outcome: 'rebuilt' },
      ]);
      expect(await world.names()).toEqual(['one', 'two']);
      expect(await readdir(join(world.root, 'locks'))).toEqual([]);
    },
  );

  it('what is left is cleared by `prune`, unless somebody works there', async () => {
    const left = join(world.root, 'staging/tools');
    await mkdir(join(left, 'x/0'), { recursive: true });
    await writeFile(join(left, 'x/0/hello'), 'x'.repeat(1000));
    // The machine's own cache of builds is large to measure.
    const system = world.system({}, { GOCACHE: join(world.folder, 'no-builds') });
    const planned = async () =>
      (await planPrune(system, new Map(), {})).items.filter(({ path }) => path === left);
    const held = await acquireLock(join(world.root, 'locks/tools'));
    expect(await planned()).toEqual([]);
    await held[Symbol.asyncDispose]();
    expect(await planned()).toMatchObject([{ kind: 'leftover', bytes: 1000 }]);
    await drain(pruneThese(system, new Map(), { paths: [left] }));
    expect(existsSync(join(left, 'x'))).toBe(false);
  });
});

describe('listing', () => {
  it('tells what a Mac under Apple Silicon would run natively, through Rosetta, or not', async () => {
    for (const [name, target] of [
      ['native', { GOOS: 'darwin', GOARCH: 'arm64' }],
      ['rosetta', { GOOS: 'darwin', GOARCH: 'amd64' }],
      ['linux', { GOOS: 'linux', GOARCH: 'arm64' }],
    ] as const) {
      await world.install({ version: 'v1.0.0', name, env: { ...target, CGO_ENABLED: '0' } });
    }
    const mac = world.system({ os: 'darwin', arch: 'arm64' });
    const { tools } = await listTools(mac);
    expect(tools.map(({ name, runsAs }) => [name, runsAs])).toEqual([
      ['linux', 'foreign'],
      ['native', 'native'],
      ['rosetta', 'translated'],
    ]);
    expect(await summarizeTools(mac)).toMatchObject({ tools: 3, wrongProcessor: 2 });
  });

  it('passes over what is no Go program, whatever it is', async () => {
    const path = await world.install({ version: 'v1.0.0' });
    const there = (name: string): string => join(world.bin, name);
    await writeFile(there('script'), '#!/bin/sh\nexit 1\n', { mode: 0o755 });
    await writeFile(there('empty'), '');
    await mkdir(there('linux_arm64'));
    await symlink('nowhere', there('dangling'));
    await symlink('loop', there('loop'));
    await symlink(world.folder, there('to-folder'));
    await symlink('hello', there('link'));
    await execa('mkfifo', [there('pipe')]);
    await writeFile(there('cut'), (await readFile(path)).subarray(0, 3000), { mode: 0o755 });
    await cp(path, there('huge'));
    await truncate(there('huge'), 2 ** 31);
    await writeFile(there('.hello.01234567-0123-0123-0123-0123456789ab.tmp'), 'left by a kill');
    const { tools, others, folders } = await listTools(world.system());
    expect(folders).toEqual([{ path: world.bin, because: 'GOBIN', exists: true }]);
    expect(tools.map(({ name, linkTo, obstacle }) => [name, linkTo, obstacle])).toEqual([
      ['hello', null, null],
      ['link', 'hello', 'link'],
    ]);
    expect(others.map(({ name, reason }) => [name, reason])).toEqual([
      ['cut', 'damaged'],
      ['dangling', 'broken-link'],
      ['empty', 'not-go'],
      ['huge', 'too-large'],
      ['loop', 'broken-link'],
      ['pipe', 'not-go'],
      ['script', 'not-go'],
    ]);
    await rebuild();
    expect(await world.names()).not.toContain('.hello.01234567-0123-0123-0123-0123456789ab.tmp');
    expect(await world.names()).toHaveLength(11);
  });

  it('looks where Go would put them', async () => {
    const { GOBIN: _bin, ...env } = world.env;
    const where = async (more: Record<string, string>) =>
      (await listTools(world.system({ env: { ...env, ...more } }))).folders.map(({ path, because }) => [
        path,
        because,
      ]);
    expect(await where({})).toEqual([[join(world.folder, 'go/bin'), 'default']]);
    expect(await where({ GOPATH: '/nothing/a:relative:/nothing/b' })).toEqual([
      ['/nothing/a/bin', 'GOPATH'],
      ['/nothing/b/bin', 'GOPATH'],
    ]);
    const file = join(world.folder, 'goenv');
    await writeFile(file, 'GOBIN=/nothing/c\nGOPATH=/nothing/d\n');
    expect(await where({ GOENV: file })).toEqual([['/nothing/c', 'GOBIN']]);
    expect(await where({ GOENV: file, GOBIN: '/nothing/e' })).toEqual([['/nothing/e', 'GOBIN']]);
    const said = await execa(join(world.newer.goroot, 'bin/go'), ['env', 'GOBIN'], {
      env: { ...env, GOENV: file, GOTOOLCHAIN: 'local' },
      extendEnv: false,
    });
    expect(said.stdout).toBe('/nothing/c');
  });
});
