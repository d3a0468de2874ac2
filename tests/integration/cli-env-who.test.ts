import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { CommandLine } from '#testing/command-line';

it('explains PATH by the lines that put its folders there', async () => {
  await using cli = await CommandLine.make({ SHELL: '/bin/bash' });
  await writeFile(join(cli.root, '.profile'), 'PATH="$HOME/tools:$PATH"\n');
  const env = { PATH: `${join(cli.root, 'tools')}:${join(cli.root, 'bin')}` };
  const said = await cli.run(['env', 'explain', 'PATH', '--json'], { env });
  expect(JSON.parse(said.stdout)).toEqual({
    name: 'PATH',
    path: [
      {
        folder: join(cli.root, 'tools'),
        setBy: { file: join(cli.root, '.profile'), line: 1, shell: 'bash', through: [] },
      },
      { folder: join(cli.root, 'bin'), setBy: null },
    ],
    shell: 'bash',
    unknown: null,
  });
  const chinese = await cli.run(['env', 'explain', 'PATH', '--lang', 'zh-CN'], { env });
  expect(chinese.stdout).toContain(`${join(cli.root, 'tools')}  ${join(cli.root, '.profile')}:1`);
  expect(chinese.stdout).toContain('未找到对应的行');
});

it('says that the login shell was not found', async () => {
  await using cli = await CommandLine.make({ SHELL: '/nowhere/zsh' });
  const said = await cli.run(['env', 'explain', 'PATH']);
  expect(said.stdout).toContain('the login shell was not found');
});
