import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { CommandLine } from '#testing/command-line';

const bashrc = 'export GOROOT=/usr/local/go\nexport PATH="~/go/bin:$PATH"\nPATH=/usr/bin:/bin\n';
let burrow: CommandLine;
const profile = () => join(burrow.root, '.bashrc');
const read = () => readFile(profile(), 'utf8');

beforeAll(async () => {
  burrow = await CommandLine.make({ SHELL: '/bin/bash' });
});
beforeEach(() => writeFile(profile(), bashrc));
afterAll(() => burrow[Symbol.asyncDispose]());

interface Document {
  findings: { id: string; kind: string; line: number; title: string; explanation: string; fix: unknown }[];
}

async function findings(): Promise<Document['findings']> {
  const { exitCode, stdout } = await burrow.run(['shell', 'findings', '--json']);
  expect(exitCode).toBe(3);
  return (JSON.parse(stdout) as Document).findings;
}

it('lists findings, and exits with 3 if one changes what runs', async () => {
  const found = await findings();
  expect(found.map(({ kind, line, fix }) => [kind, line, fix !== null])).toEqual([
    ['goroot', 1, true],
    ['quoted-tilde', 2, true],
    ['path-set', 3, false],
  ]);
  for (const { title, explanation } of found) expect([title, explanation]).not.toContain('');
  const { stdout } = await burrow.run(['shell', 'findings']);
  expect(stdout).toContain(`${profile()}:1 · GOROOT is set`);
  expect(stdout).toContain(`burrow shell off ${found[0]?.id}`);
  expect((await burrow.run(['shell', 'findings', '--lang', 'zh-CN'])).stdout).toContain('设置了 GOROOT');
});

it('exits with 0 where only notes are left, and where nothing is', async () => {
  await writeFile(profile(), 'PATH=/usr/bin:/bin\n');
  expect(await burrow.run(['shell', 'findings'])).toMatchObject({ exitCode: 0 });
  await writeFile(profile(), 'export EDITOR=vi\n');
  expect(await burrow.run(['shell', 'findings'])).toMatchObject({
    exitCode: 0,
    stdout: 'No line of your profiles conflicts with Burrow.',
  });
});

it('comments out nothing unasked, and what was shown with --yes; undo gives the bytes back', async () => {
  const ids = (await findings()).slice(0, 2).map(({ id }) => id);
  const asked = await burrow.run(['shell', 'off', ...ids]);
  expect(asked.exitCode).toBe(2);
  expect(asked.stderr).toContain('+# burrow off: export GOROOT=/usr/local/go');
  expect(await read()).toBe(bashrc);

  const { exitCode, stdout } = await burrow.run(['shell', 'off', ...ids, '--yes', '--json']);
  expect(exitCode).toBe(0);
  expect(await read()).toBe(
    '# burrow off: export GOROOT=/usr/local/go\n# burrow off: export PATH="~/go/bin:$PATH"\nPATH=/usr/bin:/bin\n',
  );
  const { entry } = JSON.parse(stdout) as { entry: string };
  expect((await burrow.run(['shell', 'undo', entry])).exitCode).toBe(0);
  expect(await read()).toBe(bashrc);
});

it('refuses an id that it does not know as wrong usage', async () => {
  const { exitCode, stderr } = await burrow.run(['shell', 'off', 'goroot-00000000', '--yes']);
  expect(exitCode).toBe(2);
  expect(stderr).toContain('There is no finding goroot-00000000 in your profiles.');
});
