import { execa } from 'execa';
import { chmod, mkdir, symlink } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { applyPlan, listFindings, planShells, previewTurnOff, turnOff, undoChanges } from '#core/profiles';
import { profileMarks } from '#core/toolchains';
import { ShellHome } from '#testing/shell-home';

const marks = profileMarks();

/** A home with a Go in ~/other/bin. */
async function homeWith(files: Record<string, string>): Promise<ShellHome> {
  const home = await ShellHome.make();
  await home.write('other/bin/go', '#!/bin/sh\n');
  await chmod(home.path('other/bin/go'), 0o755);
  await mkdir(home.path('tools'));
  for (const [name, text] of Object.entries(files)) await home.write(name, text);
  return home;
}

/** `file:line kind severity place`, with the lines of the edit or why there is none. */
async function found(home: ShellHome): Promise<string[]> {
  const { findings } = await listFindings(home.system, marks);
  return findings.map(({ file, line, kind, severity, place, fix, noFix, manager }) =>
    [
      `${file.slice(home.home.length + 1)}:${line}`,
      manager ?? kind,
      severity,
      place,
      fix ? `off ${fix.lines.join()}` : noFix,
    ].join(' '),
  );
}

const block =
  '# >>> burrow >>>\nif [ -r "$HOME/.burrow/env.sh" ]; then . "$HOME/.burrow/env.sh"; fi\n# <<< burrow <<<\n';

describe.each<[name: string, files: Record<string, string>, expected: string[]]>([
  [
    'nothing',
    { '.zshrc': 'export EDITOR=vi\nexport GOPATH=~/go\nPATH=$PATH:$GOPATH/bin\n# export GOROOT=/x\n' },
    [],
  ],
  ['GOROOT', { '.zshrc': 'export GOROOT=/usr/local/go\n' }, ['.zshrc:1 goroot warning alone off 1']],
  ['an empty GOROOT', { '.zshrc': 'export GOROOT=\nunset GOROOT\n' }, []],
  [
    'GOROOT in a condition',
    { '.zshrc': 'if [ -d /usr/local/go ]; then\n  export GOROOT=/usr/local/go\nfi\n' },
    ['.zshrc:2 goroot warning alone off 1,2,3'],
  ],
  [
    'GOROOT beside something else',
    { '.zshrc': 'export GOROOT=/usr/local/go EDITOR=vi\n' },
    ['.zshrc:1 goroot warning alone does-more'],
  ],
  [
    'another Go before the block',
    { '.zshrc': `PATH=~/other/bin:$PATH\n${block}` },
    ['.zshrc:1 go-in-path note before off 1'],
  ],
  [
    'another Go behind the block',
    { '.zshrc': `${block}path=(~/other/bin $path)\n` },
    ['.zshrc:4 go-in-path warning after off 4'],
  ],
  [
    'another Go behind the block, at the end of PATH',
    { '.zshrc': `${block}PATH=$PATH:~/other/bin\n` },
    ['.zshrc:4 go-in-path note before off 4'],
  ],
  [
    'another Go through a variable, with other folders',
    { '.zshrc': 'GOROOT_X=~/other\nPATH=$GOROOT_X/bin:~/tools:$PATH\n' },
    ['.zshrc:2 go-in-path note alone does-more'],
  ],
  [
    'a function of their own',
    { '.zshrc': `pathadd() {\n  PATH="$1:$PATH"\n}\n${block}pathadd ~/other/bin\n` },
    ['.zshrc:7 go-in-path warning after off 7'],
  ],
  [
    'a file that is sourced behind the block',
    { '.zshrc': `${block}. ~/.more\n`, '.more': 'PATH=~/other/bin:$PATH\n' },
    ['.more:1 go-in-path warning after off 1'],
  ],
  [
    'a line of their own that reads env.sh',
    {
      '.zshrc': 'PATH=~/other/bin:$PATH\n. ~/.burrow/env.sh\n',
      '.burrow/env.sh': 'export GO111MODULE=off\n',
    },
    ['.zshrc:1 go-in-path note before off 1'],
  ],
  [
    'a later file without a block',
    { '.zprofile': block, '.zlogin': 'PATH=~/other/bin:$PATH\n' },
    ['.zlogin:1 go-in-path warning after off 1'],
  ],
  [
    'a later file with a block',
    { '.zprofile': `${block}PATH=~/other/bin:$PATH\n`, '.zshrc': block },
    ['.zprofile:4 go-in-path warning after off 4'],
  ],
  ['a quoted tilde', { '.zshrc': 'PATH="~/go/bin:$PATH"\n' }, ['.zshrc:1 quoted-tilde note alone off 1']],
  [
    'a folder that is gone',
    { '.zshrc': 'PATH=~/gone:$PATH\n[ -d ~/gone2 ] && PATH=~/gone2:$PATH\n' },
    ['.zshrc:1 missing-folder note alone off 1'],
  ],
  [
    'PATH replaced before and behind',
    { '.zshrc': `PATH=/usr/bin:/bin\n${block}PATH=/usr/bin:/bin\n` },
    ['.zshrc:1 path-set note before by-hand', '.zshrc:5 path-set warning after by-hand'],
  ],
  [
    'an alias, a function and modules',
    { '.zshrc': 'alias go=go1.22\ngofmt() {\n  command gofmt -s\n}\nexport GO111MODULE=off\n' },
    [
      '.zshrc:1 go-alias warning alone off 1',
      '.zshrc:2 go-function warning alone off 2,3,4',
      '.zshrc:5 modules-off warning alone off 5',
    ],
  ],
  [
    'version managers',
    {
      '.zshrc': `[ -f ~/.gvm/scripts/gvm ] && {\n  . ~/.gvm/scripts/gvm\n}\n${block}eval "$(mise activate zsh)"\nexport ASDF_DIR=~/asdf\n`,
    },
    [
      '.zshrc:2 gvm note before off 1,2,3',
      '.zshrc:7 mise warning after off 7',
      '.zshrc:8 asdf note after off 8',
    ],
  ],
  [
    'path_helper again',
    { '.zprofile': `${block}eval "$(/opt/homebrew/bin/brew shellenv)"\n` },
    ['.zprofile:4 path-helper warning after by-hand'],
  ],
  [
    'a block that no shell reaches',
    { '.zshrc': `exec fish\n${block}` },
    ['.zshrc:2 block-unreached warning alone by-hand'],
  ],
  [
    'a .bash_profile that hides .profile',
    { '.bash_profile': 'export A=1\n', '.profile': 'export GOPATH=~/go\n' },
    ['.bash_profile:1 hides-profile warning alone by-hand'],
  ],
  [
    'a .bash_profile that reads .profile',
    { '.bash_profile': '[ -r ~/.profile ] && . ~/.profile\n', '.profile': 'export GOPATH=~/go\n' },
    [],
  ],
  [
    'a file that a program writes',
    { '.zshrc': '# Managed by chezmoi\nexport GOROOT=/usr/local/go\n' },
    ['.zshrc:2 goroot warning alone owned'],
  ],
  [
    "fish's own files",
    {
      '.config/fish/conf.d/burrow.fish': block,
      '.config/fish/config.fish': 'fish_add_path ~/other/bin\nfunction go\n  command go $argv\nend\n',
      '.config/fish/fish_variables': 'SETUVAR --export GOROOT:/usr/local/go\nSETUVAR GOPATH:/x\n',
    },
    [
      '.config/fish/config.fish:1 go-in-path warning after off 1',
      '.config/fish/config.fish:2 go-function warning after off 2,3,4',
      '.config/fish/fish_variables:1 fish-universal warning alone by-hand',
    ],
  ],
])('%s', (_, files, expected) => {
  it('is found', async () => {
    await using home = await homeWith(files);
    expect(await found(home)).toEqual(expected);
  });
});

it('masks secrets, and replaces control characters', async () => {
  await using home = await homeWith({
    '.zshrc': 'export GOROOT=/x TOKEN=ghp_0123456789012345678901234567890123456789 A="\x1b[31m"\n',
  });
  const { findings } = await listFindings(home.system, marks);
  expect(findings[0]?.text).toBe('export GOROOT=/x TOKEN=*** A="\uFFFD[31m"');
});

it('comments out what was shown, and undo gives the bytes back', async () => {
  const text = 'if true; then\n  export GOROOT=/usr/local/go\nfi\nexport A=1';
  await using home = await homeWith({ '.zshrc': text, '.zprofile': 'export GO111MODULE=off\n' });
  const before = await home.everything();
  const { findings } = await listFindings(home.system, marks);
  const ids = findings.map(({ id }) => id);
  const preview = await previewTurnOff(home.system, marks, ids);
  expect(preview.files.map(({ diff }) => diff).join('')).toContain(
    '+# burrow off:   export GOROOT=/usr/local/go',
  );
  expect(await home.everything()).toEqual(before);
  const { entry } = await turnOff(home.system, marks, { id: preview.id, ids });
  expect(await home.read('.zshrc')).toBe(
    '# burrow off: if true; then\n# burrow off:   export GOROOT=/usr/local/go\n# burrow off: fi\nexport A=1',
  );
  expect(await found(home)).toEqual([]);
  await undoChanges(home.system, { entry: entry ?? '' });
  expect(await home.everything()).toEqual(before);
});

it('refuses an id that no finding has, and a file that has changed since', async () => {
  await using home = await homeWith({ '.zshrc': 'export GOROOT=/x\n' });
  await expect(previewTurnOff(home.system, marks, ['goroot-0'])).rejects.toMatchObject({
    code: 'finding.unknown',
  });
  const { findings } = await listFindings(home.system, marks);
  const ids = findings.map(({ id }) => id);
  const { id } = await previewTurnOff(home.system, marks, ids);
  await home.write('.zshrc', 'export GOROOT=/x\n# more\n');
  await expect(turnOff(home.system, marks, { id, ids })).rejects.toMatchObject({
    code: 'finding.outdated',
  });
  expect(await home.read('.zshrc')).toBe('export GOROOT=/x\n# more\n');
});

it('refuses a finding without an edit', async () => {
  await using home = await homeWith({ '.zshrc': 'PATH=/usr/bin\n' });
  const { findings } = await listFindings(home.system, marks);
  const ids = findings.map(({ id }) => id);
  await expect(previewTurnOff(home.system, marks, ids)).rejects.toMatchObject({ code: 'finding.no-fix' });
});

it.each([
  ['zsh', '.zshrc'],
  ['bash', '.bashrc'],
])('what wins in %s by its finding wins in the shell, and no longer once it is off', async (shell, name) => {
  await using home = await homeWith({ [name]: 'export A=1\n' });
  await applyPlan(home.system, (await planShells(home.system, [shell as 'zsh' | 'bash'])).id);
  await home.write('.burrow/shims/go', '#!/bin/sh\n');
  await chmod(home.path('.burrow/shims/go'), 0o755);
  const which = async () =>
    (
      await execa(shell, ['-i', '-c', 'command -v go'], {
        env: home.system.env,
        extendEnv: false,
        stdin: 'ignore',
      })
    ).stdout;
  await home.write(name, `${await home.read(name)}export PATH="$HOME/other/bin:$PATH"\n`);
  expect(await which()).toBe(home.path('other/bin/go'));
  const { findings } = await listFindings(home.system, marks);
  expect(findings.map(({ kind, place }) => `${kind} ${place}`)).toEqual(['go-in-path after']);
  const ids = findings.map(({ id }) => id);
  const { id } = await previewTurnOff(home.system, marks, ids);
  await turnOff(home.system, marks, { id, ids });
  expect(await which()).toBe(home.path('.burrow/shims/go'));
});

it('tells yadm’s files apart: tracked ones show a change in its repository, and templates are edited', async () => {
  await using home = await homeWith({
    '.bashrc': 'a=1\n',
    '.zshrc': 'a=1\n',
    '.zshrc##os.Linux,template': 'a=1\n',
  });
  const git = async (...args: string[]) =>
    execa('git', ['--git-dir', home.path('.local/share/yadm/repo.git'), '--work-tree', home.home, ...args]);
  await mkdir(home.path('.local/share/yadm'), { recursive: true });
  await git('init', '--quiet');
  await git('add', '.bashrc');
  const { files } = await planShells(home.system, ['bash', 'zsh']);
  const of = (name: string) => files.find(({ path }) => path === home.path(name));
  expect(of('.bashrc')?.notes).toEqual([
    { kind: 'in-repository', repository: home.path('.local/share/yadm/repo.git') },
  ]);
  expect(of('.profile')?.notes).toEqual([]);
  expect(of('.zshrc')?.reason).toMatchObject({
    code: 'profile.owned',
    params: { tool: 'yadm', source: home.path('.zshrc##os.Linux,template') },
  });
});

it('reads no pipes, folders, circles of links, huge files or other encodings, and files that read each other once', async () => {
  await using home = await homeWith({
    '.bashrc': '. ~/.a\nexport GOROOT=/x\n',
    '.a': '. ~/.b\n. ~/.pipe\n. ~/.circle\n. ~/other\n. ~/.gone\n',
    '.b': '. ~/.a\n. ~/.bashrc\nexport GO111MODULE=off\n',
    '.zshrc': '\xff\xfee\0x\0p\0o\0r\0t\0 \0G\0O\0R\0O\0O\0T\0=\0/\0x\0\n\0',
    '.zprofile': 'export GOROOT=/x\n'.repeat(100_000),
  });
  await execa('mkfifo', [home.path('.pipe')]);
  await symlink('.circle', home.path('.circle'));
  expect(await found(home)).toEqual([
    '.bashrc:2 goroot warning alone off 2',
    '.b:3 modules-off warning alone off 3',
  ]);
});
