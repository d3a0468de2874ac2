import { isAbsolute, resolve } from 'node:path';
import { failure, isFailure } from '#contract/failure';
import { type InstallRequest, mirrorNames, type ReleaseFile } from '#contract/toolchains';
import type { System } from '#core/system';
import { knownIndex, meets, type ReleaseIndex, releaseIndex, type Wanted } from '../releases/index.ts';
import { targetHere } from '../versions/index.ts';
import type { InstallPlan, Step } from './install-plan.ts';
import { fileSha256, fromFile } from './sources/index.ts';

/**
 * Plans the install of an archive on the disk; a word that names no file was meant to name a source. Failures:
 * source.unknown, source.no-checksum, toolchain.another-archive, file.not-found, file.no-permission, cancelled.
 */
export async function planFileOrWord(
  system: System,
  request: InstallRequest & { from: string },
  wanted: Wanted,
  signal?: AbortSignal,
): Promise<InstallPlan> {
  const { from } = request;
  const path = isAbsolute(from) ? from : resolve(system.cwd, from);
  try {
    return await planFile(system, request, wanted, path, signal);
  } catch (error) {
    if (!isFailure(error, 'file.not-found') || !/^[\w-]*$/.test(from)) throw error;
    throw failure('source.unknown', { from, known: ['official', 'proxy', 'source', ...mirrorNames] }, error);
  }
}

/** An archive on the disk is known by its checksum, whatever its name. */
async function planFile(
  system: System,
  request: InstallRequest,
  wanted: Wanted,
  path: string,
  signal?: AbortSignal,
): Promise<InstallPlan> {
  const sha256 = await fileSha256(path, signal);
  const isMeant = ({ version, file }: Archive): boolean => {
    const { os, arch } = targetHere(system, version, request);
    return meets(wanted, version) && file.os === os && file.arch === arch;
  };
  const found =
    findArchive(await knownIndex(system), sha256, isMeant) ??
    findArchive(await releaseIndex(system, signal), sha256, isMeant);
  if (!found) throw failure('source.no-checksum', { filename: path });
  const { file, index, version } = found;
  const id = { version, os: file.os, arch: file.arch };
  if (!isMeant(found)) {
    const target = targetHere(system, version, request);
    throw failure('toolchain.another-archive', {
      path,
      holds: `${version} ${file.os}/${file.arch}`,
      wanted: `${request.version} ${target.os}/${target.arch}`,
    });
  }
  const step: Step = { name: path, deliver: (order) => fromFile(order, path, { file, index }) };
  return { id, steps: [step], absent: null, certain: true, unasked: null };
}

/** Of the installers only those for a Mac are archives, too; a .msi is a database. */
function isUnpackable({ kind, filename }: ReleaseFile): boolean {
  return kind === 'archive' || (kind === 'installer' && filename.endsWith('.pkg'));
}

/** An archive of an index, and of which release it is. */
interface Archive {
  version: string;
  file: ReleaseFile;
  index: ReleaseIndex;
}

/** Some indexes list one checksum for two archives, of which one is wrong: then it is the one that is meant. */
function findArchive(
  index: ReleaseIndex,
  sha256: string,
  isMeant: (archive: Archive) => boolean,
): Archive | null {
  const all = index.releases.flatMap(({ version, files }) =>
    files
      .filter((file) => isUnpackable(file) && file.sha256 === sha256)
      .map((file) => ({ version, file, index })),
  );
  return all.find(isMeant) ?? all[0] ?? null;
}
