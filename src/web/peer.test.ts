import { expect, test } from 'vitest';
import { type End, ownerIn } from './peer.ts';

const header =
  '  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode';

/** A row as Linux prints it. */
function row(local: string, remote: string, uid: number, inode = 53_112): string {
  return `   5: ${local} ${remote} 01 00000000:00000000 00:00000000 00000000  ${uid}        0 ${inode} 1 0000000000000000 20 4 30 10 -1`;
}

const host: End = { address: '127.0.0.1', port: 4100 };
const peer: End = { address: '127.0.0.1', port: 50_000 };
const hostEnd = '0100007F:1004';
const peerEnd = '0100007F:C350';
const mapped = (end: string) => `0000000000000000FFFF0000${end}`;

test.each<[string, string[], number | null]>([
  ['the row of the peer', [header, row(peerEnd, hostEnd, 1001)], 1001],
  ['not our own row', [header, row(hostEnd, peerEnd, 0)], null],
  ['both rows', [header, row(hostEnd, peerEnd, 0), row(peerEnd, hostEnd, 1001)], 1001],
  ['an IPv6 socket', [header, row(mapped(peerEnd), mapped(hostEnd), 1002)], 1002],
  ['a closed socket, whose user id is gone', [header, row(peerEnd, hostEnd, 0, 0)], null],
  ['another port of the peer', [header, row('0100007F:C351', hostEnd, 1001)], null],
  ['another address of the peer', [header, row('0200007F:C350', hostEnd, 1001)], null],
  ['another server', [header, row(peerEnd, '0100007F:1005', 1001)], null],
  ['an IPv6 address that only ends alike', [header, row(`${'1'.repeat(24)}${peerEnd}`, hostEnd, 1001)], null],
  ['nothing', [''], null],
  ['a row cut short', [header, `   5: ${peerEnd} ${hostEnd} 01`], null],
  ['a row that is no row', [header, `${peerEnd} ${hostEnd} x y z a b root 0 1`], null],
])('%s', (_what, lines, uid) => {
  expect(ownerIn(lines.join('\n'), { peer, host })).toBe(uid);
});
