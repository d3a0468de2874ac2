import { readdir } from 'node:fs/promises';
import type { Machine } from '#contract/machine';
import packageJson from '../../../package.json' with { type: 'json' };
import { readTextIfThere } from './files.ts';
import { libcOfLdd, processorInCpuinfo, processorInLscpu, valueInOsRelease } from './machine-text.ts';
import { burrowPaths } from './paths.ts';
import { findShells } from './shells.ts';
import type { System } from './system.ts';

/** Describes this machine, for people and for bug reports. Facts that cannot be read are left out. Never fails. */
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
      const version = await outputOf(system, 'sw_vers', ['-productVersion']);
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
      return (await outputOf(system, 'sysctl', ['-n', 'machdep.cpu.brand_string'])) || system.arch;
    case 'linux': {
      const cpuinfo = await readTextIfThere('/proc/cpuinfo').catch(() => null);
      // Linux on arm64 knows its processor only by numbers; lscpu has the table of names.
      return (
        processorInCpuinfo(cpuinfo ?? '') ??
        processorInLscpu(await outputOf(system, 'lscpu', [])) ??
        system.arch
      );
    }
    default:
      return system.env['PROCESSOR_IDENTIFIER'] ?? system.arch;
  }
}

async function libcOf(system: System): Promise<Machine['libc']> {
  if (system.os !== 'linux') return null;
  const libc = libcOfLdd(await outputOf(system, 'ldd', ['--version']));
  if (libc) return libc;
  // Containers may lack ldd; musl is recognized by the name of its loader.
  const loaders = await readdir('/lib').catch(() => []);
  return loaders.some((name) => name.startsWith('ld-musl-')) ? { name: 'musl', version: null } : null;
}

/** A program's output on both streams; empty when the program is missing or does not answer. */
async function outputOf(system: System, file: string, args: string[]): Promise<string> {
  const env = { ...system.env, LC_ALL: 'C' };
  try {
    const result = await system.run({ file, args, env, timeoutMs: 3000 });
    return (result.stdout + result.stderr).trim();
  } catch {
    return '';
  }
}
