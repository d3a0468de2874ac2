import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { machine } from '#contract/machine';
import { localSystem } from './local/index.ts';
import { describeMachine } from './machine.ts';
import type { Command, System } from './system.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'burrow-machine-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Programs with these answers; all others are missing. */
function answers(outputs: Record<string, string>): System['run'] {
  return ({ file, args }: Command) => {
    const stdout = outputs[[file, ...args].join(' ')];
    if (stdout === undefined) return Promise.reject(new Error(`no ${file}`));
    return Promise.resolve({ exitCode: 0, stdout, stderr: '', durationMs: 1 });
  };
}

function program(path: string): string {
  writeFileSync(path, '#!/bin/sh\n');
  chmodSync(path, 0o755);
  return path;
}

test('a Mac with an Intel Node under Rosetta', async () => {
  mkdirSync(join(folder, 'bin'));
  const zsh = program(join(folder, 'bin', 'zsh'));
  const described = await describeMachine({
    ...localSystem(),
    os: 'darwin',
    arch: 'arm64',
    translated: true,
    home: '/Users/ann',
    env: { PATH: join(folder, 'bin'), SHELL: zsh },
    run: answers({
      'sw_vers -productVersion': '26.1\n',
      'sysctl -n machdep.cpu.brand_string': 'Apple M4 Pro\n',
      [`${zsh} --version`]: 'zsh 5.9 (arm64-apple-darwin25.0)\n',
    }),
  });
  expect(described).toMatchObject({
    os: 'darwin',
    arch: 'arm64',
    translated: true,
    osVersion: 'macOS 26.1',
    processor: 'Apple M4 Pro',
    libc: null,
    home: '/Users/ann',
    burrowHome: '/Users/ann/.burrow',
  });
  expect(described.shells[0]).toEqual({ name: 'zsh', path: zsh, version: '5.9', login: true });
  expect(machine.parse(described)).toEqual(described);
});

test('a machine whose programs do not answer', async () => {
  const described = await describeMachine({
    ...localSystem(),
    os: 'darwin',
    arch: 'arm64',
    env: {},
    run: answers({}),
  });
  expect(described).toMatchObject({ osVersion: 'macOS', processor: 'arm64' });
});

test('a shell that is on PATH twice, by a link or another folder, is listed once', async () => {
  for (const name of ['a', 'b', 'c']) mkdirSync(join(folder, name));
  const fish = program(join(folder, 'a', 'fish'));
  symlinkSync(fish, join(folder, 'b', 'fish'));
  const other = program(join(folder, 'c', 'fish'));
  const PATH = ['a', 'b', 'c', 'd'].map((name) => join(folder, name)).join(':');
  const { shells } = await describeMachine({
    ...localSystem(),
    os: 'linux',
    env: { PATH: `relative:${PATH}`, SHELL: join(folder, 'b', 'fish') },
    run: answers({ [`${other} --version`]: 'fish, version 4.0.2' }),
  });
  expect(shells.filter((shell) => shell.path.startsWith(folder))).toEqual([
    { name: 'fish', path: join(folder, 'b', 'fish'), version: null, login: true },
    { name: 'fish', path: other, version: '4.0.2', login: false },
  ]);
});

test('this machine', async () => {
  const described = await describeMachine(localSystem());
  expect(machine.parse(described)).toEqual(described);
  expect(described.processor).not.toBe('');
  expect(described.burrowVersion).toMatch(/^\d+\.\d+\.\d+/);
  if (process.platform === 'linux') {
    expect(described.libc).not.toBeNull();
    const bash = described.shells.find((shell) => shell.name === 'bash');
    expect(bash?.version).toMatch(/^\d/);
  }
});
