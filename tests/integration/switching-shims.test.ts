import { spawnSync } from 'node:child_process';
import { chmod, mkdir, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { describe, expect, it, type TestContext } from 'vitest';
import { burrowPaths } from '#core/system';
import { goFor, refreshShims, renewShims, resolveGo, whichTool } from '#core/switching';
import { commandTimeoutMs } from '#testing/limits';
import { onPath } from '#testing/on-path';
import { type PosixShell, posixShells, SwitchingWorld } from '#testing/switching-world';
import type { SwitchingCase } from '../fixtures/switching-cases.ts';

const pinned = {
  name: 'pinned',
  files: { 'p/.go-version': '1.24.9\n' },
  dir: 'p',
  installed: ['go1.22.5', 'go1.24.9'],
  expected: 'nothing chosen',
} satisfies SwitchingCase;

/** Returns the shell, or skips the test if the machine does not have it. */
function need(shell: PosixShell, ctx: TestContext): PosixShell & { file: string } {
  const { file } = shell;
  if (file === null) return ctx.skip(`${shell.name} is not installed`);
  return { ...shell, file };
}

/** The first shell that the machine has, for tests that do not depend on the shell. */
const anyShell = posixShells.find(({ file }) => file !== null) as PosixShell & { file: string };

/** The files of the folder, which has the manual pages as well. */
async function commandsIn(shims: string): Promise<string[]> {
  return (await readdir(shims)).filter((name) => name !== 'man').toSorted();
}

describe('the shims folder', () => {
  it('contains burrow, go, gofmt and a launcher for every version, and is not written without a change', async () => {
    await using world = await SwitchingWorld.make({
      ...pinned,
      installed: [...pinned.installed, 'go1.23.0.plan9-mips'],
    });
    const { shims } = burrowPaths(world.system);
    const names = ['burrow', 'go', 'go1.22.5', 'go1.24.9', 'gofmt'];
    expect(await commandsIn(shims)).toEqual(names);
    const before = await Promise.all(names.map((name) => stat(join(shims, name))));
    expect(before.map(({ mode }) => mode & 0o777)).toEqual(names.map(() => 0o755));
    await refreshShims(world.system);
    const after = await Promise.all(names.map((name) => stat(join(shims, name))));
    expect(after.map(({ ino, mtimeMs }) => [ino, mtimeMs])).toEqual(
      before.map(({ ino, mtimeMs }) => [ino, mtimeMs]),
    );
  });

  it('follows what is installed, repairs changed files, and leaves other files alone', async () => {
    await using world = await SwitchingWorld.make(pinned);
    const { shims, toolchains } = burrowPaths(world.system);
    await writeFile(join(shims, 'mine'), 'mine');
    await writeFile(join(shims, 'go1.19.1'), '#!/bin/sh\n# my own launcher\n');
    await writeFile(join(shims, 'gofmt'), 'broken');
    await chmod(join(shims, 'go'), 0o600);
    await rm(join(toolchains, `go1.22.5.${world.system.os}-${world.system.arch}.json`));
    await world.install('go1.26.1');
    await refreshShims(world.system);
    const names = ['burrow', 'go', 'go1.19.1', 'go1.24.9', 'go1.26.1', 'gofmt', 'mine'];
    expect(await commandsIn(shims)).toEqual(names);
    expect((await stat(join(shims, 'go'))).mode & 0o777).toBe(0o755);
    expect(await readFile(join(shims, 'gofmt'), 'utf8')).toMatch(/^#!\/bin\/sh\n# Burrow's shim for gofmt/);
  });

  it('restores the files of functions that the shims read', async () => {
    await using world = await SwitchingWorld.make(pinned);
    const { shimFunctions } = burrowPaths(world.system);
    const names = await readdir(shimFunctions);
    expect(names.toSorted()).toEqual([
      'mise.sh',
      'newest.sh',
      'others.sh',
      'pin-above.sh',
      'pins.sh',
      'tool-versions.sh',
    ]);
    for (const file of names.map((name) => join(shimFunctions, name))) {
      const before = await readFile(file);
      await writeFile(file, '# older\n');
      await renewShims(world.system);
      expect(await readFile(file)).toEqual(before);
      await rm(file);
      await renewShims(world.system);
      expect(await readFile(file)).toEqual(before);
    }
  });

  it('loses no launcher when several are created at once', async () => {
    await using world = await SwitchingWorld.make({ ...pinned, installed: [] });
    const versions = Array.from({ length: 8 }, (_, patch) => `go1.24.${patch}`);
    await Promise.all(
      versions.map((version) => world.install(version).then(() => refreshShims(world.system))),
    );
    const names = ['burrow', 'go', ...versions, 'gofmt'];
    expect(await commandsIn(burrowPaths(world.system).shims)).toEqual(names);
  });

  it('prefers builds for the machine, and accepts those that Rosetta translates', async () => {
    await using world = await SwitchingWorld.make({
      ...pinned,
      installed: [
        'go1.24.9.darwin-amd64',
        'go1.24.9.darwin-arm64',
        'go1.15.15.darwin-amd64',
        'go1.26.1.linux-amd64',
      ],
    });
    const mac = { ...world.system, os: 'darwin', arch: 'arm64' } as const;
    await refreshShims(mac);
    const { shims, toolchains } = burrowPaths(mac);
    expect(await commandsIn(shims)).toEqual(['burrow', 'go', 'go1.15.15', 'go1.24.9', 'gofmt']);
    const own = join(toolchains, 'go1.24.9.darwin-arm64/bin/go');
    expect(await readFile(join(shims, 'go1.24.9'), 'utf8')).toContain(`exec '${own}' "$@"`);
    expect((await resolveGo(mac, world.dir)).path).toBe(own);
    expect(world.run(anyShell, join(shims, 'go')).program).toBe('go1.24.9.darwin-arm64 go');
    await writeFile(join(world.dir, '.go-version'), '1.15');
    expect((await resolveGo(mac, world.dir)).version).toBe('go1.15.15');
    expect(world.run(anyShell, join(shims, 'go')).program).toBe('go1.15.15.darwin-amd64 go');
  });
});

describe.each(posixShells)('under $name', (shell) => {
  it('gofmt is the one of the resolved Go, and launchers run theirs', async (ctx) => {
    need(shell, ctx);
    await using world = await SwitchingWorld.make({ ...pinned, env: { GOROOT: '/stale' } });
    expect(world.run(shell, world.shim('gofmt'))).toMatchObject({ program: 'go1.24.9 gofmt', goroot: null });
    const launched = world.run(shell, world.shim('go1.22.5'), ['a  b', '*']);
    expect(launched).toMatchObject({
      program: 'go1.22.5 go',
      goroot: null,
      gotoolchain: 'local',
      args: 'a  b *',
    });
  });

  it('gofmt has no -C flag', async (ctx) => {
    need(shell, ctx);
    await using world = await SwitchingWorld.make({
      ...pinned,
      files: { 'p/.go-version': '1.24.9\n', 'p/tools/.go-version': '1.22.5\n' },
    });
    expect(world.run(shell, world.shim('gofmt'), ['-C', 'tools']).program).toBe('go1.24.9 gofmt');
    expect(world.run(shell, world.shim('go'), ['-C', 'tools']).program).toBe('go1.22.5 go');
  });

  it('-C changes neither the working folder nor a variable, nor the arguments', async (ctx) => {
    const { file, args } = need(shell, ctx);
    await using world = await SwitchingWorld.make({
      ...pinned,
      files: { 'p/.go-version': '1.24.9\n', 'p/tools/x': '' },
    });
    const { toolchains } = burrowPaths(world.system);
    const go = join(toolchains, `go1.24.9.${world.system.os}-${world.system.arch}/bin/go`);
    const report = `#!/bin/sh\n/bin/pwd -P\nprintf '%s\\n' "$PWD" "\${OLDPWD-unset}" "$*"\n`;
    await writeFile(go, report, { mode: 0o755 });
    const ran = (...words: string[]) =>
      spawnSync(file, [...args, world.shim(), ...words], {
        cwd: world.dir,
        env: { PWD: world.dir },
        encoding: 'utf8',
        timeout: commandTimeoutMs,
      }).stdout;
    expect(ran('-C', 'tools', 'run', '.')).toBe(ran('x').replace(/x\n$/, '-C tools run .\n'));
    expect(ran('x')).toContain(`${world.dir}\n${world.dir}\n`);
  });

  it("leaves the user's variables alone, with any names", async (ctx) => {
    const { file, args } = need(shell, ctx);
    await using world = await SwitchingWorld.make(pinned);
    const { toolchains } = burrowPaths(world.system);
    const go = join(toolchains, `go1.24.9.${world.system.os}-${world.system.arch}/bin/go`);
    await rm(go);
    await symlink(onPath('env') ?? '/usr/bin/env', go);
    const before = {
      dir: 'a',
      line: 'b',
      version: 'c',
      text: 'd',
      file: 'e',
      target: 'f',
      IFS: 'x',
      BURROW_HOME: '/n',
    };
    const ran = spawnSync(file, [...args, world.shim(), '-0'], {
      cwd: world.dir,
      env: { ...before, PWD: world.dir },
      encoding: 'utf8',
      timeout: commandTimeoutMs,
    });
    const after = Object.fromEntries(
      ran.stdout.split('\0').map((pair) => pair.split('=', 2) as [string, string]),
    );
    expect(after).toMatchObject({ ...before, IFS: expect.any(String), GOTOOLCHAIN: 'local' });
    expect(Object.keys(after).filter((name) => name.toLowerCase().includes('_burrow'))).toEqual([]);
  });

  it('in a folder that is gone, the default runs', async (ctx) => {
    const { file, args } = need(shell, ctx);
    await using world = await SwitchingWorld.make({ ...pinned, default: 'go1.22.5\n' });
    const gone = join(world.dir, 'gone');
    await mkdir(gone);
    const ran = spawnSync(
      '/bin/sh',
      ['-c', 'cd "$1" && rmdir "$1" && shift && exec "$@"', 'sh', gone, file, ...args, world.shim()],
      {
        cwd: world.dir,
        env: {},
        encoding: 'utf8',
        timeout: commandTimeoutMs,
      },
    );
    expect(ran.stdout.split('\n')[0]).toBe('go1.22.5 go');
  });

  it('prints Chinese in a Chinese locale', async (ctx) => {
    need(shell, ctx);
    await using world = await SwitchingWorld.make({ ...pinned, installed: [], env: { LANG: 'zh_CN.UTF-8' } });
    const ran = world.run(shell, world.shim());
    expect(ran.stderr).toBe(
      `burrow: 未安装 Go 1.24.9（由 ${world.dir}/.go-version:1 指定）。\n  运行 \`burrow install 1.24.9\`。\n`,
    );
  });

  it.for([
    ['gone, by its name', 'go1.24.9@', '1.24.9'],
    ['gone, by its minor version', 'go1.24.9@', '1.24'],
    ['replaced', 'go1.24.9@go1.26.1', '1.24.9'],
  ] as const)(
    'distinguishes an adopted Go that is %s from one that never existed',
    async ([, installed, wanted], ctx) => {
      need(shell, ctx);
      const files = { 'p/.go-version': `${wanted}\n` };
      await using world = await SwitchingWorld.make({ ...pinned, files, installed: [installed] });
      expect(world.run(shell, world.shim()).stderr).toBe(
        `burrow: Go ${wanted} is not installed (wanted by ${world.dir}/.go-version:1): it was adopted, and its owner has removed or replaced it.\n  Run \`burrow current\` to see what is there now.\n`,
      );
      await writeFile(join(world.dir, '.go-version'), '1.2\n');
      expect(world.run(shell, world.shim()).stderr).toContain('Run `burrow install 1.2`.');
    },
  );

  it('two shims that lead to each other end with an error', async (ctx) => {
    need(shell, ctx);
    await using world = await SwitchingWorld.make({
      name: 'loop',
      dir: 'p',
      installed: [],
      path: ['home/shims', 'mise/shims'],
      expected: 'nothing chosen',
    });
    const other = join(world.root, 'mise/shims/go');
    await mkdir(dirname(other), { recursive: true });
    await writeFile(other, `#!/bin/sh\nexec '${world.shim()}' "$@"\n`, { mode: 0o755 });
    expect(world.run(shell, world.shim())).toMatchObject({ exitCode: 127, stdout: '' });
  });

  it('a shim that starts this one repeatedly is left out, and one below another runs', async (ctx) => {
    need(shell, ctx);
    await using world = await SwitchingWorld.make({
      name: 'loop',
      dir: 'p',
      files: { 'p/.go-version': 'system\n', 'opt/go/bin/go': 'other' },
      installed: [],
      path: ['home/shims', 'mise/shims', 'opt/go/bin'],
      expected: 'nothing chosen',
    });
    const other = join(world.root, 'mise/shims/go');
    await mkdir(dirname(other), { recursive: true });
    await writeFile(other, `#!/bin/sh\n'${world.shim()}' "$@"\nexit $?\n`, { mode: 0o755 });
    const behind = `other ${join(world.root, 'opt/go/bin/go')}`;
    expect(world.run(shell, world.shim()).program).toBe(behind);
    // As a child it looks like a Go that runs a program which runs `go`, until it is too deep.
    await writeFile(other, `#!/bin/sh\n/bin/sh -c "'${world.shim()}' x; exit"\nexit $?\n`);
    expect(world.run(shell, world.shim()).program).toBe(behind);
    // A program started by `go run` may call go: twice is not a loop.
    await writeFile(
      other,
      `#!/bin/sh\ncase $* in *x) /bin/sh -c "'${world.shim()}' '\${1%x}'; exit" ;; *) echo "ran $1" ;; esac\nexit $?\n`,
    );
    expect(world.run(shell, world.shim(), ['vxx']).program).toBe('ran v');
  });

  it('starts no process but Go', async (ctx) => {
    const { file, args } = need(shell, ctx);
    const strace = onPath('strace');
    if (strace === null) ctx.skip('strace is not installed');
    await using world = await SwitchingWorld.make({
      ...pinned,
      files: {
        'p/go.mod': 'module p\n\ngo 1.22\n\ntoolchain go1.23.0\n',
        'p/deep/.tool-versions': 'nodejs 22.1.0\n',
        'p/deep/mise.toml': '[tools]\nnode = "22"\n',
      },
      dir: 'p/deep',
    });
    const log = join(world.root, 'strace');
    const ran = spawnSync(
      strace ?? '',
      ['-f', '-qq', '-e', 'trace=%process', '-o', log, file, ...args, world.shim()],
      {
        cwd: world.dir,
        env: { PWD: world.dir },
        encoding: 'utf8',
        timeout: commandTimeoutMs,
      },
    );
    if (/Operation not permitted/.test(ran.stderr)) ctx.skip('strace may not trace here');
    expect(ran.stdout.split('\n')[0]).toBe('go1.24.9 go');
    const calls = await readFile(log, 'utf8');
    // The shell and the fake Go.
    expect(calls.match(/execve\(.*= 0$/gm)).toHaveLength(2);
    expect(calls).not.toMatch(/\b(?:v?fork|clone3?)\(/);
  });
});

/** A world in which the machine's own Go counts as installed. */
async function realWorld(ctx: TestContext, wanted: Partial<SwitchingCase>) {
  const go = onPath('go');
  if (go === null) return ctx.skip('there is no Go on PATH');
  const asked = spawnSync(go, ['env', 'GOROOT', 'GOVERSION'], {
    encoding: 'utf8',
    timeout: commandTimeoutMs,
    env: { GOTOOLCHAIN: 'local' },
  });
  const [goroot = '', version = ''] = asked.stdout.split('\n');
  const world = await SwitchingWorld.make({ ...pinned, ...wanted });
  const { toolchains } = burrowPaths(world.system);
  const folder = join(toolchains, `${version}.${world.system.os}-${world.system.arch}`);
  await symlink(goroot, folder);
  await writeFile(`${folder}.json`, '{}');
  await refreshShims(world.system);
  const caches = {
    HOME: world.root,
    GOCACHE: join(world.root, 'cache'),
    GOFLAGS: '-mod=mod',
    GOPROXY: 'off',
  };
  return { world, version, env: { ...caches, PATH: burrowPaths(world.system).shims } };
}

describe('with a real Go', () => {
  it('runs with a stale GOROOT, and another version in another folder', async (ctx) => {
    const { world, version, env } = await realWorld(ctx, {});
    await using _ = world;
    await writeFile(join(world.dir, '.go-version'), `${version}\n`);
    const real = spawnSync(world.shim(), ['version'], {
      cwd: world.dir,
      env: { ...env, GOROOT: '/stale' },
      encoding: 'utf8',
      timeout: commandTimeoutMs,
    });
    expect(real.stdout).toContain(`go version ${version} `);
    await writeFile(join(world.dir, '.go-version'), '1.22\n');
    const fake = spawnSync(world.shim(), ['version'], {
      cwd: world.dir,
      env,
      encoding: 'utf8',
      timeout: commandTimeoutMs,
    });
    expect(fake.stdout.split('\n')[0]).toBe('go1.22.5 go');
  });

  it('a pin keeps Go from switching and downloading, and Go reports what go.mod requires', async (ctx) => {
    const { world, version, env } = await realWorld(ctx, {});
    await using _ = world;
    await writeFile(join(world.dir, '.go-version'), `${version}\n`);
    await writeFile(join(world.dir, 'go.mod'), 'module p\n\ngo 1.99.1\n');
    const ran = spawnSync(world.shim(), ['list', '-m'], {
      cwd: world.dir,
      env,
      encoding: 'utf8',
      timeout: commandTimeoutMs,
    });
    expect(ran.status).not.toBe(0);
    expect(ran.stderr).toContain('requires go >= 1.99.1');
  });

  it("Go's own switching finds a launcher without a network", async (ctx) => {
    const { world, version, env } = await realWorld(ctx, { files: {}, default: 'go1.22.5\n' });
    await using _ = world;
    await world.install('go1.99.1');
    await refreshShims(world.system);
    await writeFile(burrowPaths(world.system).defaultFile, `${version}\n`);
    const ran = spawnSync(world.shim(), ['version'], {
      cwd: world.dir,
      env: { ...env, GOTOOLCHAIN: 'go1.99.1' },
      encoding: 'utf8',
      timeout: commandTimeoutMs,
    });
    expect(ran.stdout.split('\n')[0], ran.stderr).toBe('go1.99.1 go');
  });

  it('goFor makes it run as the shim does', async (ctx) => {
    const { world, version, env } = await realWorld(ctx, { env: { GOROOT: '/stale' } });
    await using _ = world;
    await writeFile(join(world.dir, '.go-version'), `${version}\n`);
    const go = await goFor(world.system, world.dir);
    expect(go.version).toBe(version);
    const ask = ['env', 'GOVERSION', 'GOROOT', 'GOTOOLCHAIN'];
    const direct = spawnSync(go.path, ask, {
      cwd: world.dir,
      env: { ...env, ...go.env },
      encoding: 'utf8',
      timeout: commandTimeoutMs,
    });
    const shim = spawnSync(world.shim(), ask, {
      cwd: world.dir,
      env: { ...env, GOROOT: '/stale' },
      encoding: 'utf8',
      timeout: commandTimeoutMs,
    });
    expect(direct.stdout).toBe(shim.stdout);
    expect(direct.stdout.split('\n').slice(0, 3)).toEqual([version, expect.any(String), 'local']);
    expect(await whichTool(world.system, 'gofmt', world.dir)).toEqual({
      tool: 'gofmt',
      path: join(go.goroot, 'bin/gofmt'),
      version,
    });
    expect(go.env['PATH']?.split(delimiter).slice(0, 2)).toEqual([
      join(go.goroot, 'bin'),
      burrowPaths(world.system).shims,
    ]);
  });
});
