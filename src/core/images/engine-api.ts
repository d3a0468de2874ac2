import { type IncomingMessage, request } from 'node:http';
import type { Endpoint } from './endpoints.ts';

/** An answer as it came; nothing in it is trusted yet. */
export interface Answer {
  status: number;
  /** `application/json`; empty when the answer has none. */
  contentType: string;
  body: string;
}

/** ms; an engine that has to look through thousands of images still answers within it. */
const patience = 15_000;

/** More than a list of ten thousand images takes, and little enough to hold. */
const maximumBytes = 32 * 1024 * 1024;

/**
 * Asks an engine for `path`, without waiting for ever and without reading for ever. Rejects with Node's own error
 * (`ENOENT`, `ECONNREFUSED`, `EACCES`, `ETIMEDOUT`, ...), or with `EMSGSIZE` for an answer without end.
 */
export function ask(endpoint: Endpoint, path: string, timeoutMs = patience): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const signal = AbortSignal.timeout(timeoutMs);
    const asked = request({ ...endpoint.to, path, signal, agent: false }, (answer) => {
      read(answer).then(resolve, refuse);
    });
    const refuse = (error: Error) => {
      asked.destroy();
      reject(signal.aborted ? withCode(`no answer within ${timeoutMs} ms`, 'ETIMEDOUT') : error);
    };
    asked.on('error', refuse);
    asked.end();
  });
}

async function read(answer: IncomingMessage): Promise<Answer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > maximumBytes) throw withCode(`more than ${maximumBytes} bytes`, 'EMSGSIZE');
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
