import { resolve as absolute } from 'node:path';
import { failure } from '#contract/failure';
import type { UseResult } from '#contract/switching';
import { burrowPaths, prepareHome, readTextIfThere, type System, writeFileAtomic } from '#core/system';
import { readVersion, type WrittenVersion } from '#core/toolchains';
import { choose } from './choose.ts';
import type { Installed } from './decide.ts';
import { pinFile, pinText } from './pin-file.ts';
import { mustBeFolder, runnable } from './resolve.ts';

/**
 * Writes which Go `dir` gets (the folder where the user stands, when none is given) into its `.go-version`, or with
 * `global` into Burrow's default file. `1.26` stays `1.26` and means its newest installed patch; `latest` is the
 * newest installed release, written out. A version that is not installed is written all the same.
 *
 * Failures: version.unreadable, toolchain.not-installed (`latest` without any), folder.not-found,
 * file.no-permission, disk.full, home.unusable.
 */
export async function useGo(
  system: System,
  request: { version: string; dir?: string | undefined; global?: boolean | undefined },
): Promise<UseResult> {
  const installed = await runnable(system);
  const version = wantedVersion(request.version.trim(), installed);
  const { file, text } = request.global
    ? await defaultFile(system, version)
    : await versionFile(absolute(system.cwd, request.dir ?? '.'), version);
  const previous = await readTextIfThere(file);
  await writeFileAtomic(file, text);
  return {
    version: version.wanted,
    file,
    previous: previous?.trim() ?? null,
    installed: choose({ ...version, strength: 'pin' }, installed) !== null,
  };
}

function wantedVersion(text: string, installed: readonly Installed[]): WrittenVersion {
  if (text === 'latest') {
    // A minimum that everything meets: the newest release, or the newest pre-release.
    const newest = choose({ wanted: 'go1.0', bare: true, strength: 'minimum' }, installed);
    if (!newest) throw failure('toolchain.not-installed', { wanted: text, installed: [], because: '' });
    return { wanted: newest.version, bare: false };
  }
  const version = readVersion(text);
  if (!version) throw failure('version.unreadable', { input: text });
  return version;
}

async function versionFile(dir: string, { wanted }: WrittenVersion): Promise<{ file: string; text: string }> {
  await mustBeFolder(dir);
  return { file: pinFile(dir), text: pinText(wanted) };
}

async function defaultFile(
  system: System,
  { wanted }: WrittenVersion,
): Promise<{ file: string; text: string }> {
  await prepareHome(system);
  return { file: burrowPaths(system).defaultFile, text: `${wanted}\n` };
}
