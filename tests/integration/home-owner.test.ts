import { execa } from 'execa';
import { spawnSync } from 'node:child_process';
import { chmod, chown, lstat, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { refreshShims } from '#core/switching';
import { burrowPaths } from '#core/system';
import { compiledCode } from '#testing/compiled-code';
import { commandTimeoutMs } from '#testing/limits';
import { posixShells, SwitchingWorld } from '#testing/switching-world';

const launcher = join(import.meta.dirname, '../../bin/burrow');
const nobody = 65_534;
/** Of every kind one command; those that run or show a Go first. */
const commands = [
  ['current'],
  ['which', 'go'],
  ['exec', '--', 'go', 'version'],
  ['list'],
  ['build'],
  ['settings', 'theme=dark'],
  ['prune', '--yes'],
  ['link'],
];

let world: SwitchingWorld;
let home: string;

beforeEach(async (ctx) => {
  if (process.geteuid?.() !== 0) ctx.skip('only root can give a home to another user');
  world = await SwitchingWorld.make({
    name: 'owner',
    dir: 'work',
    installed: ['go1.26.1'],
    default: '1.26\n',
    expected: 'nothing chosen',
  });
  home = burrowPaths(world.system).root;
  for (const name of ['cache', 'staging', 'locks', 'logs', 'backups']) {
    await mkdir(join(home, name), { recursive: true });
  }
});
afterEach(() => world?.[Symbol.asyncDispose]());

/** Gives the home to a user, with shims as that user would have written them. */
async function giveTo(uid: number): Promise<void> {
  const euid = vi.spyOn(process, 'geteuid').mockReturnValue(uid);
  await refreshShims(world.system);
  euid.mockRestore();
  for (const name of ['', ...(await readdir(home, { recursive: true }))]) {
    await chown(join(home, name), uid, uid);
  }
}

async function modeOf(name: string, mode: number): Promise<void> {
  await chmod(join(home, name), mode);
}

/** Every file with what would change if something wrote to it; `without` a folder. */
async function looks(without?: string): Promise<string[]> {
  const all = ['.', ...(await readdir(home, { recursive: true }))].toSorted();
  const names = all.filter((name) => without === undefined || !name.startsWith(without));
  return Promise.all(
    names.map(async (name) => {
      const { mode, uid, size, mtimeMs } = await lstat(join(home, name));
      return `${name} ${mode} ${uid} ${size} ${mtimeMs}`;
    }),
  );
}

/** Runs a command as a user; `go` is the shim. */
async function burrow(args: readonly string[], uid = 0) {
  const shims = join(home, 'shims');
  const own = { HOME: world.root, PATH: `${shims}:/usr/bin:/bin`, LANG: 'C.UTF-8' };
  const env = { ...world.system.env, ...compiledCode, ...own };
  return execa(launcher, args, {
    cwd: world.dir,
    env,
    extendEnv: false,
    reject: false,
    stdin: 'ignore',
    timeout: commandTimeoutMs,
    ...(uid === 0 ? {} : { uid, gid: uid }),
  });
}

/** Runs a shim under every shell. */
function inShells(name: string, uid: number): { shell: string; exitCode: number | null; said: string }[] {
  return posixShells
    .filter(({ file }) => file !== null)
    .map(({ name: shell, file, args }) => {
      const ran = spawnSync(file ?? '', [...args, join(home, 'shims', name), 'version'], {
        cwd: world.dir,
        env: { HOME: world.root, PATH: '/usr/bin:/bin', PWD: world.dir },
        encoding: 'utf8',
        uid,
        gid: uid,
      });
      return { shell, exitCode: ran.status, said: ran.stdout + ran.stderr };
    });
}

describe("another user's home", () => {
  beforeEach(() => giveTo(nobody));

  it('is refused to root by every command, before it runs or writes anything', async () => {
    // Left by a Burrow that root ran: a cache that is root's in a home that is not.
    await chown(join(home, 'cache'), 0, 0);
    const before = await looks();
    for (const command of commands) {
      const { exitCode, stdout, stderr } = await burrow(command);
      expect({ exitCode, stdout }, command.join(' ')).toEqual({ exitCode: 1, stdout: '' });
      expect(stderr).toContain(`${home} cannot be used: it belongs to another user.`);
      expect(await looks(), command.join(' ')).toEqual(before);
    }
  });

  it.each(['go', 'gofmt', 'go1.26.1'])('the shim %s runs no Go for root, under any shell', (name) => {
    const runs = inShells(name, 0);
    expect(runs.length).toBeGreaterThan(0);
    for (const { shell, exitCode, said } of runs) {
      expect({ exitCode, said }, shell).toEqual({
        exitCode: 127,
        said:
          `burrow: Burrow's home ${home} cannot be used: it belongs to another user.\n` +
          '  Run Burrow as its owner, without sudo, or point BURROW_HOME to a folder of your own.\n',
      });
    }
  });

  it.each(['go', 'go1.26.1'])('the shim %s runs for its owner, under every shell', (name) => {
    for (const { shell, exitCode, said } of inShells(name, nobody)) {
      expect({ exitCode, said }, shell).toMatchObject({
        exitCode: 0,
        said: expect.stringContaining('go1.26.1 go') as string,
      });
    }
  });
});

describe('a home that others may write to', () => {
  it.each([
    ['', 0o777, 'every user can write to it'],
    ['toolchains', 0o777, 'every user can write to it'],
    ['shims', 0o702, 'every user can write to it'],
    ['staging', 0o777, 'every user can write to it'],
  ])('is refused by every command: %s with the mode %o', async (name, mode, reason) => {
    await modeOf(name, mode);
    const path = name === '' ? home : join(home, name);
    const before = await looks('cache');
    for (const command of [['current'], ['exec', '--', 'go', 'version'], ['list'], ['prune', '--yes']]) {
      const { exitCode, stdout, stderr } = await burrow(command);
      expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' });
      expect(stderr).toContain(`${path} cannot be used: ${reason}`);
      expect(stderr).toContain(`run \`chmod go-w ${path}\``);
    }
    expect(await looks('cache')).toEqual(before);
    await chmod(path, mode & ~0o022);
    expect(await burrow(['current'])).toMatchObject({ exitCode: 0 });
  });

  it('is used where the group is the user’s own, as with the umask 002', async () => {
    // No account of the machine's: the group of the same number is theirs.
    const ana = 54_321;
    await giveTo(ana);
    await chown(home, ana, 54_322);
    await modeOf('', 0o775);
    const refused = await burrow(['current'], ana);
    expect(refused.stderr).toContain('other users of its group can write to it');
    expect(refused.stderr).toContain(`run \`chmod g-w ${home}\``);
    await chown(home, ana, ana);
    await modeOf('', 0o775);
    expect(await burrow(['current'], ana)).toMatchObject({ exitCode: 0 });
  });
});

describe("root's home, in an image with USER app", () => {
  beforeEach(async () => {
    for (const name of ['', ...(await readdir(home))]) {
      if ((await lstat(join(home, name))).isDirectory()) await modeOf(name, 0o755);
    }
  });

  it('is run from and never written', async () => {
    const before = await looks();
    for (const command of [['current'], ['which', 'go'], ['exec', '--', 'go', 'version']]) {
      const { exitCode, stdout, stderr } = await burrow(command, nobody);
      expect({ exitCode, stderr }, command.join(' ')).toEqual({ exitCode: 0, stderr: '' });
      expect(stdout).toContain('1.26.1');
    }
    for (const name of ['go', 'go1.26.1']) {
      for (const { shell, said } of inShells(name, nobody)) expect(said, shell).toContain('go1.26.1 go');
    }
    for (const command of [
      ['use', '1.26', '--global'],
      ['settings', 'theme=dark'],
      ['remove', '1.26.1'],
    ]) {
      expect((await burrow(command, nobody)).stderr).toContain('it belongs to another user');
    }
    expect(await looks()).toEqual(before);
  });

  it('is refused once others may write to it', async () => {
    await modeOf('toolchains', 0o757);
    const { exitCode, stderr } = await burrow(['exec', '--', 'go', 'version'], nobody);
    expect(exitCode).toBe(1);
    expect(stderr).toContain(`${home}/toolchains cannot be used: it belongs to another user.`);
  });
});

describe('toolchains/ that may not be read', () => {
  it.each([0o300, 0o400, 0])('is named, and not called empty: the mode %o', async (mode) => {
    await giveTo(nobody);
    await modeOf('toolchains', mode);
    for (const command of [
      ['current'],
      ['which', 'go'],
      ['exec', '--', 'go', 'version'],
      ['list'],
      ['use', '1.26'],
      ['link'],
    ]) {
      const { exitCode, stdout, stderr } = await burrow(command, nobody);
      expect({ exitCode, stdout }, command.join(' ')).toEqual({ exitCode: 1, stdout: '' });
      expect(stderr).toContain(`Permission denied: ${home}/toolchains`);
    }
    for (const { shell, exitCode, said } of inShells('go', nobody)) {
      expect({ exitCode, said }, shell).toMatchObject({
        exitCode: 127,
        said: expect.stringContaining(`Permission denied: ${home}/toolchains`) as string,
      });
    }
    await modeOf('toolchains', 0o700);
  });
});

describe('links in the places of staging/ and toolchains/', () => {
  it.each([
    ['staging', 'tools', ['tools', 'rebuild', '--all', '--yes']],
    ['staging', 'go1.26.1.linux-amd64', ['prune', '--yes']],
    ['staging', 'go1.25.1.linux-amd64', ['verify', '--repair']],
    ['toolchains', 'go1.25.1.linux-amd64', ['prune', '--yes']],
  ])('%s that leads to a folder with %s does not lose it', async (name, theirs, command) => {
    const elsewhere = join(world.root, 'elsewhere');
    await mkdir(join(elsewhere, theirs), { recursive: true });
    await writeFile(join(elsewhere, theirs, 'thesis.txt'), 'years of work\n');
    await rm(join(home, name), { recursive: true });
    await execa('ln', ['-s', elsewhere, join(home, name)]);
    await burrow(command);
    await burrow(['install', '1.25.1', '--from', join(world.root, 'none.tar.gz')]);
    expect(await readdir(join(elsewhere, theirs))).toEqual(['thesis.txt']);
  });
});
