import { join } from 'node:path';
import { findOnPath, isProgram, type System } from '#core/system';
import { readUserEnvFile, type Setting, settingsOf } from '#core/toolchains';
import { type CgoPackage, cgoPackages, installCommand, settingEvidence } from '../machine/index.ts';
import type { Check, Found } from './check.ts';
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
      cgoPackages(scene, signal),
      installCommand(system, 'C compiler'),
    ]);
    const [cc = null] = settingsOf('CC', system.env, [user]);
    const [enabled = null] = settingsOf('CGO_ENABLED', system.env, [user]);
    const name = firstWord(cc?.value ?? '') || (system.os === 'darwin' ? 'clang' : 'gcc');
    const isHere = name.includes('/') ? await isProgram(name) : false;
    const file = name.includes('/') ? (isHere ? name : null) : await findOnPath(system, name);
    return compilerProblems({ os: system.os, name, cc, file, enabled, packages, install });
  },
};

/** Of a command with flags, split as Go does (cmd/internal/quoted). */
function firstWord(command: string): string {
  const [word = ''] = command.trim().match(/'[^']*'|"[^"]*"|\S+/) ?? [];
  return word.replace(/^(['"])(.*)\1$/s, '$2');
}

/** Pure. */
export function compilerProblems(found: Compiler): Found[] {
  const { name, cc, file, enabled, packages, install } = found;
  const users = packages.slice(0, 3).map(({ dir, files }) => ({
    file: join(dir, files[0] ?? ''),
    line: null,
    value: 'import "C"',
  }));
  const [needs = null] = packages.map(({ importPath }) => importPath);
  if (enabled?.value === '0') {
    if (needs === null) return [];
    return [
      {
        about: 'off',
        severity: 'error',
        reason: reasonOf('doctor.cgo-off', { needs, file: enabled.file }),
        evidence: [settingEvidence({ name: 'CGO_ENABLED', ...enabled }), ...users],
        fix: null,
      },
    ];
  }
  if (file === null) {
    // Without cgo, Go does with its own code for everything else.
    const isAsked = cc !== null || enabled !== null;
    if (needs === null && !isAsked) return [];
    const by = cc && { file: cc.file };
    return [
      {
        about: 'missing',
        severity: needs === null ? 'warning' : 'error',
        reason: reasonOf('doctor.no-c-compiler', { name, isSet: by !== null, needs }),
        evidence: [
          ...(cc ? [settingEvidence({ name: 'CC', ...cc })] : []),
          ...(enabled ? [settingEvidence({ name: 'CGO_ENABLED', ...enabled })] : []),
          ...users,
        ],
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
