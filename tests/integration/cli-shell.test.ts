import { chmod, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CommandLine } from '#testing/command-line';

// `burrow shell` for someone who has never seen it, and types something wrong.
let cli: CommandLine;
beforeEach(async () => {
  cli = await CommandLine.make({ SHELL: '/bin/bash' });
});
afterEach(() => cli[Symbol.asyncDispose]());

const shell = (...args: string[]) => cli.run(['shell', ...args]);
/** The id of an entry of the journal. */
async function entryOf(kind: string): Promise<string> {
  const { document } = await cli.json(['shell', 'journal']);
  const { entries } = document as { entries: { id: string; kind: string }[] };
  return entries.find((each) => each.kind === kind)?.id ?? '';
}

describe('wrong usage', () => {
  it.each([
    ['an id that is none', ['apply', 'nope'], 'is not the id of a plan', 'burrow shell plan'],
    [
      'a shell that Burrow does not know',
      ['plan', '--shell', 'ksh'],
      'Unknown shell "ksh"',
      'burrow shell --help',
    ],
    ['a plan and shells', ['apply', 'bash-000000000000', '--shell', 'bash'], 'leave out --shell', '--help'],
    ['no terminal and no --yes', ['apply'], 'Add --yes', '--help'],
    ['an entry that is not there', ['undo', 'x'], 'has no edit x', 'burrow shell journal'],
    ['an unknown command', ['aply'], 'aply', '--help'],
  ])('%s', async (_, args, message, hint) => {
    const { exitCode, stderr } = await shell(...args);
    expect(exitCode).toBe(2);
    expect(stderr).toContain(message);
    expect(stderr).toContain(hint);
    expect(await cli.json(['shell', ...args])).toMatchObject({
      exitCode: 2,
      document: { error: { message: expect.any(String), hint: expect.any(String) } },
    });
    expect(await cli.names('locks')).toEqual([]);
  });
});

it('applies a plan once, and not when a byte has changed since', async () => {
  await cli.write('.bashrc', 'a=1\n');
  const { document } = await cli.json(['shell', 'plan']);
  const { id } = document as { id: string };
  await cli.write('.bashrc', 'a=2\n');
  expect(await shell('apply', id)).toMatchObject({
    exitCode: 1,
    stderr: expect.stringContaining('has changed since. Nothing was changed.'),
  });
  expect((await shell('apply', '--yes')).exitCode).toBe(0);
  expect(await shell('apply', '--yes')).toMatchObject({
    exitCode: 0,
    stdout: expect.stringContaining('Nothing to change.'),
  });
});

it('tells in the journal what was changed, why, and what it was before', async () => {
  await cli.write('.bashrc', 'a=1\n');
  await shell('apply', '--yes');
  const applied = await entryOf('apply');
  expect((await shell('undo', applied)).exitCode).toBe(0);
  const undone = await entryOf('undo');
  const { stdout } = await shell('journal');
  expect(stdout).toContain(`applied · Burrow's lines in profiles · undone by ${undone}`);
  expect(stdout).toContain('+# >>> burrow >>>');
  expect(await shell('undo', undone)).toMatchObject({
    exitCode: 2,
    stderr: expect.stringContaining('is itself an undo'),
  });
  for (const args of [['undo', applied], ['undo']])
    expect(await shell(...args)).toMatchObject({ exitCode: 0, stdout: 'There is nothing to undo.' });
});

it('fails where no file can be edited, with the reasons and the lines to add by hand', async () => {
  await chmod(await cli.write('.bashrc', 'a=1\n'), 0o444);
  await mkdir(join(cli.root, '.profile'));
  const { exitCode, stdout, stderr } = await shell('apply', '--yes');
  expect(exitCode).toBe(1);
  expect(stderr).toContain('it is read-only');
  expect(stderr).toContain('it is a folder, not a file');
  expect(stdout).toBe('None of these files is edited, for the reasons above.');
  const { document } = await cli.json(['shell', 'plan']);
  const { files } = document as { files: { block: string }[] };
  for (const { block } of files) expect(block).toContain('. "$HOME/.burrow/env.sh"');
});

it('says where edited lines of Burrow’s are left, once there is nothing to undo', async () => {
  await cli.write('.bashrc', 'a=1\n# >>> burrow >>>\nother\n# <<< burrow <<<\n');
  const { stdout } = await shell('undo');
  expect(stdout).toContain(`are still in ${join(cli.root, '.bashrc')}, from line 2: delete them by hand.`);
  expect((await cli.run(['shell', 'undo', '--lang', 'zh-CN'])).stdout).toContain('从第 2 行起');
});
