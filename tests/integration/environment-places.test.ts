import { chmod, writeFile } from 'node:fs/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { GoPlace } from '#contract/consistency';
import { whereGoRuns } from '#core/environment';
import { applyPlan, planShells } from '#core/profiles';
import type { System } from '#core/system';
import { fakeGo, writeGoroot } from '#testing/fake-toolchains';
import { ShellHome } from '#testing/shell-home';

let home: ShellHome;
afterEach(() => home[Symbol.asyncDispose]());

/** A home with a default toolchain, Burrow's lines in the profiles of a shell, and another Go that nothing names. */
async function make(shell: string): Promise<void> {
  home = await ShellHome.make(shell);
  const { os, arch } = home.system;
  const goroot = home.path(`.burrow/toolchains/go1.26.1.${os}-${arch}`);
  await writeGoroot(goroot, fakeGo('go1.26.1', { os, arch }));
  await writeFile(`${goroot}.json`, JSON.stringify({ version: 'go1.26.1', os, arch }));
  await home.write('.burrow/default', 'go1.26.1\n');
  await home.write('.burrow/shims/go', '#!/bin/sh\n# Burrow’s\nexit 1\n');
  await chmod(home.path('.burrow/shims/go'), 0o755);
  await writeGoroot(home.path('old-go'), fakeGo('go1.20.3', { os, arch }));
  const plan = await planShells(home.system);
  await applyPlan(home.system, plan.id);
}
beforeEach(() => make('/bin/bash'));

/** What a session tells of its environment: launchd's on a Mac, systemd's on Linux. */
function asked(stdout: string, os: System['os'] = 'linux'): System {
  const run = async (command: Parameters<System['run']>[0]) =>
    command.file === 'systemctl' || command.args.includes('PATH')
      ? { exitCode: 0, stdout, stderr: '', durationMs: 1 }
      : home.system.run(command);
  return { ...home.system, os, run };
}

/** In short: where, what runs, why not Burrow's, and the step. */
async function told(system: System): Promise<string[]> {
  const { places } = await whereGoRuns(system, { dir: home.home });
  return places.map(({ mode, found, unknown }: GoPlace) => {
    if (found === null) return `${mode}: ${unknown?.code}`;
    const { version, problem } = found.onPath;
    const { why, at, next } = problem?.params ?? {};
    const line = typeof at === 'string' ? ` (${at.slice(home.home.length + 1)})` : '';
    return `${mode}: ${version}${problem === null ? '' : ` ${String(why)}${line} → ${String(next)}`}`;
  });
}

it('asks both kinds of terminals of a Linux desktop, and apps', async () => {
  const line = `export PATH='${home.path('old-go/bin')}':$PATH\n`;
  const profile = await home.read('.bashrc');
  await home.write('.bashrc', `${profile}${line}`);
  const at = `.bashrc:${profile.split('\n').length}`;
  expect(await told(asked(`DISPLAY=:0\nPATH=${home.path('old-go/bin')}:/usr/bin:/bin\n`))).toEqual([
    `interactive: go1.20.3 in-front (${at}) → findings`,
    'login-interactive: go1.26.1',
    'desktop: go1.20.3 not-on-path → apps',
  ]);
});

it('asks one kind without a desktop, and does not know about apps', async () => {
  expect(await told(asked('PATH=/usr/bin\n'))).toEqual([
    'login-interactive: go1.26.1',
    'desktop: environment.no-desktop',
  ]);
});

it("asks a Mac's launchd, whose PATH has no profile's folders", async () => {
  const mac = asked(`PATH=${home.path('old-go/bin')}\0`, 'darwin');
  expect((await told(mac)).at(-1)).toBe('desktop: go1.20.3 not-on-path → apps');
});

it.each([
  ['/usr/bin/zsh', '.zshrc', (folder: string) => `path=('${folder}' $path)\n`],
  ['/usr/bin/fish', '.config/fish/config.fish', (folder: string) => `fish_add_path --path '${folder}'\n`],
])('names the line in a profile of %s', async (shell, file, line) => {
  await home[Symbol.asyncDispose]();
  await make(shell);
  const before = await home.read(file).catch(() => '');
  await home.write(file, `${before}${line(home.path('old-go/bin'))}`);
  const at = `${file}:${before.split('\n').length}`;
  expect((await told(asked('')))[0]).toBe(`login-interactive: go1.20.3 in-front (${at}) → findings`);
});

it('leads to the doctor where the lines have no effect', async () => {
  await home.write('.profile', `${await home.read('.profile')}PATH=/nowhere\n`);
  expect((await told(asked('')))[0]).toBe('login-interactive: null not-on-path → doctor');
});
