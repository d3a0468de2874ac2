import { connect } from 'node:net';
import { waitTimeoutMs } from './limits.ts';

/** One answer to bytes sent over a socket. */
export interface RawAnswer {
  /** 0 if there was no answer. */
  status: number;
  /** By lower-case name; the last of several with the same name. */
  headers: ReadonlyMap<string, string>;
  body: string;
}

/**
 * Sends bytes to a port of 127.0.0.1, exactly as given, and reads the first answer until the other side closes, or it
 * accepts a WebSocket.
 */
export async function sendRaw(port: number, text: string): Promise<RawAnswer> {
  const socket = connect({ host: '127.0.0.1', port });
  let heard = '';
  await new Promise<void>((done, failed) => {
    const late = setTimeout(() => failed(new Error(`no answer to ${text}`)), waitTimeoutMs);
    socket.setEncoding('latin1');
    socket.on('connect', () => socket.write(text, 'latin1'));
    socket.on('data', (part) => {
      heard += String(part);
      if (isWhole(heard)) socket.destroy();
    });
    // A connection that is reset after a refusal is a refusal as well.
    socket.on('error', () => undefined);
    socket.on('close', () => {
      clearTimeout(late);
      done();
    });
  });
  return parse(heard);
}

function parse(text: string): RawAnswer {
  const [head = '', body = ''] = text.split(/\r\n\r\n(.*)/s);
  const [first = '', ...lines] = head.split('\r\n');
  const headers = lines.map((line) => {
    const [, name = '', value = ''] = /^([^:]*): ?(.*)$/.exec(line) ?? [];
    return [name.toLowerCase(), value] as const;
  });
  return { status: Number(/^HTTP\/1\.1 (\d{3})/.exec(first)?.[1] ?? 0), headers: new Map(headers), body };
}

/** Whether an answer has arrived to its end; the connection may stay open after it. */
function isWhole(text: string): boolean {
  if (!text.includes('\r\n\r\n')) return false;
  const { status, headers, body } = parse(text);
  if (status === 101 || status === 204) return true;
  const length = headers.get('content-length');
  if (length !== undefined) return body.length >= Number(length);
  return body.endsWith('0\r\n\r\n');
}
