import { runsAs } from '#contract/runs-as';
import { failure, isFailure, isFailureOfClass } from '#contract/failure';
import { mapProgress } from '#contract/streams';
import type { Toolchain } from '#contract/toolchains';
import { installToolchain, removeToolchain } from '#core/switching';
import type { System } from '#core/system';
import { availableReleases, knownRelease, listToolchains, readRequest } from '#core/toolchains';
import { recordDone } from '../record.ts';
import { type ChoiceOf, type Step, nothingDone, nothingPlanned, stateOf, words } from '../scene.ts';

/** A Go of Burrow's. */
export const toolchainStep: Step<'toolchain'> = {
  async look({ system, record }) {
    const [installed, newest] = await Promise.all([
      usableHere(system),
      knownRelease(system, { version: 'latest' }),
    ]);
    return {
      id: 'toolchain',
      ...stateOf('toolchain', record, { done: installed.length > 0 }),
      undoable: installed.some((each) => record.did.toolchains.some((one) => isSame(one, each))),
      installed,
      newest,
    };
  },
  async plan({ system }, choice) {
    if (await isSettled(system, choice)) return nothingPlanned;
    readRequest(system, { version: choice.version ?? 'latest', from: choice.from });
    const version = (await knownRelease(system, { version: choice.version ?? 'latest' })) ?? choice.version;
    if (version === undefined) return nothingPlanned;
    const bytes = choice.from === undefined ? await bytesOf(system, version) : null;
    return { ...nothingPlanned, does: [words('setup.installs', { version, bytes, done: false })], bytes };
  },
  async *run({ system, record, signal }, choice) {
    if (await isSettled(system, choice)) return nothingDone;
    const { from } = choice;
    const version = choice.version ?? (await versionOfFile(from)) ?? 'latest';
    const installing = installToolchain(system, { version, ...(from !== undefined && { from }) }, signal);
    try {
      const { toolchain, already, warnings } = yield* mapProgress(installing, (progress) => ({
        kind: 'install' as const,
        step: 'toolchain' as const,
        progress,
      }));
      if (already) return { changed: false, notes: warnings };
      const { os, arch } = toolchain;
      const one = { version: toolchain.version, os, arch };
      await recordDone(system, {
        toolchains: [...record.did.toolchains.filter((each) => !isSame(each, one)), one],
      });
      const done = words('setup.installs', { version: toolchain.version, bytes: null, done: true });
      return { changed: true, notes: [...(toolchain.verified ? [done] : []), ...warnings] };
    } catch (error) {
      const isNetwork = isFailureOfClass(error, 'source') || isFailure(error, 'source.none-delivered');
      if (!isNetwork) throw error;
      throw failure('setup.no-network', { why: { code: error.code, params: error.params } }, error);
    }
  },
  async undo({ system, record }) {
    const installed = await usableHere(system);
    for (const one of record.did.toolchains) {
      if (installed.some((each) => isSame(one, each))) await removeToolchain(system, one);
    }
    await recordDone(system, { toolchains: [] });
  },
};

/** What is installed and runs here, newest first, without adopted ones that are gone. */
export async function usableHere(system: System): Promise<Toolchain[]> {
  const all = await listToolchains(system);
  return all.filter((each) => runsAs(system, each) !== 'foreign' && each.adopted?.gone !== true);
}

/** Without a version of its own, whatever runs here will do. */
async function isSettled(system: System, { version, from }: ChoiceOf<'toolchain'>): Promise<boolean> {
  return version === undefined && from === undefined && (await usableHere(system)).length > 0;
}

/** The version that the name of an official archive says: `go1.26.1.linux-amd64.tar.gz`. */
async function versionOfFile(from: string | undefined): Promise<string | null> {
  return /(?:^|\/)(go\d[\w.]*?)\.(?:linux|darwin|windows)-[\w.]+$/.exec(from ?? '')?.[1] ?? null;
}

/** Bytes of the download, where the index knows them; what it says about the version counts without network too. */
async function bytesOf(system: System, version: string): Promise<number | null> {
  try {
    const offline = { ...system, fetch: () => Promise.reject(new TypeError('fetch failed')) };
    const { releases } = await availableReleases(offline, { all: true });
    const found = releases.find((each) => each.version === version);
    const target = found?.target;
    const file = found?.files.find(
      ({ kind, os, arch }) => kind === 'archive' && os === target?.os && arch === target.arch,
    );
    return file?.bytes || null;
  } catch (error) {
    if (isFailure(error)) return null;
    throw error;
  }
}

function isSame(
  a: { version: string; os: string; arch: string },
  b: { version: string; os: string; arch: string },
): boolean {
  return a.version === b.version && a.os === b.os && a.arch === b.arch;
}
