import { type Failure, failure, isFailure } from '#contract/failure';
import { fileFailure } from '../failures.ts';
import { ArchiveBytes } from './archive-bytes.ts';
import type { Arrived, Unpacked, UnpackJob } from './unpack-job.ts';
import { UnpackedTree } from './unpacked-tree.ts';
import { untar } from './untar.ts';
import { unzip } from './unzip.ts';

/** ms between two reports. */
const reportEvery = 100;

/**
 * Does the job in this thread. `arriving`: how far the .tar.gz has come, from time to time; null: it is there whole.
 * Failures as with `unpackTarGz`; what was written by then is left to the caller.
 */
export async function unpackHere(
  job: UnpackJob,
  progress: (bytes: number) => void,
  arriving: AsyncIterable<Arrived> | null = null,
): Promise<Unpacked> {
  let reportedAt = performance.now();
  try {
    const tree = new UnpackedTree(job);
    const report = (): void => {
      const now = performance.now();
      if (now - reportedAt < reportEvery) return;
      reportedAt = now;
      progress(tree.bytes);
    };
    const sha256 =
      job.format === 'zip'
        ? await unzip(job.archive, tree, report)
        : await untar(new ArchiveBytes(job.archive, arriving), tree, report);
    const files = tree.finish();
    progress(tree.bytes);
    return { files, sha256 };
  } catch (error) {
    throw meaning(error, job.archive);
  }
}

/** What is thrown in here is a refusal, an error of the file system, or a library's complaint about the archive. */
function meaning(error: unknown, archive: string): Failure {
  if (isFailure(error)) return error;
  const known = fileFailure(error, archive);
  if (isFailure(known)) return known;
  const detail = error instanceof Error ? error.message : String(error);
  return failure('archive.damaged', { archive, detail }, error);
}
