import { execa } from 'execa';
import { closeSync, mkdirSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openHistory } from '#core/history';
import { localSystem } from '#core/system';
import { CommandLine } from '#testing/command-line';
import { programRecord } from '#testing/example-builds';

// Burrow's home on a separate, small disk, which only root on Linux can make.
let cli: CommandLine;
let disk: string;
let env: Record<string, string>;

beforeEach(async (ctx) => {
  cli = await CommandLine.make();
  disk = join(cli.root, 'disk');
  mkdirSync(disk);
  const options = 'size=3m,nr_inodes=400,mode=0700';
  const mounted = await execa('mount', ['-t', 'tmpfs', '-o', options, 'burrow-test', disk], {
    reject: false,
  });
  if (mounted.failed) ctx.skip('a disk of its own for the test cannot be mounted here');
  env = { BURROW_HOME: join(disk, 'home'), GOCACHE: join(disk, 'go-build') };
});
afterEach(async () => {
  await execa('umount', [disk], { reject: false });
  await cli[Symbol.asyncDispose]();
});

const system = () => ({ ...localSystem(), env: { ...env } });

async function addBuilds(count: number): Promise<void> {
  const history = await openHistory(system());
  for (let n = 0; n < count; n++) await history.add(programRecord({ subject: `./${n}` }));
  await history.close();
}

/** An installed Go, what a killed install left, and a compile cache of Go. */
function putThings(): void {
  const toolchains = join(disk, 'home/toolchains');
  mkdirSync(join(toolchains, 'go1.20.1.linux-amd64/bin'), { recursive: true });
  writeFileSync(join(toolchains, 'go1.20.1.linux-amd64/bin/go'), '', { mode: 0o755 });
  writeFileSync(join(toolchains, 'go1.20.1.linux-amd64.json'), '{}');
  mkdirSync(join(disk, 'home/staging/go1.19.1.linux-amd64'), { recursive: true });
  writeFileSync(join(disk, 'home/staging/go1.19.1.linux-amd64/part'), Buffer.alloc(900_000));
  mkdirSync(join(disk, 'go-build/00'), { recursive: true });
  writeFileSync(join(disk, 'go-build/00/x-d'), Buffer.alloc(100_000));
  writeFileSync(
    join(disk, 'go-build/README'),
    'This directory holds cached build artifacts from the Go build system.\n',
  );
  writeFileSync(join(disk, 'go-build/trim.txt'), '1');
}

/** Fills the disk to its last byte, and, if `entries`, with files until no other can be created. */
function fill(entries: boolean): void {
  if (entries) {
    try {
      for (let n = 0; ; n++) writeFileSync(join(disk, `file-${n}`), '');
    } catch {
      // No other file can be created.
    }
  }
  const file = openSync(entries ? join(disk, 'file-0') : join(disk, 'fill'), 'a');
  try {
    for (;;) writeSync(file, Buffer.alloc(4096));
  } catch {
    // It is full.
  } finally {
    closeSync(file);
  }
}

const full = expect.stringContaining('The disk is full: ');

describe.each([
  ['without room', false],
  ['without room for a file name', true],
])('on a disk %s', (_, entries) => {
  it('history, list, prune --dry-run and current work, and say that it is full', async () => {
    await addBuilds(3);
    putThings();
    fill(entries);
    const history = await cli.run(['history'], { env });
    expect(history).toMatchObject({ exitCode: 0, stderr: full });
    expect(history.stdout).toMatch(/b3 .*\n.*b2 .*\n.*b1 /);
    for (const args of [['history', '--json'], ['list'], ['prune', '--dry-run'], ['history', 'restore']]) {
      expect(await cli.run(args, { env })).toMatchObject({ exitCode: 0, stderr: full });
    }
    for (const args of [['settings'], ['machine'], ['--help']]) {
      expect(await cli.run(args, { env })).toMatchObject({ exitCode: 0, stderr: '' });
    }
  });

  it('prune frees space, after which a build can be recorded', async () => {
    await addBuilds(3);
    putThings();
    fill(entries);
    const { stdout, exitCode } = await cli.run(['prune', '--caches', '--yes', '--json'], { env });
    expect([exitCode, stdout]).toEqual([0, expect.stringContaining('pruned')]);
    const { pruned } = JSON.parse(stdout) as { pruned: { kind: string }[] };
    expect(pruned.map(({ kind }) => kind).toSorted()).toEqual(['compile-cache', 'leftover']);
    // Without names, what was freed is too little for the shims and a log.
    for (let n = 1; n < 50; n++) rmSync(join(disk, `file-${n}`), { force: true });
    await addBuilds(1);
    const history = await cli.run(['history'], { env });
    expect(history).toMatchObject({ exitCode: 0, stderr: '' });
    expect(history.stdout).toContain('b4');
  });

  it.each([
    ['a build', ['build', './x']],
    ['settings', ['settings', 'theme=dark']],
    ['an install', ['install', '1.26.1', '--from', '/nowhere.tar.gz']],
  ])('%s that cannot be written says so, and is no bug', async (what, args) => {
    await addBuilds(1);
    fill(entries);
    const said = await cli.run([...args, '--json'], { env });
    const { error } = JSON.parse(said.stdout) as { error: { code: string } };
    expect(error.code).not.toBe('internal');
    if (what === 'settings') expect(error.code).toBe('disk.full');
  });
});

it('without a history to read, list and prune still work', async () => {
  mkdirSync(join(disk, 'home'), { mode: 0o700 });
  putThings();
  fill(false);
  for (const args of [['list'], ['prune', '--dry-run']]) {
    const said = await cli.run(args, { env });
    expect(said).toMatchObject({ exitCode: 0, stderr: full });
    // Without the history, nobody knows who uses the toolchain.
    expect(said.stdout).not.toContain('1.20.1  unused');
  }
  const history = await cli.json(['history'], { env });
  expect(history).toMatchObject({ exitCode: 1, document: { error: { code: 'disk.full' } } });
});

it('a change that meets a full disk fails as disk.full and is not in the history; the next one works', async () => {
  await addBuilds(3);
  const history = await openHistory(system());
  fill(false);
  const added: string[] = [];
  const add = () => history.add(programRecord({ logTail: 'x'.repeat(100_000) }));
  await expect(add()).rejects.toMatchObject({ code: 'disk.full' });
  expect((await history.list({})).total).toBe(3);
  rmSync(join(disk, 'fill'));
  added.push((await add()).id);
  expect((await history.list({})).builds.map(({ id }) => id)).toEqual([...added, 'b3', 'b2', 'b1']);
  await history.close();
});

it('a history that was opened on a full disk can be written to as soon as there is room', async () => {
  await addBuilds(3);
  fill(false);
  const history = await openHistory(system());
  expect((await history.list({})).total).toBe(3);
  expect(history.notices).toEqual([expect.objectContaining({ code: 'disk.full' })]);
  await expect(history.add(programRecord())).rejects.toMatchObject({ code: 'disk.full' });
  rmSync(join(disk, 'fill'));
  expect((await history.add(programRecord())).id).toBe('b4');
  expect(history.notices).toEqual([]);
  await history.close();
});
