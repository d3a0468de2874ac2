import { readdirSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, realpath, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ChangeTopic } from '#contract/change-topics';
import { watchChanges } from '#core/changes';
import { openHistory } from '#core/history';
import { localSystem, type System } from '#core/system';
import { openTab, signIn } from '#testing/web-client';
import { startWebHost } from '#web';

let root: string;
let project: string;
let system: System;

/** Watches until the test ends: `next()` is what changed since it was last called. */
async function watching(follow: string | null = project) {
  const stop = new AbortController();
  const events = watchChanges(system, follow, { signal: stop.signal });
  stops.push(() => stop.abort());
  expect((await events.next()).value).toEqual({ topics: [] });
  const next = async (): Promise<ChangeTopic[]> => {
    const { value } = await events.next();
    return value?.topics.toSorted() ?? [];
  };
  return { next, stop: () => stop.abort() };
}

const stops: (() => void)[] = [];
const path = (name: string) => join(root, name);
async function put(name: string, text: string): Promise<void> {
  await mkdir(dirname(path(name)), { recursive: true });
  await writeFile(path(name), text);
}

beforeEach(async () => {
  root = await realpath(await mkdtemp(join(tmpdir(), 'burrow-changes-')));
  project = path('work/shop');
  await mkdir(project, { recursive: true });
  const env = { HOME: path('me'), BURROW_HOME: path('me/.burrow'), PATH: path('bin') };
  await mkdir(env.HOME);
  system = { ...localSystem(), os: 'linux', home: env.HOME, env };
});
afterEach(async () => {
  for (const stop of stops.splice(0)) stop();
  await rm(root, { recursive: true });
});

test.each<[string, ChangeTopic[]]>([
  ['work/shop/.go-version', ['versions']],
  ['work/.tool-versions', ['versions']],
  ['work/shop/.config/mise/config.toml', ['versions']],
  ['work/go.work', ['modules', 'versions']],
  ['work/shop/go.sum', ['modules']],
  ['me/.burrow/toolchains/go1.26.1.linux-amd64/VERSION', ['toolchains']],
  ['me/.burrow/settings.json', ['settings']],
  ['me/.zshrc', ['environment']],
  ['me/.config/fish/conf.d/go.fish', ['environment']],
  ['me/.config/go/env', ['environment']],
  ['bin/go', ['toolchains']],
])('%s appears, changes and goes, as do the folders that it is in', async (name, topics) => {
  const { next } = await watching();
  await put(name, 'a');
  expect(await next()).toEqual(topics);
  // A toolchain never changes after it is installed.
  if (!topics.includes('toolchains')) {
    await put(name, 'other');
    expect(await next()).toEqual(topics);
  }
  await rm(path(name));
  if (topics[0] !== 'toolchains' || name === 'bin/go') expect(await next()).toEqual(topics);
});

test('says within a second that an editor, which renames its copy, has saved', async () => {
  await put('work/shop/.go-version', '1.25.0');
  const { next } = await watching();
  const saved = performance.now();
  await put('work/shop/.go-version~', '1.26.1');
  await rename(path('work/shop/.go-version~'), path('work/shop/.go-version'));
  expect(await next()).toEqual(['versions']);
  expect(performance.now() - saved).toBeLessThan(1000);
});

test('follows a project that is removed and made again, and files that are links', async () => {
  await put('dotfiles/zshrc', 'a');
  await symlink(path('dotfiles/zshrc'), path('me/.zshrc'));
  await put('work/shop/.go-version', '1.25.0');
  const { next } = await watching();
  await put('dotfiles/zshrc', 'other');
  expect(await next()).toEqual(['environment']);
  for (const version of ['1.25.1', '1.26.1']) {
    await rm(project, { recursive: true });
    expect(await next()).toEqual(['versions']);
    await put('work/shop/.go-version', version);
    expect(await next()).toEqual(['versions']);
  }
  await rename(path('work'), path('elsewhere'));
  expect(await next()).toEqual(['versions']);
  await rename(path('elsewhere'), path('work'));
  expect(await next()).toEqual(['versions']);
  await put('work/shop/.go-version', '1.26.2');
  expect(await next()).toEqual(['versions']);
});

test('says that a build was recorded, and nothing when the history was only read', async () => {
  const writer = await openHistory(system);
  const { next } = await watching();
  await writer.touchProject(project);
  expect(await next()).toEqual(['builds']);
  const reader = await openHistory(system);
  await reader.projects();
  await reader.close();
  for (const name of ['.zshrc', '.go-version']) await readFile(path(name)).catch(() => null);
  await put('me/.burrow/settings.json', '{}');
  expect(await next()).toEqual(['settings']);
  await writer.close();
});

test('watches no folder below the project, and none at all once it has ended', async () => {
  for (let number = 0; number < 200; number += 1)
    await mkdir(join(project, `node_modules/${number}`), { recursive: true });
  const before = watches();
  const { next, stop } = await watching();
  // The folders up to the root, those of the profiles, and Burrow's.
  expect(watches() - before).toBeGreaterThan(2);
  expect(watches() - before).toBeLessThan(20);
  for (let number = 0; number < 200; number += 1)
    await writeFile(join(project, `node_modules/${number}/go.mod`), '');
  await writeFile(join(project, 'server'), 'a program');
  await put('work/shop/.go-version', '1.26.1');
  expect(await next()).toEqual(['versions']);
  stop();
  expect(await next()).toEqual([]);
  await expect.poll(watches).toBe(before);
});

test('a host ends its watches with the tab that asked for them', async () => {
  const host = await startWebHost(system, { folder: root });
  const session = await signIn(host.url);
  const before = watches();
  const tab = await openTab(Number(new URL(host.url).port), session);
  const events = await tab.client.changes.watch({ project });
  expect((await events.next()).value).toEqual({ topics: [] });
  expect(watches()).toBeGreaterThan(before);
  await put('work/shop/.go-version', '1.26.1');
  expect((await events.next()).value).toEqual({ topics: ['versions'] });
  tab.close();
  await expect.poll(watches).toBe(before);
  await host.close();
});

/** How many folders this process watches. */
function watches(): number {
  const files = readdirSync('/proc/self/fdinfo').map((name) => {
    try {
      return readFileSync(join('/proc/self/fdinfo', name), 'utf8');
    } catch {
      // The descriptor of this listing itself.
      return '';
    }
  });
  return files.join('\n').match(/^inotify wd:/gm)?.length ?? 0;
}
