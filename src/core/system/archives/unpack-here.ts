import { type Failure, failure, isFailure } from '#contract/failure';
import { fileFailure } from '../failures.ts';
import { ArchiveBytes } from './archive-bytes.ts';
import type { Arrived, Unpacked, UnpackJob } from './unpack-job.ts';
import { goLimits, UnpackedTree } from './unpacked-tree.ts';
import { unpkg } from './unpkg.ts';
import { untar } from './untar.ts';
import { unzip } from './unzip.ts';

type Reader = (
  archive: string,
  tree: UnpackedTree,
  report: () => void,
  arriving: AsyncIterable<Arrived> | null,
) => Promise<string | null>;

const readers: Record<UnpackJob['format'], Reader> = {
  'tar.gz': (archive, tree, report, arriving) => untar(new ArchiveBytes(archive, arriving), tree, report),
  zip: unzip,
  pkg: unpkg,
};

/**
 * Bytes between collections. Measured: without them an install takes 15 to 20 MB more, and a zip's small buffers pile
 * up fastest.
 */
const sweepEvery: Partial<Record<UnpackJob['format'], number>> = { zip: 6_000_000 };

/** ms between two reports. */
const reportEvery = 100;

/**
 * Unpacks in this thread. `arriving`: reports how much of the .tar.gz has arrived; null when the file is complete.
 * Failures: as in `unpackTarGz`; files already written are left to the caller.
 */
export async function unpackHere(
  job: UnpackJob,
  progress: (bytes: number) => void,
  arriving: AsyncIterable<Arrived> | null = null,
): Promise<Unpacked> {
  let reportedAt = performance.now();
  try {
    const tree = new UnpackedTree(job, goLimits, sweepEvery[job.format]);
    const report = (): void => {
      const now = performance.now();
      if (now - reportedAt < reportEvery) return;
      reportedAt = now;
      progress(tree.bytes);
    };
    const sha256 = await readers[job.format](job.archive, tree, report, arriving);
    const files = tree.finish();
    progress(tree.bytes);
    return { files, sha256 };
  } catch (error) {
    throw meaning(error, job.archive);
  }
}

/** The failure for a refusal, a file system error, or a library's complaint about the archive. */
function meaning(error: unknown, archive: string): Failure {
  const known = isFailure(error) ? error : fileFailure(error, archive);
  // A name that is too long is the archive's fault; a disk that fails is not.
  const isOfEntry = isFailure(known, 'file.unusable') && known.params['reason'] !== 'io';
  if (isFailure(known) && !isOfEntry) return known;
  const detail = error instanceof Error ? error.message : String(error);
  return failure('archive.damaged', { archive, detail }, error);
}
