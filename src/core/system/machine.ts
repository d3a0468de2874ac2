import { readdir } from 'node:fs/promises';
import type { Machine } from '#contract/machine';
import packageJson from '../../../package.json' with { type: 'json' };
import { readTextIfThere } from './files.ts';
import { libcOfLdd, processorInCpuinfo, processorInLscpu, valueInOsRelease } from './machine-text.ts';
import { burrowPaths } from './paths.ts';
import { findShells } from './shells.ts';
import type { System } from './system.ts';

/** What this machine is, for people and for bug reports. A fact that cannot be had is left out, never a failure. */
export async function describeMachine(system: System): Promise<Machine> {
  const [osVersion, processor, libc, shells] = await Promise.all([
    osVersionOf(system),
    processorOf(system),
    libcOf(system),
    findShells(system),
  ]);
  return {
    os: system.os,
    arch: system.arch,
    translated: system.translated,
    osVersion,
    processor,
    libc,
    shells,
    home: system.home,
    burrowHome: burrowPaths(system).root,
    burrowVersion: packageJson.version,
  };
}

async function osVersionOf(system: System): Promise<string> {
  switch (system.os) {
    case 'darwin': {
      const version = await saidBy(system, 'sw_vers', ['-productVersion']);
      return version ? `macOS ${version}` : 'macOS';
    }
    case 'linux': {
      const osRelease = await readTextIfThere('/etc/os-release').catch(() => null);
      return valueInOsRelease(osRelease ?? '', 'PRETTY_NAME') ?? 'Linux';
    }
    default:
      return 'Windows';
  }
}

async function processorOf(system: System): Promise<string> {
  switch (system.os) {
    case 'darwin':
      return (await saidBy(system, 'sysctl', ['-n', 'machdep.cpu.brand_string'])) || system.arch;
    case 'linux': {
      const cpuinfo = await readTextIfThere('/proc/cpuinfo').catch(() => null);
      // Linux on arm64 knows its processor by numbers only; lscpu has the table of names.
      return (
        processorInCpuinfo(cpuinfo ?? '') ??
        processorInLscpu(await saidBy(system, 'lscpu', [])) ??
        system.arch
      );
    }
    default:
      return system.env['PROCESSOR_IDENTIFIER'] ?? system.arch;
  }
}

async function libcOf(system: System): Promise<Machine['libc']> {
  if (system.os !== 'linux') return null;
  const libc = libcOfLdd(await saidBy(system, 'ldd', ['--version']));
  if (libc) return libc;
  // Containers may lack ldd; musl's loader has its name in its file name.
  const loaders = await readdir('/lib').catch(() => []);
  return loaders.some((name) => name.startsWith('ld-musl-')) ? { name: 'musl', version: null } : null;
}

/** All that a program says, on either stream; nothing when it is not there or does not answer. */
async function saidBy(system: System, file: string, args: string[]): Promise<string> {
  const env = { ...system.env, LC_ALL: 'C' };
  try {
    const said = await system.run({ file, args, env, timeoutMs: 3000 });
    return (said.stdout + said.stderr).trim();
  } catch {
    return '';
  }
}
