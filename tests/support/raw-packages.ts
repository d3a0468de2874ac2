import { deflateSync, gzipSync } from 'node:zlib';

/** A cpio entry that is written as given, with nothing corrected. */
export interface RawCpioEntry {
  name: string;
  content?: Buffer | string;
  /** The Unix mode with the file type; by default a regular file. */
  mode?: number;
}

const six = (value: number): string => value.toString(8).padStart(6, '0');
const eleven = (value: number): string => value.toString(8).padStart(11, '0');

/** A cpio archive in the portable ASCII format; `end: false` leaves out the end marker. */
export function rawCpio(entries: readonly RawCpioEntry[], { end = true } = {}): Buffer {
  const all = end ? [...entries, { name: 'TRAILER!!!', mode: 0 }] : entries;
  return Buffer.concat(
    all.flatMap(({ name, content = '', mode = 0o100644 }) => {
      const body = Buffer.from(content);
      const path = Buffer.from(`${name}\0`);
      const header = `070707${six(0)}${six(0)}${six(mode)}${six(0)}${six(0)}${six(1)}${six(0)}${eleven(0)}${six(path.length)}${eleven(body.length)}`;
      return [Buffer.from(header), path, body];
    }),
  );
}

/** A file of a xar archive; `encoding` is the encoding that the table of contents states. */
export interface RawXarMember {
  path: string;
  content: Buffer;
  encoding?: string;
}

/** A xar archive; `toc` replaces the correct table of contents. */
export function rawXar(members: readonly RawXarMember[], more: { toc?: string } = {}): Buffer {
  const sum = Buffer.alloc(20);
  let offset = sum.length;
  const files = members.map(({ path, content, encoding = 'application/octet-stream' }, id) => {
    const [name = '', folder] = path.split('/').toReversed();
    const data = `<data><length>${content.length}</length><offset>${offset}</offset><size>${content.length}</size><encoding style="${encoding}"/></data>`;
    offset += content.length;
    const file = `<file id="${id}">${data}<ea id="0"><name>com.apple.x</name><offset>0</offset><length>1</length></ea><mode>0644</mode><type>file</type><name>${name}</name></file>`;
    return folder === undefined
      ? file
      : `<file id="9${id}"><name>${folder}</name><type>directory</type>${file}</file>`;
  });
  const toc =
    more.toc ??
    `<?xml version="1.0" encoding="UTF-8"?>\n<xar><toc><checksum style="sha1"><size>20</size><offset>0</offset></checksum>${files.join('\n')}</toc></xar>`;
  const packed = deflateSync(toc);
  const header = Buffer.alloc(28);
  header.write('xar!', 'latin1');
  header.writeUInt16BE(28, 4);
  header.writeUInt16BE(1, 6);
  header.writeBigUInt64BE(BigInt(packed.length), 8);
  header.writeBigUInt64BE(BigInt(Buffer.byteLength(toc)), 16);
  header.writeUInt32BE(1, 24);
  return Buffer.concat([header, packed, sum, ...members.map(({ content }) => content)]);
}

/** A macOS installer package as the Go project makes one: a payload, with scripts and descriptions. */
export function rawPkg(entries: readonly RawCpioEntry[]): Buffer {
  return rawXar([
    { path: 'Distribution', content: Buffer.from('<installer-gui-script/>') },
    { path: 'org.golang.go.pkg/Bom', content: Buffer.from('BOMStore') },
    { path: 'org.golang.go.pkg/Payload', content: gzipSync(rawCpio(entries)) },
    { path: 'org.golang.go.pkg/Scripts', content: gzipSync(rawCpio([{ name: './postinstall' }])) },
  ]);
}
