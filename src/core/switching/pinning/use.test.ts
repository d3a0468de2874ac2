import { chmod, mkdir, mkdtemp, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { burrowPaths, localSystem, type System } from '#core/system';
import { goFor, resolveGo, whichTool } from '../resolving/index.ts';
import { useGo } from './use.ts';

let root: string;
let system: System;
let project: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'burrow-use-'));
  project = join(root, 'project');
  await mkdir(project);
  system = { ...localSystem(), env: { BURROW_HOME: join(root, 'home'), PATH: '/usr/bin' }, cwd: project };
});
afterEach(async () => {
  await rm(root, { recursive: true });
});

async function install(version: string): Promise<string> {
  const goroot = join(burrowPaths(system).toolchains, `${version}.${system.os}-${system.arch}`);
  await mkdir(join(goroot, 'bin'), { recursive: true });
  await writeFile(join(goroot, 'bin/go'), '#!/bin/sh\n', { mode: 0o755 });
  await writeFile(`${goroot}.json`, '{}');
  return goroot;
}

describe('useGo', () => {
  it.each([
    ['1.26.1', 'go1.26.1', '1.26.1\n', true],
    ['go1.26.1', 'go1.26.1', '1.26.1\n', true],
    [' v1.26.1 ', 'go1.26.1', '1.26.1\n', true],
    ['1.26', 'go1.26', '1.26\n', true],
    ['latest', 'go1.26.1', '1.26.1\n', true],
    ['stable', 'go1.26.1', '1.26.1\n', true],
    ['1.25.3', 'go1.25.3', '1.25.3\n', false, 'go1.25.3'],
    ['1.22', 'go1.22', '1.22\n', false, 'go1.22.12'],
    ['1.99', 'go1.99', '1.99\n', false, null],
    ['1.27rc1', 'go1.27rc1', '1.27rc1\n', true],
    ['prefix:1.26', 'go1.26', '1.26\n', true],
  ])('%s', async (input, version, content, installed, installs: string | null = null) => {
    await install('go1.26.1');
    await install('go1.27rc1');
    const file = join(project, '.go-version');
    const used = { version, file, previous: null, installed, installs, outranked: [], variable: null };
    expect(await useGo(system, { version: input })).toEqual(used);
    expect(await readFile(file, 'utf8')).toBe(content);
  });

  it('returns the previous content, keeps comments and permissions, and writes through a link', async () => {
    const shared = join(root, 'shared');
    await writeFile(shared, '# team\r\n1.22.5\r\n', { mode: 0o640 });
    await symlink(shared, join(project, '.go-version'));
    const { previous } = await useGo(system, { version: '1.26.1' });
    expect(previous).toBe('# team\r\n1.22.5\r\n');
    expect(await readFile(shared, 'utf8')).toBe('# team\r\n1.26.1\r\n');
    expect((await stat(shared)).mode & 0o777).toBe(0o640);
  });

  it('names a folder called .go-version in the failure, and keeps it', async () => {
    await mkdir(join(project, '.go-version'));
    await expect(useGo(system, { version: '1.26.1' })).rejects.toMatchObject({
      code: 'file.unusable',
      params: { path: join(project, '.go-version'), reason: 'folder' },
    });
    expect((await stat(join(project, '.go-version'))).isDirectory()).toBe(true);
  });

  it('returns the pins of other tools in the folder, and the variable', async () => {
    await writeFile(join(project, '.tool-versions'), 'nodejs 22\ngolang 1.24.9 1.22.5\n');
    await writeFile(join(project, 'mise.toml'), '[tools]\ngo = "1.26"\n');
    await writeFile(join(project, 'go.mod'), 'module p\n\ngo 1.27\n');
    const inShell = { ...system, env: { ...system.env, BURROW_GO: '1.22' } };
    expect(await useGo(inShell, { version: '1.26.1' })).toMatchObject({
      outranked: [
        {
          file: join(project, '.tool-versions'),
          line: 2,
          text: 'golang 1.24.9, golang 1.22.5',
          disagrees: true,
        },
        { file: join(project, 'mise.toml'), line: 2, text: 'go = "1.26"', disagrees: false },
      ],
      variable: '1.22',
    });
    expect(await useGo(system, { version: '1.26.1', global: true })).toMatchObject({
      outranked: [],
      variable: null,
    });
  });

  it('system is the other Go on PATH, in a folder and as the default', async () => {
    const bin = join(root, 'opt/go/bin');
    await mkdir(bin, { recursive: true });
    await writeFile(join(bin, 'go'), '#!/bin/sh\n', { mode: 0o755 });
    await writeFile(join(root, 'opt/go/VERSION'), 'go1.19.8\n');
    await writeFile(join(project, '.tool-versions'), 'golang 1.24.9\n');
    const withOther = { ...system, env: { ...system.env, PATH: bin } };
    expect(await useGo(withOther, { version: 'system' })).toMatchObject({
      version: 'system',
      installed: true,
      outranked: [{ text: 'golang 1.24.9', disagrees: true }],
    });
    expect(await resolveGo(withOther, project)).toMatchObject({ version: 'go1.19.8', path: join(bin, 'go') });
    await useGo(withOther, { version: 'system', global: true });
    expect(await resolveGo(withOther, root)).toMatchObject({
      version: 'go1.19.8',
      reason: { rule: 'default', text: 'system' },
    });
  });

  it('writes the default, and creates the home', async () => {
    const { defaultFile } = burrowPaths(system);
    const used = await useGo(system, { version: '1.26.1', global: true });
    expect(used).toEqual({
      version: 'go1.26.1',
      file: defaultFile,
      previous: null,
      installed: false,
      installs: 'go1.26.1',
      outranked: [],
      variable: null,
    });
    expect(await readFile(defaultFile, 'utf8')).toBe('go1.26.1\n');
  });

  it.each(['', 'newest', '2', '>=1.26', '1.27-bookworm', '../x', '1.26.1 1.24.9'])(
    'refuses %o',
    async (version) => {
      await expect(useGo(system, { version })).rejects.toMatchObject({ code: 'version.unreadable' });
      await expect(readFile(join(project, '.go-version'))).rejects.toThrow('ENOENT');
    },
  );

  it('refuses a missing folder, and a file', async () => {
    await writeFile(join(root, 'file'), '');
    for (const dir of [join(root, 'gone'), join(root, 'file')]) {
      await expect(useGo(system, { version: '1.26.1', dir })).rejects.toMatchObject({
        code: 'folder.not-found',
      });
    }
  });

  it('fails for latest if nothing is installed', async () => {
    await expect(useGo(system, { version: 'latest' })).rejects.toMatchObject({
      code: 'toolchain.not-installed',
      params: { wanted: 'latest', installs: expect.stringMatching(/^go1\.\d+\.\d+$/) },
    });
  });

  it('fails without permission to write', async () => {
    await chmod(root, 0o755);
    await chmod(project, 0o500);
    // Root ignores file modes, so it becomes the user nobody for a moment.
    const asRoot = process.getuid?.() === 0;
    if (asRoot) process.seteuid?.(65_534);
    try {
      await expect(useGo(system, { version: '1.26.1' })).rejects.toMatchObject({
        code: 'file.no-permission',
      });
    } finally {
      if (asRoot) process.seteuid?.(0);
    }
    await chmod(project, 0o700);
  });
});

describe('goFor', () => {
  it('puts its bin first, then the shims, and clears GOROOT', async () => {
    const goroot = await install('go1.26.1');
    await useGo(system, { version: '1.26' });
    const stale = { ...system, env: { ...system.env, GOROOT: '/stale', KEPT: 'yes' } };
    expect(await goFor(stale, project)).toEqual({
      version: 'go1.26.1',
      goroot,
      path: join(goroot, 'bin/go'),
      env: {
        BURROW_HOME: join(root, 'home'),
        PATH: `${join(goroot, 'bin')}:${burrowPaths(system).shims}:/usr/bin`,
        KEPT: 'yes',
        GOTOOLCHAIN: 'local',
      },
    });
  });

  it.each([
    ['a pin', { pin: true }, undefined, 'local'],
    ['a pin, and the user set it', { pin: true }, 'auto', 'auto'],
    ['the default', { pin: false }, undefined, undefined],
    ['a version in the request', { pin: false, version: '1.26.1' }, 'auto', 'local'],
  ])(
    'GOTOOLCHAIN with %s',
    async (_, { pin, version }: { pin: boolean; version?: string }, set, expected) => {
      await install('go1.26.1');
      await useGo(system, { version: '1.26.1', global: !pin });
      const asked = { ...system, env: { ...system.env, GOTOOLCHAIN: set } };
      expect((await goFor(asked, project, version)).env['GOTOOLCHAIN']).toBe(expected);
    },
  );

  it('a version in the request is set as BURROW_GO, for shims that come first in PATH', async () => {
    await install('go1.26.1');
    expect((await goFor(system, project, '1.26')).env).toMatchObject({ BURROW_GO: 'go1.26.1' });
  });

  it('system is the other Go on PATH, without a GOROOT and with the shims behind it', async () => {
    const bin = join(root, 'opt/go/bin');
    await mkdir(bin, { recursive: true });
    const says = `printf '%s\\n' go1.19.8 '${join(root, 'opt/go')}'`;
    await writeFile(join(bin, 'go'), `#!/bin/sh\n${says}\n`, { mode: 0o755 });
    await writeFile(join(project, '.go-version'), 'system\n');
    const env = { ...system.env, PATH: bin, GOROOT: '/stale' };
    expect(await goFor({ ...system, env }, project)).toEqual({
      version: 'go1.19.8',
      goroot: join(root, 'opt/go'),
      path: join(bin, 'go'),
      env: { ...system.env, PATH: `${bin}:${burrowPaths(system).shims}` },
    });
    const none = { ...system, env: { ...system.env, PATH: '' } };
    await expect(goFor(none, project)).rejects.toMatchObject({
      code: 'switching.no-system-go',
      params: { because: `${project}/.go-version:1` },
    });
  });

  it('names what is not installed, and what asks for it', async () => {
    await install('go1.26.1');
    await useGo(system, { version: '1.24.9' });
    const params = { wanted: '1.24.9', installed: ['go1.26.1'], because: `${project}/.go-version:1` };
    await expect(goFor(system, project)).rejects.toMatchObject({ code: 'toolchain.not-installed', params });
    await expect(goFor(system, project, '1.22')).rejects.toMatchObject({
      params: { wanted: '1.22', because: '', installs: 'go1.22.12', gone: null },
    });
  });

  it('fails if nothing selects a version', async () => {
    const bare = { ...system, env: { ...system.env, PATH: '' } };
    await expect(goFor(bare, project)).rejects.toMatchObject({ code: 'switching.nothing-chosen' });
  });

  it('runs another Go on PATH to find its version, if it has no VERSION file', async () => {
    const bin = join(root, 'opt/go/bin');
    await mkdir(bin, { recursive: true });
    const says = `printf '%s\\n' 'devel go1.28-0123abc' '${join(root, 'opt/go')}'`;
    await writeFile(join(bin, 'go'), `#!/bin/sh\n${says}\n`, { mode: 0o755 });
    const path = { ...system, env: { ...system.env, PATH: bin } };
    const goroot = join(root, 'opt/go');
    expect(await goFor(path, project)).toMatchObject({ version: 'devel go1.28-0123abc', goroot });
    expect(await whichTool(path, 'go', project)).toMatchObject({ path: join(bin, 'go') });
  });
});

describe('whichTool', () => {
  it.each(['gofmt', 'nothing', '../../x', ''])('fails for %o', async (tool) => {
    await install('go1.26.1');
    await useGo(system, { version: '1.26.1' });
    await expect(whichTool(system, tool, project)).rejects.toMatchObject({ code: 'switching.no-such-tool' });
  });
});
