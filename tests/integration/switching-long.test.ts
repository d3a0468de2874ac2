import { spawnSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { expect, it } from 'vitest';
import { resolveGo } from '#core/switching';
import { commandTimeoutMs } from '#testing/limits';
import { stressed } from '#testing/stress';
import { type PosixShell, posixShells, SwitchingWorld } from '#testing/switching-world';

const word = (text: string, bytes = 100_000) => text.repeat(Math.ceil(bytes / text.length)).slice(0, bytes);
const list = (length: number) => `[${word('"1.2", ', length)}]`;

/** Files in which a step that takes quadratic time, or one for each of many words, would be seen. */
const files: [name: string, file: string, content: string][] = [
  ['one word', '.go-version', word('1')],
  ['one word of points', '.go-version', word('1.')],
  ['blanks within', '.go-version', `1.22${' '.repeat(99_000)}x`],
  ['blanks before', '.go-version', `${' '.repeat(99_000)}1.22`],
  ['carriage returns', '.go-version', `${word('\r', 999)}\n${word('\r')}1.22`],
  ['empty lines', '.go-version', word('\n')],
  ['comments', '.go-version', word('#\n')],
  ['carriage returns on every line', '.go-version', word(`${'\r'.repeat(999)}\n`)],
  ['20,000 words', '.tool-versions', `golang ${word('1.9 ', 80_000)}`],
  ['lines of another tool', '.tool-versions', word('go-x 1\n')],
  ['a line of words', '.tool-versions', `golang ${word('1.9 ', 990)}`],
  ['a list', 'mise.toml', `[tools]\ngo = ${list(80_000)}\n`],
  ['a list on many lines', 'mise.toml', `[tools]\ngo = [\n${word('"1.2",\n', 63_000)}]\n`],
  ['brackets', 'mise.toml', `[tools]\nx = ${word('[', 990)}\n${word(`${word('[', 999)}\n`)}`],
  ['quotes', 'mise.toml', `[env]\n${word(`x = ["${word('\\\\', 980)}"]\n`)}`],
  ['three quotes', 'mise.toml', `[env]\nx = """\n${word(`${word('\\"""', 996)}\n`)}`],
  ['keys', 'mise.toml', `[tools]\n${word(`${word('a.', 990)}b = 1\n`)}`],
  ['300,000 empty lines', 'go.mod', word('\n', 300_000)],
  ['one word', 'go.mod', word('x')],
  ['blanks behind', 'go.mod', `go 1.22${' '.repeat(99_000)}x`],
  ['words that begin alike', 'go.mod', word('go.x v1\n')],
  ['blocks', 'go.mod', word('require (\n')],
  ['a deep path', 'go.work', word('use ./a/(\n')],
];

/**
 * ms of the processor. The resolver takes up to 100, and shells up to 3000 for 64,000 empty lines; without the limits,
 * some of these files take a minute.
 */
const limits = { resolver: 1500, shell: 9000 };

/** The processor time (ms) that a shell takes for the shim. */
function shimTime(world: SwitchingWorld, { file, args }: PosixShell): number {
  const ran = spawnSync(
    '/bin/sh',
    ['-c', '"$@" >/dev/null 2>&1; times', 'sh', file ?? '', ...args, world.shim()],
    { cwd: world.dir, env: { PWD: world.dir }, encoding: 'utf8', timeout: commandTimeoutMs },
  );
  const children = ran.stdout.split('\n')[1] ?? '';
  const [user = Number.NaN, system = Number.NaN] = [...children.matchAll(/(\d+)m([\d.]+)s/g)].map(
    ([, minutes, seconds]) => Number(minutes) * 60_000 + Number(seconds) * 1000,
  );
  return user + system;
}

/** The processor time (ms) of this process during some work. */
async function ownTime(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** The smaller of two times: other programs disturb. */
async function least(time: () => Promise<number> | number): Promise<number> {
  return Math.min(await time(), await time());
}

it.for(files)('%s in a %s take neither resolver nor shim long', async ([name, file, content]) => {
  await using world = await SwitchingWorld.make({
    name,
    dir: 'p',
    installed: ['go1.22.5', 'go1.24.9', 'go1.26.1'],
    expected: 'nothing chosen',
  });
  await writeFile(join(world.dir, file), content);
  expect(await least(() => ownTime(() => resolveGo(world.system, world.dir)))).toBeLessThan(limits.resolver);
  // dash, or all.
  for (const shell of posixShells.slice(0, stressed(1, posixShells.length))) {
    if (shell.file === null) continue;
    expect(await least(() => shimTime(world, shell)), shell.name).toBeLessThan(limits.shell);
  }
});
