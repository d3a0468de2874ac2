import { type ClientHttp2Session, connect } from 'node:http2';
import type { Duplex } from 'node:stream';
import { Unreadable } from './unreadable.ts';

/** One method that a server answers with any number of messages. */
export interface GrpcCall {
  /** `/moby.buildkit.v1.Control/ListenBuildHistory` */
  method: string;
  request: Buffer;
  /** Of all messages together. */
  maxBytes: number;
}

/** Before each message: whether it is compressed, and its length (grpc.io, "gRPC over HTTP2"). */
const headBytes = 5;

/** A connection on which a server speaks gRPC. It ends after `timeoutMs`, or with `close`. */
export class Grpc {
  readonly #session: ClientHttp2Session;
  readonly #timer: NodeJS.Timeout;

  constructor(socket: Duplex, timeoutMs: number) {
    this.#session = connect('http://localhost', {
      createConnection: () => socket,
      settings: { enablePush: false },
    });
    // Every call that waits fails, too.
    this.#session.on('error', () => {});
    this.#timer = setTimeout(() => this.#session.destroy(new Unreadable('it takes too long')), timeoutMs);
  }

  /** The messages of the answer; null: the server has no such method or object. Throws `Unreadable`, or Node's errors. */
  async call({ method, request, maxBytes }: GrpcCall): Promise<Buffer[] | null> {
    const { status, body } = await new Promise<{ status: string; body: Buffer }>((resolve, reject) => {
      const stream = this.#session.request({
        ':method': 'POST',
        ':path': method,
        'content-type': 'application/grpc',
        te: 'trailers',
      });
      const chunks: Buffer[] = [];
      let bytes = 0;
      let said = '';
      stream.on('response', (headers) => (said = String(headers['grpc-status'] ?? said)));
      stream.on('trailers', (headers) => (said = String(headers['grpc-status'] ?? said)));
      stream.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
        if (bytes > maxBytes) stream.destroy(new Unreadable('it is too long'));
        else chunks.push(chunk);
      });
      stream.on('error', reject);
      stream.on('close', () => resolve({ status: said, body: Buffer.concat(chunks) }));
      stream.end(Buffer.concat([head(request.length), request]));
    });
    if (status === notFound || status === unimplemented) return null;
    if (status !== ok) throw new Unreadable(`gRPC status ${status}`);
    return messagesIn(body);
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#session.destroy();
  }
}

/** More than an answer has: a build each, or 32 kB of a document. */
const maxMessages = 10_000;

const ok = '0';
const notFound = '5';
const unimplemented = '12';

function head(length: number): Buffer {
  const bytes = Buffer.alloc(headBytes);
  bytes.writeUInt32BE(length, 1);
  return bytes;
}

/** Throws `Unreadable`. */
export function messagesIn(body: Buffer): Buffer[] {
  const messages: Buffer[] = [];
  for (let at = 0; at < body.length; ) {
    const start = at + headBytes;
    const end = start <= body.length ? start + body.readUInt32BE(at + 1) : Infinity;
    if (body[at] !== 0 || end > body.length) throw new Unreadable('a message is compressed, or does not end');
    if (messages.length === maxMessages) throw new Unreadable('too many messages');
    messages.push(body.subarray(start, end));
    at = end;
  }
  return messages;
}
