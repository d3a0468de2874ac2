import { execa } from 'execa';
import { chmod, chown, mkdir, readdir, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { refreshShims, useGo } from '#core/switching';
import { localSystem } from '#core/system';
import { CommandLine } from '#testing/command-line';

let burrow: CommandLine;
beforeEach(async () => {
  burrow = await CommandLine.make();
});
afterEach(() => burrow[Symbol.asyncDispose]());

/** Of every capability one command that reads and one that writes. */
const commands = [
  ['list'],
  ['current', '--explain'],
  ['history'],
  ['machine'],
  ['settings', 'theme=dark'],
  ['use', '1.26', '--global'],
  ['use', '1.26'],
  ['install', '1.26.1'],
  ['verify', '--repair'],
  ['adopt', '--all', '--yes'],
  ['prune', '--yes'],
  ['remove', '1.26.1'],
  ['link'],
  ['exec', '--', 'true'],
  ['which', 'go'],
  ['tools', 'rebuild', '--all', '--yes'],
  ['record', '/bin/true'],
];

describe("a home that is another user's", () => {
  it('is refused by every command, which writes nothing into it', async (ctx) => {
    if (process.geteuid?.() !== 0) ctx.skip('only root can give a home to another user');
    for (const folder of ['cache', 'shims', 'toolchains', 'locks', 'logs', 'links']) {
      await mkdir(join(burrow.home, folder), { recursive: true });
    }
    await writeFile(join(burrow.home, 'shims/go'), 'an older shim', { mode: 0o755 });
    await writeFile(join(burrow.home, 'default'), 'go1.26.1\n');
    for (const path of [
      burrow.home,
      ...(await readdir(burrow.home, { recursive: true })).map((name) => join(burrow.home, name)),
    ])
      await chown(path, 65_534, 65_534);
    const before = await looks();
    for (const command of commands) {
      const { exitCode, stderr } = await burrow.run(command);
      expect(stderr, command.join(' ')).toContain(
        `${burrow.home} cannot be used: it belongs to another user.`,
      );
      expect(exitCode).toBe(1);
      expect(await looks(), command.join(' ')).toEqual(before);
    }
    expect(await readdir(burrow.root)).not.toContain('.go-version');
  });
});

describe('$BURROW_HOME', () => {
  it.each([
    ['empty', '', 'BURROW_HOME is empty'],
    ['relative', 'burrow-home', 'it is not an absolute path'],
    ['with a colon', '/tmp/burrow:home', 'its name contains a colon or a line break'],
    ['with a line break', '/tmp/burrow\nhome', 'its name contains a colon or a line break'],
  ])('%s: one sentence, and nothing is written', async (_, home, reason) => {
    // A folder of this name in the working folder is no cache of Burrow's.
    const decoys = ['cache', join('burrow-home', 'cache')].map((name) => join(burrow.root, name));
    for (const decoy of decoys) await mkdir(decoy, { recursive: true });
    for (const command of [['list'], ['current'], ['use', '1.26', '--global'], ['install', '1.26.1']]) {
      const { exitCode, stdout, stderr } = await burrow.run(command, { env: { BURROW_HOME: home } });
      expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' });
      expect(stderr).toContain(`cannot be used: ${reason}`);
      expect(stderr).not.toMatch(/\n\s+at /);
    }
    for (const decoy of decoys) expect(await readdir(decoy)).toEqual([]);
    expect((await readdir(burrow.root)).toSorted()).toEqual(['bin', 'burrow-home', 'cache']);
  });
});

describe('toolchains/ that may not be read', () => {
  it('is named, not called empty', async (ctx) => {
    if (process.geteuid?.() === 0) ctx.skip('root may read everything');
    const system = { ...localSystem(), env: burrow.env };
    await useGo(system, { version: '1.26', global: true });
    await refreshShims(system);
    await chmod(join(burrow.home, 'toolchains'), 0o300);
    const { exitCode, stderr } = await burrow.run(['list']);
    expect({ exitCode, stderr }).toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining(`No permission for ${burrow.home}/toolchains.`) as string,
    });
    const shim = await execa(join(burrow.home, 'shims/go'), ['version'], {
      cwd: burrow.root,
      env: burrow.env,
      extendEnv: false,
      reject: false,
    });
    expect(shim).toMatchObject({
      exitCode: 127,
      stdout: '',
      stderr: `burrow: ${stderr.replace('\n', '\n  ')}`,
    });
  });
});

it('a home that is a circle of links is told of, without a stack', async () => {
  await symlink('circle', join(burrow.root, 'circle'));
  const { exitCode, stdout, stderr } = await burrow.run(['list'], {
    env: { BURROW_HOME: join(burrow.root, 'circle') },
  });
  expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' });
  expect(stderr).toContain(join(burrow.root, 'circle'));
  expect(stderr).not.toMatch(/^ +at /m);
});

/** Every file and folder of the home, with what would change if something wrote to it. */
async function looks(): Promise<string[]> {
  const names = ['.', ...(await readdir(burrow.home, { recursive: true }))].toSorted();
  return Promise.all(
    names.map(async (name) => {
      const { mode, uid, size, mtimeMs } = await stat(join(burrow.home, name));
      return `${name} ${mode} ${uid} ${size} ${mtimeMs}`;
    }),
  );
}
