import { execa } from 'execa';
import { cp, mkdir, symlink, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createLocalClient, type LocalClient } from '#api';
import { drain } from '#contract/streams';
import { burrowPaths, localSystem, type System } from '#core/system';
import { newFolder, removeFolder } from '#testing/folders';
import { whyNoGo } from '#testing/go-programs';
import {
  type Attack,
  attacks,
  git,
  plainRepository,
  type Planted,
  tookPlace,
} from '#testing/hostile-repositories';
import { stressed } from '#testing/stress';

let reason: string | null;
let root: string;
let trace: string;
let payload: string;
let system: System;

beforeAll(async () => {
  reason = (await whyNoGo()) ?? (await whyNoGit());
  if (reason) return;
  root = await newFolder('hostile');
  trace = join(root, 'trace');
  payload = join(root, 'payload');
  await writeFile(payload, `#!/bin/sh\necho "$0 $*" >>'${trace}'\n`, { mode: 0o755 });
  const names = ['GOROOT', 'GOVERSION', 'GOHOSTOS', 'GOHOSTARCH', 'GOCACHE'];
  const go = JSON.parse((await execa('go', ['env', '-json', ...names])).stdout) as Record<string, string>;
  // A filter of the user's own, which does nothing.
  await writeFile(join(root, 'gitconfig'), '[filter "users"]\n\tclean = cat\n\trequired = true\n');
  const { PATH = '' } = process.env;
  const env = {
    HOME: root,
    PATH,
    BURROW_HOME: join(root, 'home'),
    GOCACHE: go['GOCACHE'],
    GOENV: 'off',
    GOFLAGS: '',
    GOPROXY: 'off',
    GOTOOLCHAIN: 'local',
    GIT_CONFIG_GLOBAL: join(root, 'gitconfig'),
    GIT_CONFIG_NOSYSTEM: '1',
  };
  system = { ...localSystem(), env, home: root, cwd: root };
  const { toolchains } = burrowPaths(system);
  await mkdir(toolchains, { recursive: true });
  const toolchain = join(toolchains, `${go['GOVERSION']}.${go['GOHOSTOS']}-${go['GOHOSTARCH']}`);
  await symlink(go['GOROOT'] ?? '', toolchain);
  await writeFile(`${toolchain}.json`, '{}');
  await writeFile(join(root, 'home/default'), `${go['GOVERSION']}\n`);
  await plainRepository(join(root, 'plain'), env);
});

afterAll(() => removeFolder(root));

async function whyNoGit(): Promise<string | null> {
  const { exitCode } = await execa('git', ['--version'], { reject: false });
  return exitCode === 0 ? null : 'this machine has no git';
}

let count = 0;

/** A copy of the plain repository with the attack in it. */
async function planted({ plant }: Attack): Promise<Planted> {
  const folder = join(root, `p${(count += 1)}`);
  await cp(join(root, 'plain'), folder, { recursive: true, preserveTimestamps: true });
  // Otherwise everything looks changed to Git, in the copy.
  await git(folder, system.env, 'status');
  const here = { root: folder, payload, git: (...args: string[]) => git(folder, system.env, ...args) };
  await plant(here);
  await tookPlace(trace);
  return here;
}

const withPath = ({ path }: Attack): System['env'] =>
  path === undefined ? system.env : { ...system.env, PATH: `${path}${delimiter}${system.env['PATH']}` };

/** Whether the control runs the payload. */
async function controlRuns(attack: Attack): Promise<boolean> {
  const { root: folder } = await planted(attack);
  const [file = '', ...args] = attack.control ?? ['git', 'status'];
  await execa('/usr/bin/env', [file, ...args], {
    cwd: folder,
    env: withPath(attack),
    extendEnv: false,
    reject: false,
    input: 'protocol=https\nhost=example.com\nusername=me\npassword=x\n\n',
  });
  return tookPlace(trace);
}

/** Everything in Burrow that looks at a folder or builds it; the last build's answer about changes. */
async function useBurrow(burrow: LocalClient, dir: string, args: string[]) {
  await burrow.projects.add({ path: dir });
  await burrow.projects.list();
  await burrow.projects.browse({ path: dir });
  await burrow.switching.current({ dir });
  await burrow.builds.mainPackages({ dir });
  const { build } = await drain(await burrow.builds.run({ dir, args }), () => undefined);
  const program = build.artifact?.path;
  if (program) await burrow.builds.record({ path: program, project: dir });
  await burrow.builds.history({ project: dir });
  await burrow.builds.show({ id: build.id });
  await burrow.builds.log({ a: build.id, b: build.id });
  return build;
}

/** How the same build may be asked for; the first is the usual one. */
const ways: readonly { args: string[]; inside?: string; env?: Record<string, string> }[] = [
  { args: [] },
  { args: ['-buildvcs=true', '.'] },
  { args: ['-C', '..', '.'], inside: 'cmd' },
  { args: ['-v'], env: { GIT_DIR: '/nowhere', GIT_INDEX_FILE: '/nowhere', GIT_CONFIG_COUNT: '0' } },
  { args: [], env: { GOFLAGS: '-buildvcs=auto -trimpath' } },
];

let tried = 0;
let ran = 0;

it.for(attacks)('$name', async (attack, { skip }) => {
  if (reason) skip(reason);
  expect(await controlRuns(attack), 'the control').toBe(true);
  for (const { args, inside = '', env } of ways.slice(0, stressed(1, ways.length))) {
    const { root: folder } = await planted(attack);
    await using burrow = createLocalClient({ ...system, env: { ...withPath(attack), ...env } });
    const build = await useBurrow(burrow, join(folder, inside), args);
    tried += 1;
    if (await tookPlace(trace)) ran += 1;
    expect(ran).toBe(0);
    const { dirty = true, fails = false } = attack;
    // A build that has to ask Git fails where there is nothing to be asked.
    const mayFail = fails || args.includes('-buildvcs=true');
    if (!mayFail) expect(build.status, build.logTail ?? '').toBe('succeeded');
    expect(build.vcs ? build.vcs.dirty : 'no commit').toBe(dirty);
  }
});

it.for([
  [['-buildvcs=false'], ''],
  [[], '-buildvcs=false'],
  [['-buildvcs=0'], '-buildvcs=true'],
] as const)('asks Git nothing with the flags %j and GOFLAGS=%s', async ([args, GOFLAGS], { skip }) => {
  if (reason) skip(reason);
  const { root: folder } = await planted({ name: 'nothing', plant: () => Promise.resolve() });
  const build = async (flags: readonly string[], env: Record<string, string>) => {
    await using burrow = createLocalClient({
      ...system,
      env: { ...system.env, ...env, GIT_TRACE: trace },
    });
    return (await drain(await burrow.builds.run({ dir: folder, args: [...flags] }), () => undefined)).build;
  };
  expect(await build(args, { GOFLAGS })).toMatchObject({ status: 'succeeded', vcs: null });
  expect(await tookPlace(trace)).toBe(false);
  expect(await build([], {})).toMatchObject({ status: 'succeeded', vcs: { dirty: true, branch: 'main' } });
  expect(await tookPlace(trace)).toBe(true);
});

afterAll(() => console.log(`stress: hostile repositories: ${ran} of ${tried} ran a program`));
