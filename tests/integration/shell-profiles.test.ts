import { execa } from 'execa';
import { chmod, link, mkdir, rm, symlink, unlink, utimes } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ShellName } from '#contract/shell';
import { applyPlan, planShells, profileJournal, shellStatus, undoChanges } from '#core/profiles';
import { ShellHome } from '#testing/shell-home';

let home: ShellHome;
beforeEach(async () => {
  home = await ShellHome.make();
});
afterEach(() => home[Symbol.asyncDispose]());

async function apply(shells?: ShellName[]) {
  const plan = await planShells(home.system, shells);
  return { plan, ...(await applyPlan(home.system, plan.id)) };
}
const planned = (shells?: ShellName[]) => home.planned(shells);
async function states(): Promise<Record<string, string>> {
  const { profiles } = await shellStatus(home.system);
  return Object.fromEntries(profiles.map(({ path, state }) => [path.slice(home.home.length + 1), state]));
}

describe('after apply, the shims are first', () => {
  const modes = [['-l'], ['-i'], ['-l', '-i']];
  it.each([
    ['zsh', modes],
    ['bash', modes],
    ['fish', [[], ...modes]],
    ['dash', [['-l']]],
  ])('in %s', async (shell, flagSets) => {
    const name = shell === 'dash' ? 'sh' : (shell as ShellName);
    await home.write('.zshrc', 'export PATH=/usr/local/go/bin:$PATH\n');
    await home.write(
      '.bashrc',
      'case $- in\n  *i*) ;;\n  *) return ;;\nesac\nPATH=/usr/local/go/bin:$PATH\n',
    );
    await home.write('.config/fish/config.fish', 'set -gx EDITOR vi\n');
    const before = await home.pathIn(shell, []);
    await apply([name]);
    for (const flags of flagSets) {
      const path = await home.pathIn(shell, flags);
      expect(path[0], flags.join(' ')).toBe(home.shims);
      expect(path.filter((each) => each === home.shims)).toHaveLength(1);
    }
    // A script keeps what it inherits; fish reads its configuration always.
    if (shell !== 'fish') expect(await home.pathIn(shell, [])).toEqual(before);
  });
});

describe('on a Mac, whose path_helper reorders PATH at every login', () => {
  // path_helper puts the entries of /etc/paths first, and what was there behind them.
  const helper = 'PATH=/usr/local/bin:/usr/bin:/bin:$PATH\n';
  it.for([
    ['zsh', ['-l'], '/etc/zsh/zprofile', ['.zprofile', '.zshrc']],
    ['zsh', ['-l', '-i'], '/etc/zsh/zprofile', ['.zprofile', '.zshrc']],
    ['zsh', ['-i'], '/etc/zsh/zprofile', ['.zprofile', '.zshrc']],
    ['bash', ['-l'], '/etc/profile', ['.profile', '.bashrc']],
    ['bash', ['-l', '-i'], '/etc/profile', ['.profile', '.bashrc']],
    ['bash', ['-i'], '/etc/profile', ['.profile', '.bashrc']],
  ] as const)('the shims are first in %s %s', async ([shell, flags, file, names], ctx) => {
    const system = { ...home.system, os: 'darwin', arch: 'arm64' } as const;
    await home.write('helper', helper);
    const plan = await planShells(system, [shell]);
    expect(plan.files.map(({ path }) => path)).toEqual(names.map((name) => home.path(name)));
    await applyPlan(system, plan.id);
    // What a terminal inherits that was itself started from a shell: the shims are there already.
    const script = 'mount --bind "$1" "$2" && shift 2 && exec env -i "$@"';
    const inherited = `PATH=${home.shims}:/usr/bin`;
    const print = 'printf "%s\\n" "$PATH"';
    const run = [home.path('helper'), file, `HOME=${home.home}`, inherited, shell, ...flags, '-c', print];
    const ran = await execa('unshare', ['-m', 'sh', '-c', script, 'sh', ...run], {
      reject: false,
      stdin: 'ignore',
    });
    if (/mount|unshare/.test(ran.stderr)) ctx.skip(`this cannot be mounted here: ${ran.stderr}`);
    const path = (ran.stdout.split('\n').at(-1) ?? '').split(':');
    expect(path[0]).toBe(home.shims);
    expect(path.filter((each) => each === home.shims)).toHaveLength(1);
    if (flags[0] === '-l') expect(path[1]).toBe('/usr/local/bin');
  });
});

describe('undo', () => {
  it('gives back every byte, mode and time, and takes away what was created', async () => {
    await home.write('.zshrc', 'export A=\xe9\r\nexport B=2');
    await home.write('.bashrc', '');
    await home.write('.config/fish/config.fish', '');
    await chmod(home.path('.zshrc'), 0o640);
    await utimes(home.path('.zshrc'), 1_500_000_000, 1_500_000_000.125);
    const before = await home.everything();
    const { plan, files } = await apply();
    expect(plan.shells).toEqual(['zsh', 'bash', 'fish']);
    expect(files.map(({ change }) => change)).toEqual([
      'created',
      'changed',
      'created',
      'changed',
      'created',
      'changed',
    ]);
    expect((await apply()).entry).toBeNull();
    await undoChanges(home.system, {});
    expect(await home.everything()).toEqual(before);
    expect(await undoChanges(home.system, {})).toEqual({ entry: null, files: [] });
  });

  it('of one shell leaves the others', async () => {
    await home.write('.zshrc', 'a=1\n');
    await home.write('.bashrc', 'b=1\n');
    await apply();
    await undoChanges(home.system, { shells: ['zsh'] });
    expect(await home.read('.zshrc')).toBe('a=1\n');
    expect(await home.read('.bashrc')).toContain('burrow');
  });

  it('keeps what was added since, and refuses lines that were edited, with nothing undone', async () => {
    await home.write('.zshrc', 'a=1\n');
    await apply(['zsh']);
    await home.write('.zshrc', `${await home.read('.zshrc')}b=2\n`);
    await undoChanges(home.system, {});
    expect(await home.read('.zshrc')).toBe('a=1\nb=2\n');
    await apply(['zsh']);
    const edited = (await home.read('.zshrc')).replace('if [', 'if true || [');
    await home.write('.zshrc', edited);
    expect(await states()).toMatchObject({ '.zshrc': 'edited', '.zprofile': 'ours' });
    await expect(undoChanges(home.system, {})).rejects.toMatchObject({ code: 'profile.edited-since' });
    expect(await home.read('.zshrc')).toBe(edited);
    expect(await states()).toMatchObject({ '.zprofile': 'ours' });
  });

  it('stands in the journal, which tells what is in effect', async () => {
    await home.write('.zshrc', 'a=1\n');
    const { entry } = await apply(['zsh']);
    await undoChanges(home.system, { entry: entry ?? '' });
    const { entries } = await profileJournal(home.system);
    expect(entries.map(({ kind, undoneBy }) => [kind, undoneBy])).toEqual([
      ['undo', null],
      ['apply', entries[0]?.id],
    ]);
    expect(entries[1]?.files[1]?.diff).toContain('+# >>> burrow >>>');
    await expect(undoChanges(home.system, { entry: 'x' })).rejects.toMatchObject({
      code: 'profile.entry-unknown',
    });
  });
});

describe('a plan', () => {
  it('is refused once a byte has changed', async () => {
    await home.write('.zshrc', 'a=1\n');
    const { id } = await planShells(home.system, ['zsh']);
    await home.write('.zshrc', 'a=2\n');
    await expect(applyPlan(home.system, id)).rejects.toMatchObject({ code: 'profile.plan-outdated' });
    await expect(applyPlan(home.system, 'zsh-1')).rejects.toMatchObject({ code: 'profile.plan-unknown' });
    expect(await home.read('.zshrc')).toBe('a=2\n');
  });

  it('does not put back what the user deleted, unless the shell is named', async () => {
    await home.write('.zshrc', 'a=1\n');
    await apply();
    await home.write('.zshrc', 'a=1\n');
    expect(await states()).toMatchObject({ '.zshrc': 'removed', '.zprofile': 'ours' });
    expect(await planned()).toEqual({ '.zprofile': 'none', '.zshrc': 'profile.removed' });
    expect(await planned(['zsh'])).toEqual({ '.zprofile': 'none', '.zshrc': 'insert' });
  });

  it.each([
    ['a .bash_profile that hides .profile', ['.bash_profile', '.profile'], { '.bash_profile': 'insert' }],
    ['no profile at all', [], { '.profile': 'create' }],
  ])('of bash with %s', async (_, files, login) => {
    for (const name of files) await home.write(name, 'a=1\n');
    expect(await planned(['bash'])).toEqual({ ...login, '.bashrc': 'create' });
  });

  it('follows ZDOTDIR, also one that is set in ~/.zshenv', async () => {
    await home.write('.zshenv', 'echo noise\nexport ZDOTDIR=$HOME/.config/zsh\n');
    await home.write('.config/zsh/.zshrc', 'a=1\n');
    expect(await planned(['zsh'])).toEqual({
      '.config/zsh/.zprofile': 'create',
      '.config/zsh/.zshrc': 'insert',
    });
  });

  it('edits a file of two names once, and its links survive apply and undo', async () => {
    await home.write('dots/bash', 'a=1\n');
    await mkdir(home.path('dots/.git'));
    for (const name of ['.bashrc', '.bash_profile']) await symlink('dots/bash', home.path(name));
    const before = await home.everything();
    const { plan } = await apply(['bash']);
    expect(plan.files).toMatchObject([
      {
        path: home.path('.bash_profile'),
        target: home.path('dots/bash'),
        when: ['login', 'interactive'],
        notes: [{ kind: 'in-repository', repository: home.path('dots') }],
      },
    ]);
    expect(await home.everything()).toMatchObject({
      '.bashrc': '-> dots/bash',
      'dots/bash': expect.stringContaining('burrow'),
    });
    await undoChanges(home.system, {});
    expect(await home.everything()).toEqual(before);
  });

  it('names the source of what another tool makes', async () => {
    await home.write('.zshrc', 'a=1\n');
    await home.write('.local/share/chezmoi/private_dot_zshrc.tmpl', 'a=1\n');
    const { files } = await planShells(home.system, ['zsh']);
    expect(files[1]?.reason).toEqual({
      code: 'profile.owned',
      params: {
        path: home.path('.zshrc'),
        tool: 'chezmoi',
        source: home.path('.local/share/chezmoi/private_dot_zshrc.tmpl'),
      },
    });
  });

  it.each([
    ['a named pipe', () => execa('mkfifo', [home.path('.zshrc')]), 'file.unusable'],
    ['a folder', () => mkdir(home.path('.zshrc')), 'file.unusable'],
    ['a circle of links', () => symlink('.zshrc', home.path('.zshrc')), 'file.unusable'],
    [
      'a file with two names',
      async () => {
        await home.write('other', 'a=1\n');
        await link(home.path('other'), home.path('.zshrc'));
      },
      'profile.not-replaceable',
    ],
  ])('refuses %s, and plans the rest', async (_, make, code) => {
    await make();
    expect(await planned(['zsh'])).toEqual({ '.zprofile': 'create', '.zshrc': code });
    await apply(['zsh']);
    await undoChanges(home.system, {});
  });
});

describe('a home', () => {
  it('whose folder may not be written to loses nothing', async (ctx) => {
    if (process.geteuid?.() === 0) ctx.skip('root may write everywhere');
    await home.write('dots/zshrc', 'a=1\n');
    await symlink('dots/zshrc', home.path('.zshrc'));
    await chmod(home.path('dots'), 0o500);
    expect(await planned(['zsh'])).toEqual({ '.zprofile': 'create', '.zshrc': 'profile.no-folder' });
    await apply(['zsh']);
    await chmod(home.path('dots'), 0o700);
    await undoChanges(home.system, {});
    expect(await home.read('.zshrc')).toBe('a=1\n');
  });

  it('that is gone again is planned anew', async () => {
    await apply(['fish']);
    await rm(home.path('.burrow'), { recursive: true });
    await unlink(home.path('.config/fish/conf.d/burrow.fish'));
    expect(await planned(['fish'])).toEqual({ '.config/fish/conf.d/burrow.fish': 'create' });
  });
});
