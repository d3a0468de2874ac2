import { appendFile, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { isFailure } from '#contract/failure';
import type { ModuleList, TryWithoutEvent } from '#contract/modules';
import { drain } from '#contract/streams';
import { runBuild } from '#core/builds';
import { checkModules, listModules, tryWithout, whyModule } from '#core/modules';
import type { System } from '#core/system';
import { CommandLine } from '#testing/command-line';
import { ModuleWorld } from '#testing/module-world';

const made = await ModuleWorld.make();
let world: ModuleWorld;
let shop: string;

const table = `package deep

var table = [...]string{${'"row", '.repeat(50)}}

//go:noinline
func Row(n int) string { return table[n%len(table)] }
`;

beforeAll(async () => {
  if (typeof made === 'string') return;
  world = made;
  await world.publish('example.com/deep', 'v1.0.0', {
    'go.mod': 'module example.com/deep\n\ngo 1.21\n',
    'deep.go': table,
    LICENSE: 'Yours.\n',
  });
  await world.publish('example.com/mid', 'v1.0.0', {
    'go.mod': 'module example.com/mid\n\ngo 1.20\n\nrequire example.com/deep v1.0.0\n',
    'mid.go':
      'package mid\n\nimport "example.com/deep"\n\nfunc init() { println(deep.Row(7)) }\n\n//go:noinline\nfunc Top() string { return deep.Row(1) }\n',
  });
  await world.publish('example.com/mid', 'v1.1.0', {
    'go.mod':
      '// Deprecated: use example.com/middle instead.\nmodule example.com/mid\n\ngo 1.20\n\nretract v1.0.0 // Published by accident.\n\nrequire example.com/deep v1.0.0\n',
    'mid.go': 'package mid\n\nimport "example.com/deep"\n\nfunc Top() string { return deep.Row(1) }\n',
  });
  shop = await world.project('shop', {
    'go.mod':
      'module example.com/shop\n\ngo 1.21\n\nrequire example.com/mid v1.0.0\n\nexclude example.com/deep v0.9.0\n\nreplace example.com/local => ./local\n\nrequire example.com/local v0.0.0\n',
    'main.go':
      'package main\n\nimport (\n\t_ "example.com/mid"\n\t"example.com/local"\n)\n\nfunc main() { println(local.Name()) }\n',
    'top.go':
      '//go:build !notop\n\npackage main\n\nimport "example.com/mid"\n\nfunc init() { println(mid.Top()) }\n',
    'local/go.mod': 'module example.com/local\n\ngo 1.21\n',
    'local/local.go': 'package local\n\n//go:noinline\nfunc Name() string { return "local" }\n',
  });
  await drain(
    runBuild(world.system, world.history, { dir: shop, args: ['-o', join(world.root, 'out/'), '.'] }),
  );
});
beforeEach((ctx) => {
  if (typeof made === 'string') ctx.skip(made);
});
afterAll(async () => {
  if (typeof made !== 'string') await made[Symbol.asyncDispose]();
});

function withEnv(env: Record<string, string>): System {
  return { ...world.system, env: { ...world.env, ...env } };
}

async function failureOf(work: Promise<unknown>): Promise<string> {
  const thrown: unknown = await work.then(
    () => null,
    (error: unknown) => error,
  );
  return isFailure(thrown) ? `${thrown.code}: ${thrown.message}` : String(thrown);
}

async function tryIt(target: string, dir = shop) {
  const events: TryWithoutEvent[] = [];
  const running = tryWithout(world.system, world.history, { dir, target });
  const result = await drain(running, (event) => events.push(event));
  return { events, result };
}
const staging = () => readdir(join(world.root, 'home/staging'));
const named = (list: ModuleList, path: string) => list.modules.find((each) => each.path === path);

describe('a project', () => {
  it('has its modules listed, offline, with the sizes of the last build, and is not changed', async () => {
    const before = await readFile(join(shop, 'go.mod'), 'utf8');
    const system = withEnv({ GOFLAGS: '-mod=mod', GOPROXY: 'https://user:secret@example.invalid' });
    const list = await listModules(system, world.history, { dir: join(shop, 'local/..') });
    expect(list.modules.map(({ path, kind, version }) => [path, kind, version])).toEqual([
      ['example.com/shop', 'main', null],
      ['example.com/mid', 'direct', 'v1.0.0'],
      ['example.com/local', 'direct', 'v0.0.0'],
      ['example.com/deep', 'indirect', 'v1.0.0'],
    ]);
    expect(named(list, 'example.com/deep')).toMatchObject({
      licence: 'LICENSE',
      goVersion: '1.21',
      isInProgram: true,
      retracted: null,
      problem: null,
    });
    expect(named(list, 'example.com/deep')?.bytes).toBeGreaterThan(0);
    expect(named(list, 'example.com/local')?.replacedBy).toMatchObject({
      path: './local',
      version: null,
      file: join(shop, 'go.mod'),
    });
    expect(list.excluded).toMatchObject([{ path: 'example.com/deep', version: 'v0.9.0' }]);
    expect(list).toMatchObject({ dir: shop, vendor: { state: 'none' }, workspace: null, online: false });
    expect(list.build?.subject).toBe('example.com/shop');
    expect(await readFile(join(shop, 'go.mod'), 'utf8')).toBe(before);
  });

  it('has newer, retracted and deprecated versions looked up on request', async () => {
    const list = await listModules(world.system, null, { dir: shop, online: true });
    expect(named(list, 'example.com/mid')).toMatchObject({
      newer: 'v1.1.0',
      retracted: ['Published by accident.'],
      deprecated: 'use example.com/middle instead.',
    });
    expect(named(list, 'example.com/deep')).toMatchObject({ newer: null, retracted: [], deprecated: null });
  });

  it('without a module in the cache says which, and what to do', async () => {
    const system = withEnv({ GOMODCACHE: join(world.root, 'empty') });
    const list = await listModules(system, null, { dir: shop });
    expect(list.modules.filter(({ dir }) => dir === null).map(({ path }) => path)).toEqual([
      'example.com/mid',
      'example.com/deep',
    ]);
    expect(await failureOf(whyModule(system, null, { dir: shop, target: 'example.com/deep' }))).toMatch(
      /^modules.not-cached: .*example.com\/mid@v1.0.0/,
    );
  });

  it('with a broken go.mod gets the words of Go, with file and line', async () => {
    const broken = join(world.root, 'broken');
    await mkdir(broken);
    await writeFile(join(broken, 'go.mod'), 'module example.com/broken\n\ngo 1.21\nrubbish\n');
    expect(await failureOf(listModules(world.system, null, { dir: broken }))).toMatch(
      /modules.go-fails: [\s\S]*go\.mod:4: unknown directive: rubbish/,
    );
    expect(await failureOf(listModules(world.system, null, { dir: world.root }))).toMatch(/^modules.none/);
  });

  it('in a workspace has its members', async () => {
    const work = join(world.root, 'work');
    await mkdir(join(work, 'a'), { recursive: true });
    await writeFile(join(work, 'a/go.mod'), 'module example.com/a\n\ngo 1.21\n');
    await writeFile(join(work, 'go.work'), 'go 1.21\n\nuse ./a\n');
    for (const dir of [work, join(work, 'a')]) {
      const list = await listModules(world.system, null, { dir });
      expect(list.workspace).toEqual({
        file: join(work, 'go.work'),
        members: [{ dir: join(work, 'a'), path: 'example.com/a' }],
      });
      expect(list.modules).toMatchObject([{ path: 'example.com/a', kind: 'main' }]);
    }
    await writeFile(
      join(work, 'a/main.go'),
      'package main\n\nimport _ "example.com/a/till"\n\nfunc main() {}\n',
    );
    await mkdir(join(work, 'a/till'));
    await writeFile(join(work, 'a/till/till.go'), 'package till\n');
    const { results } = await drain(checkModules(world.system, { dir: work, checks: ['cache'] }));
    expect(results).toMatchObject([{ outcome: 'passed' }]);
    const why = await whyModule(world.system, null, { dir: work, target: 'example.com/a/till' });
    expect(why.path).toEqual(['example.com/a', 'example.com/a/till']);
  });

  it('is checked: its sources, and whether it builds offline', async () => {
    const check = async (system: System) => {
      const running = checkModules(system, { dir: shop, checks: ['verify', 'vendor', 'cache'] });
      return (await drain(running)).results.map(({ outcome }) => outcome);
    };
    expect(await check(world.system)).toEqual(['passed', 'skipped', 'passed']);
    await world.go(shop, 'mod', 'vendor');
    const away = withEnv({ GOMODCACHE: join(world.root, 'empty') });
    // An empty cache has nothing to verify.
    expect(await check(away)).toEqual(['skipped', 'passed', 'failed']);
    const vendored = await listModules(away, null, { dir: shop });
    expect(vendored.vendor.state).toBe('in-step');
    expect(named(vendored, 'example.com/deep')).toMatchObject({
      dir: join(shop, 'vendor/example.com/deep'),
      licence: 'LICENSE',
    });
    const listed = join(shop, 'vendor/modules.txt');
    await writeFile(listed, (await readFile(listed, 'utf8')).replace('mid v1.0.0', 'mid v1.1.0'));
    const { vendor } = await listModules(world.system, null, { dir: shop });
    expect(vendor.state).toBe('out-of-step');
    expect(vendor.differences.join('\n')).toContain('example.com/mid@v1.0.0');
    await rm(join(shop, 'vendor'), { recursive: true });
  });
});

describe('a module', () => {
  it('has the imports that lead to it, and what leaving it out would save', async () => {
    const why = await whyModule(world.system, world.history, { dir: shop, target: 'example.com/deep' });
    expect(why).toMatchObject({
      module: 'example.com/deep',
      programs: ['example.com/shop'],
      path: ['example.com/shop', 'example.com/mid', 'example.com/deep'],
      importers: [{ path: 'example.com/mid', imports: ['example.com/deep'] }],
      onlyThrough: [],
    });
    const [own] = why.own;
    expect(own?.bytes).toBeGreaterThan(0);
    expect(why.saving?.min).toBeLessThanOrEqual(own?.bytes ?? 0);
    expect(why.saving?.max).toBeGreaterThanOrEqual(own?.bytes ?? 0);
    const isRead = ['x64', 'arm64'].includes(process.arch);
    expect(why.saving?.basis).toBe(isRead ? 'calls' : 'imports');
    const mid = await whyModule(world.system, world.history, { dir: shop, target: 'example.com/mid' });
    expect(mid.onlyThrough.map(({ path }) => path)).toEqual(['example.com/deep']);
    expect(
      await failureOf(whyModule(world.system, null, { dir: shop, target: 'example.com/absent' })),
    ).toMatch(/^modules.unknown/);
  });
});

describe('a program without a module', () => {
  it('is built without blank imports and files behind build tags, in a copy, and compared', async () => {
    const names = await readdir(shop);
    const before = await readFile(join(shop, 'main.go'), 'utf8');
    const { events, result } = await tryIt('example.com/mid');
    if (result.outcome !== 'rebuilt') throw new Error('not rebuilt');
    expect(events.find(({ type }) => type === 'left-out')).toMatchObject({
      imports: [{ file: join(shop, 'main.go'), line: 4, path: 'example.com/mid' }],
      tags: [{ tag: 'notop', on: true }],
    });
    expect(result.packages).toBe(2);
    expect(result.after).toBeLessThan(result.before);
    expect(result.comparison.change).toMatchObject({ a: result.before, b: result.after });
    const gone = result.comparison.modules.filter(
      ({ kind, versionB }) => kind === 'dependency' && versionB === null,
    );
    expect(gone.map(({ path }) => path).toSorted()).toEqual(['example.com/deep', 'example.com/mid']);
    expect(await readFile(join(shop, 'main.go'), 'utf8')).toBe(before);
    expect(await readdir(shop)).toEqual(names);
    expect(await staging()).toEqual([]);
    expect((await world.history.list({})).builds).toHaveLength(1);
  });

  it('is not built where it uses the module; the uses are named', async () => {
    const { events, result } = await tryIt('example.com/local');
    expect(result).toMatchObject({
      outcome: 'used',
      uses: [
        {
          package: 'example.com/shop',
          module: null,
          file: join(shop, 'main.go'),
          imports: 'example.com/local',
          names: [{ name: 'Name', line: 8 }],
        },
      ],
    });
    expect(events.map(({ type }) => type)).not.toContain('building');
    const deep = await tryIt('example.com/deep');
    expect(deep.result).toMatchObject({
      outcome: 'used',
      uses: [{ module: 'example.com/mid', imports: 'example.com/deep', names: [{ name: 'Row' }] }],
    });
  });

  it('and its uses are said on the command line, with an exit code', async () => {
    const { PATH: _path, ...env } = world.env;
    await using burrow = await CommandLine.make(env);
    const used = await burrow.run(['try-without', 'example.com/local', '--dir', shop]);
    expect(used).toMatchObject({ exitCode: 3, stdout: expect.stringMatching(/main\.go:5 .*\n.*Name:8/) });
    const why = await burrow.json(['modules', 'why', 'example.com/deep', '--dir', shop]);
    expect(why).toMatchObject({ exitCode: 0, document: { saving: { min: expect.any(Number) } } });
    const list = await burrow.run(['modules', shop, '--verify', '--lang', 'zh-CN']);
    expect(list).toMatchObject({
      exitCode: 0,
      stdout: expect.stringContaining('模块缓存中的源代码未被改动'),
    });
    expect((await burrow.run(['modules', burrow.root])).exitCode).toBe(1);
  });

  it('leaves nothing after a cancellation, and removes what a killed one left', async () => {
    await mkdir(join(world.root, 'home/staging/without/old'), { recursive: true });
    const controller = new AbortController();
    const running = tryWithout(
      world.system,
      world.history,
      { dir: shop, target: 'example.com/mid' },
      controller.signal,
    );
    const stopped = drain(running, ({ type }) => {
      if (type === 'building') controller.abort();
    });
    expect(await failureOf(stopped)).toMatch(/^cancelled/);
    expect(await staging()).toEqual([]);
  });

  it('that does not build says so with the words of the compiler', async () => {
    await appendFile(join(shop, 'main.go'), '\nvar top = more\n');
    await rename(join(shop, 'top.go'), join(shop, 'was-top.txt'));
    expect(await failureOf(tryIt('example.com/mid'))).toMatch(
      /modules.rebuild-failed: [\s\S]*undefined: more/,
    );
  });
});
