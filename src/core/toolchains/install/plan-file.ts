import { failure, isFailure } from '#contract/failure';
import { mirrorNames } from '#contract/mirror-names';
import type { ReleaseFile } from '#contract/toolchains';
import type { System } from '#core/system';
import { type Asked, knownIndex, meets, type ReleaseIndex, releaseIndex } from '../releases/index.ts';
import { targetHere } from '../versions/index.ts';
import type { InstallPlan, Step } from './install-plan.ts';
import type { From } from './request.ts';
import { fileSha256, fromFile } from './sources/index.ts';

/**
 * Plans the install of a local archive, which is identified by its checksum, whatever its name. Failures:
 * source.unknown (no such file, and its name looks like that of a source), source.no-checksum,
 * toolchain.another-archive, file.not-found, file.no-permission, cancelled.
 */
export async function planFile(
  system: System,
  asked: Asked,
  from: Extract<From, { kind: 'file' }>,
  signal?: AbortSignal,
): Promise<InstallPlan> {
  const { path } = from;
  const sha256 = await checksumOf(from, signal);
  const isMeant = ({ version, file }: Archive): boolean => {
    const { os, arch } = targetHere(system, version, asked);
    return meets(asked.wanted, version) && file.os === os && file.arch === arch;
  };
  const found =
    findArchive(await knownIndex(system), sha256, isMeant) ??
    findArchive(await releaseIndex(system, signal), sha256, isMeant);
  if (!found) throw failure('source.no-checksum', { filename: path });
  const { file, index, version } = found;
  const id = { version, os: file.os, arch: file.arch };
  if (!isMeant(found)) {
    const target = targetHere(system, version, asked);
    throw failure('toolchain.another-archive', {
      path,
      holds: `${version} ${file.os}/${file.arch}`,
      wanted: `${asked.text} ${target.os}/${target.arch}`,
    });
  }
  const step: Step = { name: path, deliver: (order) => fromFile(order, path, { file, index }) };
  return { id, steps: [step], absent: null, certain: true, unasked: null };
}

async function checksumOf(
  { path, word }: Extract<From, { kind: 'file' }>,
  signal: AbortSignal | undefined,
): Promise<string> {
  try {
    return await fileSha256(path, signal);
  } catch (error) {
    if (!isFailure(error, 'file.not-found') || word === null) throw error;
    const known = ['auto', 'official', 'proxy', 'source', ...mirrorNames];
    throw failure('source.unknown', { from: word, known }, error);
  }
}

/** Of the installers only those for a Mac are archives, too; a .msi is a database. */
function isUnpackable({ kind, filename }: ReleaseFile): boolean {
  return kind === 'archive' || (kind === 'installer' && filename.endsWith('.pkg'));
}

/** An archive of an index, and the release it belongs to. */
interface Archive {
  version: string;
  file: ReleaseFile;
  index: ReleaseIndex;
}

/** Some indexes list one checksum for two archives, one of them wrongly: then the requested one is preferred. */
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
