import { mkdtemp, readdir, readFile, readlink, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { localSystem, type System } from '#core/system';
import { type ReleaseServer, startReleaseServer } from '#testing/release-server';
import { type StandInElectron, standInElectron } from '#testing/stand-in-electron';
import { testClock } from '#testing/test-clock';
import { installRuntime } from './install.ts';
import { isInstalled } from './installed.ts';
import type { RuntimeMessage } from './outcome.ts';

// Electron's own library and installer, with a stand-in for the runtime of a Mac on a local mirror.

let folder: string;
let server: ReleaseServer;
let electron: StandInElectron;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'burrow-electron-'));
  server = await startReleaseServer();
  electron = await standInElectron(join(folder, 'node_modules'), server, {
    platform: 'darwin',
    program: '#!/bin/sh\necho window\n',
  });
});
afterEach(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

function system(also: Partial<System> = {}, mirror = server): System {
  // The library reads the process's own environment.
  process.env['ELECTRON_MIRROR'] = `${mirror.url}/electron/`;
  const env = {
    ...process.env,
    ELECTRON_INSTALL_PLATFORM: 'darwin',
    ELECTRON_INSTALL_ARCH: 'arm64',
    electron_config_cache: join(folder, 'electron-cache'),
  };
  return { ...localSystem(), home: folder, env, ...also };
}
afterEach(() => delete process.env['ELECTRON_MIRROR']);

const install = async (on = system()) => {
  const messages: RuntimeMessage[] = [];
  const outcome = await installRuntime(on, electron.folder, (message) => messages.push(message));
  return { outcome, messages };
};
const unfinished = () => readdir(join(folder, '.burrow/cache/electron')).catch(() => []);

it('downloads with progress, checks and unpacks, links and all, and leaves nothing else', async () => {
  expect(isInstalled(electron.folder)).toBe(false);
  const { outcome, messages } = await install();
  expect(outcome).toEqual({ kind: 'installed' });
  const bytes = electron.archive.length;
  expect(messages).toContainEqual({ kind: 'progress', bytes, totalBytes: bytes });
  expect(messages.at(-1)).toEqual({ kind: 'unpacking' });
  expect(isInstalled(electron.folder)).toBe(true);
  const app = join(electron.folder, 'dist/Electron.app/Contents');
  const framework = join(app, 'Frameworks/Electron Framework.framework');
  expect(await readlink(join(framework, 'Versions/Current'))).toBe('A');
  expect((await stat(join(framework, 'Electron Framework'))).size).toBe(400_000);
  expect((await stat(join(app, 'MacOS/Electron'))).mode & 0o777).toBe(0o755);
  expect(await unfinished()).toEqual([]);
});

it('goes on where a cut connection stopped', async () => {
  server.fail({ path: /zip$/, kind: { cutAt: 0.3 }, times: 1 });
  expect((await install()).outcome).toEqual({ kind: 'installed' });
  expect(server.ranges.length).toBeGreaterThan(0);
  expect(server.ranges[0]).toMatch(/^bytes=1\d{5}-$/);
});

it('keeps what has arrived when the mirror is gone, and goes on from another one', async () => {
  server.fail({ path: /zip$/, kind: { cutAt: 0.5 } });
  const { outcome } = await install();
  expect(outcome).toMatchObject({ kind: 'failed' });
  expect(await unfinished()).toHaveLength(2);
  await using other = await startReleaseServer();
  other.offerFile(electron.path, electron.archive);
  expect((await install(system({}, other))).outcome).toEqual({ kind: 'installed' });
  expect(other.ranges).toHaveLength(1);
});

it('deletes a file with another checksum, and unpacks nothing of it', async () => {
  server.fail({ path: /zip$/, kind: 'corrupt' });
  const { outcome } = await install();
  expect(outcome).toEqual({ kind: 'wrong-checksum', url: `${server.url}${electron.path}` });
  expect(await unfinished()).toEqual([]);
  expect(await readdir(electron.folder)).not.toContain('dist');
  expect(await readdir(join(folder, 'electron-cache')).catch(() => [])).toEqual([]);
});

it('gets all of it once more when a beginning from elsewhere turns out wrong', async () => {
  server.fail({ path: /zip$/, kind: 'corrupt-then-cut', times: 1 });
  expect((await install()).outcome).toEqual({ kind: 'installed' });
  expect(server.requests).toHaveLength(3);
});

it('names the address that does not have it', async () => {
  server.fail({ path: /zip$/, kind: { status: 404 } });
  const url = `${server.url}${electron.path}`;
  expect((await install()).outcome).toEqual({
    kind: 'failed',
    failure: { code: 'download.status', params: { url, status: 404 } },
  });
});

it('notices a connection that has stalled', async () => {
  const clock = testClock();
  server.passTime = (ms) => clock.advance(ms);
  server.fail({ path: /zip$/, kind: 'stall' });
  const { outcome } = await install(system(clock));
  expect(outcome).toMatchObject({ kind: 'failed', failure: { params: { detail: 'no bytes for 30 s' } } });
  expect(await unfinished()).toHaveLength(2);
});

it('unpacks what is in Electron’s cache without the network', async () => {
  await install();
  await rm(join(electron.folder, 'path.txt'));
  server.fail({ path: /zip$/, kind: { status: 503 } });
  expect(isInstalled(electron.folder)).toBe(false);
  expect((await install()).outcome).toEqual({ kind: 'installed' });
});

it('says what Electron’s installer said when it cannot unpack', async () => {
  await writeFile(join(electron.folder, 'dist'), 'a file where a folder belongs');
  expect((await install()).outcome).toMatchObject({
    kind: 'not-unpacked',
    detail: expect.stringContaining('dist'),
  });
  expect(await readFile(join(electron.folder, 'dist'), 'utf8')).toContain('a file');
});
