import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { SetBy } from '#contract/environment';
import { adderOf, putBefore, traceStart, whoSet } from '#core/environment';
import { findOnPath, localSystem, type System } from '#core/system';
import { newFolder, removeFolder } from '#testing/folders';

let home = '';
beforeEach(async () => {
  home = await newFolder('who-set-traps', { inMemory: true });
});
afterEach(() => removeFolder(home));

type Files = Record<string, string | readonly string[]>;

async function userOf(shell: string, files: Files, env: Record<string, string> = {}): Promise<System> {
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(home, name)), { recursive: true });
    await writeFile(join(home, name), typeof text === 'string' ? text : `${text.join('\n')}\n`);
  }
  const path = (await findOnPath(localSystem(), shell)) ?? `/nowhere/${shell}`;
  return {
    ...localSystem(),
    home,
    cwd: home,
    env: { HOME: home, SHELL: path, PATH: '/usr/bin:/bin', ...env },
  };
}

/** `.zshrc:3`; null: unknown. */
function placed(setBy: SetBy | null | undefined): string | null {
  return setBy ? `${setBy.file.replace(`${home}/`, '')}:${setBy.line}` : null;
}

async function settersOf(user: System): Promise<Record<string, string | null>> {
  const { variables } = await whoSet(user, {});
  return Object.fromEntries(variables.map(({ name, setBy }) => [name, placed(setBy)]));
}

const many = Array.from({ length: 150 }, (_, index) => [
  `.oh-my-zsh/plugins/p${index}.zsh`,
  [`plugin_${index}() { local GOPATH=/tmp/${index}; true; }`, `plugin_${index}`, `alias p${index}="ls"`],
]);

it.for<{
  is: string;
  shell: string;
  files: Files;
  env: Record<string, string>;
  found: Record<string, string | null>;
}>([
  {
    is: 'a framework of many files',
    shell: 'zsh',
    files: {
      ...Object.fromEntries(many),
      '.oh-my-zsh/oh-my-zsh.sh': [
        'for file in $ZSH/plugins/*.zsh; do',
        '  source $file',
        'done',
        'autoload -Uz colors is-at-least add-zsh-hook && colors',
      ],
      '.zshrc': [
        'export ZSH=$HOME/.oh-my-zsh',
        'export GOPATH=/a',
        'source $ZSH/oh-my-zsh.sh',
        '[[ -n $GOPATH ]] && export GOBIN=$GOPATH/bin',
      ],
    },
    env: { GOPATH: '/a', GOBIN: '/a/bin' },
    found: { GOPATH: '.zshrc:2', GOBIN: '.zshrc:4' },
  },
  {
    is: 'files that are read as sh',
    shell: 'zsh',
    files: {
      '.zprofile': ["emulate sh -c '. ~/.profile'"],
      '.profile': ['setit() {', '  export "$1=$2"', '}', 'if true; then', '  export GOPATH=/a', 'fi'],
      '.zshrc': [
        'emulate -R sh',
        'export GOBIN=/b',
        'emulate -R zsh',
        'setopt ksharrays nounset',
        'export GOFLAGS=-v',
      ],
    },
    env: { GOPATH: '/a', GOBIN: '/b', GOFLAGS: '-v' },
    found: { GOPATH: '.profile:5', GOBIN: '.zshrc:2', GOFLAGS: '.zshrc:5' },
  },
  {
    is: 'an instant prompt that takes the output away',
    shell: 'zsh',
    files: {
      '.zshrc': [
        'if [[ -r "$HOME/.cache/p10k.zsh" ]]; then',
        '  source "$HOME/.cache/p10k.zsh"',
        'fi',
        'export GOPATH=/a',
        'exec 1>&3 2>&4 3>&- 4>&-',
        'export GOBIN=/b',
      ],
      '.cache/p10k.zsh': [
        '() {',
        '  emulate -L zsh -o no_hist_expand',
        '  exec 3>&1 4>&2 >/dev/null 2>&1',
        '}',
      ],
    },
    env: { GOPATH: '/a', GOBIN: '/b' },
    found: { GOPATH: '.zshrc:4', GOBIN: '.zshrc:6' },
  },
  ...(['zsh', 'bash'] as const).flatMap((shell) => {
    const file = shell === 'zsh' ? '.zshrc' : '.bash_profile';
    const made = (is: string, lines: string[], found: Record<string, string | null>) => ({
      is,
      shell,
      files: { [file]: lines },
      env: { GOPATH: '/a', GOBIN: '/b' },
      found: Object.fromEntries(Object.entries(found).map(([name, at]) => [name, at && `${file}:${at}`])),
    });
    return [
      made('exec of another shell', ['export GOPATH=/a GOBIN=/b', 'exec sleep 100', 'GOPATH=/no'], {
        GOPATH: '1',
        GOBIN: '1',
      }),
      made(
        'exec in a condition',
        ['export GOPATH=/a GOBIN=/b', '[[ -z $TMUX ]] && exec true', 'GOPATH=/no'],
        { GOPATH: '1', GOBIN: '1' },
      ),
      made('an early return', ['export GOPATH=/a GOBIN=/b', 'return', 'GOPATH=/no'], {
        GOPATH: '1',
        GOBIN: '1',
      }),
      made('an exit', ['export GOPATH=/a GOBIN=/b', 'exit 3'], { GOPATH: '1', GOBIN: '1' }),
      made('a strict shell', ['set -eu', 'export GOPATH=/a', 'export GOBIN=/b', 'false', 'GOPATH=/no'], {
        GOPATH: '2',
        GOBIN: '3',
      }),
      made(
        'traces turned off',
        ['unset PS4', 'set +x', 'exec 2>/dev/null >/dev/null', 'export GOPATH=/a', 'PS4=; export GOBIN=/b'],
        { GOPATH: '4', GOBIN: '5' },
      ),
      made('another debug trap', ['export GOPATH=/a GOBIN=/c', "trap 'true' DEBUG", 'export GOBIN=/b'], {
        GOPATH: '1',
        GOBIN: null,
      }),
      made(
        'noise and questions',
        [
          'echo welcome; echo GOPATH=/no',
          'read -r answer',
          'export GOPATH=/a',
          'yes | head -c 5000000',
          'export GOBIN=/b',
        ],
        { GOPATH: '3', GOBIN: '5' },
      ),
      made('what keeps running', ['(sleep 100 &) ', 'sleep 100 & export GOPATH=/a', 'export GOBIN=/b'], {
        GOPATH: '2',
        GOBIN: '3',
      }),
      made('an alias', ["alias setgo='export GOPATH=/a'", 'setgo', 'export GOBIN=/b'], { GOBIN: '3' }),
      made('another value than the environment has', ['export GOPATH=/other', 'export GOBIN=/b'], {
        GOPATH: null,
        GOBIN: '2',
      }),
      made('nothing of it', ['# export GOPATH=/a', 'cat <<EOF', 'export GOBIN=/b', 'EOF'], {
        GOPATH: null,
        GOBIN: null,
      }),
    ];
  }),
  {
    is: 'a universal variable',
    shell: 'fish',
    files: {
      '.config/fish/fish_variables': [
        '# This file contains fish universal variable definitions.',
        '# VERSION: 3.0',
        String.raw`SETUVAR --export GOPATH:/home/me\x2fgo`,
        'SETUVAR fish_key_bindings:x',
      ],
      '.config/fish/config.fish': ['set -q GOPATH; or set -gx GOPATH /no', 'set -gx GOBIN $GOPATH/bin'],
    },
    env: { GOPATH: '/home/me/go', GOBIN: '/home/me/go/bin' },
    found: { GOPATH: '.config/fish/fish_variables:3', GOBIN: '.config/fish/config.fish:2' },
  },
  {
    is: 'an exec',
    shell: 'fish',
    files: { '.config/fish/config.fish': ['set -gx GOPATH /a', 'exec true', 'set -gx GOPATH /no'] },
    env: { GOPATH: '/a' },
    found: { GOPATH: '.config/fish/config.fish:1' },
  },
  {
    is: 'a terminal within a session',
    shell: 'bash',
    files: { '.profile': ['export GOPATH=/a', 'export GOBIN=/old'], '.bashrc': ['export GOBIN=$GOPATH/bin'] },
    env: { GOPATH: '/a', GOBIN: '/a/bin' },
    found: { GOPATH: '.profile:1', GOBIN: '.bashrc:1' },
  },
])('$shell: $is', async ({ shell, files, env, found }) => {
  expect(await settersOf(await userOf(shell, files, env))).toMatchObject(found);
});

it('reads the files of a shell that is not there, and says so', async () => {
  const user = await userOf('zsh', {
    '.zshrc': [
      'export GOPATH=$HOME/go',
      'export GOBIN=/b',
      'source ~/.more',
      '[[ -d / ]] && export GOFLAGS=-v',
    ],
    '.more': ['export GOPROXY="off"'],
  });
  const env = {
    ...user.env,
    SHELL: '/nowhere/zsh',
    GOPATH: `${home}/go`,
    GOBIN: '/c',
    GOPROXY: 'off',
    GOFLAGS: '-v',
  };
  const answer = await whoSet({ ...user, env }, {});
  expect(answer.unknown).toBe('no-shell');
  expect(Object.fromEntries(answer.variables.map(({ name, setBy }) => [name, placed(setBy)]))).toEqual({
    GOPATH: '.zshrc:1',
    GOBIN: null,
    GOPROXY: '.more:1',
    GOFLAGS: null,
  });
});

it('ends a shell that hangs after 10 s, and reads its files', async () => {
  const user = await userOf('bash', { '.bash_profile': ['export GOPATH=/a', 'sleep 100'] }, { GOPATH: '/a' });
  const startedAt = performance.now();
  const answer = await whoSet(user, {});
  expect(performance.now() - startedAt).toBeLessThan(15_000);
  expect(answer).toMatchObject({ unknown: 'timed-out', variables: [{ name: 'GOPATH' }] });
  expect(placed(answer.variables[0]?.setBy)).toBe('.bash_profile:1');
}, 40_000);

it.for([
  [
    'zsh',
    '.zshrc',
    ['path+=(/opt/a)', 'export PATH="/opt/b:$PATH"', 'typeset -U path', 'path=(/opt/c /opt/b $path)', 'true'],
  ],
  [
    'bash',
    '.bash_profile',
    [
      'PATH=$PATH:/opt/a',
      'export PATH="/opt/b:$PATH"',
      'pathadd() { PATH="$1:$PATH"; }',
      'PATH=/opt/c:/opt/b:$PATH',
      'true',
    ],
  ],
  [
    'fish',
    '.config/fish/config.fish',
    [
      'set -gx PATH $PATH /opt/a',
      'set -gx PATH /opt/b $PATH',
      'true',
      'set -gx PATH /opt/c /opt/b $PATH',
      'true',
    ],
  ],
] as const)(
  '%s: knows which line put a folder into PATH, and before another',
  async ([shell, file, lines]) => {
    const user = await userOf(shell, { [file]: lines });
    const traced = await traceStart(user, {
      shell: { name: shell, path: user.env['SHELL'] ?? '' },
      mode: 'login-interactive',
      names: [],
      env: { HOME: home, PATH: '/usr/bin:/bin', TERM: 'dumb' },
    });
    expect(placed(adderOf(traced, '/opt/a'))).toBe(`${file}:1`);
    expect(placed(adderOf(traced, '/opt/b'))).toBe(`${file}:2`);
    expect(placed(adderOf(traced, '/opt/c'))).toBe(`${file}:4`);
    expect(adderOf(traced, '/usr/bin')).toBeNull();
    expect(placed(putBefore(traced, '/opt/b', '/usr/bin'))).toBe(`${file}:2`);
    expect(placed(putBefore(traced, '/opt/c', '/opt/b'))).toBe(`${file}:4`);
    expect(putBefore(traced, '/opt/b', '/opt/c')).toBeNull();
  },
);

it.each([
  ['fish_add_path /opt/a', '/opt/a'],
  ['fish_add_path --path --move /opt/a', '/opt/a'],
])('fish: finds the line of %s', async (line, folder) => {
  const user = await userOf(
    'fish',
    {
      '.config/fish/config.fish': ['true', line],
      'opt/.keep': '',
    },
    { PATH: `${home}/opt:/usr/bin:/bin` },
  );
  await writeFile(
    join(home, '.config/fish/config.fish'),
    `true\n${line.replace(folder, join(home, 'opt'))}\n`,
  );
  const { path } = await whoSet(user, { names: ['PATH'] });
  expect(placed(path[0]?.setBy)).toBe('.config/fish/config.fish:2');
});
