import { execa } from 'execa';
import { chmod } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { applyPlan, planShells, shellStatus } from '#core/profiles';
import { ShellHome } from '#testing/shell-home';

/** Arguments with which a shell reads its file, `@`, and runs a command. */
const starts = {
  ksh: (command: string) => ['-i', '-c', command],
  mksh: (command: string) => ['-i', '-c', command],
  // -i prints prompts; tcsh reads its file in every start.
  tcsh: (command: string) => ['-c', command],
  // Reads its file in a terminal alone, so it is told to.
  elvish: (command: string) => ['-c', `eval (slurp < '@'); ${command}`],
  nushell: (command: string) => ['--config', '@', '-c', command],
} as const;
const programs = { ksh: 'ksh', mksh: 'mksh', tcsh: 'tcsh', elvish: 'elvish', nushell: 'nu' } as const;
const commands = {
  ksh: 'whence go',
  mksh: 'whence go',
  tcsh: 'which go',
  elvish: 'echo (search-external go)',
  nushell: 'which go | get path.0 | print',
} as const;
const names = ['ksh', 'mksh', 'tcsh', 'elvish', 'nushell'] as const;

async function isInstalled(program: string): Promise<boolean> {
  return (await execa('which', [program], { reject: false })).exitCode === 0;
}

it.each(names)('the lines for %s put the shims first', async (name) => {
  if (!(await isInstalled(programs[name]))) {
    console.info(`skipped: ${name} is not installed`);
    return;
  }
  await using home = await ShellHome.make();
  for (const folder of ['.burrow/shims', 'other']) {
    await home.write(`${folder}/go`, '#!/bin/sh\n');
    await chmod(home.path(`${folder}/go`), 0o755);
  }
  // Writes env.sh, which the line for ksh and mksh reads.
  await applyPlan(home.system, (await planShells(home.system, ['sh'])).id);
  const path = `${home.path('other')}:${process.env['PATH'] ?? ''}`;
  const system = { ...home.system, env: { ...home.system.env, PATH: path } };
  const other = (await shellStatus(system)).others.find((each) => each.name === name);
  expect(other).toMatchObject({ name, exists: false, ready: false });
  const { profile = '', lines = '' } = other ?? {};
  await home.write(profile.slice(home.home.length + 1), `${lines}\n`);
  const args = starts[name](commands[name]).map((each) => each.replace('@', profile));
  // HOME and PATH alone, as a terminal has them; ENV is left to the shell.
  const { stdout } = await execa(programs[name], args, {
    env: { HOME: home.home, PATH: path, TERM: 'dumb' },
    extendEnv: false,
    stdin: 'ignore',
    timeout: 20_000,
  });
  expect(stdout.trim().split('\n').at(-1)).toBe(home.path('.burrow/shims/go'));
  const after = (await shellStatus(system)).others.find((each) => each.name === name);
  expect(after).toMatchObject({ exists: true, ready: true });
});

it.each(['ksh', 'mksh'])('%s as a login shell reads the block in .profile', async (shell) => {
  if (!(await isInstalled(shell))) {
    console.info(`skipped: ${shell} is not installed`);
    return;
  }
  await using home = await ShellHome.make();
  await applyPlan(home.system, (await planShells(home.system, ['sh'])).id);
  expect((await home.pathIn(shell, ['-l']))[0]).toBe(home.shims);
});

it('lists a shell that is not installed for its profile, and none without either', async () => {
  await using home = await ShellHome.make();
  const system = { ...home.system, env: { ...home.system.env, PATH: '/nowhere' } };
  await home.write('.cshrc', 'setenv EDITOR vi\n');
  expect((await shellStatus(system)).others.map(({ name, path, profile }) => [name, path, profile])).toEqual([
    ['tcsh', null, home.path('.cshrc')],
  ]);
});

it('quotes a folder with blanks and quotes for each shell', async () => {
  await using home = await ShellHome.make();
  const env = { ...home.system.env, PATH: '/nowhere', BURROW_HOME: '/b/it\'s "a" $x' };
  await home.write('.tcshrc', '');
  await home.write('.config/elvish/rc.elv', '');
  await home.write('.config/nushell/config.nu', '');
  const lines = (await shellStatus({ ...home.system, env })).others.map((each) => each.lines);
  expect(lines).toEqual([
    `set path = ( '/b/it'\\''s "a" $x/shims' $path:q )`,
    `set paths = ['/b/it''s "a" $x/shims' $@paths]`,
    `$env.PATH = ($env.PATH | split row (char esep) | prepend "/b/it's \\"a\\" $x/shims")`,
  ]);
});
