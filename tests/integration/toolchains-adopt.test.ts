import { execa } from 'execa';
import { existsSync } from 'node:fs';
import {
  lstat,
  mkdir,
  readdir,
  readFile,
  readlink,
  realpath,
  rename,
  rm,
  symlink,
  truncate,
  writeFile,
} from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isFailure } from '#contract/failure';
import type { FoundToolchain } from '#contract/toolchains';
import { localSystem, type System } from '#core/system';
import { refreshShims, resolveGo } from '#core/switching';
import { discoverToolchains, installedVersions, listToolchains } from '#core/toolchains';
import {
  adoptToolchain,
  forgetToolchain,
  removeToolchain,
  takeOver,
  verifyToolchains,
} from '#core/toolchains/changes';
import { fakeGo, writeGoroot } from '#testing/fake-toolchains';
import { commandTimeoutMs } from '#testing/limits';
import { install, type ToolchainWorld, toolchainWorld } from '#testing/toolchain-world';

let world: ToolchainWorld;
let system: System;
beforeEach(async () => {
  world = await toolchainWorld();
  system = world.everywhere();
});
afterEach(() => world[Symbol.asyncDispose]());

/** Makes a Go that another tool installed, below the user's home. */
async function theirs(
  path: string,
  version: string,
  more: Parameters<typeof fakeGo>[1] = {},
): Promise<string> {
  const goroot = join(world.folder, path);
  await writeGoroot(goroot, fakeGo(version, more));
  return realpath(goroot);
}

/** The found toolchains, without those of the machine itself. */
async function found(on: System): Promise<FoundToolchain[]> {
  const below = await realpath(world.folder);
  return (await discoverToolchains(on)).filter(({ path }) => path.startsWith(below));
}

/** Everything below a folder: type, mode, time and content of each entry. */
async function snapshot(folder: string): Promise<Record<string, string>> {
  const all: Record<string, string> = {};
  for (const name of await readdir(folder, { recursive: true })) {
    const path = join(folder, name);
    const entry = await lstat(path);
    const content = entry.isFile() ? (await readFile(path)).toString('base64') : '';
    all[name] = `${entry.mode} ${entry.ino} ${entry.mtimeMs} ${content}`;
  }
  return all;
}

/** The content of Burrow's default file. */
async function theDefault(): Promise<string | null> {
  return readFile(join(world.root, 'default'), 'utf8').then(
    (text) => text.trim(),
    () => null,
  );
}

/** Writes a file in the user's home. */
async function profile(path: string, text: string): Promise<void> {
  await mkdir(dirname(home(path)), { recursive: true });
  await writeFile(home(path), text);
}

async function failed(work: Promise<unknown>): Promise<string> {
  const thrown = await work.then(
    () => null,
    (error: unknown) => error,
  );
  if (!isFailure(thrown)) throw new Error(`no failure but ${String(thrown)}`);
  return thrown.code;
}

const home = (path: string) => join(world.folder, path);
const folder = (name: string) => join(world.root, 'toolchains', `${name}.linux-amd64`);

describe('adopting', () => {
  it('points at it, and leaves it as it is', async () => {
    const goroot = await theirs('sdk/go1.26.1', 'go1.26.1');
    const before = await snapshot(goroot);
    const toolchain = await adoptToolchain(system, { path: goroot });
    expect(toolchain).toMatchObject({
      version: 'go1.26.1',
      os: 'linux',
      arch: 'amd64',
      runsAs: 'native',
      managed: false,
      adopted: { from: goroot, manager: 'sdk', gone: false },
      path: folder('go1.26.1'),
      source: { kind: 'adopted', url: null },
      verified: false,
      proof: { method: 'none', hash: null },
    });
    const sizes = await Promise.all(
      Object.keys(before).map(async (name) => {
        const entry = await lstat(join(goroot, name));
        return entry.isFile() ? entry.size : 0;
      }),
    );
    expect(toolchain.bytes).toBe(sizes.reduce((total, bytes) => total + bytes, 0));
    expect(await readlink(toolchain.path)).toBe(goroot);
    expect(await snapshot(goroot)).toEqual(before);
    expect(await world.names('staging')).toEqual([]);
    expect(await world.names('locks')).toEqual([]);
  });

  it('resolves like any other, launcher and all', async () => {
    await adoptToolchain(system, { path: await theirs('sdk/go1.26.1', 'go1.26.1') });
    await refreshShims(system);
    expect(existsSync(join(world.root, 'shims', 'go1.26.1'))).toBe(true);
    const project = join(world.folder, 'project');
    await mkdir(project);
    await writeFile(join(project, '.go-version'), '1.26\n');
    expect(await resolveGo(system, project)).toMatchObject({
      version: 'go1.26.1',
      installed: true,
      path: join(folder('go1.26.1'), 'bin/go'),
    });
  });

  it.each(['', 'bin', 'bin/go', 'link', 'link/bin', 'link-to-go'])(
    'understands its path + %j',
    async (below) => {
      const goroot = await theirs('opt/go1.26.1', 'go1.26.1');
      await symlink(goroot, join(goroot, 'link'));
      await symlink(join(goroot, 'bin/go'), join(goroot, 'link-to-go'));
      const toolchain = await adoptToolchain(system, { path: join(goroot, below) });
      expect(toolchain.adopted).toEqual({ from: goroot, manager: 'other', gone: false });
    },
  );

  it('again changes nothing; forgetting makes room for another', async () => {
    const [one, two] = [
      await theirs('sdk/go1.26.1', 'go1.26.1'),
      await theirs('.g/versions/1.26.1', 'go1.26.1'),
    ];
    const first = await adoptToolchain(system, { path: one });
    expect(await adoptToolchain(system, { path: one })).toEqual(first);
    expect(await failed(adoptToolchain(system, { path: two }))).toBe('toolchain.already-here');
    expect(await found(system)).toMatchObject([
      { path: two, manager: 'g', adopted: false, installed: true },
      { path: one, manager: 'sdk', adopted: true, installed: false },
    ]);
    await forgetToolchain(system, { path: one });
    expect((await adoptToolchain(system, { path: two })).adopted?.from).toBe(two);
  });

  it('gives way to what Burrow installed', async () => {
    world.server.offerFake(fakeGo('go1.26.1'));
    const { toolchain } = await install(system, { version: '1.26.1' });
    const before = await snapshot(toolchain.path);
    const goroot = await theirs('sdk/go1.26.1', 'go1.26.1');
    expect(await failed(adoptToolchain(system, { path: goroot }))).toBe('toolchain.already-here');
    expect(await failed(adoptToolchain(system, { path: toolchain.path }))).toBe('toolchain.already-here');
    expect(await failed(forgetToolchain(system, { path: toolchain.path }))).toBe('toolchain.not-adopted');
    expect(await snapshot(toolchain.path)).toEqual(before);
    // Burrow's own toolchains are not found, even if they are on PATH.
    const inPath = world.everywhere({ PATH: join(toolchain.path, 'bin') });
    expect((await found(inPath)).map(({ path }) => path)).toEqual([goroot]);
  });

  it('takes nothing for a Go that is none', async () => {
    const noProgram = await theirs('a', 'go1.26.1');
    await writeFile(join(noProgram, 'bin/go'), '#!/bin/sh\n');
    const noVersion = await theirs('b', 'go1.26.1', { says: { version: 'devel go1.27-0123abc' } });
    expect(await failed(adoptToolchain(system, { path: noProgram }))).toBe('toolchain.no-go');
    expect(await failed(adoptToolchain(system, { path: noVersion }))).toBe('toolchain.no-go');
    expect(await failed(adoptToolchain(system, { path: join(world.folder, 'nowhere') }))).toBe(
      'file.not-found',
    );
    expect(await world.names('toolchains')).toEqual([]);
  });
});

describe("their files are theirs: nothing of Burrow's deletes or changes one", () => {
  let goroot: string;
  let before: Record<string, string>;
  beforeEach(async () => {
    goroot = await theirs('sdk/go1.26.1', 'go1.26.1');
    await adoptToolchain(system, { path: goroot });
    await writeFile(join(world.root, 'default'), 'go1.26.1\n');
    before = await snapshot(goroot);
  });
  afterEach(async () => {
    expect(await snapshot(goroot)).toEqual(before);
  });

  it('not removing it', async () => {
    const removed = await removeToolchain(system, { version: '1.26.1' });
    expect(removed.adopted?.from).toBe(goroot);
    expect(await world.names('toolchains')).toEqual([]);
    expect(await theDefault()).toBeNull();
  });

  it.each([() => goroot, () => folder('go1.26.1'), () => `${goroot}/`])('not forgetting it', async (path) => {
    await forgetToolchain(system, { path: path() });
    expect(await world.names('toolchains')).toEqual([]);
    expect(await world.names('staging')).toEqual([]);
  });

  it('not removing it while a killed adoption left its link in staging/', async () => {
    const staging = join(world.root, 'staging', 'go1.26.1.linux-amd64');
    await mkdir(staging);
    await symlink(goroot, join(staging, 'link'));
    await removeToolchain(system, { version: '1.26.1' });
    expect(await world.names('toolchains')).toEqual([]);
  });

  it('not an install that clears what killed ones left, wherever the links stand', async () => {
    for (const name of ['go1.26.1.linux-amd64', 'go1.25.3.linux-amd64']) {
      await mkdir(join(world.root, 'staging', name, 'goroot'), { recursive: true });
      await symlink(goroot, join(world.root, 'staging', name, 'goroot', 'link'));
    }
    await symlink(goroot, join(world.root, 'staging', 'go1.24.1.linux-amd64'));
    world.server.offerFake(fakeGo('go1.25.3'));
    await install(system, { version: '1.25.3' });
    expect(await world.names('staging')).toEqual([]);
  });

  it('not an install of the same version where the record is lost', async () => {
    await rm(`${folder('go1.26.1')}.json`);
    world.server.offerFake(fakeGo('go1.26.1'));
    const { toolchain, already } = await install(system, { version: '1.26.1' });
    expect({ already, managed: toolchain.managed }).toEqual({ already: false, managed: true });
    expect((await lstat(toolchain.path)).isDirectory()).toBe(true);
    // Removing that one does not follow the link either.
    await removeToolchain(system, { version: '1.26.1' });
  });

  it('not an install of the same version while it is adopted', async () => {
    world.server.offerFake(fakeGo('go1.26.1'));
    expect(await install(system, { version: '1.26.1' })).toMatchObject({ already: true });
  });
});

it('takes nothing of what is hostile for a Go, and waits for none of it', async () => {
  const good = await theirs('sdk/go1.26.1', 'go1.26.1');
  await symlink('..', join(good, 'up'));
  await execa('mkfifo', [join(good, 'pipe')]);
  const version = async (name: string, put: (file: string) => Promise<unknown>) => {
    const file = join(await theirs(`sdk/${name}`, 'go1.25.3'), 'VERSION');
    await rm(file);
    await put(file);
  };
  await version('go1.1', (file) => execa('mkfifo', [file]));
  await version('go1.2', (file) => symlink('/dev/zero', file));
  await version('go1.3', (file) => mkdir(file));
  await version('go1.4', (file) => symlink(file, file));
  await version('go1.5', async (file) => {
    await writeFile(file, '');
    await truncate(file, 5 * 2 ** 30);
  });
  const program = join(await theirs('sdk/go1.6', 'go1.25.3'), 'bin/go');
  await rm(program);
  await execa('mkfifo', [program]);
  await symlink('go1.7', home('sdk/go1.7'));
  await execa('mkfifo', [home('.zshrc')]);
  await mkdir(home('.config/go/env'), { recursive: true });
  expect((await found(system)).map(({ path }) => path)).toEqual([good]);
  expect(await takeOver(system, { manager: 'sdk' })).toMatchObject({
    adopted: [{ version: 'go1.26.1' }],
    lines: [],
  });
});

describe('when its owner takes it away', () => {
  it('is shown as gone, is not resolved, and can be forgotten', async () => {
    const goroot = await theirs('sdk/go1.26.1', 'go1.26.1');
    await adoptToolchain(system, { path: goroot });
    await refreshShims(system);
    await rm(goroot, { recursive: true });
    expect(await listToolchains(system)).toMatchObject([{ version: 'go1.26.1', adopted: { gone: true } }]);
    expect(await installedVersions(system)).toEqual([]);
    await refreshShims(system);
    expect(existsSync(join(world.root, 'shims', 'go1.26.1'))).toBe(false);
    await forgetToolchain(system, { path: goroot });
    expect(await world.names('toolchains')).toEqual([]);
  });

  it('comes back when it comes back', async () => {
    const goroot = await theirs('sdk/go1.26.1', 'go1.26.1');
    await adoptToolchain(system, { path: goroot });
    await rename(goroot, `${goroot}.aside`);
    expect(await installedVersions(system)).toEqual([]);
    await rename(`${goroot}.aside`, goroot);
    expect(await installedVersions(system)).toMatchObject([{ version: 'go1.26.1' }]);
  });

  it('stays the default until another one is, or it is forgotten', async () => {
    const goroot = await theirs('sdk/go1.26.1', 'go1.26.1');
    await adoptToolchain(system, { path: goroot });
    await writeFile(join(world.root, 'default'), '1.26\n');
    await rm(goroot, { recursive: true });
    const gone = { version: 'go1.26.1', adopted: { gone: true } };
    expect(await listToolchains(system)).toMatchObject([{ ...gone, default: true }]);
    const newer = await theirs('sdk/go1.26.3', 'go1.26.3');
    await adoptToolchain(system, { path: newer });
    expect(await listToolchains(system)).toMatchObject([
      { version: 'go1.26.3', default: true },
      { ...gone, default: false },
    ]);
    await forgetToolchain(system, { path: newer });
    await forgetToolchain(system, { path: goroot });
    expect(await theDefault()).toBe(null);
  });

  it('counts as gone when another version is there, which can be adopted instead', async () => {
    const goroot = await theirs('opt/go', 'go1.25.3');
    await adoptToolchain(system, { path: goroot });
    await writeGoroot(goroot, fakeGo('go1.26.1'));
    expect(await listToolchains(system)).toMatchObject([{ version: 'go1.25.3', adopted: { gone: true } }]);
    await adoptToolchain(system, { path: goroot });
    expect(await installedVersions(system)).toMatchObject([{ version: 'go1.26.1' }]);
  });

  it('counts as gone when the same version for another processor is there', async () => {
    const goroot = await theirs('opt/go', 'go1.25.3', { arch: 'arm64' });
    await adoptToolchain(system, { path: goroot });
    await writeGoroot(goroot, fakeGo('go1.25.3'));
    expect(await listToolchains(system)).toMatchObject([{ arch: 'arm64', adopted: { gone: true } }]);
    await adoptToolchain(system, { path: goroot });
    expect(await listToolchains(system)).toMatchObject([
      { arch: 'amd64', adopted: { gone: false } },
      { arch: 'arm64', adopted: { gone: true } },
    ]);
  });

  it.each(['adopted from elsewhere', 'installed'])('can be %s again', async (how) => {
    const goroot = await theirs('sdk/go1.26.1', 'go1.26.1');
    await adoptToolchain(system, { path: goroot });
    await rm(goroot, { recursive: true });
    if (how === 'installed') {
      world.server.offerFake(fakeGo('go1.26.1'));
      expect(await install(system, { version: '1.26.1' })).toMatchObject({ already: false });
    } else {
      await adoptToolchain(system, { path: await theirs('opt/go', 'go1.26.1') });
    }
    expect(await listToolchains(system)).toHaveLength(1);
    expect(await installedVersions(system)).toMatchObject([{ version: 'go1.26.1' }]);
    expect(existsSync(goroot)).toBe(false);
  });
});

describe('taking over a manager', () => {
  it('adopts what runs here, takes its default, and names its lines without touching them', async () => {
    for (const version of ['1.26.1', '1.25.3', '1.25.1']) {
      await theirs(`.asdf/installs/golang/${version}/go`, `go${version}`);
    }
    const foreign = await theirs('.asdf/installs/golang/1.24.1/go', 'go1.24.1', { arch: 'arm64' });
    await theirs('sdk/go1.23.1', 'go1.23.1');
    await profile('.tool-versions', 'nodejs 22.1.0\ngolang 1.25\n');
    await profile('.zshrc', 'export A=1\n. "$HOME/.asdf/asdf.sh"\n');
    await profile('.config/fish/conf.d/asdf.fish', 'set -gx ASDF_DATA_DIR ~/.asdf\n');
    const result = await takeOver(system, { manager: 'asdf' });
    expect(result.adopted.map(({ version }) => version)).toEqual(['go1.26.1', 'go1.25.3', 'go1.25.1']);
    expect(result.adopted[1]?.default).toBe(true);
    expect(result).toMatchObject({
      left: [{ path: foreign }],
      default: { version: 'go1.25.3', file: home('.tool-versions'), set: true },
      lines: [
        { file: home('.zshrc'), line: 2, text: '. "$HOME/.asdf/asdf.sh"', keeps: [] },
        { file: home('.config/fish/conf.d/asdf.fish'), line: 1 },
      ],
      otherLanguages: true,
    });
    expect(await theDefault()).toBe('go1.25.3');
    expect(await readFile(home('.zshrc'), 'utf8')).toBe('export A=1\n. "$HOME/.asdf/asdf.sh"\n');
    expect(await takeOver(system, { manager: 'asdf' })).toMatchObject({
      adopted: [],
      default: { set: false },
    });
  });

  it('follows a link that is the default, and leaves a default that Burrow has', async () => {
    await theirs('.g/versions/1.26.1', 'go1.26.1');
    await symlink(home('.g/versions/1.26.1'), home('.g/go'));
    await mkdir(world.root, { recursive: true });
    await writeFile(join(world.root, 'default'), 'go1.22.5\n');
    expect(await takeOver(system, { manager: 'g' })).toMatchObject({
      adopted: [{ version: 'go1.26.1', default: false }],
      default: { version: 'go1.26.1', file: home('.g/go'), set: false },
      otherLanguages: false,
    });
    expect(await theDefault()).toBe('go1.22.5');
  });

  it.each([
    ['proto', '.prototools', 'go = "1.26.1"\n[plugins]\n'],
    ['vfox', '.vfox.toml', '[tools]\ngolang = "1.26.1"\n'],
  ] as const)('names the pins of %s that nothing resolves by', async (manager, name, text) => {
    for (const each of ['pinned', 'both', 'plain']) await mkdir(home(each));
    await profile(join('pinned', name), text);
    await profile(join('both', name), text);
    await profile('both/.go-version', '1.25\n');
    const folders = ['pinned', 'both', 'plain', 'not-there'].map(home);
    const { pins } = await takeOver(system, { manager }, folders);
    expect(pins).toEqual([{ folder: home('pinned'), file: join(home('pinned'), name), version: '1.26.1' }]);
    expect((await resolveGo(system, home('pinned'))).version).toBeNull();
  });

  it('names none of those that are read as they stand', async () => {
    await profile('p/.config/mise.toml', '[tools]\ngo = "1.26.1"\n');
    expect((await takeOver(system, { manager: 'mise' }, [home('p')])).pins).toEqual([]);
  });

  it('sets no default that is not there', async () => {
    await theirs('.goenv/versions/1.26.1', 'go1.26.1');
    await theirs('.goenv/versions/1.25.3', 'go1.25.3');
    await profile('.goenv/version', '1.20.1\n');
    expect((await takeOver(system, { manager: 'goenv' })).default).toBeNull();
    expect(await theDefault()).toBeNull();
  });

  it('makes the only Go the default, where the manager names none', async () => {
    await theirs('.goenv/versions/1.26.1', 'go1.26.1');
    const { adopted } = await takeOver(system, { manager: 'goenv' });
    expect(adopted.map((each) => each.default)).toEqual([true]);
    expect(await theDefault()).toBe('go1.26.1');
  });
});

it("runs the machine's own Go, adopted", async (ctx) => {
  const here = '/usr/local/go';
  if (!existsSync(join(here, 'VERSION'))) ctx.skip('there is no Go in /usr/local/go');
  const machine: System = {
    ...localSystem(),
    home: world.folder,
    env: { PATH: '', BURROW_HOME: world.root },
  };
  const toolchain = await adoptToolchain(machine, { path: here });
  await refreshShims(machine);
  const ran = await machine.run({
    file: join(world.root, 'shims', toolchain.version),
    args: ['env', 'GOVERSION', 'GOHOSTARCH'],
    env: { HOME: world.folder, PATH: '', GOTOOLCHAIN: 'local', GOFLAGS: '' },
    timeoutMs: commandTimeoutMs,
  });
  expect(ran.stdout.split('\n')).toEqual([toolchain.version, toolchain.arch, '']);
  await removeToolchain(machine, { version: toolchain.version });
  expect(existsSync(join(here, 'bin/go'))).toBe(true);
});

it('is left out of verifying, and never repaired', async () => {
  const goroot = await theirs('sdk/go1.24.9', 'go1.24.9');
  await adoptToolchain(system, { path: goroot });
  const before = await snapshot(goroot);
  const all = verifyToolchains(system, { repair: true });
  expect(await all.next()).toEqual({ done: true, value: { verifications: [] } });
  const named = verifyToolchains(system, { version: '1.24.9', repair: true });
  const refused = await named.next().catch((error: unknown) => error);
  expect(isFailure(refused, 'toolchain.adopted')).toBe(true);
  expect(await snapshot(goroot)).toEqual(before);
});
