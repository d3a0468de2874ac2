import { execa } from 'execa';
import { readdir } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Consistency, ShellStart, StartedAs } from '#contract/consistency';
import { compareShells } from '#core/environment';
import { findOnPath, prepareHome, type System } from '#core/system';
import { ShellHome } from '#testing/shell-home';

let home: ShellHome;
beforeEach(async () => {
  home = await ShellHome.make('/bin/bash');
  await prepareHome(home.system);
});
afterEach(() => home[Symbol.asyncDispose]());

function compare(system: System = home.system): Promise<Consistency> {
  return compareShells(system, { dir: home.home });
}
function startOf({ shells }: Consistency, shell: string, mode: StartedAs): ShellStart | undefined {
  return shells.find((each) => each.shell === shell && each.mode === mode);
}
/** The value of GOFLAGS there, or the code of the reason why it is not known. */
function flagsIn(found: Consistency, shell: string, mode: StartedAs): string | undefined {
  const start = startOf(found, shell, mode);
  return start?.unknown?.code ?? start?.variables['GOFLAGS'];
}
/** A system that gives shells less time than 10 s. */
function impatient(ms: number): System {
  const { system } = home;
  return { ...system, stream: (command) => system.stream({ ...command, timeoutMs: ms }) };
}
async function isRunning(sign: string): Promise<boolean> {
  const { stdout } = await execa('ps', ['-eo', 'args']);
  return stdout.split('\n').some((line) => line.includes(sign));
}

const hostile: Record<string, string> = {
  'prints before and after': 'echo before; trap "echo after" EXIT\n',
  'prints a mark of its own, and no line end': 'printf "\\0=\\0MARK=x\\0"\n',
  'prints escape sequences': 'printf "\\033]0;title\\007\\033[2J\\033P1$q\\033\\\\"\n',
  'prints 2 MB': 'yes 0123456789 | head -c 2000000\n',
  'asks a question': 'printf "Update? [y/N] "; read answer\n',
  'asks a question of the terminal': '{ read answer </dev/tty; } 2>/dev/null\n',
  'redirects its output, as an instant prompt does': 'exec >/dev/null 2>&1\n',
  'keeps a log of its output': 'exec >>"$HOME/log" 2>&1\n',
  'closes its output': 'exec 1>&- 2>&-\n',
  'closes other files': 'exec 3>&- 4>&- 9>&-\n',
  'leaves something running': 'sleep 4242 &\n',
  'sets PATH to nothing useful': 'PATH=/nope\n',
  'replaces commands': 'printf() { :; }; env() { :; }; alias printf=false env=false sh=false\n',
  'ends at an error': 'set -e; false || true\n',
  'ends at a variable that is not set': 'set -u\n',
  'allows no overwriting': 'set -C\n',
  'goes elsewhere': 'cd /; umask 0777\n',
  'returns early': 'return 0\n',
  'wants no update': '[ "$DISABLE_AUTO_UPDATE" = true ] || sleep 60\n',
  'tests whether it is asked': 'if [ "$BURROW_RESOLVING_ENVIRONMENT" != 1 ]; then sleep 60; fi\n',
};

describe('a profile breaks nothing that', () => {
  it.each(Object.entries(hostile))('%s', async (_, text) => {
    for (const file of ['.bashrc', '.profile', '.zshrc', '.zprofile']) {
      await home.write(file, `export GOFLAGS=-x\n${text}`);
    }
    const found = await compare();
    for (const mode of ['login', 'interactive', 'login-interactive'] as const) {
      expect(flagsIn(found, 'bash', mode), `bash ${mode}`).toBe('-x');
      expect(flagsIn(found, 'zsh', mode), `zsh ${mode}`).toBe('-x');
    }
    expect(flagsIn(found, 'sh', 'login')).toBe('-x');
    await expect.poll(() => isRunning('sleep 4242')).toBe(false);
    // The answers may contain secrets: none stays, nor gets into what a profile redirects its output to.
    expect(await readdir(home.path('.burrow/staging'))).toEqual([]);
    expect(await home.read('log').catch(() => '')).not.toContain('GOFLAGS');
  });

  it.each([
    ['prints and reads', 'echo hello; read answer\n'],
    ['redirects its output', 'exec >/dev/null\n'],
    ['replaces commands', 'function printf; end; function env; end\n'],
  ])('in fish %s', async (_, text) => {
    await home.write('.config/fish/config.fish', `set -gx GOFLAGS -x\n${text}`);
    const found = await compare();
    for (const mode of ['script', 'login', 'interactive', 'login-interactive'] as const) {
      expect(flagsIn(found, 'fish', mode), mode).toBe('-x');
    }
  });
});

describe('a shell is unknown, with the reason, whose profile', () => {
  it.each([
    ['ends it', 'exit 3\n'],
    ['replaces it with another shell', 'exec sh\n'],
    ['replaces it with tmux', 'exec tmux new-session -A -s main\n'],
    ['replaces it with a program that is not there', 'exec burrow-no-such-program\n'],
    ['ends at a failing command', 'set -e\nfalse\n'],
    ['kills it', 'kill -9 $$\n'],
  ])('%s', async (_, text) => {
    await home.write('.bashrc', `export GOFLAGS=-x\n${text}`);
    const found = await compare();
    expect(flagsIn(found, 'bash', 'interactive')).toBe('environment.shell-silent');
    // All others are known.
    expect(found.shells.filter(({ unknown, shell }) => unknown && shell !== null)).toHaveLength(1);
  });

  it.each([
    ['waits for ever', 'sleep 4343\n'],
    [
      'waits for ever and ignores signals',
      'trap "" TERM INT HUP\n(trap "" TERM; sleep 4343) &\nsleep 4343\n',
    ],
  ])('%s, of which nothing is left', async (_, text) => {
    await home.write('.bashrc', text);
    const found = await compare(impatient(4000));
    expect(startOf(found, 'bash', 'interactive')?.unknown).toEqual({
      code: 'environment.shell-timed-out',
      params: { shell: '/bin/bash', ms: 10_000 },
    });
    expect(flagsIn(found, 'bash', 'login')).toBeUndefined();
    await expect.poll(() => isRunning('sleep 4343')).toBe(false);
  });
});

it('a signal ends all of it', async () => {
  await home.write('.bashrc', 'sleep 4444\n');
  const stop = new AbortController();
  const asked = compareShells(home.system, { dir: home.home }, stop.signal);
  await Promise.all([
    expect(asked).rejects.toMatchObject({ code: 'cancelled' }),
    expect
      .poll(() => isRunning('sleep 4444'))
      .toBe(true)
      .then(() => stop.abort()),
  ]);
  await expect.poll(() => isRunning('sleep 4444')).toBe(false);
  expect(await readdir(home.path('.burrow/staging'))).toEqual([]);
});

it.for<[string, string, string, StartedAs]>([
  ['ksh', '.profile', 'export GOFLAGS=-k\n', 'login'],
  ['mksh', '.mkshrc', 'export GOFLAGS=-m\n', 'interactive'],
  ['tcsh', '.tcshrc', 'setenv GOFLAGS -t\n', 'script'],
  ['tcsh', '.tcshrc', 'setenv GOFLAGS -t\nalias go /opt/go\n', 'interactive'],
  ['fish', '.config/fish/conf.d/go.fish', 'set -gx GOFLAGS -f\n', 'script'],
  ['zsh', '.zshenv', 'export GOFLAGS=-z\n', 'script'],
])('%s is asked: %s', async ([shell, file, text, mode], ctx) => {
  if ((await findOnPath(home.system, shell)) === null) ctx.skip(`there is no ${shell}`);
  await home.write(file, text);
  expect(flagsIn(await compare(), shell, mode)).toBe(/-[kmtfz]\b/.exec(text)?.[0]);
});

it('a script inherits in shells that read no file then', async () => {
  await home.write('.bashrc', 'export GOFLAGS=-x\n');
  await home.write('.zshenv', 'export GOFLAGS=-z\n');
  const found = await compare();
  expect(startOf(found, 'bash', 'script')).toMatchObject({ inherits: true, variables: {} });
  expect(startOf(found, 'zsh', 'script')).toMatchObject({ inherits: false, variables: { GOFLAGS: '-z' } });
});
