import { type IncomingMessage, request } from 'node:http';
import type { Endpoint } from './endpoints.ts';

/** An unchecked answer. */
export interface Answer {
  status: number;
  /** `application/json`; empty if the answer has none. */
  contentType: string;
  body: string;
}

/** Long enough for an engine that has to read thousands of images. */
const defaultTimeoutMs = 15_000;

/** More than a list of ten thousand images needs, and little enough to hold in memory. */
const maxBytes = 32 * 1024 * 1024;

/**
 * Requests `path` from an engine, with a limit on time and size. Rejects with Node's error (`ENOENT`, `ECONNREFUSED`,
 * `EACCES`, …), with `ETIMEDOUT` if the answer takes too long, or with `EMSGSIZE` if it is too large.
 */
export function ask(endpoint: Endpoint, path: string, timeoutMs = defaultTimeoutMs): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const signal = AbortSignal.timeout(timeoutMs);
    const asked = request({ ...endpoint.to, path, signal, agent: false }, (answer) => {
      readAnswer(answer).then(resolve, refuse);
    });
    const refuse = (error: Error) => {
      asked.destroy();
      reject(signal.aborted ? withCode(`no answer within ${timeoutMs} ms`, 'ETIMEDOUT') : error);
    };
    asked.on('error', refuse);
    asked.end();
  });
}

/** Reads an answer to its end. Rejects with `EMSGSIZE` if it is too large. */
export async function readAnswer(answer: IncomingMessage): Promise<Answer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > maxBytes) throw withCode(`more than ${maxBytes} bytes`, 'EMSGSIZE');
    chunks.push(chunk);
  }
  return {
    status: answer.statusCode ?? 0,
    contentType: (answer.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '',
    body: Buffer.concat(chunks).toString('utf8'),
  };
}

function withCode(message: string, code: string): Error {
  return Object.assign(new Error(message), { code });
}
