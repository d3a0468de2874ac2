import { spawn, spawnSync } from 'node:child_process';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, type TestContext } from 'vitest';
import { isFailure } from '#contract/failure';
import { writeSettings } from '#core/settings';
import { burrowPaths, type System } from '#core/system';
import { providedGo, refreshShims, renewShims } from '#core/switching';
import { commandTimeoutMs } from '#testing/limits';
import { type PosixShell, posixShells, SwitchingWorld } from '#testing/switching-world';
import { chdirCases } from '../fixtures/chdir-cases.ts';
import { pinAboveCases } from '../fixtures/pin-above-cases.ts';
import { type SwitchingCase, switchingCases } from '../fixtures/switching-cases.ts';

const anyShell = posixShells.find(({ file }) => file !== null) as PosixShell & { file: string };

/** A world in which missing pins are installed by a fake Burrow, which records its calls. */
async function willing(
  wanted: SwitchingCase,
  ending = 'exit 127',
): Promise<{ world: SwitchingWorld; asked: () => Promise<string> }> {
  const world = await SwitchingWorld.make(wanted);
  await writeSettings(world.system, { installMissing: true });
  await refreshShims(world.system);
  const log = join(world.root, 'asked');
  const program = join(world.root, "it's Burrow");
  await writeFile(program, `#!/bin/sh\necho "$*" >>'${log}'\n${ending}\n`, { mode: 0o755 });
  for (const tool of ['go', 'gofmt']) {
    const shim = await readFile(world.shim(tool), 'utf8');
    const quoted = `'${program.replace("'", `'\\''`)}'`;
    const changed = shim.replace(/^_burrow_program='.*bin\/burrow'$/m, () => `_burrow_program=${quoted}`);
    expect(changed).not.toBe(shim);
    await writeFile(world.shim(tool), changed, { mode: 0o755 });
  }
  return { world, asked: () => readFile(log, 'utf8').catch(() => '') };
}

/** Reports whether the resolver tries to install something; there is no source from which it could. */
async function resolverInstalls(world: SwitchingWorld, env: System['env'] = {}): Promise<boolean> {
  const nowhere = { BURROW_GO_DL: 'http://127.0.0.1:9', GOPROXY: 'http://127.0.0.1:9', ...env };
  const system = { ...world.system, env: { ...world.system.env, ...nowhere } };
  try {
    for await (const _ of providedGo(system, { dir: world.askedDir, command: ['go', ...world.args] }));
    return false;
  } catch (error) {
    if (!isFailure(error)) throw error;
    return error.code === 'toolchain.not-provided';
  }
}

/** A world with these files, the folder `p`, and nothing installed. */
const p = (files: Record<string, string>, more: Partial<SwitchingCase> = {}): SwitchingCase => ({
  name: '',
  files,
  dir: 'p',
  installed: [],
  expected: 'nothing chosen',
  ...more,
});

describe('shim and resolver agree on what is installed on demand', () => {
  const missing = [...switchingCases, ...pinAboveCases, ...chdirCases].filter(
    ({ expected, locked }) => typeof expected === 'object' && 'notInstalled' in expected && !locked,
  );
  it.each(missing)('$name', async (wanted) => {
    const { world, asked } = await willing(wanted);
    await using _ = world;
    const installs = await resolverInstalls(world);
    const isMinimum =
      'by' in (wanted.expected as object) && /go\.(mod|work):/.test(JSON.stringify(wanted.expected));
    expect(installs).toBe(!isMinimum);
    const ran = world.run(anyShell, world.shim());
    const isLeftToGo = /"instead/.test(JSON.stringify(wanted.expected));
    expect(ran.exitCode).toBe(isLeftToGo ? 0 : 127);
    // Burrow gets the value of Go's -C flag, and finds the same folder.
    const chdir = wanted.args?.[0] === '-C' ? ` ./${wanted.args[1]}` : '';
    expect(await asked()).toBe(installs ? `provide${chdir}\n` : '');
  });

  it('only pins, not go.mod or system', async () => {
    const cases: [SwitchingCase, boolean][] = [
      [p({ 'p/.go-version': '1.24.9\n' }), true],
      [p({ 'p/.go-version': 'latest\n' }), true],
      [p({ 'p/.tool-versions': 'golang 1.24 1.23\n' }), true],
      [p({}, { default: 'go1.24.9\n' }), true],
      [p({}, { env: { BURROW_GO: '1.24' } }), true],
      [p({ 'p/go.mod': 'module p\n\ngo 1.24.0\n\ntoolchain go1.24.9\n' }), false],
      [p({ 'p/go.work': 'go 1.24.0\n' }), false],
      [p({ 'p/.go-version': 'system\n' }), false],
      [p({ 'p/.go-version': 'rubbish\n' }), false],
      [p({}), false],
    ];
    for (const [wanted, installs] of cases) {
      const { world, asked } = await willing(wanted);
      await using _ = world;
      const label = JSON.stringify(wanted);
      expect(await resolverInstalls(world), label).toBe(installs);
      world.run(anyShell, world.shim());
      expect(await asked(), label).toBe(installs ? 'provide\n' : '');
    }
  });

  it('nothing while GOPROXY or the setting is off', async () => {
    const { world } = await willing({ ...(missing[0] as SwitchingCase) });
    await using _ = world;
    expect(await resolverInstalls(world)).toBe(true);
    expect(await resolverInstalls(world, { GOPROXY: 'off' })).toBe(false);
    await writeSettings(world.system, { installMissing: false });
    expect(await resolverInstalls(world)).toBe(false);
  });
});

const pinned = {
  name: 'pinned',
  files: { 'p/.go-version': '1.24.9\n' },
  dir: 'p',
  installed: ['go1.22.5'],
  expected: 'nothing chosen',
} satisfies SwitchingCase;

function need(shell: PosixShell, ctx: TestContext): void {
  if (shell.file === null) ctx.skip(`${shell.name} is not installed`);
}

describe.each(posixShells)('under $name', (shell) => {
  it('the installed Go runs, with its arguments byte for byte and its input untouched', async (ctx) => {
    need(shell, ctx);
    const { world, asked } = await willing(
      pinned,
      `/bin/cp -R "$BURROW_HOME/../new/." "$BURROW_HOME/toolchains"; cat >/dev/null; echo noise`,
    );
    await using _ = world;
    const { toolchains } = burrowPaths(world.system);
    await world.install('go1.24.9');
    await cp(toolchains, join(world.root, 'new'), { recursive: true });
    const name = `go1.24.9.${world.system.os}-${world.system.arch}`;
    await rm(join(toolchains, name), { recursive: true });
    await rm(join(toolchains, `${name}.json`));
    const go = join(world.root, 'new', name, 'bin/go');
    await writeFile(
      go,
      `#!/bin/sh\nprintf '%s|' "$#" "$@" "\${GOTOOLCHAIN-unset}" "\${GOROOT-unset}"\n/bin/cat\n`,
    );
    const args = ['run', '', 'a  b', 'c\nd', '*', "it's", '"$HOME"', '--json', '--', '-x', '\\n', '中'];
    const ran = spawnSync(shell.file ?? '', [...shell.args, world.shim(), ...args], {
      cwd: world.dir,
      env: { ...world.system.env, PWD: world.dir, PATH: '/usr/bin:/bin', GOROOT: '/stale' },
      input: 'standard input',
      encoding: 'utf8',
      timeout: commandTimeoutMs,
    });
    expect(ran.stdout).toBe(`${[args.length, ...args, 'local', 'unset'].join('|')}|standard input`);
    expect(ran.stderr).toBe('noise\n');
    expect(ran.status).toBe(0);
    // It is installed now, and Burrow is not called again.
    expect(world.run(shell, world.shim())).toMatchObject({ exitCode: 0, stderr: '' });
    expect(await asked()).toBe('provide\n');
  });

  it.for<[string, string, RegExp]>([
    ['printed why', 'echo why >&2; exit 127', /^why\n$/],
    ['could not start', 'exit 1', /^burrow: Go 1\.24\.9 is not installed/],
    ['installed another version', 'exit 0', /^burrow: Go 1\.24\.9 is not installed/],
  ])('ends with 127 when Burrow %s', async ([, ending, stderr], ctx) => {
    need(shell, ctx);
    const { world } = await willing(pinned, ending);
    await using _ = world;
    const ran = world.run(shell, world.shim());
    expect(ran).toMatchObject({ exitCode: 127, stdout: '' });
    expect(ran.stderr).toMatch(stderr);
  });

  it('names the command that installs it if Burrow is gone', async (ctx) => {
    need(shell, ctx);
    const { world } = await willing(pinned);
    await using _ = world;
    await rm(join(world.root, "it's Burrow"));
    const ran = world.run(shell, world.shim());
    expect(ran.stderr).toContain('`burrow install 1.24.9`');
    expect(ran.exitCode).toBe(127);
  });

  it('Ctrl-C stops the install, and nothing runs', async (ctx) => {
    need(shell, ctx);
    const { world, asked } = await willing(
      { ...pinned, installed: ['go1.22.5', '?go1.24.9'] },
      `trap 'echo stopped >&2; exit 127' INT; echo ready >&2; /bin/sleep 60 & wait $!`,
    );
    await using _ = world;
    // As a terminal does, send the signal to the whole process group.
    const running = spawn(shell.file ?? '', [...shell.args, world.shim()], {
      cwd: world.dir,
      env: { ...world.system.env, PWD: world.dir },
      detached: true,
    });
    let stderr = '';
    running.stderr.on('data', (chunk: Buffer) => {
      stderr += chunk.toString();
      if (stderr === 'ready\n') process.kill(-(running.pid ?? 0), 'SIGINT');
    });
    const code = await new Promise((resolve) => running.once('exit', resolve));
    expect(code).toBe(127);
    expect(await asked()).toBe('provide\n');
  });
});

describe('the shims', () => {
  it('contain the path of Burrow only while it may install, and are replaced if another Burrow wrote them', async () => {
    await using world = await SwitchingWorld.make(pinned);
    const program = async () => /^_burrow_program=(.*)$/m.exec(await readFile(world.shim(), 'utf8'))?.[1];
    expect(await program()).toBe("''");
    await writeSettings(world.system, { installMissing: true });
    await renewShims(world.system);
    expect(await program()).toMatch(/^'\/.*\/bin\/burrow'$/);
    for (const tool of ['go', 'gofmt']) {
      await writeFile(world.shim(tool), "#!/bin/sh\n# Burrow's shim of last year\n");
    }
    await renewShims(world.system);
    expect(await program()).toMatch(/^'\/.*\/bin\/burrow'$/);
    expect(await readFile(world.shim('gofmt'), 'utf8')).toContain('_burrow_tool=gofmt');
  });

  it('are not created by renewShims', async () => {
    await using world = await SwitchingWorld.make({ ...pinned, installed: [] });
    const { shims } = burrowPaths(world.system);
    await rm(shims, { recursive: true });
    await mkdir(shims);
    await renewShims(world.system);
    await expect(readFile(world.shim())).rejects.toThrow('ENOENT');
  });
});
