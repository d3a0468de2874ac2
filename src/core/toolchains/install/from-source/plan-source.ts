import { failure, isFailure } from '#contract/failure';
import { runsAs } from '#contract/runs-as';
import type { SourceNeeds } from '#contract/toolchains';
import { isOnPath, type System } from '#core/system';
import { listToolchains } from '../../inventory/index.ts';
import { discoverToolchains } from '../../managers/index.ts';
import { type Asked, type Chosen, choose, releaseIndex } from '../../releases/index.ts';
import { folderName, parseVersion, type ToolchainId, targetHere } from '../../versions/index.ts';
import { type BootstrapCandidate, bootstrapNeed, chooseBootstrap } from './bootstrap.ts';
import type { SourceOrder } from './from-source.ts';

/**
 * Decides which version is built from source and with which Go, before anything is downloaded. Failures:
 * version.unknown, source.no-checksum, source.cannot-build, source.no-bootstrap, process.not-found (no bash),
 * cancelled.
 */
export async function planSource(
  system: System,
  asked: Asked,
  signal?: AbortSignal,
): Promise<{ id: ToolchainId; what: SourceOrder; unasked: Chosen['unasked'] }> {
  const index = await releaseIndex(system, signal);
  const { id, file: published, absent, unasked } = choose(system, asked, index, []);
  const bootstrap = await bootstrapFor(system, id);
  const release = index.releases.find(({ version }) => version === id.version);
  if (!release && absent) throw absent;
  const file = release?.files.find(({ kind }) => kind === 'source');
  if (!file) throw failure('source.no-checksum', { filename: `${id.version}.src.tar.gz` });
  return { id, what: { source: { file, index }, bootstrap, published }, unasked };
}

/** Whether a version can be built here, and with which Go; uses no network. Failures: version.unreadable. */
export async function sourceNeeds(
  system: System,
  request: { version: string; os?: string | undefined; arch?: string | undefined },
): Promise<SourceNeeds> {
  const version = parseVersion(request.version);
  if (version === null) throw failure('version.unreadable', { input: request.version });
  try {
    const { runsAs: _runs, ...bootstrap } = await bootstrapFor(system, {
      version,
      ...targetHere(system, version, request),
    });
    return { bootstrap, because: null };
  } catch (error) {
    if (!isFailure(error)) throw error;
    return { bootstrap: null, because: { code: error.code, params: error.params } };
  }
}

/**
 * The Go that compiles a toolchain: one of Burrow's, otherwise any on the machine. Never the one that is being
 * replaced. Failures: source.cannot-build, source.no-bootstrap, process.not-found (no bash).
 */
async function bootstrapFor(system: System, id: ToolchainId): Promise<BootstrapCandidate> {
  const { version, os, arch } = id;
  const target = `${os}/${arch}`;
  const refuse = (reason: 'another-target' | 'windows' | 'written-in-c') =>
    failure('source.cannot-build', { version, target, reason });
  if (system.os === 'windows') throw refuse('windows');
  if (runsAs(system, id) === 'foreign') throw refuse('another-target');
  const need = bootstrapNeed(version);
  if (need === null) throw refuse('written-in-c');
  if (!(await isOnPath(system, 'bash'))) throw failure('process.not-found', { command: 'bash' });
  const others = (await listToolchains(system)).filter(
    (each) => !each.adopted?.gone && folderName(each) !== folderName(id),
  );
  const chosen =
    chooseBootstrap(version, need, others) ??
    chooseBootstrap(version, need, await discoverToolchains(system));
  if (chosen) return { version: chosen.version, path: chosen.path, runsAs: chosen.runsAs };
  throw failure('source.no-bootstrap', { version, ...need });
}
