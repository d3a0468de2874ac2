import { parentPort, workerData } from 'node:worker_threads';
import { isFailure } from '#contract/failure';
import { unpackHere } from './unpack-here.ts';
import type { UnpackMessage } from './unpack-job.ts';

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port has no origin
const say = (message: UnpackMessage): void => parentPort?.postMessage(message);

try {
  const files = await unpackHere(workerData, (bytes) => say({ type: 'progress', bytes }));
  say({ type: 'done', files });
} catch (error) {
  if (!isFailure(error)) throw error;
  say({ type: 'failed', failure: { code: error.code, params: error.params } });
}
