import { createHash } from 'node:crypto';
import { crc32, gzipSync } from 'node:zlib';

/** One entry of an archive that a test writes. Names are not checked, so that hostile ones can be written. */
export interface ArchiveEntry {
  name: string;
  content: Buffer;
  /** The Unix mode; zip archives of modules have none. */
  mode?: number;
  /** Makes the entry a symbolic link to this name. */
  linkTo?: string;
}

export function sha256(content: Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}

/** A zip archive with stored entries (PKWARE's APPNOTE, 4.3). */
export function zipOf(entries: readonly ArchiveEntry[]): Buffer {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const name = Buffer.from(entry.name);
    const content = entry.linkTo === undefined ? entry.content : Buffer.from(entry.linkTo);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(0x0800, 2); // names are UTF-8
    common.writeUInt32LE(crc32(content), 10);
    common.writeUInt32LE(content.length, 14);
    common.writeUInt32LE(content.length, 18);
    common.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, name, content]);
    const tail = Buffer.alloc(14);
    const type = entry.linkTo === undefined ? 0o100000 : 0o120000;
    const mode = entry.mode ?? (entry.linkTo === undefined ? 0 : 0o777);
    if (mode !== 0) tail.writeUInt32LE(((type | mode) << 16) >>> 0, 6);
    tail.writeUInt32LE(offset, 10);
    central.push(Buffer.from('PK\x01\x02\x14\x03', 'latin1'), common, tail, name);
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}

/** A gzipped ustar archive. */
export function tarGzOf(entries: readonly ArchiveEntry[]): Buffer {
  const blocks = entries.flatMap((entry) => {
    const header = Buffer.alloc(512);
    const size = entry.linkTo === undefined ? entry.content.length : 0;
    header.write(entry.name, 0, 100);
    header.write((entry.mode ?? 0o644).toString(8).padStart(7, '0'), 100);
    header.write('0000000', 108);
    header.write('0000000', 116);
    header.write(size.toString(8).padStart(11, '0'), 124);
    header.write('00000000000', 136);
    header.write('        ', 148);
    header.write(entry.linkTo === undefined ? '0' : '2', 156);
    header.write(entry.linkTo ?? '', 157, 100);
    header.write('ustar\0', 257, 'latin1');
    header.write('00', 263);
    const sum = header.reduce((total, byte) => total + byte, 0);
    header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
    const padding = Buffer.alloc((512 - (size % 512)) % 512);
    return entry.linkTo === undefined ? [header, entry.content, padding] : [header];
  });
  return gzipSync(Buffer.concat([...blocks, Buffer.alloc(1024)]), { level: 1 });
}
