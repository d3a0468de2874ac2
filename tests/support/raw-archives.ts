import { crc32, deflateRawSync } from 'node:zlib';
import { Header, type HeaderData } from 'tar/header';

/** A tar entry that is written as given, with nothing corrected. */
export interface RawTarEntry extends HeaderData {
  path: string;
  content?: Buffer | string;
  /** Records of a PAX header before it, which can hold what a plain header cannot. */
  pax?: Record<string, string>;
  /** Bytes written over the finished header, whose checksum stays as it was. */
  over?: { at: number; bytes: Buffer };
  /** Whether to compute the header's checksum again after that. */
  sealed?: boolean;
}

/** The blocks of a tar; `end: false` leaves out the end marker. */
export function rawTar(entries: readonly RawTarEntry[], { end = true } = {}): Buffer {
  const blocks = entries.flatMap(({ content = '', pax, over, sealed, ...header }) => {
    const body = Buffer.from(content);
    const own = tarHeader({ type: 'File', mode: 0o644, size: body.length, ...header });
    if (over) over.bytes.copy(own, over.at);
    if (sealed) seal(own);
    return [...(pax ? paxBlocks(pax) : []), own, padded(body)];
  });
  return Buffer.concat(end ? [...blocks, Buffer.alloc(1024)] : blocks);
}

function tarHeader(data: HeaderData): Buffer {
  const header = new Header({ mtime: new Date(0), ...data });
  header.encode();
  return header.block ?? Buffer.alloc(512);
}

function seal(header: Buffer): void {
  header.fill(0x20, 148, 156);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
}

function paxBlocks(records: Record<string, string>): Buffer[] {
  const lines = Object.entries(records).map(([key, value]) => {
    const rest = ` ${key}=${value}\n`;
    const bytes = Buffer.byteLength(rest);
    const digits = String(bytes + String(bytes).length).length;
    return `${bytes + digits}${rest}`;
  });
  const body = Buffer.from(lines.join(''));
  return [
    tarHeader({ path: 'PaxHeader', type: 'ExtendedHeader', mode: 0o644, size: body.length }),
    padded(body),
  ];
}

function padded(body: Buffer): Buffer {
  return Buffer.concat([body, Buffer.alloc((512 - (body.length % 512)) % 512)]);
}

/** A zip entry; everything except its name and content is written as given, right or wrong. */
export interface RawZipEntry {
  name: string | Buffer;
  content?: Buffer | string;
  /** The Unix mode with the file type: 0o100755. */
  mode?: number;
  /** The name in the entry's local header. */
  localName?: string;
  method?: number;
  flags?: number;
  crc?: number;
  /** The length that the headers state. */
  length?: number;
  /** The offset of the local header that the directory states. */
  offset?: number;
  /** Extra fields of the directory entry. */
  extra?: Buffer;
}

/** A zip (PKWARE's APPNOTE, 4.3); `count` is the number of entries that its end record states. */
export function rawZip(entries: readonly RawZipEntry[], { count = entries.length } = {}): Buffer {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const name = Buffer.from(entry.name);
    const localName = Buffer.from(entry.localName ?? entry.name);
    const content = Buffer.from(entry.content ?? '');
    const method = entry.method ?? 8;
    const packed = method === 8 ? deflateRawSync(content) : content;
    const common = (nameBytes: number): Buffer => {
      const fields = Buffer.alloc(26);
      fields.writeUInt16LE(20, 0);
      fields.writeUInt16LE(entry.flags ?? 0x0800, 2); // names are UTF-8
      fields.writeUInt16LE(method, 4);
      fields.writeUInt32LE(entry.crc ?? crc32(content), 10);
      fields.writeUInt32LE(packed.length, 14);
      fields.writeUInt32LE(entry.length ?? content.length, 18);
      fields.writeUInt16LE(nameBytes, 22);
      return fields;
    };
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(((entry.mode ?? 0) << 16) >>> 0, 6);
    tail.writeUInt32LE(entry.offset ?? offset, 10);
    const local = Buffer.concat([
      Buffer.from('PK\x03\x04', 'latin1'),
      common(localName.length),
      localName,
      packed,
    ]);
    const extra = entry.extra ?? Buffer.alloc(0);
    const described = common(name.length);
    described.writeUInt16LE(extra.length, 24);
    central.push(Buffer.from('PK\x01\x02\x14\x03', 'latin1'), described, tail, name, extra);
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}
