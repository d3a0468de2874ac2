import { spawnSync } from 'node:child_process';
import { mkdir, realpath, symlink, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { describe, expect, it, type TestContext } from 'vitest';
import { burrowPaths, type System } from '#core/system';
import { goFor, refreshShims, resolveGo } from '#core/switching';
import { commandTimeoutMs } from '#testing/limits';
import { writeStaleGoroot } from '#testing/stale-goroot';
import { onPath } from '#testing/on-path';
import { SwitchingWorld } from '#testing/switching-world';

/** How the Go that runs is reached. */
type Way = 'a pin' | 'system' | 'a link on PATH' | 'a launcher';

/**
 * A module to build, the machine's own Go, and a GOROOT of another version, set as a variable or in the file of
 * `go env -w`.
 */
async function worldOf(ctx: TestContext, way: Way, where: 'variable' | 'file') {
  const go = onPath('go');
  if (go === null) return ctx.skip('there is no Go on PATH');
  const asked = spawnSync(go, ['env', 'GOROOT', 'GOVERSION'], {
    env: { GOTOOLCHAIN: 'local', HOME: '/' },
    encoding: 'utf8',
  });
  const [root = '', version = ''] = asked.stdout.split('\n');
  const goroot = await realpath(root);
  const world = await SwitchingWorld.make({ name: way, dir: 'p', installed: [], expected: 'nothing chosen' });
  const stale = join(world.root, 'stale');
  await writeStaleGoroot(stale, goroot);
  await writeFile(join(world.dir, 'go.mod'), 'module p\n\ngo 1.21\n');
  // It imports nothing, so nothing else is compiled.
  await writeFile(join(world.dir, 'p.go'), 'package p\n');
  await writeFile(join(world.dir, '.go-version'), way === 'a pin' ? `${version}\n` : 'system\n');
  const { toolchains, shims } = burrowPaths(world.system);
  if (way === 'a pin' || way === 'a launcher') {
    await mkdir(toolchains, { recursive: true });
    const folder = join(toolchains, `${version}.${world.system.os}-${world.system.arch}`);
    await symlink(goroot, folder);
    await writeFile(`${folder}.json`, '{}');
  }
  await refreshShims(world.system);
  const links = join(world.root, 'usr/bin');
  await mkdir(links, { recursive: true });
  await symlink(join(goroot, 'bin/go'), join(links, 'go'));
  const goenv = join(world.root, 'config/go/env');
  await mkdir(join(world.root, 'config/go'), { recursive: true });
  await writeFile(goenv, `GOPROXY=off\n${where === 'file' ? `GOROOT=${stale}\n` : ''}GOFLAGS=-mod=mod\n`);
  const env = {
    BURROW_HOME: world.system.env['BURROW_HOME'] ?? '',
    HOME: world.root,
    XDG_CONFIG_HOME: join(world.root, 'config'),
    GOCACHE: join(world.root, 'cache'),
    PATH: [shims, way === 'a link on PATH' ? links : join(goroot, 'bin'), '/usr/bin', '/bin'].join(delimiter),
    PWD: world.dir,
    ...(where === 'variable' ? { GOROOT: stale } : {}),
  };
  const system: System = { ...world.system, env, home: world.root };
  const command = way === 'a launcher' ? world.shim(version) : world.shim();
  return { world, system, env, command, goroot, stale, goenv };
}

const ways: Way[] = ['a pin', 'system', 'a link on PATH', 'a launcher'];

/** What a build in the module's folder writes to stderr; empty if it succeeds. */
function build(program: string, world: SwitchingWorld, env: System['env']): string {
  return spawnSync(program, ['build', '.'], {
    cwd: world.dir,
    env,
    encoding: 'utf8',
    timeout: commandTimeoutMs,
  }).stderr;
}

describe.each(['variable', 'file'] as const)('GOROOT of another version, set as a %s', (where) => {
  it('breaks a Go that is started without Burrow', async (ctx) => {
    const { world, env, goroot } = await worldOf(ctx, 'system', where);
    await using _ = world;
    expect(build(join(goroot, 'bin/go'), world, env)).toContain('does not match go tool version');
  });

  it.for(ways)('does no harm through %s, and Burrow warns', async (way, ctx) => {
    const { world, system, env, command, goroot, stale, goenv } = await worldOf(ctx, way, where);
    await using _ = world;
    expect(build(command, world, env)).toBe('');
    const { warnings } = await resolveGo(system, world.dir);
    const [warning, ...more] = warnings;
    expect(more).toEqual([]);
    expect(warning).toMatchObject({
      code: 'switching.stale-goroot',
      params: { goroot: stale, file: where === 'file' ? goenv : null },
    });
    expect(await realpath(String(warning?.params['runs']))).toBe(goroot);
    const go = await goFor(system, world.dir);
    expect(build(go.path, world, go.env)).toBe('');
  });
});

it('the GOROOT of the Go that runs causes no warning', async (ctx) => {
  const { world, system, goroot } = await worldOf(ctx, 'a link on PATH', 'variable');
  await using _ = world;
  const right = { ...system, env: { ...system.env, GOROOT: goroot } };
  expect((await resolveGo(right, world.dir)).warnings).toEqual([]);
});
