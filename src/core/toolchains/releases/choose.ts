import { type Failure, failure } from '#contract/failure';
import { runsAs } from '#contract/runs-as';
import type { ReleaseFile } from '#contract/toolchains';
import type { System } from '#core/system';
import { folderName, type ToolchainId, targetHere } from '../versions/index.ts';
import type { IndexedRelease } from './index-format.ts';
import { mergeReleases } from './offer.ts';
import type { ReleaseIndex } from './release-index.ts';
import { type Asked, archiveFor, chooseRelease, nearestVersions } from './wanted.ts';

/** The toolchain that was chosen for a request. */
export interface Chosen {
  id: ToolchainId;
  /** Its archive, if the index lists one. */
  file: ReleaseFile | undefined;
  index: ReleaseIndex;
  /** The failure when no source has it: no such version, or none for this target. null: it is listed. */
  absent: Failure | null;
  /**
   * The failure when the machine would have to translate it and the user did not name that processor. null: it runs
   * natively, or was asked for.
   */
  unasked: Failure | null;
}

/**
 * Chooses the toolchain for a request; `atProxy`: what a module proxy lists besides the index. An exact version that
 * neither lists is still chosen, since a proxy may have it. Failures: version.unknown.
 */
export function choose(
  system: Pick<System, 'os' | 'arch'>,
  asked: Asked,
  index: ReleaseIndex,
  atProxy: readonly ToolchainId[],
): Chosen {
  const releases = mergeReleases(index.releases, atProxy);
  const listed = new Set(atProxy.map(folderName));
  const idOf = (version: string): ToolchainId => ({ version, ...targetHere(system, version, asked) });
  const has = (release: IndexedRelease): boolean => {
    const id = idOf(release.version);
    return archiveFor(release, id) !== undefined || listed.has(folderName(id));
  };
  const { text, wanted } = asked;
  const release = chooseRelease(wanted, releases, has);
  const version = release?.version ?? (wanted.kind === 'exact' ? wanted.version : null);
  const unknown = failure('version.unknown', {
    wanted: text.trim().replace(/^(go|v)/, ''),
    nearest: nearestVersions(
      text,
      releases.map((each) => each.version),
    ),
  });
  if (version === null) throw unknown;
  const id = idOf(version);
  const noBuild = failure('version.no-build', { version, target: `${id.os}/${id.arch}` });
  const absent = release ? (has(release) ? null : noBuild) : unknown;
  const unasked =
    absent === null && asked.arch === undefined && runsAs(system, id) === 'translated'
      ? failure('version.no-native-build', { version, reason: 'too-old', installed: false })
      : null;
  return { id, file: archiveFor(release, id), index, absent, unasked };
}
