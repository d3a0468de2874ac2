import { readFile } from 'node:fs/promises';
import type { Socket } from 'node:net';
import { getuid } from 'node:process';

/** One end of a TCP connection. */
export interface End {
  /** IPv4, as in `127.0.0.1`. */
  address: string;
  port: number;
}

/**
 * The user id that owns one end of a connection, according to the text of /proc/net/tcp or tcp6. Null if the
 * connection is not there, or nobody has it open any more (its inode is 0 then, and its user id means nothing).
 * Format: https://www.kernel.org/doc/Documentation/networking/proc_net_tcp.txt
 */
export function ownerIn(table: string, { peer, host }: { peer: End; host: End }): number | null {
  const wanted = [inHex(peer), inHex(host)];
  for (const line of table.split('\n')) {
    const [, local = '', remote = '', , , , , uid = '', , inode = '0'] = line.trim().split(/\s+/);
    const isIt = withoutPrefix(local) === wanted[0] && withoutPrefix(remote) === wanted[1];
    if (isIt && inode !== '0' && /^\d+$/.test(uid)) return Number(uid);
  }
  return null;
}

/** `127.0.0.1` port 80 is `0100007F:0050`: the bytes of the address as a number of a little-endian machine. */
function inHex({ address, port }: End): string {
  const bytes = address.split('.').map(Number).toReversed();
  return `${hex(bytes, 2)}:${hex([port], 4)}`;
}

function hex(numbers: readonly number[], digits: number): string {
  return numbers.map((number) => number.toString(16).toUpperCase().padStart(digits, '0')).join('');
}

/** Some programs use IPv6 sockets for IPv4 addresses: `::ffff:127.0.0.1`. */
function withoutPrefix(end: string): string {
  return end.replace(/^0{16}FFFF0000/, '');
}

/**
 * The other user who opened a connection to this host; null if it is this user or root, or on a system that cannot
 * tell. Root can read this process's memory anyway, and the relays of WSL and of some ssh servers run as root.
 */
export async function otherUser(socket: Socket): Promise<number | null> {
  const { remoteAddress, remotePort, localAddress, localPort } = socket;
  if (!getuid || process.platform !== 'linux') return null;
  if (!remoteAddress || !remotePort || !localAddress || !localPort) return null;
  const ends = {
    peer: { address: remoteAddress, port: remotePort },
    host: { address: localAddress, port: localPort },
  };
  const tables = ['/proc/net/tcp', '/proc/net/tcp6'].map((path) => readFile(path, 'latin1').catch(() => ''));
  for (const table of await Promise.all(tables)) {
    const uid = ownerIn(table, ends);
    if (uid !== null) return uid === getuid() || uid === 0 ? null : uid;
  }
  return null;
}
