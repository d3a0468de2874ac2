import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { localSystem, type System } from '#core/system';
import { hostSystem } from './host-system.ts';

let home: string;
let env: Record<string, string | undefined>;
let ran: string[];
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'burrow-host-'));
  ran = [];
});
afterEach(() => rm(home, { recursive: true, force: true }));

/** A Mac whose Dock started Burrow, with a real shell: its programs are this machine's. */
function fromDock(shell = '/bin/bash'): System {
  env = { HOME: home, PATH: '/usr/bin:/bin:/usr/sbin:/sbin', SHELL: shell, KEPT: 'yes' };
  const system = localSystem();
  return {
    ...system,
    os: 'darwin',
    env,
    home,
    cwd: home,
    run: async (command) => {
      ran.push(`${command.file} with ${env['PATH']}`);
      return { exitCode: 0, stdout: '', stderr: '', durationMs: 1 };
    },
    fetch: async () => new Response(`through ${env['HTTPS_PROXY']}`),
  };
}

it('takes the environment of the login shell when the Dock started it; programs and downloads wait', async () => {
  await writeFile(
    join(home, '.bash_profile'),
    'sleep 0.5; export PATH=/opt/homebrew/bin:$PATH HTTPS_PROXY=http://proxy.example:3128\n',
  );
  const { system, environment } = hostSystem(fromDock(), env);
  const [finished, response] = await Promise.all([
    system.run({ file: 'git', args: [], timeoutMs: null }),
    system.fetch('https://go.dev'),
  ]);
  expect(await environment).toEqual({ from: 'login-shell', shell: '/bin/bash' });
  expect(finished.exitCode).toBe(0);
  expect(ran).toEqual([expect.stringMatching(/^git with \/opt\/homebrew\/bin:/)]);
  expect(await response.text()).toBe('through http://proxy.example:3128');
  expect(system.env).toMatchObject({ KEPT: 'yes', HTTPS_PROXY: 'http://proxy.example:3128' });
  expect(system.env).not.toHaveProperty('BURROW_RESOLVING_ENVIRONMENT');
  expect(system.env).not.toHaveProperty('TERM');
});

it('asks no shell when a terminal started it', async () => {
  const system = fromDock();
  env['TERM'] = 'xterm-256color';
  await writeFile(join(home, '.bash_profile'), 'export HTTPS_PROXY=http://proxy.example\n');
  expect(await hostSystem(system, env).environment).toEqual({ from: 'start' });
  expect(env).not.toHaveProperty('HTTPS_PROXY');
});

it.each([
  ['ends', 'environment.shell-silent', async () => writeFile(join(home, '.bash_profile'), 'exit\n')],
  [
    'is not there',
    'environment.shell-not-started',
    async () => {
      env['SHELL'] = '/no/such/zsh';
    },
  ],
  [
    'is none',
    'environment.shell-not-started',
    async () => {
      env['SHELL'] = '/usr/sbin/nologin';
    },
  ],
  [
    'cannot be asked, without a home',
    'home.unusable',
    async () => {
      await mkdir(join(home, 'no'));
      await writeFile(join(home, '.burrow'), 'a file');
      await chmod(join(home, '.burrow'), 0o600);
    },
  ],
])('keeps its environment, and says so, when the login shell %s', async (_, code, prepare) => {
  const system = fromDock();
  const before = { ...env };
  await prepare();
  const changed = { ...before, SHELL: env['SHELL'] };
  expect(await hostSystem(system, env).environment).toMatchObject({ from: 'unknown', reason: { code } });
  expect(env).toEqual(changed);
  await system.run({ file: 'git', args: [], timeoutMs: null });
  expect(ran).toHaveLength(1);
});
