import { resolve as absolute } from 'node:path';
import { failure } from '#contract/failure';
import type { UseResult } from '#contract/switching';
import { burrowPaths, prepareHome, readTextIfThere, type System, writeFileAtomic } from '#core/system';
import { readPin, readVersion, type WrittenVersion } from '#core/toolchains';
import { choose } from './choose.ts';
import type { Installed } from './decide.ts';
import { disagreement } from './explain.ts';
import { pinFile, pinText } from './pin-file.ts';
import { mustBeFolder, runnable } from './resolve.ts';
import { pinsIn } from './wishes.ts';

/**
 * Writes which Go `dir` gets (the folder where the user stands, when none is given) into its `.go-version`, or with
 * `global` into Burrow's default file. `1.26` stays `1.26` and means its newest installed patch; `latest` (or
 * `stable`) is the newest installed release, written out. A version that is not installed is written all the same.
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
  const dir = absolute(system.cwd, request.dir ?? '.');
  const { file, text } = request.global
    ? await defaultFile(system, version)
    : await versionFile(dir, version);
  const previous = await readTextIfThere(file);
  await writeFileAtomic(file, text);
  return {
    version: version.wanted,
    file,
    previous,
    installed: choose({ ...version, strength: 'pin' }, installed) !== null,
    outranked: request.global ? [] : await outranked(dir, installed),
    variable: system.env['BURROW_GO'] || null,
  };
}

/** The pins of other tools in `dir`, each place once, and whether they disagree with the `.go-version` there. */
async function outranked(dir: string, installed: readonly Installed[]): Promise<UseResult['outranked']> {
  const pins = await pinsIn(dir);
  const files = [...new Set(pins.map(({ file }) => file))].slice(1);
  return files.map((file) => {
    const inFile = pins.filter((pin) => pin.file === file);
    const [first] = inFile;
    const disagrees = inFile.every((pin) => disagreement(pin, pins, { installed, others: [] }) !== null);
    return { file, line: first?.line ?? 1, text: inFile.map(({ text }) => text).join(', '), disagrees };
  });
}

function wantedVersion(text: string, installed: readonly Installed[]): WrittenVersion {
  const pin = readPin(text);
  if (pin.strength === 'latest') {
    const newest = choose(pin, installed);
    if (!newest) throw failure('toolchain.not-installed', { wanted: 'latest', installed: [], because: '' });
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
