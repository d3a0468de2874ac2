import { execa } from 'execa';
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Build } from '#contract/build';
import type { BuildEvent } from '#contract/builds';
import { recordFile, runBuild } from '#core/builds';
import { compareBuilds } from '#core/comparison';
import { type History, openHistory } from '#core/history';
import type { System } from '#core/system';
import { GoSwitchWorld } from '#testing/go-switch-world';

// Only go1.24.9 is installed. Go itself switches to the go1.27.0 that it finds on PATH.

let made: GoSwitchWorld | null;
let world: GoSwitchWorld;
let system: System;
let history: History;

beforeAll(async () => {
  made = await GoSwitchWorld.make(['go1.24.9'], { path: ['extra'], onPath: 'go1.27.0' });
  if (!made) return;
  world = made;
  await mkdir(join(world.root, 'extra'));
  await symlink(join(world.goroot('go1.27.0'), 'bin/go'), join(world.root, 'extra/go1.27.0'));
  // The machine's own cache: compiling the standard library takes a minute.
  const { stdout: cache } = await execa('go', ['env', 'GOCACHE']);
  system = { ...world.system, env: { ...world.system.env, GOCACHE: cache } };
  history = await openHistory(system);
}, 600_000);

beforeEach((ctx) => {
  if (!made) ctx.skip('these Gos cannot be had here');
});

afterAll(async () => {
  await history?.close();
  await made?.[Symbol.asyncDispose]();
});

const program = { 'main.go': 'package main\n\nfunc main() {}\n' };
const wants = (version: string) => ({ 'go.mod': `module example.com/m\n\ngo ${version}\n`, ...program });

async function build(dir: string, env: Record<string, string> = {}, args: string[] = []) {
  const running = runBuild(system, history, { dir, args, env });
  const events: BuildEvent[] = [];
  let next = await running.next();
  for (; !next.done; next = await running.next()) events.push(next.value);
  const [started] = events;
  if (started?.type !== 'started') throw new Error('the build did not start');
  return { build: next.value.build, started };
}

const detail = ({ id }: Build) => history.get(id);

it('records the Go that is in the program, which Go itself switched to', async () => {
  const dir = await world.folder(wants('1.24.0'));
  const { build: before, started } = await build(dir);
  expect([started.goVersion, before.goVersion]).toEqual(['go1.24.9', 'go1.24.9']);

  await writeFile(join(dir, 'go.mod'), wants('1.27.0')['go.mod']);
  const after = await build(dir);
  expect(after.started).toMatchObject({
    goVersion: 'go1.27.0',
    command: [expect.stringContaining('go1.24.9') as string, 'build'],
  });
  expect(after.build).toMatchObject({ status: 'succeeded', goVersion: 'go1.27.0' });

  const { settings } = compareBuilds(await detail(before), await detail(after.build));
  expect(settings).toEqual([{ name: 'goVersion', a: 'go1.24.9', b: 'go1.27.0' }]);

  const path = after.build.artifact?.path ?? '';
  expect((await recordFile(system, history, { path })).goVersion).toBe('go1.27.0');
});

it('records it for a build that left no program, too', async () => {
  const broken = await world.folder({ ...wants('1.27.0'), 'main.go': 'package main\n\nfunc main() { x }\n' });
  expect((await build(broken)).build).toMatchObject({ status: 'failed', goVersion: 'go1.27.0' });
  const library = await world.folder({ ...wants('1.27.0'), 'main.go': 'package m\n' });
  const built = await build(library);
  expect(built.build).toMatchObject({ status: 'succeeded', artifact: null, goVersion: 'go1.27.0' });
  // A variable of this build alone counts for it.
  const held = await build(library, { GOTOOLCHAIN: 'local' });
  expect(held.build).toMatchObject({ status: 'failed', goVersion: 'go1.24.9' });
  expect(held.build.logTail).toContain('requires go >= 1.27.0 (running go 1.24.9; GOTOOLCHAIN=local)');
});

it('records none where Go did not get to say', async () => {
  const dir = await world.folder(wants('1.26.1'));
  const { build: failed, started } = await build(dir, { GOTOOLCHAIN: 'path' });
  expect(started.goVersion).toBeNull();
  expect(failed).toMatchObject({ status: 'failed', goVersion: null });
  expect(failed.logTail).toContain('cannot find "go1.26.1" in PATH');
});
