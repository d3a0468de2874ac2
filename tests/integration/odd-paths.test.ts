import { spawnSync } from 'node:child_process';
import { mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLocalClient, type LocalClient } from '#api';
import { isFailure } from '#contract/failure';
import { localSystem, type System } from '#core/system';
import { CommandLine } from '#testing/command-line';
import { waitTimeoutMs } from '#testing/limits';
import { stressed } from '#testing/stress';

let burrow: CommandLine;
let system: System;
let socket: Server;

beforeAll(async () => {
  burrow = await CommandLine.make({ DOCKER_HOST: 'unix:///no/such/socket', GOPROXY: 'off' });
  system = {
    ...localSystem(),
    env: { ...burrow.env, PATH: process.env['PATH'] },
    home: burrow.root,
    cwd: burrow.root,
  };
  await writeFile(join(burrow.root, 'file'), 'text');
  await mkdir(join(burrow.root, 'folder'));
  await symlink('loop', join(burrow.root, 'loop'));
  spawnSync('mkfifo', [join(burrow.root, 'pipe')]);
  socket = createServer();
  await new Promise<void>((done) => socket.listen(join(burrow.root, 'socket'), done));
});
afterAll(async () => {
  socket.close();
  await burrow[Symbol.asyncDispose]();
});

/** Paths that no program should choke on; relative ones are below the working folder. */
const paths: [string, string][] = [
  ['a NUL byte', '/tmp/a\0b'],
  ['a NUL byte alone', '\0'],
  ['a long name', `/tmp/${'n'.repeat(300)}`],
  ['a long path', `/${'d/'.repeat(3000)}f`],
  ['a very long path', `/${'x'.repeat(1_000_000)}`],
  ['/dev/null', '/dev/null'],
  ['/dev/zero', '/dev/zero'],
  ['/dev/full', '/dev/full'],
  ['/proc/self/mem', '/proc/self/mem'],
  ['/proc/self/fd/0', '/proc/self/fd/0'],
  ['a pipe', 'pipe'],
  ['a socket', 'socket'],
  ['a loop of links', 'loop'],
  ['a path below a file', 'file/x'],
  ['a file', 'file'],
  ['a folder', 'folder'],
  ['nothing', ''],
  ['half a character', '/tmp/\uD800x'],
  ['a line break', '/tmp/a\nb'],
];

/** Every procedure that takes a path, or a text that may be one. */
const calls: Record<string, (client: LocalClient, path: string) => Promise<unknown>> = {
  'binaries.inspect': (client, path) => client.binaries.inspect({ path }),
  'builds.run': (client, dir) => client.builds.run({ dir, args: [] }),
  'builds.run, args': (client, path) => client.builds.run({ dir: burrow.root, args: [path] }),
  'builds.run, -o': (client, path) => client.builds.run({ dir: burrow.root, args: ['-o', path] }),
  'builds.run, -C': (client, path) => client.builds.run({ dir: burrow.root, args: ['-C', path] }),
  'builds.run, env': (client, path) => client.builds.run({ dir: burrow.root, args: [], env: { X: path } }),
  'builds.record': (client, path) => client.builds.record({ path }),
  'builds.record, project': (client, project) => client.builds.record({ path: '/bin/true', project }),
  'builds.history': (client, project) => client.builds.history({ project }),
  'builds.show': (client, id) => client.builds.show({ id }),
  'builds.mainPackages': (client, dir) => client.builds.mainPackages({ dir }),
  'images.inspect': (client, ref) => client.images.inspect({ ref }),
  'images.record': (client, project) => client.images.record({ source: 'x', project }),
  'images.record, source': (client, source) => client.images.record({ source }),
  'native.replace': (client, path) => client.native.replace({ path }),
  'projects.add': (client, path) => client.projects.add({ path }),
  'projects.remove': (client, path) => client.projects.remove({ path }),
  'projects.browse': (client, path) => client.projects.browse({ path }),
  'switching.current': (client, dir) => client.switching.current({ dir }),
  'switching.use': (client, dir) => client.switching.use({ version: '1.26', dir }),
  'switching.use, version': (client, version) => client.switching.use({ version, dir: burrow.root }),
  'switching.unpin': (client, dir) => client.switching.unpin({ dir }),
  'switching.unuse': (client, dir) => client.switching.unuse({ dir, version: '1.26', previous: null }),
  'switching.link': (client, dir) => client.switching.link({ dir }),
  'switching.unlink': (client, dir) => client.switching.unlink({ dir }),
  'switching.which': (client, dir) => client.switching.which({ tool: 'go', dir }),
  'switching.which, tool': (client, tool) => client.switching.which({ tool, dir: burrow.root }),
  'switching.environment': (client, dir) => client.switching.environment({ dir }),
  'switching.environment, command': (client, path) =>
    client.switching.environment({ dir: burrow.root, command: [path] }),
  'toolchains.install': (client, version) => client.toolchains.install({ version }),
  'toolchains.install, from': (client, from) => client.toolchains.install({ version: '1.26.1', from }),
  'toolchains.sourceNeeds': (client, version) => client.toolchains.sourceNeeds({ version }),
  'toolchains.named': (client, version) => client.toolchains.named({ version }),
  'toolchains.remove': (client, version) => client.toolchains.remove({ version }),
  'toolchains.adopt': (client, path) => client.toolchains.adopt({ path }),
  'toolchains.forget': (client, path) => client.toolchains.forget({ path }),
  'upkeep.verify': (client, version) => client.upkeep.verify({ version }),
  'upkeep.smoke': (client, version) => client.upkeep.smoke({ version }),
  'upkeep.prune': (client, path) => client.upkeep.prune({ paths: [path] }),
  'tools.planRebuild': (client, path) => client.tools.planRebuild({ names: [path] }),
};

/** Reads a stream to its end. */
async function finish(answer: unknown): Promise<void> {
  if (typeof answer !== 'object' || answer === null || !(Symbol.asyncIterator in answer)) return;
  for await (const _ of answer as AsyncIterable<unknown>) void _;
}

/** In a normal run, each call gets every second path, and each path goes to every second call. */
const pathsFor = (index: number) =>
  stressed(
    paths.filter((_, at) => (at + index) % 2 === 0),
    paths,
  );

describe.each(Object.entries(calls).map(([name, call], index) => ({ name, call, index })))(
  '$name',
  ({ call, index }) => {
    it.each(pathsFor(index))('%s is no bug', async (_what, path) => {
      await using client = createLocalClient(system);
      const calling = call(client, path).then(finish);
      const failed = await Promise.race([
        calling.then(
          () => null,
          (error: unknown) => error,
        ),
        new Promise((done) => setTimeout(() => done('it hangs'), waitTimeoutMs).unref()),
      ]);
      const bug = failed === null || (isFailure(failed) && failed.code !== 'internal') ? null : failed;
      expect(bug).toBeNull();
      await rm(join(burrow.root, '.go-version'), { force: true });
    });
  },
);

it('nothing of it is in the log of bugs', async () => {
  await expect(readFile(join(burrow.home, 'logs/bugs.log'), 'utf8')).rejects.toThrow('ENOENT');
});
