import { parentPort, workerData } from 'node:worker_threads';
import { type Failure, failure, isFailure } from '#contract/failure';
import { fileFailure } from '../failures.ts';
import type { UnpackJob, UnpackMessage } from './unpack-job.ts';
import { UnpackedTree } from './unpacked-tree.ts';
import { untar } from './untar.ts';
import { unzip } from './unzip.ts';

/** ms between two reports. */
const reportEvery = 100;

const job: UnpackJob = workerData;
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port has no origin
const say = (message: UnpackMessage): void => parentPort?.postMessage(message);

try {
  const tree = new UnpackedTree(job);
  let reportedAt = performance.now();
  const progress = (): void => {
    const now = performance.now();
    if (now - reportedAt < reportEvery) return;
    reportedAt = now;
    say({ type: 'progress', bytes: tree.bytes });
  };
  await (job.format === 'zip' ? unzip : untar)(job.archive, tree, progress);
  const files = tree.finish();
  say({ type: 'progress', bytes: tree.bytes });
  say({ type: 'done', files });
} catch (error) {
  const { code, params } = failureOf(error);
  say({ type: 'failed', failure: { code, params } });
}

/** What is thrown here is a refusal, an error of the file system, or a library's complaint about the archive. */
function failureOf(error: unknown): Failure {
  if (isFailure(error)) return error;
  const known = fileFailure(error, job.archive);
  if (isFailure(known)) return known;
  const detail = error instanceof Error ? error.message : String(error);
  return failure('archive.damaged', { archive: job.archive, detail }, error);
}
