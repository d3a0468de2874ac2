import { type IncomingMessage, request } from 'node:http';
import { failure } from '#contract/failure';
import { maskSecrets } from '#core/system';
import { z } from 'zod';
import { connectionFailure, replyIn } from './answers.ts';
import type { Endpoint } from './endpoints.ts';
import { readAnswer } from './engine-api.ts';

/**
 * Requests a path whose answer is an archive, and returns it as it arrives, without a time limit (`unlessStalled` has one);
 * `signal` ends it. Whoever reads it to its end or stops closes the connection. Failures: cancelled, engine.not-running, .refused,
 * .unreadable and .stopped-sending.
 */
export async function openStream(
  endpoint: Endpoint,
  path: string,
  signal: AbortSignal,
): Promise<AsyncIterable<Buffer>> {
  const address = maskSecrets(endpoint.address);
  const answer = await answerTo(endpoint, path, signal).catch((error: unknown) => {
    throw signal.aborted ? failure('cancelled', {}) : connectionFailure(error, address, null);
  });
  const type = answer.headers['content-type'] ?? '';
  const isArchive = answer.statusCode === 200 && !/json|html|text/.test(type);
  // What an engine says in place of an archive is short, and always a failure.
  if (!isArchive) replyIn(await readAnswer(answer), z.never(), address);
  return chunks(answer, address, signal);
}

function answerTo(endpoint: Endpoint, path: string, signal: AbortSignal): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const asked = request({ ...endpoint.to, path, signal, agent: false }, resolve);
    asked.on('error', reject);
    asked.end();
  });
}

async function* chunks(
  answer: IncomingMessage,
  engine: string,
  signal: AbortSignal,
): AsyncGenerator<Buffer, void> {
  try {
    yield* answer as AsyncIterable<Buffer>;
  } catch (error) {
    if (signal.aborted) throw failure('cancelled', {});
    throw failure('engine.stopped-sending', { engine }, error);
  } finally {
    answer.destroy();
  }
}
