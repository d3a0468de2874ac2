import { createHash } from 'node:crypto';
import { createServer, type Http2Server, type ServerHttp2Stream } from 'node:http2';
import { type AddressInfo, connect } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { readContent, storedImage } from './engine-content.ts';
import { Grpc, messagesIn } from './grpc.ts';
import { encodeMessage } from './protobuf.ts';
import { Unreadable } from './unreadable.ts';

let server: Http2Server | null = null;
let grpc: Grpc | null = null;

afterEach(() => {
  grpc?.close();
  server?.close();
});

/** A connection to a real HTTP/2 server. */
async function connected(answer: (stream: ServerHttp2Stream) => void, timeoutMs = 5000): Promise<Grpc> {
  const listening = createServer().on('stream', (stream) => {
    stream.on('error', () => {});
    answer(stream);
  });
  server = listening;
  await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve));
  grpc = new Grpc(connect((listening.address() as AddressInfo).port, '127.0.0.1'), timeoutMs);
  return grpc;
}

function framed(message: Buffer): Buffer {
  const head = Buffer.alloc(5);
  head.writeUInt32BE(message.length, 1);
  return Buffer.concat([head, message]);
}

function sha256(content: string): string {
  return `sha256:${createHash('sha256').update(content).digest('hex')}`;
}

/** Answers with these messages, in pieces that do not fit them. */
function says(status: string, ...messages: Buffer[]) {
  return (stream: ServerHttp2Stream) => {
    stream.respond({ ':status': 200, 'content-type': 'application/grpc' }, { waitForTrailers: true });
    stream.on('wantTrailers', () => stream.sendTrailers({ 'grpc-status': status }));
    const body = Buffer.concat(messages.map(framed));
    for (let at = 0; at < body.length; at += 7) stream.write(body.subarray(at, at + 7));
    stream.end();
  };
}

const call = { method: '/a.B/C', request: Buffer.alloc(0), maxBytes: 1000 };

describe('a call', () => {
  it('has the messages of the answer', async () => {
    const messages = [Buffer.from('one'), Buffer.alloc(0), Buffer.from('three')];
    expect(await (await connected(says('0', ...messages))).call(call)).toEqual(messages);
  });

  it.each(['5', '12'])('is null with the status %s', async (status) => {
    expect(await (await connected(says(status))).call(call)).toBeNull();
  });

  it.each([
    ['another status', says('13')],
    ['more than allowed', says('0', Buffer.alloc(2000))],
    [
      'no end of a message',
      (stream: ServerHttp2Stream) => {
        stream.respond({ 'grpc-status': '0' });
        stream.end(framed(Buffer.alloc(10)).subarray(0, 9));
      },
    ],
    [
      'no status',
      (stream: ServerHttp2Stream) => {
        stream.respond({});
        stream.end();
      },
    ],
  ])('refuses %s', async (_what, answer) => {
    await expect((await connected(answer)).call(call)).rejects.toThrow(Unreadable);
  });

  it('does not wait for ever', async () => {
    const silent = await connected((stream) => stream.respond({}), 50);
    await expect(silent.call(call)).rejects.toThrow();
    await expect(silent.call(call)).rejects.toThrow();
  });
});

it('refuses compressed messages', () => {
  expect(() => messagesIn(Buffer.from('0100000000', 'hex'))).toThrow(Unreadable);
  expect(() => messagesIn(Buffer.alloc(5 * 10_001))).toThrow(Unreadable);
});

describe('a document of the content store', () => {
  const text = '{"history":[{"empty_layer":true},{}]}';
  it('has its digest', async () => {
    const pieces = [text.slice(0, 9), text.slice(9)].map((data) => encodeMessage({ 2: data }));
    const engine = await connected(says('0', ...pieces));
    expect((await readContent(engine, sha256(text)))?.toString()).toBe(text);
    await expect(readContent(engine, sha256('other'))).rejects.toThrow(Unreadable);
    await expect(readContent(engine, 'md5:1')).rejects.toThrow(Unreadable);
  });

  it('tells which steps are empty', async () => {
    const engine = await connected(says('0', encodeMessage({ 2: text })));
    expect(await storedImage(engine, sha256(text))).toEqual({ emptySteps: [true, false], layers: null });
  });
});
