import { execa } from 'execa';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, chown, mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { acquireLock } from '#core/system';
import { removeToolchain } from '#core/toolchains/changes';
import { fakeGo } from '#testing/fake-toolchains';
import { install, type ToolchainWorld, toolchainWorld } from '#testing/toolchain-world';
import { filesBelow, wholeToolchains } from '#testing/whole-toolchains';

/** Nobody; and a group that both users are in is 0, root's own. */
const other = 65_534;
const version = 'go1.26.1';

// Only root can be two users.
let world: ToolchainWorld;
beforeEach(async (ctx) => {
  if (process.geteuid?.() !== 0) ctx.skip('this process may not become another user');
  world = await toolchainWorld();
  world.server.offerFake(fakeGo(version));
  world.server.offerFake(fakeGo('go1.25.3'));
  await chmod(world.folder, 0o755);
});
afterEach(async () => {
  process.seteuid?.(0);
  await world?.[Symbol.asyncDispose]();
});

/** Does something as another user. */
async function as<Result>(user: number, work: () => Promise<Result>): Promise<Result> {
  process.seteuid?.(user);
  try {
    return await work();
  } finally {
    process.seteuid?.(0);
  }
}

async function homeOf(user: number, mode = 0o700): Promise<void> {
  await mkdir(world.root);
  await chown(world.root, user, 0);
  await chmod(world.root, mode);
}

const refused = async (wanted = version) => {
  const { code, params } = await world.failed(world.everywhere(), { version: wanted });
  return `${code} ${String(params['reason'])}`;
};

/** Files and folders in Burrow's home that belong to somebody else. */
async function notOf(user: number): Promise<string[]> {
  const names = (await readdir(world.root, { recursive: true })).map((name) => join(world.root, name));
  const owners = await Promise.all(names.map(async (name) => (await stat(name)).uid));
  return names.filter((_, index) => owners[index] !== user);
}

describe('a home of another user', () => {
  it('is not used by root, as with sudo, whose files would be in its owner’s way', async () => {
    await homeOf(other);
    expect(await refused()).toBe('home.unusable not-yours');
    expect(await filesBelow(world.root)).toEqual([]);
    await as(other, () => install(world.everywhere(), { version }));
    expect(await refused('1.25.3')).toBe('home.unusable not-yours');
    const removal = removeToolchain(world.everywhere(), { version });
    await expect(removal).rejects.toMatchObject({ code: 'home.unusable' });
    expect(await notOf(other)).toEqual([]);
    await as(other, async () => {
      await install(world.everywhere(), { version: '1.25.3' });
      expect(await wholeToolchains(world.everywhere())).toEqual([version, 'go1.25.3']);
      await removeToolchain(world.everywhere(), { version });
    });
  });

  it.each([
    ['for its owner alone', 0o700],
    ['for all to read', 0o755],
    ['shared with a group', 0o770],
  ])('is not changed, when it is %s', async (_, mode) => {
    await install(world.everywhere(), { version });
    await chmod(world.root, mode);
    const before = await filesBelow(world.root);
    expect(await as(other, () => refused('1.25.3'))).toBe('file.no-permission undefined');
    const removal = as(other, () => removeToolchain(world.everywhere(), { version }));
    await expect(removal).rejects.toMatchObject({
      code: expect.toBeOneOf(['file.no-permission', 'toolchain.not-installed', 'home.unusable']),
    });
    expect(await filesBelow(world.root)).toEqual(before);
    expect(await wholeToolchains(world.everywhere())).toEqual([version]);
  });

  it('is refused when all may write to it', async () => {
    await homeOf(0, 0o777);
    expect(await refused()).toBe('home.unusable open-to-all');
  });
});

it('says so when the home cannot be made or written', async () => {
  expect(await as(other, () => refused())).toBe('home.unusable no-permission');
  await homeOf(other, 0o500);
  expect(await as(other, () => refused())).toBe('home.unusable no-permission');
  await chmod(world.root, 0o700);
  await as(other, () => install(world.everywhere(), { version }));
});

it.for([
  ['shown', ''],
  ['hidden from other users', '-o hidepid=2'],
])('respects the lock of another user, whose processes are %s', async ([, options], ctx) => {
  const asOther = ['setpriv', `--reuid=${other}`, `--regid=${other}`, '--clear-groups', process.execPath];
  const inItsOwnWorld = [
    '-m',
    'sh',
    '-c',
    `mount -t proc ${options} proc /proc && exec "$@"`,
    'sh',
    ...asOther,
  ];
  const tried = await execa('unshare', [...inItsOwnWorld, '--version'], { reject: false });
  if (tried.failed) ctx.skip('no process of another user can be started here');

  const folder = await mkdtemp(join(tmpdir(), 'burrow-users-'));
  await chmod(folder, 0o777);
  const [lock, inside] = [join(folder, 'lock'), join(folder, 'inside')];
  const held = await acquireLock(lock);
  const program = fileURLToPath(new URL('../support/lock-child.ts', import.meta.url));
  const child = spawn('unshare', [...inItsOwnWorld, program, lock, inside], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'close');
  try {
    let said = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text));
    // By then it would have it.
    await Promise.race([ended, pause(2500)]);
    expect([said, child.exitCode]).toEqual(['', null]);
    await held[Symbol.asyncDispose]();
    await expect.poll(() => said).toMatch(/^held/);
  } finally {
    child.kill('SIGKILL');
    await ended;
    await rm(folder, { recursive: true, force: true });
  }
});
