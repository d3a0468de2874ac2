import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { burrowPaths, localSystem, type System } from '#core/system';
import { fakeGo, writeGoroot } from '#testing/fake-toolchains';
import { goFor, whichTool } from './go-for.ts';

let root: string;
let mac: System;

beforeEach(async () => {
  root = await realpath(await mkdtemp(join(tmpdir(), 'burrow-arch-')));
  mac = {
    ...localSystem(),
    os: 'darwin',
    arch: 'arm64',
    env: { BURROW_HOME: join(root, 'home'), PATH: '/usr/bin' },
    cwd: root,
    run: () => Promise.reject(new Error('no Go may be run')),
  };
  for (const name of ['go1.24.9.darwin-arm64', 'go1.24.9.darwin-amd64', 'go1.26.1.darwin-arm64']) {
    await install(name);
  }
  await install('go1.24.9.darwin-riscv64');
  await writeFile(join(root, '.go-version'), '1.24\n');
});
afterEach(() => rm(root, { recursive: true }));

async function install(name: string): Promise<void> {
  const goroot = join(burrowPaths(mac).toolchains, name);
  await mkdir(join(goroot, 'bin'), { recursive: true });
  for (const tool of ['go', 'gofmt']) await writeFile(join(goroot, 'bin', tool), '', { mode: 0o755 });
  await writeFile(`${goroot}.json`, '{}');
}

const folder = (name: string) => join(root, 'home/toolchains', name);

it('runs the build for the named processor, of the version of the folder or of the named one', async () => {
  expect((await goFor(mac, root)).goroot).toBe(folder('go1.24.9.darwin-arm64'));
  const translated = await goFor(mac, root, undefined, 'amd64');
  expect(translated).toEqual({
    version: 'go1.24.9',
    goroot: folder('go1.24.9.darwin-amd64'),
    path: join(folder('go1.24.9.darwin-amd64'), 'bin/go'),
    env: {
      BURROW_HOME: join(root, 'home'),
      PATH: [join(folder('go1.24.9.darwin-amd64'), 'bin'), join(root, 'home/shims'), '/usr/bin'].join(
        delimiter,
      ),
      GOTOOLCHAIN: 'local',
      BURROW_GO: 'go1.24.9',
    },
  });
  expect((await goFor(mac, '/', '1.24', 'amd64')).goroot).toBe(translated.goroot);
  expect((await goFor(mac, root, '1.26', 'arm64')).goroot).toBe(folder('go1.26.1.darwin-arm64'));
  expect((await goFor(mac, root, 'latest')).version).toBe('go1.26.1');
  expect((await goFor(mac, root, 'stable', 'arm64')).version).toBe('go1.26.1');
  expect(await whichTool(mac, 'gofmt', root, 'amd64')).toMatchObject({
    path: join(translated.goroot, 'bin/gofmt'),
  });
});

it('keeps Go from switching to the native build, also if the user set GOTOOLCHAIN', async () => {
  const auto = { ...mac, env: { ...mac.env, GOTOOLCHAIN: 'auto' } };
  expect((await goFor(auto, root, undefined, 'amd64')).env['GOTOOLCHAIN']).toBe('local');
});

it.each([
  [
    'riscv64, which nothing here runs',
    { arch: 'riscv64' },
    {
      code: 'toolchain.arch-cannot-run',
      params: {
        arch: 'riscv64',
        machine: 'darwin/arm64',
        runnable: ['arm64', 'amd64'],
        version: 'go1.24.9',
        archs: ['amd64', 'arm64', 'riscv64'],
      },
    },
  ],
  [
    'a build that is not installed',
    { version: '1.26.1', arch: 'amd64' },
    { code: 'toolchain.not-for-arch', params: { version: 'go1.26.1', arch: 'amd64', archs: ['arm64'] } },
  ],
  [
    'a version that is not installed at all',
    { version: '1.22.5', arch: 'amd64' },
    { code: 'toolchain.not-for-arch', params: { version: 'go1.22.5', arch: 'amd64', archs: [] } },
  ],
  ['no version of its own', { version: 'system', arch: 'amd64' }, { code: 'version.unreadable' }],
  ['no version', { version: 'newest', arch: 'amd64' }, { code: 'version.unreadable' }],
])('refuses %s', async (_, { version, arch }: { version?: string; arch: string }, expected) => {
  await expect(goFor(mac, root, version, arch)).rejects.toMatchObject(expected);
});

it('also refuses if nothing asks for a Go', async () => {
  await expect(goFor(mac, '/', undefined, 'amd64')).rejects.toMatchObject({
    code: 'switching.nothing-chosen',
  });
  await expect(goFor(mac, '/', undefined, 'mips')).rejects.toMatchObject({
    code: 'toolchain.arch-cannot-run',
    params: { version: '', archs: [] },
  });
});

it('runs its own build only for the same version, if the folder gets the Go on PATH', async () => {
  const goroot = join(root, 'theirs');
  await writeGoroot(goroot, fakeGo('go1.26.1', { os: 'darwin', arch: 'amd64' }));
  const said = { exitCode: 0, stdout: `go1.26.1\n${goroot}\n`, stderr: '', durationMs: 1 };
  const withTheirs: System = {
    ...mac,
    env: { ...mac.env, PATH: join(goroot, 'bin') },
    run: () => Promise.resolve(said),
  };
  const asked = await goFor(withTheirs, '/', undefined, 'amd64');
  const PATH = `${join(goroot, 'bin')}:${burrowPaths(mac).shims}`;
  expect(asked).toMatchObject({ goroot, env: { GOTOOLCHAIN: 'local', PATH } });
  expect((await goFor(withTheirs, '/', undefined, 'arm64')).goroot).toBe(folder('go1.26.1.darwin-arm64'));
});
