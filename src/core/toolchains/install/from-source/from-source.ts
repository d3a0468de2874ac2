import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { mapProgress } from '#contract/streams';
import type { ReleaseFile } from '#contract/toolchains';
import { burrowPaths, discardPart, fileFailure, unpackTarGz } from '#core/system';
import { placesOf } from '../../store/index.ts';
import { archiveName, folderName } from '../../versions/index.ts';
import { type Delivering, fileSha256, fromSite, type Order, type ListedArchive } from '../sources/index.ts';
import type { BootstrapCandidate } from './bootstrap.ts';
import { BuildLog } from './build-log.ts';
import { type Workshop, workshopIn } from './environment.ts';
import { isReproducible, make } from './make.ts';
import { begun, packing } from './make-output.ts';
import { packGoroot } from './pack-goroot.ts';

/** What is built, and with what. */
export interface SourceOrder {
  source: ListedArchive;
  bootstrap: BootstrapCandidate;
  /** The official index's entry for the target; undefined when there is none. */
  published: ReleaseFile | undefined;
}

/**
 * Downloads a release's source archive from `<base>/<filename>`, builds it in staging/ and delivers the archive that
 * results, which is then installed like any other. Failures: those of `fromSite` and `make`, archive.damaged,
 * archive.hostile, disk.full, file.no-permission.
 */
export async function* fromSource(
  order: Order,
  base: string,
  { source, bootstrap, published }: SourceOrder,
): Delivering {
  const { id, to, goroot, meter, signal } = order;
  const folder = join(dirname(to), 'build');
  const workshop = workshopIn(folder);
  await makeFolders(workshop);
  const fetched = yield* fetchSources(order, base, source, workshop.goroot);

  meter.enter('building');
  const { durationMs, log } = yield* build(order, bootstrap.path, workshop);
  try {
    if (isReproducible(id.version)) {
      await rename(join(workshop.goroot, 'pkg', 'distpack', archiveName(id)), to);
    } else await packGoroot(workshop.goroot, to, signal);
    // Three times the size of the resulting archive.
    await rm(folder, { recursive: true, force: true });
  } catch (error) {
    throw fileFailure(error, to);
  }
  const hash = await fileSha256(to, signal);
  await discardPart(fetched.archive);
  const canCompare = published !== undefined && isReproducible(id.version) && id.os !== 'darwin';
  return {
    archive: to,
    source: { kind: 'source', url: fetched.source.url },
    isModule: false,
    built: {
      bootstrap: bootstrap.version,
      // The official programs for a Mac are signed, so they differ (golang.org/x/build/cmd/gorebuild/darwin.go).
      identical: canCompare ? hash === published.sha256 : null,
      durationMs: Math.round(durationMs),
      log,
    },
    unpack: () => unpackTarGz({ archive: to, into: goroot, root: 'go', signal }),
    prove: () => Promise.resolve(fetched.proof),
    [Symbol.asyncDispose]: () => Promise.resolve(),
  };
}

/** Downloads the source archive, unpacks it while it arrives, and verifies it. */
async function* fetchSources(order: Order, base: string, source: ListedArchive, goroot: string) {
  const { meter } = order;
  const delivery = yield* fromSite({ ...order, goroot }, base, source);
  try {
    yield meter.enter('unpacking');
    const unpacked = yield* meter.watch(delivery.unpack());
    const proof = await delivery.prove(unpacked);
    return { archive: delivery.archive, source: delivery.source, proof };
  } finally {
    await delivery[Symbol.asyncDispose]();
  }
}

/** Keeps the log unless the user cancelled the build. */
async function* build(order: Order, bootstrap: string, workshop: Workshop) {
  const { system, id, meter, signal } = order;
  const paths = burrowPaths(system);
  const path = join(paths.logs, `build-${folderName(id)}.log`);
  const final = placesOf(paths, id).goroot;
  const log = await BuildLog.begin(path);
  let progress = begun;
  let ended = false;
  const making = make(system, id, { bootstrap, final, workshop, log }, signal);
  try {
    const { durationMs } = yield* mapProgress(making, (next) => {
      progress = next;
      return meter.build(progress);
    });
    yield meter.build(packing(progress));
    ended = true;
    return { durationMs, log: path };
  } catch (error) {
    ended = !signal?.aborted;
    throw error;
  } finally {
    await log[Symbol.asyncDispose]();
    if (!ended) await rm(path, { force: true });
  }
}

async function makeFolders({ home, temporary, cache }: Workshop): Promise<void> {
  try {
    // They exist already when an earlier source failed.
    for (const each of [home, temporary, cache]) await mkdir(each, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw fileFailure(error, home);
  }
}
