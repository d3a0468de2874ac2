import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, expect, it } from 'vitest';
import { createLocalClient, type LocalClient } from '#api';
import { Failure, type FailureData, isFailure } from '#contract/failure';
import { drain } from '#contract/streams';
import { localSystem, type System } from '#core/system';
import { newFolder, removeFolder } from '#testing/folders';
import { hostileKinds, plantFile, releasePipes } from '#testing/hostile-files';
import { waitTimeoutMs } from '#testing/limits';

interface Reader {
  name: string;
  /** Where the hostile file is, below the root of the test. */
  file: string;
  read: (burrow: LocalClient, path: string, project: string) => Promise<unknown>;
  /** A folder there is no mistake. */
  folderIsFine?: true;
}

/** Memory that a read may take, in bytes: far less than the sparse file. */
const maxGrowth = 250_000_000;

const inProject = (burrow: LocalClient, _path: string, dir: string) => burrow.switching.current({ dir });

/** Readers that must say what is wrong with the file. */
const strict: readonly Reader[] = [
  { name: 'inspect', file: 'program', read: (burrow, path) => burrow.binaries.inspect({ path }) },
  { name: 'record', file: 'program', read: (burrow, path) => burrow.builds.record({ path }) },
  {
    name: 'install --from',
    file: 'go1.26.1.linux-amd64.tar.gz',
    read: async (burrow, path) =>
      drain(await burrow.toolchains.install({ version: '1.26.1', from: path }), () => undefined),
  },
  {
    name: 'history',
    file: 'home/history.db',
    async read(burrow) {
      // A file that is no database is moved aside, with a notice.
      const { notices } = await burrow.builds.history({});
      for (const notice of notices) throw new Failure(notice as FailureData);
    },
  },
  {
    name: 'settings, written',
    file: 'home/settings.json',
    read: (burrow) => burrow.settings.set({ theme: 'dark' }),
  },
  {
    name: 'use',
    file: 'project/.go-version',
    read: (burrow, _path, dir) => burrow.switching.use({ dir, version: '1.26.1' }),
  },
  {
    name: "a project's baseline",
    file: 'project/burrow-env.json',
    read: (burrow, file, dir) => burrow.snapshots.check({ dir, file }),
  },
  {
    name: 'a snapshot',
    file: 'project/a.json',
    read: (burrow, path) => {
      const side = { from: 'file' as const, path };
      return burrow.snapshots.compare({ a: side, b: side });
    },
  },
  {
    name: 'adopt',
    file: 'sdk/VERSION',
    read: (burrow, path) => burrow.toolchains.adopt({ path: join(path, '..') }),
  },
];

/** Readers that may answer as if there were no such file. */
const lenient: readonly Reader[] = [
  {
    name: 'main packages',
    file: 'project/a.go',
    read: (burrow, _path, dir) => burrow.builds.mainPackages({ dir }),
  },
  {
    name: 'the module of main packages',
    file: 'project/go.mod',
    read: (burrow, _path, dir) => burrow.builds.mainPackages({ dir }),
  },
  {
    name: 'projects',
    file: 'project/go.mod',
    async read(burrow, _path, dir) {
      await burrow.projects.add({ path: dir });
      return burrow.projects.list();
    },
  },
  {
    name: 'browse',
    file: 'project/go.mod',
    read: (burrow, _path, dir) => burrow.projects.browse({ path: join(dir, '..') }),
  },
  ...['.go-version', '.tool-versions', 'mise.toml', '.mise/config.toml', 'go.mod', 'go.work', '.git'].map(
    (name): Reader => ({ name: `current with ${name}`, file: `project/${name}`, read: inProject }),
  ),
  { name: 'current with a default', file: 'home/default', read: inProject },
  { name: 'current with the file of go env', file: 'config/go/env', read: inProject },
  { name: 'current with a go on PATH', file: 'bin/go', read: inProject },
  { name: 'settings, read', file: 'home/settings.json', read: (burrow) => burrow.settings.get() },
  ...['-wal', '-shm', '-journal'].map(
    (suffix): Reader => ({
      name: `history with history.db${suffix}`,
      file: `home/history.db${suffix}`,
      read: (burrow) => burrow.builds.history({}),
    }),
  ),
  {
    name: 'list with a manifest',
    file: 'home/toolchains/go1.26.1.linux-amd64.json',
    read: (burrow) => burrow.toolchains.list(),
  },
  { name: 'discover', file: 'sdk/go1.26.1/VERSION', read: (burrow) => burrow.toolchains.discover() },
  { name: 'discover with a program', file: 'bin/go', read: (burrow) => burrow.toolchains.discover() },
  { name: 'take over', file: '.bashrc', read: (burrow) => burrow.toolchains.takeOver({ manager: 'sdk' }) },
  { name: 'tools', file: 'go/bin/tool', read: (burrow) => burrow.tools.list() },
  { name: 'processors', file: 'go/bin/tool', read: (burrow) => burrow.native.findings() },
  { name: 'available with .netrc', file: '.netrc', read: (burrow) => burrow.toolchains.available({}) },
  {
    name: 'images with a configuration',
    file: '.docker/config.json',
    read: (burrow) => burrow.images.list(),
  },
  { name: 'machine', file: 'bin/bash', read: (burrow) => burrow.machine.show() },
  { name: 'prune', file: 'home/staging/x', read: (burrow) => burrow.upkeep.planPrune({}) },
];

let root: string;
let system: System;

const offline = () => Promise.reject(new TypeError('fetch failed'));

beforeEach(async () => {
  root = await newFolder('hostile');
  for (const folder of ['project', 'home', 'bin', 'config']) await mkdir(join(root, folder), { mode: 0o700 });
  const env = {
    HOME: root,
    PATH: join(root, 'bin'),
    BURROW_HOME: join(root, 'home'),
    XDG_CONFIG_HOME: join(root, 'config'),
    GOPROXY: 'off',
  };
  system = { ...localSystem(), env, home: root, cwd: root, fetch: offline };
});

let hung = 0;
let tried = 0;

afterEach(async () => {
  releasePipes();
  await removeFolder(root);
});
afterAll(() => console.log(`stress: hostile files: ${hung} of ${tried} hung`));

async function outcome({ file, read }: Reader, kind: string): Promise<unknown> {
  const path = join(root, file);
  await plantFile(kind, path);
  const before = process.memoryUsage.rss();
  const burrow = createLocalClient(system);
  tried += 1;
  const limit = Promise.withResolvers<'hung'>();
  const timer = setTimeout(() => limit.resolve('hung'), waitTimeoutMs);
  const work = read(burrow, path, join(root, 'project')).then(
    () => 'answered',
    (error: unknown) => error,
  );
  const came = await Promise.race([work, limit.promise]);
  clearTimeout(timer);
  if (came === 'hung') {
    hung += 1;
    return came;
  }
  expect(process.memoryUsage.rss() - before).toBeLessThan(maxGrowth);
  // Nothing waits in a thread, either.
  expect(releasePipes()).toBe(0);
  await burrow[Symbol.asyncDispose]();
  return came;
}

const cells = (readers: readonly Reader[]) =>
  readers.flatMap((reader) =>
    Object.keys(hostileKinds).map((kind) => ({ reader, kind, title: `${reader.name}: ${kind}` })),
  );

it.for(cells(strict))('$title is refused', async ({ reader, kind }) => {
  const came = await outcome(reader, kind);
  expect(isFailure(came), String(came)).toBe(true);
  expect(came).not.toMatchObject({ code: 'internal' });
});

it.for(cells(lenient))('$title is answered', async ({ reader, kind }) => {
  const came = await outcome(reader, kind);
  expect(came === 'answered' || isFailure(came), String(came)).toBe(true);
  expect(came).not.toMatchObject({ code: 'internal' });
});

it('answers everything else while folders with pipes are looked at', async () => {
  const dirs = Array.from({ length: 16 }, (_, index) => join(root, `many/p${index}`));
  for (const dir of dirs) await plantFile('a named pipe', join(dir, 'a.go'));
  await using burrow = createLocalClient(system);
  const looks = dirs.map((dir) => burrow.builds.mainPackages({ dir }));
  expect(await burrow.settings.get()).toMatchObject({ theme: 'system' });
  expect(await Promise.all(looks)).toEqual(dirs.map(() => ({ packages: [] })));
  expect(releasePipes()).toBe(0);
});
