import { type Failure, failure, isFailure } from '#contract/failure';
import { fileFailure } from '../failures.ts';
import type { UnpackedFile, UnpackJob } from './unpack-job.ts';
import { UnpackedTree } from './unpacked-tree.ts';
import { untar } from './untar.ts';
import { unzip } from './unzip.ts';

/** ms between two reports. */
const reportEvery = 100;

/** Does the job in this thread. Failures as with `unpackTarGz`; what was written by then is left to the caller. */
export async function unpackHere(job: UnpackJob, progress: (bytes: number) => void): Promise<UnpackedFile[]> {
  let reportedAt = performance.now();
  try {
    const tree = new UnpackedTree(job);
    const report = (): void => {
      const now = performance.now();
      if (now - reportedAt < reportEvery) return;
      reportedAt = now;
      progress(tree.bytes);
    };
    await (job.format === 'zip' ? unzip : untar)(job.archive, tree, report);
    const files = tree.finish();
    progress(tree.bytes);
    return files;
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
