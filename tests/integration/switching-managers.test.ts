import { spawnSync } from 'node:child_process';
import { mkdir, symlink } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { describe, expect, it, type TestContext } from 'vitest';
import { burrowPaths } from '#core/system';
import { goFor, resolveGo } from '#core/switching';
import { commandTimeoutMs } from '#testing/limits';
import { writeAsdf, writeGo, writeGoenv } from '#testing/other-managers';
import { findMise } from '#testing/real-mise';
import { onPath } from '#testing/on-path';
import { type PosixShell, posixShells, SwitchingWorld } from '#testing/switching-world';

/** One machine with several version managers, and what `go version` prints on it. */
interface Beside {
  name: string;
  /** Folders of PATH; `home/shims` are Burrow's. */
  path: string[];
  files?: Record<string, string>;
  env?: Record<string, string>;
  /** The `go` that is called; omitted: Burrow's shim. */
  start?: string;
  /** The version that runs; null: none. */
  runs: string | null;
  /** The program that Burrow names. */
  by?: string;
}

const real = 'usr/local/go/bin';
const systemPin = { 'p/.tool-versions': 'golang system\n' };
const [burrow, asdf, goenv] = ['home/shims', 'asdf/shims', 'goenv/shims'];

const machines: Beside[] = [
  { name: 'asdf, system', path: [burrow, asdf, real], files: systemPin, runs: 'go1.25.3', by: `${real}/go` },
  { name: 'goenv without a version file', path: [burrow, goenv, real], runs: 'go1.25.3', by: `${real}/go` },
  {
    name: 'asdf and goenv',
    path: [burrow, asdf, goenv, real],
    files: systemPin,
    runs: 'go1.25.3',
    by: `${real}/go`,
  },
  {
    name: 'goenv and asdf',
    path: [burrow, goenv, asdf, real],
    files: systemPin,
    runs: 'go1.25.3',
    by: `${real}/go`,
  },
  {
    name: 'asdf twice',
    path: [burrow, asdf, `${asdf}/`, real],
    files: systemPin,
    runs: 'go1.25.3',
    by: `${real}/go`,
  },
  {
    name: 'asdf first',
    path: [asdf, burrow, real],
    files: systemPin,
    start: asdf,
    runs: 'go1.25.3',
    by: `${real}/go`,
  },
  {
    name: 'asdf with its own version',
    path: [burrow, asdf, real],
    files: { 'p/.go-version': 'system\n', 'p/.tool-versions': 'golang 1.22.5\n' },
    runs: 'go1.22.5',
    by: `${asdf}/go`,
  },
  {
    name: 'goenv before an asdf with its own version',
    path: [burrow, goenv, asdf, real],
    files: { 'p/.go-version': 'system\n', 'p/.tool-versions': 'golang 1.22.5\n' },
    runs: 'go1.22.5',
    by: `${goenv}/go`,
  },
  {
    name: 'a go.mod that nothing satisfies is left to the Go behind asdf',
    path: [burrow, asdf, real],
    files: { 'p/go.mod': 'module p\n\ngo 1.99\n', '.tool-versions': 'golang system\n' },
    runs: 'go1.25.3',
    by: `${real}/go`,
  },
  {
    name: 'BURROW_GO=system',
    path: [burrow, goenv, real],
    env: { BURROW_GO: 'system' },
    runs: 'go1.25.3',
    by: `${real}/go`,
  },
  { name: 'asdf, system, and no other Go', path: [burrow, asdf], files: systemPin, runs: null },
  { name: 'asdf and goenv, and no other Go', path: [burrow, asdf, goenv], files: systemPin, runs: null },
];

async function worldOf({ path, files = {}, env = {} }: Pick<Beside, 'path' | 'files' | 'env'>) {
  const world = await SwitchingWorld.make({
    name: 'with other managers',
    dir: 'p',
    installed: [],
    path,
    files,
    env,
    expected: 'nothing chosen',
  });
  await writeAsdf(world.root, ['1.22.5']);
  await writeGoenv(world.root);
  await writeGo(join(world.root, 'usr/local/go'), 'go1.25.3');
  return world;
}

/** The shell; skips the test if the machine does not have it. */
function need(shell: PosixShell, ctx: TestContext): PosixShell & { file: string } {
  const { file } = shell;
  if (file === null) return ctx.skip(`${shell.name} is not installed`);
  return { ...shell, file };
}

describe.each(posixShells)("with other managers' shims, under $name", (shell) => {
  it.for(machines)('$name', async (machine, ctx) => {
    need(shell, ctx);
    await using world = await worldOf(machine);
    const start = machine.start === undefined ? world.shim() : join(world.root, machine.start, 'go');
    const ran = world.run(shell, start, ['version']);
    if (machine.runs === null) {
      expect(ran).toMatchObject({ exitCode: 127, stdout: '' });
      expect(ran.stderr).toContain("PATH has no Go besides Burrow's");
    } else expect(ran.program, ran.stderr).toBe(`${machine.runs} version`);
  });

  it('asdf starts `go install` as a child, and it runs once', async (ctx) => {
    need(shell, ctx);
    await using world = await worldOf({ path: [burrow, asdf, real], files: systemPin });
    expect(world.run(shell, world.shim(), ['install', 'x']).stdout).toBe('go1.25.3 install x\n');
  });
});

describe('the resolver', () => {
  it.each(machines)('agrees: $name', async (machine) => {
    await using world = await worldOf(machine);
    const resolution = await resolveGo(world.system, world.dir);
    if (machine.runs === null) {
      expect(resolution).toMatchObject({ path: null, problem: { code: 'switching.no-system-go' } });
      return;
    }
    const { version, path } = resolution.instead ?? resolution;
    expect({ version, path }).toEqual({ version: machine.runs, path: join(world.root, machine.by ?? '') });
    const go = await goFor(world.system, world.dir);
    expect(go.version).toBe(machine.runs);
    const ran = spawnSync(go.path, ['version'], { cwd: world.dir, env: go.env, encoding: 'utf8' });
    expect(ran.stdout).toBe(`${machine.runs} version\n`);
  });

  it('names the shim of a manager that has no version for the folder, whose error users then see', async (ctx) => {
    const [shell] = posixShells;
    await using world = await worldOf({ path: [burrow, asdf, real], files: { 'p/.go-version': 'system\n' } });
    const path = join(world.root, asdf, 'go');
    expect(await resolveGo(world.system, world.dir)).toMatchObject({ version: null, path });
    expect(world.run(need(shell as PosixShell, ctx), world.shim(), ['version'])).toMatchObject({
      exitCode: 126,
      stderr: 'No version is set for command go\n',
    });
  });
});

/** The environment of a shell whose PATH has Burrow's shims first, then mise's, then that GOROOT's `bin`. */
async function besideMise({ root, system }: SwitchingWorld, mise: string, goroot: string) {
  const shims = join(root, 'mise/data/shims');
  await mkdir(shims, { recursive: true });
  // As `mise reshim` creates them.
  await symlink(mise, join(shims, 'go'));
  return {
    BURROW_HOME: system.env['BURROW_HOME'] ?? '',
    HOME: root,
    MISE_DATA_DIR: join(root, 'mise/data'),
    MISE_CONFIG_DIR: join(root, 'mise/config'),
    MISE_CACHE_DIR: join(root, 'mise/cache'),
    MISE_STATE_DIR: join(root, 'mise/state'),
    MISE_TRUSTED_CONFIG_PATHS: root,
    MISE_OFFLINE: '1',
    PATH: [burrowPaths(system).shims, shims, join(goroot, 'bin'), '/usr/bin', '/bin'].join(delimiter),
  };
}

const miseFiles: [string, Record<string, string>][] = [
  ['mise.toml says system', { 'p/mise.toml': '[tools]\ngo = "system"\n' }],
  ['.tool-versions says system', systemPin],
  ['nothing selects a version', {}],
];

describe('with a real mise and a real Go', () => {
  it.for(miseFiles)('%s: the Go behind it runs, and Burrow says so', async ([, files], ctx) => {
    const [mise, go] = [
      findMise() ?? ctx.skip('mise is not installed'),
      onPath('go') ?? ctx.skip('there is no Go'),
    ];
    const goroot = spawnSync(go, ['env', 'GOROOT'], { encoding: 'utf8' }).stdout.trim();
    await using world = await worldOf({ path: [], files });
    const env = await besideMise(world, mise, goroot);
    const ran = spawnSync('go', ['version'], {
      cwd: world.dir,
      env,
      encoding: 'utf8',
      timeout: commandTimeoutMs,
    });
    expect(ran.stdout, ran.stderr).toMatch(/^go version go1\./);
    const { path, version } = await resolveGo({ ...world.system, env }, world.dir);
    expect(path).toBe(join(goroot, 'bin/go'));
    expect(ran.stdout).toContain(` ${version} `);
  });
});
