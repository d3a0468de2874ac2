import {
  chmodSync,
  chownSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { prepareHome } from './home.ts';
import { localSystem } from './local/index.ts';
import { burrowPaths } from './paths.ts';
import type { System } from './system.ts';
import { refuseForeignHome } from './trust.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'burrow-home-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const withHome = (home: string): System => ({ ...localSystem(), env: { BURROW_HOME: home } });

describe('burrowPaths', () => {
  test('are below ~/.burrow, or below $BURROW_HOME', () => {
    const system = { os: 'darwin', home: '/Users/ann' } as const;
    expect(burrowPaths({ ...system, env: {} })).toMatchObject({
      root: '/Users/ann/.burrow',
      shims: '/Users/ann/.burrow/shims',
      shimFunctions: '/Users/ann/.burrow/shim-functions',
      completions: '/Users/ann/.burrow/completions',
      defaultFile: '/Users/ann/.burrow/default',
      historyDb: '/Users/ann/.burrow/history.db',
    });
    expect(burrowPaths({ ...system, env: { BURROW_HOME: '/Volumes/Go Things' } }).toolchains).toBe(
      '/Volumes/Go Things/toolchains',
    );
  });

  test.each([
    ['', 'empty'],
    ['burrow', 'not-absolute'],
    ['~/burrow', 'not-absolute'],
    ['/a:/b', 'unfit-for-path'],
    ['/a\nexport X=1', 'unfit-for-path'],
  ])('refuse $BURROW_HOME=%j', (path, reason) => {
    const paths = () => burrowPaths({ os: 'linux', home: '/home/ann', env: { BURROW_HOME: path } });
    expect(paths).toThrow(expect.objectContaining({ code: 'home.unusable', params: { path, reason } }));
  });
});

describe('prepareHome', () => {
  test('creates its folders for their owner alone, and can run again', async () => {
    const root = join(folder, 'deep', 'home');
    const paths = await prepareHome(withHome(root));
    await prepareHome(withHome(root));
    expect(readdirSync(root).toSorted()).toEqual(
      ['backups', 'cache', 'locks', 'logs', 'shims', 'staging', 'toolchains'].toSorted(),
    );
    for (const path of [root, paths.shims, paths.locks]) expect(statSync(path).mode & 0o777).toBe(0o700);
  });

  test('keeps the mode of an existing folder', async () => {
    mkdirSync(join(folder, 'home'));
    chmodSync(join(folder, 'home'), 0o750);
    await prepareHome(withHome(join(folder, 'home')));
    expect(statSync(join(folder, 'home')).mode & 0o777).toBe(0o750);
  });

  // Root may write anywhere, so these places are unusable for any user.
  test.each([
    ['a file', () => writeFileSync(join(folder, 'x'), ''), () => join(folder, 'x'), 'not-a-folder'],
    [
      'below a file',
      () => writeFileSync(join(folder, 'x'), ''),
      () => join(folder, 'x', 'y'),
      'not-a-folder',
    ],
    [
      'a file inside',
      () => {
        mkdirSync(join(folder, 'x'));
        writeFileSync(join(folder, 'x', 'shims'), '');
      },
      () => join(folder, 'x'),
      'not-a-folder',
    ],
    [
      'open to all',
      () => {
        mkdirSync(join(folder, 'x'));
        chmodSync(join(folder, 'x'), 0o777);
      },
      () => join(folder, 'x'),
      'open-to-all',
    ],
  ])('refuses %s', async (_, make, path, reason) => {
    make();
    await expect(prepareHome(withHome(path()))).rejects.toMatchObject({
      code: 'home.unusable',
      params: { path: path(), reason },
    });
  });

  test.skipIf(process.platform !== 'linux')('refuses a place that cannot hold folders', async () => {
    await expect(prepareHome(withHome('/proc/burrow'))).rejects.toMatchObject({
      code: 'home.unusable',
      params: { path: '/proc/burrow', reason: 'cannot-be-made' },
    });
  });

  test('refuses a folder that is not writable', async (ctx) => {
    if (process.getuid?.() === 0) ctx.skip('root may write everywhere');
    chmodSync(folder, 0o500);
    await expect(prepareHome(withHome(join(folder, 'home')))).rejects.toMatchObject({
      code: 'home.unusable',
      params: { reason: 'no-permission' },
    });
  });
});

describe('refuseForeignHome', () => {
  const owner = process.geteuid?.() ?? 0;

  test('accepts a home of this user, and one that does not exist yet', async () => {
    await expect(refuseForeignHome(withHome(folder))).resolves.toBeUndefined();
    await expect(refuseForeignHome(withHome(join(folder, 'none')))).resolves.toBeUndefined();
  });

  test.skipIf(owner !== 0).each([
    ["another user's", 4321, 0o755, false],
    ["another user's, open to all", 4321, 0o777, false],
    ["root's", 0, 0o755, true],
    ["root's, that others may write to", 0, 0o775, false],
    ["root's, that everybody may write to", 0, 0o757, false],
  ])('%s', async (_, uid, mode, fine) => {
    // Another user is simulated by a process that pretends to be one.
    const asker = uid === 0 ? 1234 : owner;
    chownSync(folder, uid, uid);
    chmodSync(folder, mode);
    const euid = vi.spyOn(process, 'geteuid').mockReturnValue(asker);
    const refused = refuseForeignHome(withHome(folder));
    await (fine
      ? expect(refused).resolves.toBeUndefined()
      : expect(refused).rejects.toMatchObject({ params: { path: folder, reason: 'not-yours' } }));
    euid.mockRestore();
  });

  test.skipIf(owner !== 0 && process.platform !== 'linux').each([
    ['', 0o777, 'open-to-all'],
    ['', 0o702, 'open-to-all'],
    ['toolchains', 0o777, 'open-to-all'],
    ['shims', 0o707, 'open-to-all'],
    ['shim-functions', 0o722, 'open-to-all'],
    ['staging', 0o777, 'open-to-all'],
    ['cache', 0o777, 'open-to-all'],
  ])('refuses an own home whose folder "%s" has the mode %o', async (name, mode, reason) => {
    const path = join(folder, name);
    mkdirSync(path, { recursive: true });
    chmodSync(path, mode);
    const params = { path: name === '' ? folder : path, reason };
    await expect(refuseForeignHome(withHome(folder))).rejects.toMatchObject({
      code: 'home.unusable',
      params,
    });
    await expect(prepareHome(withHome(folder))).rejects.toMatchObject({ code: 'home.unusable', params });
  });

  test('a home that a group may write to is refused unless the user is alone in it', async (ctx) => {
    if (owner !== 0) ctx.skip('only root can give a folder to a group');
    // Nobody but root has root's group; that of `nobody` is not root's own.
    chownSync(folder, 0, 0);
    chmodSync(folder, 0o770);
    await expect(refuseForeignHome(withHome(folder))).resolves.toBeUndefined();
    chownSync(folder, 0, 65_534);
    chmodSync(folder, 0o770);
    await expect(refuseForeignHome(withHome(folder))).rejects.toMatchObject({
      params: { path: folder, reason: 'open-to-group' },
    });
  });

  test('refuses a home in which the programs of another user are', async (ctx) => {
    if (owner !== 0) ctx.skip('only root can give a folder to another user');
    const path = join(folder, 'toolchains');
    mkdirSync(path);
    chownSync(path, 4321, 4321);
    await expect(refuseForeignHome(withHome(folder))).rejects.toMatchObject({
      params: { path, reason: 'not-yours' },
    });
  });
});

/** Puts a link in a place of the home, to a folder with this content; returns that folder. */
function linked(name: string, ...content: string[]): string {
  const target = join(folder, 'elsewhere');
  mkdirSync(target);
  mkdirSync(join(folder, 'home'), { mode: 0o700 });
  symlinkSync(target, join(folder, 'home', name));
  for (const each of content) mkdirSync(join(target, each));
  return target;
}

describe('links in the places of staging/ and toolchains/', () => {
  test.each(['staging', 'toolchains'])(
    '%s may lead to an empty folder, which is Burrow’s from then on',
    async (name) => {
      const target = linked(name);
      const home = withHome(join(folder, 'home'));
      await prepareHome(home);
      mkdirSync(join(target, 'tools'));
      await prepareHome(home);
      expect(readdirSync(target).toSorted()).toEqual(['.burrow', 'tools']);
    },
  );

  test.each([
    ['staging', ['tools']],
    ['staging', ['go1.26.1.linux-amd64']],
    ['staging', ['go1.26.1.linux-amd64', 'go1.26.1.linux-amd64.json']],
    ['toolchains', ['go1.26.1.linux-amd64']],
    ['toolchains', ['photos']],
  ])('%s may not lead to a folder with %j', async (name, content) => {
    const target = linked(name, ...content);
    await expect(prepareHome(withHome(join(folder, 'home')))).rejects.toMatchObject({
      code: 'home.unusable',
      params: { path: join(folder, 'home', name), reason: 'leads-elsewhere' },
    });
    expect(readdirSync(target).toSorted()).toEqual([...content].toSorted());
  });

  test('toolchains/ may lead to toolchains with their records', async () => {
    linked('toolchains', 'go1.26.1.linux-amd64', 'go1.26.1.linux-amd64.json');
    await expect(prepareHome(withHome(join(folder, 'home')))).resolves.toBeDefined();
  });
});
