import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { failure } from '#contract/failure';
import { type Finished, localSystem, type System } from '#core/system';
import type { Check, Scene } from './check.ts';
import { commandLineTools } from './command-line-tools.ts';
import { networkDisk } from './network-disk.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'doctor-mac-'));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

const noHistory = () => Promise.reject(new Error('no history here'));

/** A Mac on which these programs say something; others are not there. */
function macThatSays(says: Record<string, string | Partial<Finished>>, env: System['env'] = {}) {
  const started: string[] = [];
  const system: System = {
    ...localSystem(),
    os: 'darwin',
    home: folder,
    env,
    run: async ({ file, args }) => {
      started.push([file, ...args].join(' '));
      const said = says[file];
      if (said === undefined) throw failure('process.not-found', { command: file });
      const ok = { exitCode: 0, stdout: '', stderr: '', durationMs: 1 };
      return typeof said === 'string' ? { ...ok, stdout: said } : { ...ok, ...said };
    },
  };
  const scene: Scene = { system, dir: folder, history: noHistory };
  return { started, run: (check: Check) => check.run(scene, new AbortController().signal) };
}

async function program(path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, '');
  await chmod(path, 0o755);
}

const select = '/usr/bin/xcode-select';
const xcrun = '/usr/bin/xcrun';

describe("a Mac's command-line tools", () => {
  it('are there, and nothing but xcode-select is started', async () => {
    await program(join(folder, 'usr/bin/clang'));
    const mac = macThatSays({ [select]: `${folder}\n` });
    expect(await mac.run(commandLineTools)).toEqual([]);
    expect(mac.started).toEqual([`${select} -p`]);
  });

  it.each([
    [
      'are not installed',
      { exitCode: 2, stderr: 'xcode-select: error: unable to get active developer directory' },
    ],
    ['were removed', '/gone/CommandLineTools\n'],
    ['have no compiler', undefined],
  ])('%s: no program is started that would open a window', async (_name, said) => {
    const mac = macThatSays({ [select]: said ?? `${folder}\n`, [xcrun]: '' });
    expect(await mac.run(commandLineTools)).toHaveLength(1);
    expect(mac.started).toEqual([`${select} -p`]);
  });

  it('are those of DEVELOPER_DIR', async () => {
    const mac = macThatSays({ [select]: `${folder}\n` }, { DEVELOPER_DIR: '/gone' });
    expect(await mac.run(commandLineTools)).toMatchObject([
      { reason: { params: { state: 'missing', path: '/gone', isSet: true } }, fix: null },
    ]);
  });

  it('are those of Xcode, whose licence is not accepted', async () => {
    await program(join(folder, 'Toolchains/XcodeDefault.xctoolchain/usr/bin/clang'));
    const refuses = { exitCode: 69, stderr: 'You have not agreed to the Xcode license agreements.' };
    const mac = macThatSays({ [select]: `${folder}\n`, [xcrun]: refuses });
    expect(await mac.run(commandLineTools)).toMatchObject([
      { severity: 'error', reason: { params: { state: 'no-licence' } } },
    ]);
    const accepted = macThatSays({ [select]: `${folder}\n`, [xcrun]: 'Apple clang version 17.0.0' });
    expect(await accepted.run(commandLineTools)).toEqual([]);
  });

  it('are nothing for other systems', async () => {
    const mac = macThatSays({});
    const system: System = { ...localSystem(), os: 'linux', run: () => Promise.reject(new Error('started')) };
    const scene: Scene = { system, dir: folder, history: noHistory };
    expect(await commandLineTools.run(scene, new AbortController().signal)).toEqual([]);
    expect(mac.started).toEqual([]);
  });
});

it('a home on a server is seen in what mount prints', async () => {
  const mac = macThatSays({
    '/sbin/mount': `/dev/disk3s1 on / (apfs, local)\n//me@nas/home on ${folder} (smbfs, nodev)\n`,
  });
  expect(await mac.run(networkDisk)).toMatchObject([
    { severity: 'warning', about: folder, reason: { params: { type: 'smbfs' } } },
  ]);
  const local = macThatSays({ '/sbin/mount': '/dev/disk3s1 on / (apfs, local)\n' });
  expect(await local.run(networkDisk)).toEqual([]);
});
