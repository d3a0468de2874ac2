import { execa } from 'execa';
import { chmod, chown, lstat, mkdir, readdir, utimes, writeFile } from 'node:fs/promises';
import process from 'node:process';
import { afterEach, beforeEach, describe, expect, it, type TestContext } from 'vitest';
import type { ShellName } from '#contract/shell';
import { applyPlan, changeFile, planShells, previewFile, profileJournal, undoChanges } from '#core/profiles';
import type { System } from '#core/system';
import { ShellHome } from '#testing/shell-home';

// Owners, modes, attributes and full disks. Some of it only root can do, and some only others can see: the tests run as
// an ordinary user as well (tests/runners/ordinary-user.ts).
const isRoot = process.geteuid?.() === 0;
const other = 65_534;

let home: ShellHome;
beforeEach(async () => {
  home = await ShellHome.make(undefined, { onDisk: true });
});
afterEach(() => home[Symbol.asyncDispose]());

async function apply(shells?: ShellName[], system: System = home.system) {
  return applyPlan(system, (await planShells(system, shells)).id);
}
async function refusals(shell: ShellName, system: System = home.system) {
  const { files } = await planShells(system, [shell]);
  return files.map(({ action, reason }) =>
    reason ? `${reason.code} ${String(reason.params['why'])}` : action,
  );
}
/** Output of a tool that the machine may not have. */
async function tool(ctx: TestContext, file: string, args: string[]): Promise<string> {
  const ran = await execa(file, args, { reject: false });
  if (ran.failed) ctx.skip(`${file} does not work here: ${ran.stderr || ran.shortMessage}`);
  return ran.stdout;
}

describe('a profile', () => {
  it('that is read-only is left alone, and so is its mode, also by root', async () => {
    await home.write('.zshrc', 'a=1\n');
    await chmod(home.path('.zshrc'), 0o444);
    const before = await home.everything();
    expect(await refusals('zsh')).toEqual(['create', 'profile.not-replaceable read-only']);
    await apply(['zsh']);
    await undoChanges(home.system, {});
    expect(await home.everything()).toEqual(before);
  });

  it('and a file of variables are left alone alike', async () => {
    await home.write('env', 'A=1\n');
    await chmod(home.path('env'), 0o444);
    const { path, id } = await previewFile(home.path('env'), () => 'B=1\n');
    await expect(changeFile(home.system, { path, id }, () => 'B=1\n')).rejects.toMatchObject({
      code: 'profile.not-replaceable',
      params: { why: 'read-only' },
    });
    expect(await home.read('env')).toBe('A=1\n');
  });

  it('that becomes private after apply stays private after undo', async () => {
    await home.write('.zshrc', 'a=1\n');
    await apply(['zsh']);
    await chmod(home.path('.zshrc'), 0o600);
    await undoChanges(home.system, {});
    expect((await lstat(home.path('.zshrc'))).mode & 0o777).toBe(0o600);
  });

  it('of another user is left alone by root', async (ctx) => {
    if (!isRoot) ctx.skip('only root can give files to others');
    await home.write('.zshrc', 'a=1\n');
    await chown(home.path('.zshrc'), other, other);
    expect(await refusals('zsh')).toEqual(['create', 'profile.not-replaceable owner']);
  });

  it('of another group keeps it', async (ctx) => {
    if (!isRoot) ctx.skip('only root can give files to any group');
    await home.write('.zshrc', 'a=1\n');
    await chown(home.path('.zshrc'), 0, other);
    const before = await home.everything();
    await apply(['zsh']);
    expect((await lstat(home.path('.zshrc'))).gid).toBe(other);
    await undoChanges(home.system, {});
    expect(await home.everything()).toEqual(before);
  });

  it('that nobody may read, in a folder that nobody may write to, is refused with the reason', async (ctx) => {
    if (isRoot) ctx.skip('root may read and write everything');
    await home.write('.zshrc', 'a=1\n');
    await chmod(home.path('.zshrc'), 0o000);
    expect(await refusals('zsh')).toEqual(['create', 'file.no-permission undefined']);
    await chmod(home.path('.zshrc'), 0o644);
    await chmod(home.home, 0o500);
    const system = { ...home.system, env: { ...home.system.env, BURROW_HOME: home.path('none') } };
    expect(await refusals('zsh', system)).toEqual([
      'profile.no-folder read-only',
      'profile.no-folder read-only',
    ]);
    await expect(apply(['zsh'], system)).resolves.toEqual({ entry: null, files: [] });
    expect(await readdir(home.home)).toEqual(['.zshrc']);
    await chmod(home.home, 0o700);
  });

  it('that is immutable is refused before anything is changed', async (ctx) => {
    await home.write('.zshrc', 'a=1\n');
    await tool(ctx, 'chattr', ['+i', home.path('.zshrc')]);
    try {
      expect(await refusals('zsh')).toEqual(['create', 'profile.not-replaceable immutable']);
      await apply(['zsh']);
      expect(await home.read('.zshrc')).toBe('a=1\n');
      await undoChanges(home.system, {});
    } finally {
      await execa('chattr', ['-i', home.path('.zshrc')]);
    }
  });

  it.for(['linux', 'darwin'] as const)('keeps attributes, access lists and times, on %s', async (os, ctx) => {
    const path = home.path('.zshrc');
    const system = { ...home.system, os };
    await home.write('.zshrc', 'a=1\n');
    await tool(ctx, 'setfattr', ['-n', 'user.note', '-v', 'kept', path]);
    await tool(ctx, 'setfacl', ['-m', `u:${other}:r`, path]);
    await utimes(path, 1_500_000_000, 1_500_000_000.125);
    // A Mac's `cp -p` keeps attributes, too; the one of this machine does not.
    const attributes = os === 'linux' ? ['-d', '-m', '-'] : ['-d', '-m', 'none'];
    const facts = async () => [
      await tool(ctx, 'getfattr', [...attributes, path]),
      await tool(ctx, 'getfacl', ['-n', path]),
    ];
    const [before, all] = [await facts(), await home.everything()];
    await apply(['zsh'], system);
    expect(await home.read('.zshrc')).toContain('burrow');
    expect(await facts()).toEqual(before);
    await undoChanges(system, {});
    expect(await facts()).toEqual(before);
    expect(await home.everything()).toEqual(all);
  });
});

describe('the home of someone else', () => {
  it('is left alone by root, as with sudo: no file of root’s is made in it', async (ctx) => {
    if (!isRoot) ctx.skip('only root can give folders to others');
    await chown(home.home, other, other);
    await home.write('.bashrc', 'a=1\n');
    await chown(home.path('.bashrc'), other, other);
    expect(await refusals('bash')).toEqual(['profile.no-folder owner', 'profile.not-replaceable owner']);
    expect(await apply(['bash'])).toEqual({ entry: null, files: [] });
    expect(await readdir(home.home)).toEqual(['.bashrc']);
  });
});

describe('a small disk', () => {
  let disk: string;
  const mount = async (ctx: TestContext, size: string) => {
    disk = home.path('disk');
    await mkdir(disk);
    const args = ['-t', 'tmpfs', '-o', `size=${size},mode=0700`, 'burrow-test', disk];
    const mounted = await execa('mount', args, { reject: false });
    if (mounted.failed) ctx.skip('a disk of its own for the test cannot be mounted here');
  };
  afterEach(() => execa('umount', [disk], { reject: false }));

  it('with the home on it, and Burrow elsewhere, is edited and given back', async (ctx) => {
    await mount(ctx, '1m');
    await home.write('disk/.zshrc', 'a=1\n');
    const system = {
      ...home.system,
      home: disk,
      env: { ...home.system.env, HOME: disk, BURROW_HOME: home.path('b') },
    };
    const before = await home.everything();
    await apply(['zsh', 'bash', 'fish'], system);
    await undoChanges(system, {});
    const kept = Object.entries(await home.everything()).filter(([name]) => name.startsWith('disk'));
    expect(Object.fromEntries(kept)).toEqual(Object.fromEntries(Object.entries(before)));
  });

  it.for(['all of it', 'the home alone'])('that is full, with %s on it, loses nothing', async (what, ctx) => {
    await mount(ctx, '160k');
    await home.write('disk/.zprofile', 'a=1\n');
    await home.write('disk/.zshrc', `# ${'x'.repeat(60_000)}\n`);
    const root = what === 'all of it' ? `${disk}/b` : home.path('b');
    const system = { ...home.system, home: disk, env: { ...home.system.env, HOME: disk, BURROW_HOME: root } };
    const plan = await planShells(system, ['zsh']);
    const files = async () => [await home.read('disk/.zprofile'), await home.read('disk/.zshrc')];
    const before = await files();
    // Room for the first file, and not for the second.
    await writeFile(`${disk}/fill`, Buffer.alloc(60_000));
    await expect(applyPlan(system, plan.id)).rejects.toMatchObject({ code: 'disk.full' });
    expect(await files()).toEqual(before);
    expect((await readdir(disk)).filter((name) => name.endsWith('.tmp'))).toEqual([]);
    expect((await profileJournal(system)).entries).toEqual([]);
  });
});
