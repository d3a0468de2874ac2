import { join } from 'node:path';
import { findOnPath, isProgram, type System } from '#core/system';
import { readUserEnvFile, type Setting, settingsOf } from '#core/toolchains';
import { type CgoPackage, cgoPackages, installCommand, settingEvidence } from '../machine/index.ts';
import { isFailure } from '#contract/failure';
import { changeSetting } from './change-variables.ts';
import type { Check, Found, Scene } from './check.ts';
import { reasonOf } from './reason.ts';

/** What is known about cgo here. */
export interface Compiler {
  os: System['os'];
  /** The name or path that Go starts: `gcc`, `clang`, the first word of CC. */
  name: string;
  /** What sets CC; null: Go's default. */
  cc: Setting | null;
  /** The file that this is; null: there is none. */
  file: string | null;
  /** What sets CGO_ENABLED; null: on, where there is a compiler. */
  enabled: Setting | null;
  /** The packages of the project that use cgo. */
  packages: readonly CgoPackage[];
  install: string | null;
}

/** The C compiler that cgo needs: missing, turned off, or another product's. */
export const cCompiler: Check = {
  name: 'c-compiler',
  run: async (scene, signal) => {
    const { system, dir } = scene;
    const [user, packages, install] = await Promise.all([
      readUserEnvFile(system, dir),
      knownPackages(scene, signal),
      installCommand(system, 'C compiler'),
    ]);
    const [cc = null] = settingsOf('CC', system.env, [user]);
    const [enabled = null] = settingsOf('CGO_ENABLED', system.env, [user]);
    const name = firstWord(cc?.value ?? '') || (system.os === 'darwin' ? 'clang' : 'gcc');
    const isHere = name.includes('/') ? await isProgram(name) : false;
    const file = name.includes('/') ? (isHere ? name : null) : await findOnPath(system, name);
    const found = compilerProblems({ os: system.os, name, cc, file, enabled, packages, install });
    return Promise.all(found.map((each) => withFix(system, each, { cc, enabled })));
  },
};

/** None where Go takes too long to list them: the rest can still be said. */
async function knownPackages(scene: Scene, signal: AbortSignal): Promise<CgoPackage[]> {
  return cgoPackages(scene, signal).catch((error: unknown) => {
    if (isFailure(error, 'process.timed-out')) return [];
    throw error;
  });
}

/** A variable that is in the way is taken out. */
async function withFix(
  system: System,
  found: Found,
  { cc, enabled }: Pick<Compiler, 'cc' | 'enabled'>,
): Promise<Found> {
  if (found.about === 'off' && enabled) {
    return { ...found, fix: await changeSetting(system, 'CGO_ENABLED', enabled, null) };
  }
  if (found.about === 'missing' && cc) return { ...found, fix: await changeSetting(system, 'CC', cc, null) };
  return found;
}

/** Of a command with flags, split as Go does (cmd/internal/quoted). */
function firstWord(command: string): string {
  const [word = ''] = command.trim().match(/'[^']*'|"[^"]*"|\S+/) ?? [];
  return word.replace(/^(['"])(.*)\1$/s, '$2');
}

/** Pure. */
export function compilerProblems(found: Compiler): Found[] {
  const { name, cc, file, enabled, packages, install } = found;
  const [user = null] = packages.toSorted((a, b) => Number(b.required) - Number(a.required));
  const needs = user && { package: user.importPath, required: user.required };
  const users = packages.slice(0, 3).map(({ dir, files }) => ({
    file: join(dir, files[0] ?? ''),
    line: null,
    value: 'import "C"',
  }));
  const settings = [
    ...(cc ? [settingEvidence({ name: 'CC', ...cc })] : []),
    ...(enabled ? [settingEvidence({ name: 'CGO_ENABLED', ...enabled })] : []),
  ];
  if (enabled?.value === '0') {
    // What can do without cgo is meant to.
    if (needs === null || !needs.required) return [];
    return [
      {
        about: 'off',
        severity: 'error',
        reason: reasonOf('doctor.cgo-off', { needs: needs.package, file: enabled.file }),
        evidence: [...settings, ...users],
        fix: null,
      },
    ];
  }
  if (file === null) {
    // Without a compiler, Go uses its own code where there is some.
    const isAsked = cc !== null || enabled !== null;
    if (needs === null && !isAsked) return [];
    return [
      {
        about: 'missing',
        severity: needs?.required ? 'error' : isAsked ? 'warning' : 'info',
        reason: reasonOf('doctor.no-c-compiler', { name, isSet: cc !== null, needs }),
        evidence: [...settings, ...users],
        fix: cc === null && install !== null ? { kind: 'command', command: install } : null,
      },
    ];
  }
  const product = cc === null ? productOf(file) : null;
  if (product === null) return [];
  return [
    {
      about: file,
      severity: needs === null ? 'info' : 'warning',
      reason: reasonOf('doctor.foreign-compiler', { name, file, product }),
      evidence: [{ file, line: null, value: product }, ...users],
      fix: null,
    },
  ];
}

/**
 * Products that bring a compiler of their own for their own purposes, by where they put it: that of conda knows neither
 * the headers nor the libraries of the system, those of Emscripten and of Android compile for something else.
 */
const products: readonly [RegExp, string][] = [
  [/\/(?:ana|mini|micro)conda\d?\/|\/(?:mamba|mini)forge\d?\/|\/envs\/[^/]+\/bin\//i, 'conda'],
  [/\/emsdk\//, 'Emscripten'],
  [/\/ndk(?:-bundle)?\//i, 'Android NDK'],
  [/\/MATLAB/i, 'MATLAB'],
  [/\/(?:opt|Cellar)\/llvm(?:@\d+)?\//, 'Homebrew LLVM'],
];

/** The product to which a compiler belongs; null: none that is known. Pure. */
export function productOf(file: string): string | null {
  return products.find(([place]) => place.test(file))?.[1] ?? null;
}
