import type { Socket } from 'node:net';
import { getuid } from 'node:process';
import { readForeign } from '#core/system';

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
  for (const prefix of ['', mappedPrefix]) {
    const ends = `${prefix}${inHex(peer)} ${prefix}${inHex(host)}`;
    const at = table.indexOf(` ${ends} `);
    if (at < 0) continue;
    const [row = ''] = table.slice(at + 1).split('\n', 1);
    const [, , , , , , uid = '', , inode = '0'] = row.split(/\s+/);
    if (inode !== '0' && /^\d+$/.test(uid)) return Number(uid);
  }
  return null;
}

/** Some programs use IPv6 sockets for IPv4 addresses: `::ffff:127.0.0.1`. */
const mappedPrefix = '0000000000000000FFFF0000';

/** `127.0.0.1` port 80 is `0100007F:0050`: the bytes of the address as a number of a little-endian machine. */
function inHex({ address, port }: End): string {
  const bytes = address.split('.').map(Number).toReversed();
  return `${hex(bytes, 2)}:${hex([port], 4)}`;
}

function hex(numbers: readonly number[], digits: number): string {
  return numbers.map((number) => number.toString(16).toUpperCase().padStart(digits, '0')).join('');
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
  for (const path of ['/proc/net/tcp', '/proc/net/tcp6']) {
    const table = await readForeign(path).catch(() => Buffer.alloc(0));
    const uid = ownerIn(table.toString('latin1'), ends);
    if (uid !== null) return uid === getuid() || uid === 0 ? null : uid;
  }
  return null;
}
