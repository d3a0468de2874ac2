import { expect, it } from 'vitest';
import { failure, isFailure } from '#contract/failure';
import { type Command, type Finished, localSystem, type System } from '#core/system';
import { desktopEnvironment } from './desktop-environment.ts';
import { isFromTerminal } from './from-terminal.ts';
import { readSystemdEnvironment } from './systemd.ts';

it.each<[string, System['os'], Record<string, string>, boolean]>([
  ['a terminal of a Mac', 'darwin', { TERM: 'xterm-256color', SHLVL: '1' }, true],
  [
    'the Dock',
    'darwin',
    { PATH: '/usr/bin:/bin:/usr/sbin:/sbin', XPC_SERVICE_NAME: 'application.burrow' },
    false,
  ],
  ['an editor that sets TERM=dumb', 'darwin', { TERM: 'dumb' }, false],
  ['a terminal of Linux', 'linux', { TERM: 'xterm', DISPLAY: ':0' }, true],
  ['a launcher of X11', 'linux', { DISPLAY: ':0', SHLVL: '1' }, false],
  ['a launcher of Wayland', 'linux', { WAYLAND_DISPLAY: 'wayland-0' }, false],
  ['a service or CI', 'linux', { PATH: '/usr/bin' }, true],
  ['a profile that is being asked', 'darwin', { BURROW_RESOLVING_ENVIRONMENT: '1' }, true],
  ['Windows', 'windows', {}, true],
])('tells whether a terminal started it: %s', (_, os, env, from) => {
  expect(isFromTerminal({ os, env })).toBe(from);
});

it('reads what systemd prints, with its quotes', () => {
  const text = "PATH=/a:/b\nX=$'two words'\nY=$'it\\'s \\\\ \\n \\x41\\102'\nnonsense\nZ=\n";
  expect(Object.fromEntries(readSystemdEnvironment(text))).toEqual({
    PATH: '/a:/b',
    X: 'two words',
    Y: "it's \\ \n AB",
    Z: '',
  });
});

function machine(os: System['os'], run: (command: Command) => Partial<Finished>): System {
  const finished = { exitCode: 0, stdout: '', stderr: '', durationMs: 1 };
  return { ...localSystem(), os, env: {}, run: async (command) => ({ ...finished, ...run(command) }) };
}

/** A Linux machine whose systemd prints this. */
const session = (stdout: string) => machine('linux', () => ({ stdout }));

it('asks launchd on a Mac, whose PATH is a default', async () => {
  const asked: Command[] = [];
  const mac = machine('darwin', (command) => {
    asked.push(command);
    return { stdout: 'PATH=\0GOPROXY=direct\0GOFLAGS=\0' };
  });
  expect(await desktopEnvironment(mac)).toEqual({ PATH: '/usr/bin:/bin:/usr/sbin:/sbin', GOPROXY: 'direct' });
  expect(asked[0]?.args).toEqual(expect.arrayContaining(['PATH', 'GOPROXY', 'GOTOOLCHAIN']));
  const set = machine('darwin', () => ({ stdout: 'PATH=/opt/bin:/usr/bin\0' }));
  expect(await desktopEnvironment(set)).toEqual({ PATH: '/opt/bin:/usr/bin' });
});

it('asks systemd on Linux, if it belongs to a desktop', async () => {
  const path = "PATH=/usr/bin\nGOFLAGS=$'-a -b'\nSECRET=x\n";
  expect(await desktopEnvironment(session(`${path}DISPLAY=:0\n`))).toEqual({
    PATH: '/usr/bin',
    GOFLAGS: '-a -b',
  });
  expect(await desktopEnvironment(session(path))).toMatchObject({ code: 'environment.no-desktop' });
});

it('says that there is no desktop where nobody answers', async () => {
  const silent = machine('linux', () => {
    throw failure('process.not-found', { command: 'systemctl' });
  });
  const found = await desktopEnvironment(silent);
  expect(isFailure(found, 'environment.no-desktop')).toBe(true);
  expect(await desktopEnvironment(machine('linux', () => ({ exitCode: 1 })))).toMatchObject({
    code: 'environment.no-desktop',
  });
});
