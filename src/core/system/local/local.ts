import { homedir } from 'node:os';
import process from 'node:process';
import type { HostArch, HostOS, System } from '../system.ts';
import { workingFolder } from './working-folder.ts';

/**
 * The real machine. Cheap to create: `burrow current` does so at every start, so what processes and the network need is
 * loaded on first use, and only a Mac with an Intel Node asks whether it is translated.
 */
export function localSystem(): System {
  const os = hostOS();
  const translated = runsTranslated();
  return {
    os,
    arch: translated ? 'arm64' : hostArch(),
    translated,
    env: process.env,
    home: homedir(),
    cwd: workingFolder(process.env['PWD']),
    now: () => new Date(),
    after: (ms, work) => {
      const timer = setTimeout(work, ms);
      return () => clearTimeout(timer);
    },
    fetch: async (url, init) => {
      network ??= (await import('./network.ts')).networkFetch(process.env);
      return await network(url, init);
    },
    run: async (command) => (await import('./processes.ts')).run(command, process.env),
    async *stream(command) {
      const { stream } = await import('./processes.ts');
      return yield* stream(command, process.env);
    },
  };
}

/** Created once per process: the proxy applies to the whole process. */
let network: System['fetch'] | undefined;

function hostOS(): HostOS {
  switch (process.platform) {
    case 'darwin':
      return 'darwin';
    case 'win32':
      return 'windows';
    default:
      return 'linux';
  }
}

function hostArch(): HostArch {
  return process.arch === 'arm64' ? 'arm64' : 'amd64';
}

/**
 * Under Rosetta `process.arch`, `os.arch()` and `uname -m` all report x64; this sysctl prints 1 there, 0 for a native
 * process, and nothing (-i) on Intel Macs, which do not know it.
 * https://developer.apple.com/documentation/apple-silicon/about-the-rosetta-translation-environment
 */
function runsTranslated(): boolean {
  if (process.platform !== 'darwin' || process.arch !== 'x64') return false;
  const { spawnSync } = process.getBuiltinModule('node:child_process');
  const asked = spawnSync('/usr/sbin/sysctl', ['-in', 'sysctl.proc_translated'], {
    encoding: 'utf8',
    timeout: 2000,
  });
  return asked.stdout?.trim() === '1';
}
