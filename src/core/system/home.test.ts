import {
  chmodSync,
  chownSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { prepareHome, refuseForeignHome } from './home.ts';
import { localSystem } from './local/index.ts';
import { burrowPaths } from './paths.ts';
import type { System } from './system.ts';

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
});
