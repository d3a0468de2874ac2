import { execa } from 'execa';
import { chmod, cp, mkdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { isFailure } from '#contract/failure';
import type { InstallProgress } from '#contract/install-progress';
import { drain } from '#contract/streams';
import type { Verification } from '#contract/upkeep';
import { installedVersions, listToolchains } from '#core/toolchains';
import { verifyToolchains } from '#core/toolchains/changes';
import { fakeGo } from '#testing/fake-toolchains';
import { install, type ToolchainWorld, toolchainWorld } from '#testing/toolchain-world';

const version = 'go1.26.1';
let world: ToolchainWorld;
let goroot: string;
/** Burrow's home as the install left it. */
let installed: string;
beforeAll(async () => {
  world = await toolchainWorld();
  world.server.offerFake(fakeGo(version, { files: 50, padding: 300_000 }));
  world.server.offerFake(fakeGo('go1.25.3'));
  const { toolchain } = await install(world.everywhere(), { version });
  goroot = toolchain.path;
  installed = join(world.folder, 'installed');
  await rename(world.root, installed);
});
beforeEach(() => cp(installed, world.root, { recursive: true, preserveTimestamps: true }));
afterEach(() => rm(world.root, { recursive: true }));
afterAll(() => world[Symbol.asyncDispose]());

async function verify(options: { repair?: boolean; signal?: AbortSignal } = {}) {
  const progress: InstallProgress[] = [];
  const run = verifyToolchains(world.everywhere(), { version, ...options }, options.signal);
  const { verifications } = await drain(run, (step) => progress.push(step));
  return { ...(verifications[0] as Verification), progress };
}

async function found(): Promise<string[]> {
  const { findings } = await verify();
  return findings.map(({ problem, path, detail }) => [problem, path, detail].filter(Boolean).join(' '));
}

async function flipByte(path: string): Promise<void> {
  const bytes = await readFile(join(goroot, path));
  bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
  await writeFile(join(goroot, path), bytes);
}

describe('verify', () => {
  it('finds nothing in what was just installed, and says how far it is', async () => {
    const { findings, files, bytes, progress } = await verify();
    expect(findings).toEqual([]);
    expect(files).toBe(61);
    expect(bytes).toBeGreaterThan(300_000);
    expect(progress[0]).toMatchObject({ version, phase: 'checking', bytes: 0, totalBytes: bytes });
    expect(progress.at(-1)?.bytes).toBe(bytes);
  });

  const damages: [string, () => Promise<unknown>, string[]][] = [
    ['a flipped byte in a small file', () => flipByte('src/fmt/print.go'), ['modified src/fmt/print.go']],
    ['a flipped byte at the end of a large file', () => flipByte('misc/padding'), ['modified misc/padding']],
    [
      'a file of another length',
      () => writeFile(join(goroot, 'bin/go'), 'hello'),
      ['modified bin/go 1024 → 5'],
    ],
    ['a missing file', () => rm(join(goroot, 'src/fmt/print.go')), ['missing src/fmt/print.go']],
    [
      'a missing folder',
      () => rm(join(goroot, 'src/fmt'), { recursive: true }),
      ['missing src/fmt/print.go'],
    ],
    [
      'a missing bin/go, without which it counts as not installed',
      () => rm(join(goroot, 'bin/go')),
      ['missing bin/go'],
    ],
    ['an extra file', () => writeFile(join(goroot, 'src/fmt/more.go'), ''), ['extra src/fmt/more.go']],
    [
      'an extra folder, named once',
      () => mkdir(join(goroot, 'pkg/linux_amd64/net'), { recursive: true }),
      ['extra pkg/linux_amd64/'],
    ],
    ['other permissions', () => chmod(join(goroot, 'bin/gofmt'), 0o644), ['mode bin/gofmt 0755 → 0644']],
    [
      'a link where a file was, even to the same bytes',
      async () => {
        await rm(join(goroot, 'go.env'));
        await symlink('LICENSE', join(goroot, 'go.env'));
      },
      ['modified go.env'],
    ],
    [
      'a folder where a file was',
      async () => {
        await rm(join(goroot, 'go.env'));
        await mkdir(join(goroot, 'go.env'));
      },
      ['modified go.env'],
    ],
    [
      'a pipe where a file was, without waiting for it',
      async () => {
        await rm(join(goroot, 'go.env'));
        await execa('mkfifo', [join(goroot, 'go.env')]);
      },
      ['modified go.env'],
    ],
    [
      'what Finder leaves in a folder it has shown, not',
      () => writeFile(join(goroot, 'src/.DS_Store'), ''),
      [],
    ],
  ];
  it.each(damages)('finds %s', async (_, damage, expected) => {
    await damage();
    expect((await found()).toSorted()).toEqual(expected);
  });

  it('finds a file that it may not read', async (ctx) => {
    await chmod(join(goroot, 'src/fmt/print.go'), 0o000);
    if (process.geteuid?.() !== 0) {
      expect(await found()).toEqual(['unreadable src/fmt/print.go EACCES']);
      return;
    }
    // Root may read everything, so this runs as another user.
    await execa('chown', ['-R', '65534:65534', world.folder]);
    try {
      process.seteuid?.(65_534);
    } catch {
      ctx.skip('this process may not become another user');
    }
    try {
      expect(await found()).toEqual(['unreadable src/fmt/print.go EACCES']);
    } finally {
      process.seteuid?.(0);
      await execa('chown', ['-R', '0:0', world.folder]);
    }
  });

  it('stops when it is told to', async () => {
    const stop = new AbortController();
    stop.abort();
    await expect(verify({ signal: stop.signal })).rejects.toSatisfy((error) => isFailure(error, 'cancelled'));
  });

  it('looks at all of them when no version is given, and knows which are not there', async () => {
    await install(world.everywhere(), { version: '1.25.3' });
    const { verifications } = await drain(verifyToolchains(world.everywhere(), {}));
    expect(verifications.map((each) => each.version)).toEqual([version, 'go1.25.3']);
    await expect(verifyToolchains(world.everywhere(), { version: '1.2' }).next()).rejects.toSatisfy(
      (error) => isFailure(error, 'toolchain.not-installed') && error.params.mustExist === true,
    );
  });
});

describe('verify --repair', () => {
  beforeEach(async () => {
    await flipByte('src/fmt/print.go');
    await rm(join(goroot, 'bin/gofmt'));
    await writeFile(join(goroot, 'extra'), '');
  });

  it('installs it again and leaves nothing else behind', async () => {
    const { findings, repaired, progress } = await verify({ repair: true });
    expect(findings).toHaveLength(3);
    expect(repaired).toBe(true);
    expect(progress.map(({ phase }) => phase)).toContain('downloading');
    expect(await found()).toEqual([]);
    expect(await world.names('staging')).toEqual([]);
    expect(await world.names('locks')).toEqual([]);
    expect(await listToolchains(world.everywhere())).toMatchObject([{ version, verified: true }]);
  });

  it('brings back one whose bin/go is gone, which nothing else lists', async () => {
    await rm(join(goroot, 'bin/go'));
    expect(await listToolchains(world.everywhere())).toEqual([]);
    expect((await verify({ repair: true })).repaired).toBe(true);
    expect(await listToolchains(world.everywhere())).toMatchObject([{ version }]);
  });

  it('asks the place it came from, though another is asked first by default', async () => {
    const system = world.everywhere();
    const { toolchain } = await install(system, { version: '1.25.3', from: 'proxy' });
    await rm(join(toolchain.path, 'go.env'));
    const before = world.server.requests.length;
    const { verifications } = await drain(verifyToolchains(system, { version: '1.25.3', repair: true }));
    expect(verifications).toMatchObject([{ repaired: true }]);
    const asked = world.server.requests.slice(before);
    expect(asked.some((path) => path.startsWith('/proxy/') && path.endsWith('.zip'))).toBe(true);
    expect(asked.some((path) => path.endsWith('.tar.gz'))).toBe(false);
  });

  it('keeps the damaged one when the new one cannot be had or is not what was published', async () => {
    const before = await found();
    for (const kind of ['corrupt', { status: 500 }] as const) {
      world.server.fail({ path: /\.tar\.gz$/, kind });
      await expect(verify({ repair: true })).rejects.toSatisfy(isFailure);
      world.server.heal();
      expect(await installedVersions(world.everywhere())).toHaveLength(1);
      expect(await found()).toEqual(before);
      expect(await world.names('staging')).toEqual([]);
    }
  });
});
