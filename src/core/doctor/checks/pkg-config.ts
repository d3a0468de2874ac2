import { join } from 'node:path';
import type { DoctorEvidence } from '#contract/doctor';
import { isFailure } from '#contract/failure';
import { shellWord } from '#contract/shell-word';
import { findOnPath, isProgram, maskSecrets, readStart, type System } from '#core/system';
import { readUserEnvFile, settingsOf } from '#core/toolchains';
import { type CgoPackage, cgoPackages, installCommand, packageManager } from '../machine/index.ts';
import type { Check, Found } from './check.ts';
import { reasonOf } from './reason.ts';

/** A package of pkg-config that cgo needs, with the lines that name it. */
export interface Needed {
  name: string;
  by: DoctorEvidence[];
}

/** What is shown of a line, in characters. */
const maxLineLength = 200;

/** More are not asked for one by one. */
const maxPackages = 50;

/** What the `#cgo pkg-config:` lines of the project and of its dependencies need, and is not there. */
export const pkgConfig: Check = {
  name: 'pkg-config',
  run: async (scene, signal) => {
    const { system, dir } = scene;
    const [enabled] = settingsOf('CGO_ENABLED', system.env, [await readUserEnvFile(system, dir)]);
    if (enabled?.value === '0') return [];
    const needed = await neededBy(await cgoPackages(scene, signal));
    if (needed.length === 0) return [];
    const program = system.env['PKG_CONFIG'] || 'pkg-config';
    const file = program.includes('/')
      ? (await isProgram(program)) && program
      : await findOnPath(system, program);
    if (!file) return [noProgram(program, needed, await installCommand(system, 'pkg-config'))];
    const isThere = await Promise.all(
      needed.slice(0, maxPackages).map(({ name }) => exists(system, file, name, signal)),
    );
    const manager = await packageManager(system);
    return needed.flatMap((each, index) => (isThere[index] === false ? [missing(each, manager)] : []));
  },
};

/** Whether pkg-config knows a package; null: it did not say. */
async function exists(
  system: System,
  file: string,
  name: string,
  signal: AbortSignal,
): Promise<boolean | null> {
  try {
    const { exitCode } = await system.run({ file, args: ['--exists', '--', name], timeoutMs: 2000, signal });
    return exitCode === 0;
  } catch (error) {
    if (isFailure(error) && error.code !== 'cancelled') return null;
    throw error;
  }
}

async function neededBy(packages: readonly CgoPackage[]): Promise<Needed[]> {
  const all = new Map<string, DoctorEvidence[]>();
  for (const each of packages) {
    for (const name of namesIn(each.pkgConfig)) {
      const by = all.get(name) ?? [];
      by.push(await lineOf(each, name));
      all.set(name, by);
    }
  }
  return [...all].map(([name, by]) => ({ name, by }));
}

/** The packages among the words of `#cgo pkg-config:` lines, without flags. Go allows no versions there. Pure. */
export function namesIn(words: readonly string[]): string[] {
  return [...new Set(words.filter((word) => /^[\w.+][\w.+-]*$/.test(word)))];
}

/** The line of a package's files that names a package of pkg-config. */
async function lineOf({ dir, files }: CgoPackage, name: string): Promise<DoctorEvidence> {
  for (const file of files) {
    const path = join(dir, file);
    const at = directiveIn((await readStart(path)) ?? '', name);
    if (at) return { file: path, ...at };
  }
  return { file: join(dir, files[0] ?? ''), line: null, value: `#cgo pkg-config: ${name}` };
}

/** Pure. */
export function directiveIn(text: string, name: string): { line: number; value: string } | null {
  for (const [index, line] of text.split('\n').entries()) {
    const [, words] = /^[/\s*]*#cgo\b[^:]*\bpkg-config:(.*)$/.exec(line) ?? [];
    if (words?.replaceAll(/['"]/g, '').trim().split(/\s+/).includes(name)) {
      return { line: index + 1, value: maskSecrets(line.trim()).slice(0, maxLineLength) };
    }
  }
  return null;
}

/** Pure. */
export function noProgram(program: string, needed: readonly Needed[], install: string | null): Found {
  return {
    about: program,
    severity: 'error',
    reason: reasonOf('doctor.no-pkg-config', { program, names: needed.map(({ name }) => name) }),
    evidence: firstLines(needed.flatMap(({ by }) => by)),
    fix: install === null || program !== 'pkg-config' ? null : { kind: 'command', command: install },
  };
}

/** Pure. */
export function missing({ name, by }: Needed, manager: Awaited<ReturnType<typeof packageManager>>): Found {
  const command = providerCommand(name, manager);
  return {
    about: name,
    severity: 'error',
    reason: reasonOf('doctor.pkg-config-missing', { name, searches: manager === 'apt-get' }),
    evidence: firstLines(by),
    fix: command === null ? null : { kind: 'command', command },
  };
}

/**
 * Installs what provides a package of pkg-config. RPM packages are known by that name; Debian's and others are not, and
 * apt-file finds them by their file.
 */
function providerCommand(name: string, manager: Awaited<ReturnType<typeof packageManager>>): string | null {
  switch (manager) {
    case 'dnf':
    case 'zypper':
      return `sudo ${manager} install ${shellWord(`pkgconfig(${name})`)}`;
    case 'apt-get':
      return `apt-file search ${shellWord(`/${name}.pc`)}`;
    default:
      return null;
  }
}

/** Three lines, each once. */
function firstLines(lines: readonly DoctorEvidence[]): DoctorEvidence[] {
  const byPlace = new Map(lines.map((each) => [`${each.file}:${each.line}`, each]));
  return [...byPlace.values()].slice(0, 3);
}
