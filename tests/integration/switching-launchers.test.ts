import { spawnSync } from 'node:child_process';
import { mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { describe, expect, it, type TestContext } from 'vitest';
import { burrowPaths, type System } from '#core/system';
import { goFor, refreshShims } from '#core/switching';
import { commandTimeoutMs } from '#testing/limits';
import { onPath } from '#testing/on-path';
import { type PosixShell, posixShells, SwitchingWorld } from '#testing/switching-world';
import type { SwitchingCase } from '../fixtures/switching-cases.ts';

const two = {
  name: 'two versions',
  files: { 'p/.go-version': '1.24.9\n', 'p/go.mod': 'module p\n\ngo 1.99.1\n' },
  dir: 'p',
  installed: ['go1.22.5', 'go1.24.9'],
  expected: 'nothing chosen',
} satisfies SwitchingCase;

/** The shell; skips the test if the machine does not have it. */
function need(shell: PosixShell, ctx: TestContext): PosixShell & { file: string } {
  const { file } = shell;
  if (file === null) return ctx.skip(`${shell.name} is not installed`);
  return { ...shell, file };
}

describe.each(posixShells)('launchers under $name', (shell) => {
  it.for([
    ['without GOTOOLCHAIN', {}, 'local'],
    ['with any GOTOOLCHAIN', { GOTOOLCHAIN: 'go1.99.1+auto' }, 'local'],
    [
      "called by Go's own switching, without GOTOOLCHAIN",
      { GOTOOLCHAIN_INTERNAL_SWITCH_VERSION: 'go1.22.5' },
      null,
    ],
    [
      "called by Go's own switching, with any GOTOOLCHAIN",
      { GOTOOLCHAIN: 'auto', GOTOOLCHAIN_INTERNAL_SWITCH_VERSION: 'go1.22.5' },
      'auto',
    ],
  ] as const)('run their version, %s', async ([, env, gotoolchain], ctx) => {
    need(shell, ctx);
    await using world = await SwitchingWorld.make({ ...two, env: { GOROOT: '/stale', ...env } });
    const ran = world.run(shell, world.shim('go1.22.5'), ['version']);
    expect(ran).toMatchObject({ program: 'go1.22.5 go', args: 'version', goroot: null, gotoolchain });
  });

  it('answer `download` like those of golang.org/dl, for an installed version', async (ctx) => {
    need(shell, ctx);
    await using world = await SwitchingWorld.make(two);
    const { toolchains } = burrowPaths(world.system);
    const goroot = join(toolchains, `go1.22.5.${world.system.os}-${world.system.arch}`);
    expect(world.run(shell, world.shim('go1.22.5'), ['download'])).toMatchObject({
      exitCode: 0,
      stdout: '',
      stderr: `go1.22.5: already downloaded in ${goroot}\n`,
    });
    // Only the single argument `download` is special.
    expect(world.run(shell, world.shim('go1.22.5'), ['mod', 'download']).args).toBe('mod download');
    expect(world.run(shell, world.shim('go1.22.5'), ['download', 'x']).args).toBe('download x');
    await rm(join(goroot, 'bin/go'));
    expect(world.run(shell, world.shim('go1.22.5'), ['download']).exitCode).not.toBe(0);
  });

  it.for([
    ['a pin', '1.24.9\n'],
    ['system', 'system\n'],
  ] as const)('are found if the shim is called by its path: %s', async ([, pin], ctx) => {
    need(shell, ctx);
    const files = { 'p/.go-version': pin, 'opt/go/bin/go': 'other' };
    await using world = await SwitchingWorld.make({ ...two, files, path: ['opt/go/bin'] });
    const { shims, toolchains } = burrowPaths(world.system);
    // Prints the PATH that it gets.
    const tell = `#!/bin/sh\nprintf '%s\\n' "$PATH"\n`;
    await writeFile(join(world.root, 'opt/go/bin/go'), tell, { mode: 0o755 });
    const own = join(toolchains, `go1.24.9.${world.system.os}-${world.system.arch}/bin/go`);
    await writeFile(own, tell, { mode: 0o755 });
    const path = join(world.root, 'opt/go/bin');
    expect(world.run(shell, world.shim()).stdout).toBe(`${path}${delimiter}${shims}\n`);
    const first = { ...world.system.env, PATH: `${shims}${delimiter}${path}` };
    expect(world.run(shell, world.shim(), [], first).stdout).toBe(`${first.PATH}\n`);
  });
});

/** A world in which the machine's own Go is installed, and a fake one: go1.99.1. */
async function realWorld(ctx: TestContext) {
  const go = onPath('go');
  if (go === null) return ctx.skip('there is no Go on PATH');
  const asked = spawnSync(go, ['env', 'GOROOT', 'GOVERSION'], {
    encoding: 'utf8',
    env: { GOTOOLCHAIN: 'local', HOME: '/' },
  });
  const [goroot = '', version = ''] = asked.stdout.split('\n');
  const world = await SwitchingWorld.make({ ...two, files: {}, installed: ['go1.99.1'] });
  const { toolchains } = burrowPaths(world.system);
  const folder = join(toolchains, `${version}.${world.system.os}-${world.system.arch}`);
  await mkdir(toolchains, { recursive: true });
  await symlink(goroot, folder);
  await writeFile(`${folder}.json`, '{}');
  await refreshShims(world.system);
  await writeFile(join(world.dir, 'go.mod'), 'module p\n\ngo 1.99.1\n');
  const env = {
    BURROW_HOME: world.system.env['BURROW_HOME'] ?? '',
    HOME: world.root,
    GOPROXY: 'off',
    GOTOOLCHAIN: 'auto',
    PWD: world.dir,
  };
  return { world, version, goroot, env };
}

/** The first line of what a command prints. */
function says(world: SwitchingWorld, env: System['env'], file: string, args = ['version']): string {
  const ran = spawnSync(file, args, { cwd: world.dir, env, encoding: 'utf8', timeout: commandTimeoutMs });
  return `${ran.stdout}${ran.stderr}`.split('\n')[0] ?? '';
}

describe('with a real Go', () => {
  it('a launcher runs exactly its version, although go.mod and GOTOOLCHAIN ask for another', async (ctx) => {
    const { world, version, env } = await realWorld(ctx);
    await using _ = world;
    const PATH = burrowPaths(world.system).shims;
    expect(says(world, { ...env, PATH }, version)).toContain(`go version ${version} `);
    const asked = { ...env, PATH, GOTOOLCHAIN: 'go1.99.1' };
    expect(says(world, asked, version)).toContain(`go version ${version} `);
    expect(says(world, asked, version, ['download'])).toMatch(`${version}: already downloaded in /`);
  });

  it("Go's own switching finds a launcher, although the shims are not on PATH", async (ctx) => {
    const { world, version, goroot, env } = await realWorld(ctx);
    await using _ = world;
    await writeFile(burrowPaths(world.system).defaultFile, `${version}\n`);
    const PATH = '/usr/bin:/bin';
    const pinned = { ...env, PATH, BURROW_GO: version };
    expect(says(world, pinned, world.shim())).toBe('go1.99.1 go');
    const theirs = { ...env, PATH: `${PATH}:${goroot}/bin`, BURROW_GO: 'system' };
    expect(says(world, theirs, world.shim())).toBe('go1.99.1 go');
    const go = await goFor({ ...world.system, env: theirs }, world.dir);
    expect(go.version).toBe(version);
    expect(says(world, go.env, go.path)).toBe('go1.99.1 go');
  });
});
