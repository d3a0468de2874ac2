import { execa } from 'execa';
import { cp, mkdir, readdir, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ShellName } from '#contract/shell';
import { applyPlan, planShells, profileJournal, shellStatus, undoChanges } from '#core/profiles';
import type { System } from '#core/system';
import { ShellHome } from '#testing/shell-home';

let home: ShellHome;
beforeEach(async () => {
  home = await ShellHome.make();
});
afterEach(() => home[Symbol.asyncDispose]());

async function apply(shells?: ShellName[], system: System = home.system) {
  return applyPlan(system, (await planShells(system, shells)).id);
}
const withEnv = (env: Record<string, string>): System => ({
  ...home.system,
  env: { ...home.system.env, ...env },
});
/** The action, or the code and the parameters of the refusal, of each file. */
async function planned(system: System, shell: ShellName) {
  const { files } = await planShells(system, [shell]);
  return files.map(({ path, action, reason }) => [path, reason ?? action]);
}

describe('ZDOTDIR', () => {
  it('that is relative leads somewhere else in each folder, and is refused', async () => {
    await home.write('z/.zshrc', 'a=1\n');
    for (const text of ['', 'export ZDOTDIR=z\n']) {
      await home.write('.zshenv', text);
      const system = text === '' ? withEnv({ ZDOTDIR: 'z' }) : home.system;
      const reason = {
        code: 'profile.relative-folder',
        params: { path: 'z/.zshrc', variable: 'ZDOTDIR', value: 'z' },
      };
      expect((await planned(system, 'zsh'))[1]).toEqual(['z/.zshrc', reason]);
      expect(await apply(['zsh'], system)).toEqual({ entry: null, files: [] });
      expect(await home.read('z/.zshrc')).toBe('a=1\n');
    }
  });

  it.each([
    ['a folder outside the home that is not there', '/nowhere/z', 'profile.no-folder', 'missing'],
    ['a file', 'file', 'profile.no-folder', 'file'],
    ['what is below a file', 'file/z', 'profile.no-folder', 'file'],
  ])('that points to %s is refused', async (_, value, code, why) => {
    await home.write('file', 'a=1\n');
    const system = withEnv({ ZDOTDIR: value.startsWith('/') ? value : home.path(value) });
    for (const [, reason] of await planned(system, 'zsh'))
      expect(reason).toMatchObject({ code, params: { why } });
    expect(await apply(['zsh'], system)).toEqual({ entry: null, files: [] });
    expect(Object.keys(await home.everything())).toEqual(['file']);
  });

  it('that points to a folder of the home that is not there has it made, and taken away again', async () => {
    const system = withEnv({ ZDOTDIR: home.path('.config/zsh') });
    await apply(['zsh'], system);
    expect(await home.read('.config/zsh/.zshrc')).toContain('burrow');
    await undoChanges(system, {});
    expect(await home.everything()).toEqual({});
  });

  it('with a line break in its name works, and cannot forge a line of the diff', async () => {
    const folder = home.path('a\n+evil \u001b[2J');
    await mkdir(folder);
    const system = withEnv({ ZDOTDIR: folder });
    const { files } = await planShells(system, ['zsh']);
    expect(files[1]?.path).toBe(join(folder, '.zshrc'));
    expect(files[1]?.diff).not.toMatch(/^\+evil/m);
    expect(files[1]?.diff).not.toContain('\u001b');
    await apply(['zsh'], system);
    expect((await shellStatus(system)).profiles.map(({ state }) => state)).toEqual(['ours', 'ours']);
    await undoChanges(system, {});
    expect(await readdir(folder)).toEqual([]);
  });
});

it.each(['exit 3', 'exec true', 'kill -9 $$', 'ZDOTDIR=~/z; exec >&-'])(
  'leaves zsh alone whose ~/.zshenv does not let it answer: %s',
  async (line) => {
    await home.write('.zshenv', `${line}\n`);
    expect(await home.planned(['zsh', 'bash'])).toEqual({
      '.zprofile': 'profile.no-answer',
      '.zshrc': 'profile.no-answer',
      '.profile': 'create',
      '.bashrc': 'create',
    });
  },
);

it('refuses a relative XDG_CONFIG_HOME, with which fish reads other files in each folder', async () => {
  const path = 'c/fish/conf.d/burrow.fish';
  expect(await planned(withEnv({ XDG_CONFIG_HOME: 'c' }), 'fish')).toEqual([
    [path, { code: 'profile.relative-folder', params: { path, variable: 'XDG_CONFIG_HOME', value: 'c' } }],
  ]);
});

it.each(['', 'rel'])('refuses a home %j, which would lead into the working folder', async (value) => {
  const system = { ...withEnv({ BURROW_HOME: home.path('b'), HOME: value }), home: value };
  await expect(planShells(system, ['bash'])).rejects.toMatchObject({ code: 'profile.no-home' });
  await expect(shellStatus(system)).rejects.toMatchObject({ code: 'profile.no-home' });
});

describe('in the place of a profile', () => {
  it.each([
    ['a named pipe', () => execa('mkfifo', [home.path('.zshrc')]), 'file.unusable'],
    ['a device', () => symlink('/dev/zero', home.path('.zshrc')), 'file.unusable'],
    ['a folder', () => mkdir(home.path('.zshrc')), 'file.unusable'],
    ['a circle of links', () => symlink('.zshrc', home.path('.zshrc')), 'file.unusable'],
    [
      'a file of 25 MB',
      async () => {
        await home.write('.zshrc', '');
        await truncate(home.path('.zshrc'), 25_000_000);
      },
      'profile.not-replaceable',
    ],
    ['UTF-16', () => home.write('.zshrc', '\xff\xfea\0'), 'profile.not-text'],
  ])('%s is refused, and shown as it is', async (what, make, code) => {
    await make();
    expect(await home.planned(['zsh'])).toEqual({ '.zprofile': 'create', '.zshrc': code });
    if (what !== 'UTF-16') {
      const { profiles } = await shellStatus(home.system);
      expect(profiles.map(({ state }) => state)).toEqual(['absent', 'unreadable']);
    }
    await apply(['zsh']);
    await undoChanges(home.system, {});
  });

  it('a script of 10 MB is edited and given back', async () => {
    const text = 'export A=1 # é\n'.repeat(650_000);
    await home.write('.zshrc', text);
    await apply(['zsh']);
    expect(await home.read('.zshrc')).toHaveLength(text.length + (await home.read('.zprofile')).length + 1);
    await undoChanges(home.system, {});
    expect(await home.read('.zshrc')).toBe(text);
  });

  it.each([
    ['functions in functions', 'f() '.repeat(100_000)],
    ['here-documents in one line', '<<E '.repeat(100_000)],
    ['parentheses', '('.repeat(1_000_000)],
    ['markers', '# >>> burrow >>>\n'.repeat(200_000)],
    ['markers in one line', '# >>> burrow >>> '.repeat(200_000)],
  ])('a text of many %s is judged at once', async (_, text) => {
    await home.write('.zshrc', text);
    const began = process.cpuUsage();
    expect(Object.keys(await home.planned(['zsh']))).toEqual(['.zprofile', '.zshrc']);
    expect(process.cpuUsage(began).user / 1000).toBeLessThan(5000);
  });
});

it('a plan shows no escape sequences of a profile in what it says', async () => {
  await home.write('.zshrc', `# \u001b[2J ${'x'.repeat(9000)} do not edit\u001b]0;evil\u0007\n`);
  await home.write('.bashrc', `exec zsh '\u001b[2Jé${'y'.repeat(9000)}'\n`);
  const { files } = await planShells(home.system, ['zsh', 'bash']);
  const said = files.map(({ reason, notes }) => JSON.stringify([reason, notes]));
  expect(said.join()).not.toMatch(/\\u001b|\\u0007/);
  expect(Math.max(...said.map(({ length }) => length))).toBeLessThan(1000);
});

const folder = () => home.path('.burrow/backups/profiles');
const entries = () => readdir(folder());
describe('a journal', () => {
  it('whose copies are gone or damaged still undoes, byte for byte', async () => {
    await home.write('.zshrc', 'a=\xe9\r\nb=2');
    const before = await home.everything();
    await apply(['zsh']);
    const [entry = ''] = await entries();
    await writeFile(join(folder(), entry, '1.before'), 'evil\n');
    await rm(join(folder(), entry, '0.after'));
    const shown = await profileJournal(home.system);
    expect(shown.entries[0]?.files.map(({ diff }) => diff)).toEqual(['', '']);
    await undoChanges(home.system, {});
    expect(await home.everything()).toEqual(before);
  });

  it.each([
    ['is no JSON', 'x'],
    ['is of another version', '{"version":2}'],
    ['has another name', null],
  ])('with an entry that %s leaves it out', async (_, text) => {
    await home.write('.zshrc', 'a=1\n');
    await apply(['zsh']);
    const [entry = ''] = await entries();
    if (text === null) await cp(join(folder(), entry), join(folder(), '2099'), { recursive: true });
    else {
      await mkdir(join(folder(), '2099'));
      await writeFile(join(folder(), '2099/entry.json'), text);
    }
    await writeFile(join(folder(), 'file'), '');
    await symlink('/dev/zero', join(folder(), 'zero'));
    expect((await profileJournal(home.system)).entries).toHaveLength(1);
    await undoChanges(home.system, {});
    expect(await home.read('.zshrc')).toBe('a=1\n');
  });

  it('that names files which Burrow never changed changes none of them', async () => {
    await home.write('.zshrc', 'a=1\n');
    await home.write('other', 'secret\n');
    const before = await home.everything();
    await apply(['zsh']);
    const [entry = ''] = await entries();
    const file = join(folder(), entry, 'entry.json');
    const text = await home.read(file.slice(home.home.length + 1));
    await writeFile(file, text.replaceAll(home.path('.zshrc'), home.path('other')));
    await undoChanges(home.system, {});
    expect(await home.read('other')).toBe('secret\n');
    await undoChanges(home.system, {});
    expect(await home.everything()).toMatchObject({ other: before['other'] });
  });

  it('in a folder of someone else is not read', async (ctx) => {
    if (process.geteuid?.() !== 0) ctx.skip('only root can give files to others');
    await home.write('.zshrc', 'a=1\n');
    await apply(['zsh']);
    await execa('chown', ['-R', '65534', home.path('.burrow/backups')]);
    await expect(undoChanges(home.system, {})).rejects.toMatchObject({ code: 'home.unusable' });
    expect(await home.read('.zshrc')).toContain('burrow');
  });
});
