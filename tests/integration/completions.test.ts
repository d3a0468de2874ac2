import { execa } from 'execa';
import { existsSync } from 'node:fs';
import { chmod, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CommandLine } from '#testing/command-line';

const typist = join(import.meta.dirname, '../support/type-in-shell.zsh');

let burrow: CommandLine;
beforeAll(async () => {
  burrow = await CommandLine.make();
  // Both write the shims, and so the scripts; the second also writes env.sh and env.fish.
  await burrow.run(['settings', 'installMissing=on']);
  await burrow.run(['shell', 'apply', '--yes', '--shell', 'zsh,bash,fish']);
  await writeFile(join(burrow.root, 'a $(touch hacked)'), '');
});
afterAll(() => burrow[Symbol.asyncDispose]());

function environment(more: Record<string, string> = {}): Record<string, string> {
  const path = `${burrow.env['PATH']}:/usr/bin:/bin`;
  return { ...burrow.env, PATH: path, TERM: 'xterm', LANG: 'C.UTF-8', ...more };
}

const readEnv = () => `. ${burrow.home}/env.sh`;
const compinit = 'autoload -Uz compinit; compinit -D';
const bashCompletion = '/usr/share/bash-completion/bash_completion';

/** How a shell is started, and what it runs before the line is typed. */
const shells: Record<string, [args: string[], setup: () => string]> = {
  'zsh without compinit': [['zsh', '-f', '-i'], readEnv],
  'zsh, compinit first': [['zsh', '-f', '-i'], () => `${compinit}; ${readEnv()}`],
  'zsh, compinit later': [['zsh', '-f', '-i'], () => `${readEnv()}; ${compinit}`],
  bash: [['bash', '--norc', '-i'], readEnv],
  'bash with bash-completion': [['bash', '--norc', '-i'], () => `. ${bashCompletion}; ${readEnv()}`],
  'bash, strict': [['bash', '--norc', '-i'], () => `set -u; ${readEnv()}`],
};

/** The line after a Tab. */
async function typed(shell: string, line: string): Promise<string> {
  const [args, setup] = shells[shell] ?? [[], () => ''];
  await rm(join(burrow.root, 'hacked'), { force: true });
  const { stdout } = await execa('zsh', ['-f', typist, burrow.root, setup(), line, ...args], {
    cwd: burrow.root,
    env: environment(),
    extendEnv: false,
    timeout: 60_000,
  });
  return stdout;
}

async function inFish(line: string, env: Record<string, string> = {}): Promise<string[]> {
  const { stdout } = await execa('fish', ['-i', '-c', 'complete -C "$LINE"'], {
    cwd: burrow.root,
    env: environment({ LINE: line, ...env }),
    extendEnv: false,
    stdin: 'ignore',
  });
  return stdout.split('\n');
}

const lines: [line: string, expected: string][] = [
  ['burrow compl', 'burrow completion '],
  ['burrow shell plan --shell=z', 'burrow shell plan --shell=zsh '],
  ['burrow env set GOPROXY=https://goproxy.c', 'burrow env set GOPROXY=https://goproxy.cn,direct '],
  ['burrow exec cat a', 'burrow exec cat a\\ \\$\\(touch\\ hacked\\) '],
  ['burrow use $(touch hacked) --glo', 'burrow use $(touch hacked) --global '],
  ['burrow --lang "$(touch hacked)" compl', 'burrow --lang "$(touch hacked)" completion '],
];

describe.each(Object.keys(shells))('%s', (shell) => {
  // All cases in one zsh and one bash; the others differ in how the script is found.
  const tried = /first|^bash$/.test(shell) ? lines : lines.slice(0, 2);
  it.skipIf(shell.includes('bash-completion') && !existsSync(bashCompletion)).each(tried)(
    'makes %s into %s',
    async (line, expected) => {
      expect(await typed(shell, line)).toBe(expected);
      expect(await readdir(burrow.root)).not.toContain('hacked');
    },
  );
});

it('fish offers words, files and descriptions', async () => {
  expect(await inFish('burrow compl', { LANG: 'zh_CN.UTF-8' })).toEqual([
    'completion\t输出在 Shell 中补全 `burrow` 的脚本',
  ]);
  expect(await inFish('burrow completion ')).toEqual(expect.arrayContaining(['bash', 'fish', 'zsh']));
  expect(await inFish('burrow env set GOPROX')).toEqual([expect.stringMatching(/^GOPROXY=\t/)]);
  expect(await inFish('burrow exec cat a')).toContain('a $(touch hacked)');
  expect(await inFish('burrow use $(touch hacked) --glo')).toEqual([expect.stringMatching(/^--global\t/)]);
  expect(await readdir(burrow.root)).not.toContain('hacked');
});

it('completes nothing, and says nothing, where the scripts or Burrow are not there', async () => {
  await using other = await CommandLine.make();
  await other.run(['shell', 'apply', '--yes', '--shell', 'bash']);
  await rm(join(other.home, 'completions'), { recursive: true, force: true });
  for (const [shell, flags] of [
    ['bash', ['--norc', '-i']],
    ['zsh', ['-f', '-i']],
    ['dash', ['-i']],
  ] as const) {
    const ran = await execa(shell, [...flags, '-euc', `. ${other.home}/env.sh; echo "$?"`], {
      env: { ...other.env, PATH: '/usr/bin:/bin', BASH_VERSION: '5', ZSH_VERSION: '5' },
      extendEnv: false,
      stdin: 'ignore',
    });
    expect([shell, ran.stdout, ran.stderr.replace(/^.*(?:job control|process group).*\n?/gm, '')]).toEqual([
      shell,
      '0',
      '',
    ]);
  }
});

it('answers without network, and never with an error', async () => {
  await using other = await CommandLine.make({
    HTTPS_PROXY: 'http://127.0.0.1:9',
    GOPROXY: 'http://127.0.0.1:9',
  });
  const asked = await other.run(['complete', '--', 'install', '1.2']);
  expect(asked.stdout).toMatch(/^none\n1\.\d+/);
  expect(asked).toMatchObject({ exitCode: 0, stderr: '' });
  expect((await readdir(other.root)).toSorted()).toEqual(['bin']);
  await mkdir(other.home);
  await chmod(other.home, 0o777);
  expect(await other.run(['complete', '--', 'remove', ''])).toMatchObject({
    exitCode: 0,
    stdout: 'files',
    stderr: '',
  });
});
