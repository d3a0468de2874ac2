import { on } from 'node:events';
import process from 'node:process';
import { parentPort, workerData } from 'node:worker_threads';
import { isFailure } from '#contract/failure';
import { stopMessage } from './stop-worker.ts';
import { unpackHere } from './unpack-here.ts';
import type { Arrived, UnpackJob, UnpackMessage } from './unpack-job.ts';

if (!parentPort) throw new Error('this module runs only in a worker');
const port = parentPort;
const job = workerData as UnpackJob;

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port has no origin
const say = (message: UnpackMessage): void => port.postMessage(message);

async function* arriving(): AsyncGenerator<Arrived> {
  for await (const [arrived] of on(port, 'message') as AsyncIterable<[Arrived]>) yield arrived;
}

// Ends this thread alone.
port.on('message', (message: unknown) => {
  if (message === stopMessage) process.exit();
});

try {
  const unpacked = await unpackHere(
    job,
    (bytes) => say({ type: 'progress', bytes }),
    job.isArriving ? arriving() : null,
  );
  say({ type: 'done', unpacked });
} catch (error) {
  if (!isFailure(error)) throw error;
  say({ type: 'failed', failure: { code: error.code, params: error.params } });
}
