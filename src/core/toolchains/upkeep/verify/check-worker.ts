import { parentPort, workerData } from 'node:worker_threads';
import { checkFile } from './check-file.ts';
import type { CheckJob, CheckMessage } from './check-job.ts';

/** Bytes between two messages. */
const step = 8_000_000;

const { goroot, files, modes }: CheckJob = workerData;
let pending: CheckMessage = { bytes: 0, findings: [], done: false };

function say(done: boolean): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port has no origin
  parentPort?.postMessage({ ...pending, done });
  pending = { bytes: 0, findings: [], done: false };
}

for (const file of files) {
  const finding = checkFile(goroot, file, modes);
  if (finding) pending.findings.push(finding);
  pending.bytes += file.bytes;
  if (pending.bytes >= step) say(false);
}
say(true);
