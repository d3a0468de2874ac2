import { resolve as absolute } from 'node:path';
import { failure } from '#contract/failure';
import type { UseResult } from '#contract/switching';
import { burrowPaths, prepareHome, readTextIfThere, type System, writeFileAtomic } from '#core/system';
import { type Pin, readPin } from '#core/toolchains';
import {
  choose,
  disagreement,
  isThere,
  mustBeFolder,
  otherGos,
  releaseFor,
  runnable,
  type Supply,
} from '../resolving/index.ts';
import { pinsIn } from '../wishes/index.ts';
import { pinFile, pinText } from './pin-file.ts';

/**
 * Pins a Go in the `.go-version` of `dir` (by default the working folder), or with `global` in Burrow's default file.
 * `1.26` is written as it is and means its newest installed patch. For `latest` or `stable`, the number of the newest
 * installed release is written, so that a project does not change by itself. `system` is written as it is. A version
 * that is not installed is written too. A `.go-version` keeps its comments and permissions, and stays a link.
 *
 * Failures: version.unreadable, toolchain.not-installed (`latest` without any), folder.not-found,
 * file.no-permission, file.unusable, disk.full, home.unusable.
 */
export async function useGo(
  system: System,
  request: { version: string; dir?: string | undefined; global?: boolean | undefined },
): Promise<UseResult> {
  const supply = {
    installed: await runnable(system),
    others: await otherGos(system, burrowPaths(system).shims),
  };
  const pin = await wantedPin(system, request.version.trim(), supply);
  const dir = absolute(system.cwd, request.dir ?? '.');
  const file = request.global ? await defaultFile(system) : await versionFile(dir);
  const previous = await readTextIfThere(file);
  const installed = isThere(pin, supply);
  await writeFileAtomic(file, request.global ? `${pin.wanted}\n` : pinText(pin.wanted, previous));
  return {
    version: pin.wanted,
    file,
    previous,
    installed,
    installs: installed ? null : await releaseFor(system, pin),
    outranked: request.global ? [] : await outranked(system, dir, supply),
    variable: system.env['BURROW_GO'] || null,
  };
}

/** The pins of other tools in `dir`, each place once, and whether they disagree with the `.go-version` there. */
async function outranked(system: System, dir: string, supply: Supply): Promise<UseResult['outranked']> {
  const pins = await pinsIn(dir, system);
  const files = [...new Set(pins.map(({ file }) => file))].slice(1);
  return files.map((file) => {
    const inFile = pins.filter((pin) => pin.file === file);
    const [first] = inFile;
    const disagrees = inFile.every((pin) => disagreement(pin, pins, supply) !== null);
    return { file, line: first?.line ?? 1, text: inFile.map(({ text }) => text).join(', '), disagrees };
  });
}

async function wantedPin(
  system: System,
  text: string,
  { installed }: Supply,
): Promise<Pin & { wanted: string }> {
  const pin = readPin(text);
  const { strength, wanted, bare } = pin;
  // Ranges are supported only in files that people write by hand.
  if (wanted === null || strength === 'at-least') throw failure('version.unreadable', { input: text });
  if (strength !== 'latest') return { strength, wanted, bare };
  const newest = choose(pin, installed);
  if (!newest) {
    const installs = await releaseFor(system, pin);
    throw failure('toolchain.not-installed', { wanted, installed: [], because: '', installs });
  }
  return { strength: 'pin', wanted: newest.version, bare: false };
}

async function versionFile(dir: string): Promise<string> {
  await mustBeFolder(dir);
  return pinFile(dir);
}

async function defaultFile(system: System): Promise<string> {
  return (await prepareHome(system)).defaultFile;
}
