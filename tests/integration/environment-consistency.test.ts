import { existsSync } from 'node:fs';
import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Consistency, ShellStart, StartDifference, StartedAs } from '#contract/consistency';
import { compareShells } from '#core/environment';
import { applyPlan, planShells } from '#core/profiles';
import { CommandLine } from '#testing/command-line';
import { fakeGo, writeGoroot } from '#testing/fake-toolchains';
import { ShellHome } from '#testing/shell-home';

let home: ShellHome;
beforeEach(async () => {
  home = await ShellHome.make('/bin/bash');
  await writeGoroot(home.path('old-go'), fakeGo('go1.20.3'));
});
afterEach(() => home[Symbol.asyncDispose]());

/** Burrow's home with a toolchain that runs by default, its shims first in every shell. */
async function setUp(version = 'go1.26.1'): Promise<void> {
  const { os, arch } = home.system;
  const goroot = home.path(`.burrow/toolchains/${version}.${os}-${arch}`);
  await writeGoroot(goroot, fakeGo(version, { os, arch }));
  await writeFile(`${goroot}.json`, JSON.stringify({ version, os, arch }));
  await home.write('.burrow/default', `${version}\n`);
  await program('.burrow/shims/go', '#!/bin/sh\n# Burrow\u2019s\nexit 1\n');
  const plan = await planShells(home.system, ['bash', 'zsh', 'fish']);
  await applyPlan(home.system, plan.id);
}
async function program(name: string, text: string): Promise<string> {
  await home.write(name, text);
  await chmod(home.path(name), 0o755);
  await chmod(dirname(home.path(name)), 0o755);
  return home.path(name);
}
function compare(env: Record<string, string> = {}, dir = home.home): Promise<Consistency> {
  return compareShells({ ...home.system, env: { ...home.system.env, ...env } }, { dir });
}
function startOf({ shells }: Consistency, shell: string, mode: StartedAs): ShellStart | undefined {
  return shells.find((each) => each.shell === shell && each.mode === mode);
}
/** In short: what differs where, and because of which line. */
function told(difference: StartDifference): string {
  const { starts, kind, at } = difference;
  const where = starts.map(({ shell, mode }) => `${shell ?? 'apps'} ${mode}`).join(', ');
  const what =
    kind === 'go'
      ? `${difference.cause} ${difference.found.version}`
      : `${difference.name}=${difference.found}`;
  return `${where}: ${what}${at === null ? '' : ` (${at.file.slice(home.home.length + 1)}:${at.line})`}`;
}

describe('which Go runs', () => {
  it('is what Burrow selects for the folder, where its shim is first', async () => {
    await setUp();
    const found = await compare();
    for (const shell of ['bash', 'zsh', 'fish']) {
      for (const mode of ['login', 'interactive', 'login-interactive'] as const) {
        expect(startOf(found, shell, mode), `${shell} ${mode}`).toMatchObject({
          go: join(home.shims, 'go'),
          version: 'go1.26.1',
          isShim: true,
        });
      }
    }
    expect(found.differences).toEqual([]);
    await home.write('shop/.go-version', '1.22.1\n');
    expect((await compare({}, home.path('shop'))).usual).toMatchObject({ isShim: true, version: 'go1.22.1' });
  });

  it('is none where Burrow has none to select, which is not the same Go everywhere', async () => {
    await setUp();
    await home.write('.burrow/default', '');
    const { usual, differences } = await compare({ PATH: '/usr/bin:/bin' });
    expect(usual).toMatchObject({ isShim: true, version: null, selectsNone: true });
    expect(differences).toEqual([]);
  });

  it('is another one where a line puts it in front again, which is named', async () => {
    await setUp();
    const line = `export PATH='${home.path('old-go/bin')}':$PATH`;
    await home.write('.bashrc', `${await home.read('.bashrc')}\n# mine\n${line}\n`);
    await home.write('.config/fish/config.fish', `set -gx PATH '${home.path('old-go/bin')}' $PATH\n`);
    const found = await compare();
    expect(startOf(found, 'bash', 'interactive')).toMatchObject({ version: 'go1.20.3', isShim: false });
    const place = (await home.read('.bashrc')).split('\n').indexOf(line) + 1;
    expect(found.differences.map(told)).toEqual([
      `bash interactive: in-front go1.20.3 (.bashrc:${place})`,
      'fish script, fish login, fish interactive, fish login-interactive: in-front go1.20.3 (.config/fish/config.fish:1)',
    ]);
  });

  it('is not run to be asked, whatever it is', async () => {
    const ran = home.path('ran');
    await program('shims/go', `#!/bin/sh\ntouch '${ran}'\necho go version go9.9.9\n`);
    await home.write('.bashrc', `export PATH='${home.path('shims')}':$PATH\n`);
    const found = await compare();
    expect(startOf(found, 'bash', 'interactive')).toMatchObject({ go: home.path('shims/go'), version: null });
    expect(existsSync(ran)).toBe(false);
  });

  it.each([
    ['bash', '.bashrc', "alias go='/opt/go run'\n", 'alias'],
    ['bash', '.bashrc', 'go() { command go "$@"; }\n', 'function'],
    ['zsh', '.zshrc', 'alias go=/opt/go\n', 'alias'],
    ['zsh', '.zshrc', 'function go { command go "$@"; }\n', 'function'],
    ['fish', '.config/fish/config.fish', 'alias go /opt/go\n', 'function'],
  ])('is hidden in %s by %s: %s', async (shell, file, text, hiddenBy) => {
    await setUp();
    await home.write(file, `${await home.read(file).catch(() => '')}\n${text}`);
    const found = await compare();
    expect(startOf(found, shell, 'interactive')).toMatchObject({ hiddenBy, isShim: true });
    expect(found.differences.map((each) => each.kind === 'go' && each.cause)).toContain(hiddenBy);
  });

  it('may be another version because of a variable', async () => {
    await setUp();
    await home.write('.bashrc', `${await home.read('.bashrc')}\nexport BURROW_GO=1.21.9\n`);
    expect((await compare()).differences.map(told)).toEqual(['bash interactive: resolved go1.21.9']);
  });
});

it('tells which variables differ, with their lines, and no secret', async () => {
  await home.write('.profile', 'export GOPATH=/srv/go\n');
  await home.write('.bashrc', 'export GOPATH=/srv/go\nexport GOPROXY=https://me:secret@proxy.example\n');
  const found = await compare();
  expect(found.differences.map(told)).toEqual([
    'bash interactive: GOPROXY=https://***@proxy.example (.bashrc:2)',
  ]);
  expect(JSON.stringify(found)).not.toContain('secret');
});

it('asks a shell that is in /etc/shells, or the login shell alone, also without a PATH', async () => {
  const found = await compare({ PATH: '' });
  expect(startOf(found, 'bash', 'login')).toMatchObject({ path: '/bin/bash', login: true, used: true });
  expect(found.shells[0]?.shell).toBe('bash');
});

it('says that no Go is selected, and not that all run the same', async () => {
  await using burrow = await CommandLine.make({ SHELL: '/bin/bash', TERM: 'xterm' });
  await burrow.run(['shell', 'apply', '--yes']);
  const { stdout } = await burrow.run(['env', 'consistency']);
  expect(stdout).toMatch(/^bash \(yours\) +inherits +no Go selected +no Go selected +no Go selected$/m);
  expect(stdout).toContain('No shell that you use finds a Go.');
});

it('prints a table, or JSON, and exits with 0', async () => {
  await using burrow = await CommandLine.make({ SHELL: '/bin/bash', TERM: 'xterm' });
  await mkdir(join(burrow.root, 'bin'), { recursive: true });
  await writeFile(join(burrow.root, '.bashrc'), 'export GOFLAGS=-x\n\u001B]0;title\u0007 2>/dev/null\n');
  await writeFile(join(burrow.root, '.zshrc'), 'exit\n');
  const shown = await burrow.run(['env', 'consistency']);
  expect(shown.exitCode).toBe(0);
  expect(shown.stdout).toMatch(/^bash \(yours\) +inherits +no Go +no Go +no Go$/m);
  expect(shown.stdout).toContain('bash, interactive: GOFLAGS is -x; usually it is not set (~/.bashrc:1)');
  expect(shown.stdout).toMatch(
    /zsh, interactive, login and interactive: (\/usr)?\/bin\/zsh ended without an answer\./,
  );
  const chinese = await burrow.run(['env', 'consistency', '--lang', 'zh-CN']);
  expect(chinese.stdout).toContain('bash（交互）：GOFLAGS 为 -x，通常未设置（~/.bashrc:1）');
  const { stdout, exitCode } = await burrow.run(['env', 'consistency', '--json']);
  expect(exitCode).toBe(0);
  const { shells, differences } = JSON.parse(stdout) as Consistency;
  const of = (shell: string, mode: StartedAs) =>
    shells.find((each) => each.shell === shell && each.mode === mode);
  expect(of('bash', 'interactive')).toMatchObject({ go: null, version: null, variables: { GOFLAGS: '-x' } });
  expect(of('zsh', 'interactive')?.unknown).toMatchObject({
    code: 'environment.shell-silent',
    message: expect.stringContaining('ended without an answer'),
  });
  expect(differences).toHaveLength(1);
  expect((await burrow.run(['env', 'consistency', '--help'])).stdout).toContain('--dir <dir>');
  const nowhere = await burrow.run(['env', 'consistency', '--dir', '/no/such/folder', '--json']);
  expect(nowhere).toMatchObject({ exitCode: 1, stdout: expect.stringContaining('folder.not-found') });
});
