import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, type TestContext } from 'vitest';
import { folderOfCommand, refreshShims } from '#core/switching';
import { burrowPaths } from '#core/system';
import { commandTimeoutMs } from '#testing/limits';
import { onPath } from '#testing/on-path';
import { SwitchingWorld } from '#testing/switching-world';

// Burrow must use the folder that a real Go uses for a -C flag.

/** A module in each of these folders. */
const modules = ['p', 'p/tools', 'real', 'linked', 'p/-x'];
const links = { 'p/link': '../real/deep', 'linked/here': '../real/deep' };

let world: SwitchingWorld;
let version = '';

beforeAll(async () => {
  world = await SwitchingWorld.make({
    name: 'chdir',
    dir: 'p',
    files: { 'real/deep/x': '', 'p/sub/x': '', 'p/file': '', 'p/.go-version': '1.22.5\n' },
    links,
    installed: ['go1.22.5'],
    expected: 'nothing chosen',
  });
  for (const folder of modules) {
    await mkdir(join(world.root, folder), { recursive: true });
    await writeFile(join(world.root, folder, 'go.mod'), `module example.com/${folder}\n\ngo 1.20\n`);
  }
  const asked = go(world.dir, ['env', 'GOROOT', 'GOVERSION']);
  const [goroot = '', name = ''] = asked.stdout.split('\n');
  if (goroot === '') return;
  version = name;
  const { toolchains } = burrowPaths(world.system);
  const folder = join(toolchains, `${version}.${world.system.os}-${world.system.arch}`);
  await symlink(goroot, folder);
  await writeFile(`${folder}.json`, '{}');
  await writeFile(join(world.root, 'p/tools/.go-version'), `${version}\n`);
  await refreshShims(world.system);
});
afterAll(() => world[Symbol.asyncDispose]());

/** Runs the Go of the machine, or the shim, in a folder that is known by that name. */
function go(dir: string, args: readonly string[], program = onPath('go') ?? '') {
  const caches = {
    HOME: world.root,
    GOCACHE: join(world.root, 'cache'),
    GOPROXY: 'off',
    GOFLAGS: '-mod=mod',
  };
  return spawnSync(program, args, {
    cwd: dir,
    env: { ...caches, GOTOOLCHAIN: 'local', PATH: '/usr/bin:/bin', PWD: dir },
    encoding: 'utf8',
    timeout: commandTimeoutMs,
  });
}

function need(ctx: TestContext): void {
  if (version === '') ctx.skip('there is no Go on PATH');
}

/** The module that a folder belongs to, as Go finds it. */
function moduleOf(folder: string): string {
  for (let at = folder; ; at = dirname(at)) {
    try {
      return /^module (.*)$/m.exec(readFileSync(join(at, 'go.mod'), 'utf8'))?.[1] ?? '';
    } catch {
      if (dirname(at) === at) return '';
    }
  }
}

/** The module that Go reports; null: it fails. */
function moduleByGo(dir: string, args: readonly string[]): string | null {
  const { status, stdout } = go(dir, args);
  if (status !== 0) return null;
  const [, path] = /"Path": "(.*)"/.exec(stdout) ?? [];
  return path ?? moduleOf(dirname(stdout.split('\n')[0] ?? ''));
}

const forms = [
  ['-C', 'tools', 'env', 'GOMOD'],
  ['-C=tools', 'env', 'GOMOD'],
  ['--C', 'tools', 'env', 'GOMOD'],
  ['--C=tools', 'env', 'GOMOD'],
  ['env', '-C', 'tools', 'GOMOD'],
  ['env', '-C=tools', 'GOMOD'],
  ['env', '--C', 'tools', 'GOMOD'],
  ['env', '--C=tools', 'GOMOD'],
  ['mod', 'edit', '-C', 'tools', '-json'],
  ['mod', 'edit', '--C=tools', '-json'],
  ['mod', '-C', 'tools', 'edit', '-json'],
  ['mod', '-C=tools', 'edit', '-json'],
  ['-C', 'tools', 'mod', 'edit', '-json'],
  ['env', 'GOMOD', '-C', 'tools'],
  ['-C', '.', 'env', 'GOMOD'],
  ['-C', 'sub', 'env', 'GOMOD'],
  ['-C', 'sub/..', 'env', 'GOMOD'],
  ['-C', './tools//', 'env', 'GOMOD'],
  ['-C', '../real/deep', 'env', 'GOMOD'],
  ['-C', 'link', 'env', 'GOMOD'],
  ['-C', 'link/.', 'env', 'GOMOD'],
  ['-C', 'link/..', 'env', 'GOMOD'],
  ['-C', '-x', 'env', 'GOMOD'],
];
const fromLinked = [
  ['env', 'GOMOD'],
  ['-C', '.', 'env', 'GOMOD'],
  ['-C', '..', 'env', 'GOMOD'],
  ['-C', '../deep', 'env', 'GOMOD'],
  ['-C', '../../linked', 'env', 'GOMOD'],
  ['-C', '../../linked/here', 'env', 'GOMOD'],
];
const refused = [
  ['-C', 'gone', 'env', 'GOMOD'],
  ['-C', '', 'env', 'GOMOD'],
  ['-C=', 'env', 'GOMOD'],
  ['-C', 'file', 'env', 'GOMOD'],
  ['-Ctools', 'env', 'GOMOD'],
  ['env', '-json', '-C', 'tools'],
  ['mod', 'edit', '-json', '-C', 'tools'],
  ['help', '-C', 'tools'],
  ['-v', '-C', 'tools', 'env'],
  ['env', '-C'],
  ['-C'],
];

describe('a real Go and Burrow use the same folder', () => {
  it.for([
    ...forms.map((args) => ['p', args] as const),
    ...fromLinked.map((args) => ['linked/here', args] as const),
  ])('in %s: go %j', async ([dir, args], ctx) => {
    need(ctx);
    const from = join(world.root, dir);
    const theirs = moduleByGo(from, args);
    expect(theirs).not.toBeNull();
    expect(moduleOf(await folderOfCommand(from, ['go', ...args]))).toBe(theirs);
  });

  it.for(refused)('go %j fails, and nothing is decided for another folder', async (args, ctx) => {
    need(ctx);
    expect(moduleByGo(world.dir, args)).toBeNull();
    expect(await folderOfCommand(world.dir, ['go', ...args])).toBe(world.dir);
  });
});

describe('through the shim', () => {
  it.for([
    ['-C', 'tools', 'list', '-m'],
    ['list', '-C=tools', '-m'],
  ])('go %j runs the Go that the folder pins, there', (args, ctx) => {
    need(ctx);
    expect(go(world.dir, args, world.shim()).stdout).toBe('example.com/p/tools\n');
    expect(go(world.dir, ['list', '-m'], world.shim()).stdout).toMatch(/^go1\.22\.5 go\n/);
  });

  it('go -C with a missing folder prints the error of Go', (ctx) => {
    need(ctx);
    const inside = join(world.root, 'p/tools');
    const { status, stderr } = go(inside, ['-C', 'gone', 'version'], world.shim());
    expect({ status, stderr }).toEqual({ status: 1, stderr: 'go: chdir gone: no such file or directory\n' });
  });
});

it('only a go command has a -C flag', async () => {
  const from = world.dir;
  for (const program of ['go', '/opt/go/bin/go', 'go.exe']) {
    expect(await folderOfCommand(from, [program, '-C', 'tools', 'build'])).toBe(join(from, 'tools'));
  }
  for (const program of ['git', 'make', 'gofmt', 'cargo', '']) {
    expect(await folderOfCommand(from, [program, '-C', 'tools'])).toBe(from);
  }
});
