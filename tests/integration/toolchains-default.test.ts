import { execa } from 'execa';
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { burrowPaths, localSystem, type System } from '#core/system';
import { resolveGo } from '#core/switching';
import { listToolchains } from '#core/toolchains';
import { removeToolchain } from '#core/toolchains/changes';
import { startKilledProcess } from '#testing/killed-process';
import { stressed } from '#testing/stress';

let folder: string;
let system: System;
const names = [
  'go1.26.2.linux-amd64',
  'go1.26.10.linux-amd64',
  'go1.26.11.linux-arm64',
  'go1.27rc1.linux-amd64',
  'go1.20.14.linux-amd64',
];

beforeEach(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'burrow-default-')));
  const env = { BURROW_HOME: join(folder, 'home'), PATH: '/nothing/here' };
  system = { ...localSystem(), os: 'linux', arch: 'amd64', env, home: folder, cwd: folder };
  for (const name of names) await make(name);
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function make(name: string): Promise<void> {
  const [, version = '', os = '', arch = ''] = /^(go.+)\.([a-z]+)-(.+)$/.exec(name) ?? [];
  const goroot = join(burrowPaths(system).toolchains, name);
  await mkdir(join(goroot, 'bin'), { recursive: true });
  await writeFile(join(goroot, 'bin/go'), '#!/bin/sh\n', { mode: 0o755 });
  const proof = { method: 'none', hash: null, because: null };
  const source = { kind: 'official', url: null };
  const installedAt = '2026-11-20T16:00:00.000Z';
  const manifest = { version, os, arch, source, proof, installedAt, bytes: 10, files: '' };
  await writeFile(`${goroot}.json`, JSON.stringify(manifest));
}

it.each([
  ['go1.26\n', 'go1.26.10'],
  ['go1.26.2\n', 'go1.26.2'],
  ['1.26.2', 'go1.26.2'],
  ['\uFEFF# ours\r\n\r\n v1.26  # newest\r\n', 'go1.26.10'],
  ['1.20', 'go1.20.14'],
  ['go1.27', 'go1.27rc1'],
  ['go1.26.11', null],
  ['go1.25', null],
  ['nonsense', null],
  ['', null],
])('a default file with %j means %s, for the list as for the resolver', async (content, version) => {
  await writeFile(burrowPaths(system).defaultFile, content);
  const listed = (await listToolchains(system)).filter((toolchain) => toolchain.default);
  expect(listed.map((toolchain) => toolchain.version)).toEqual(version === null ? [] : [version]);
  const resolved = await resolveGo(system, folder).catch(() => null);
  expect(resolved?.path ?? null).toBe(listed[0] ? join(listed[0].path, 'bin/go') : null);
});

it('goes only when nothing is left that it means', async () => {
  const { defaultFile } = burrowPaths(system);
  await writeFile(defaultFile, 'go1.26\n');
  await removeToolchain(system, { version: '1.26.10' });
  expect(await readFile(defaultFile, 'utf8')).toBe('go1.26\n');
  expect((await listToolchains(system)).find((each) => each.default)?.version).toBe('go1.26.2');
  await removeToolchain(system, { version: '1.26.2' });
  await expect(readFile(defaultFile)).rejects.toThrow(/ENOENT/);
});

it('is never a version that is gone, however far a removal comes before it is killed', async () => {
  const { defaultFile, toolchains, staging, locks, root } = burrowPaths(system);
  const stride = stressed(4, 1);
  let died = Math.floor(Math.random() * stride);
  for (; ; died += stride) {
    await rm(root, { recursive: true });
    await make('go1.26.2.linux-amd64');
    await mkdir(staging);
    await mkdir(locks);
    await writeFile(defaultFile, 'go1.26.2\n');
    const child = startKilledProcess({ HOME: folder, BURROW_HOME: root, PATH: process.env['PATH'] ?? '' });
    await child.begin({ do: 'remove', version: '1.26.2', killAtStep: died });
    const isDone = await child.ended();
    const isDefault = existsSync(defaultFile);
    const isThere = existsSync(join(toolchains, 'go1.26.2.linux-amd64'));
    expect({ died, broken: isDefault && !isThere }).toEqual({ died, broken: false });
    if (isDone) break;
  }
  expect(died).toBeGreaterThan(3);
});

it('stays when its toolchain could not be removed', async (ctx) => {
  if (process.geteuid?.() === 0) {
    await execa('chown', ['-R', '65534:65534', folder]);
    try {
      process.seteuid?.(65_534);
    } catch {
      ctx.skip('this process may not become another user, and root may remove everything');
    }
  }
  const { defaultFile, toolchains } = burrowPaths(system);
  try {
    await writeFile(defaultFile, 'go1.26.2\n');
    await chmod(toolchains, 0o500);
    await expect(removeToolchain(system, { version: '1.26.2' })).rejects.toMatchObject({
      code: 'file.no-permission',
    });
    expect(await readFile(defaultFile, 'utf8')).toBe('go1.26.2\n');
  } finally {
    await chmod(toolchains, 0o700);
    if (process.getuid?.() === 0) process.seteuid?.(0);
  }
});

it('stays when something else is removed, though nothing meets it', async () => {
  const { defaultFile } = burrowPaths(system);
  await writeFile(defaultFile, 'go1.25.3\n');
  await removeToolchain(system, { version: '1.26.2' });
  expect(await readFile(defaultFile, 'utf8')).toBe('go1.25.3\n');
});
