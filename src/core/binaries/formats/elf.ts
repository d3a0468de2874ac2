import { elfArch } from './architectures.ts';
import { type Bytes, type Content, Damaged } from '../bytes/index.ts';
import { bucketOfName } from './bucket-names.ts';
import { type BucketName, checkInside, type Image, type ImageSection, maxSections } from './image.ts';

// The System V ABI, "Object Files" (also elf.h).
const progbits = 1;
const symtab = 2;
const rela = 4;
const nobits = 8;
const writeFlag = 1;
const allocFlag = 2;
const executeFlag = 4;
const compressedFlag = 0x800;
const loadSegment = 1;

interface RawSection {
  nameOffset: number;
  type: number;
  flags: number;
  address: number;
  offset: number;
  size: number;
  link: number;
}

/** Reads an ELF program's section and program headers. Throws `Damaged`. */
export function readElf(content: Content): Image {
  const head = content.head();
  const bits = head[4] === 2 ? 64 : 32;
  const littleEndian = head[5] === 1;
  const bytes = content.bytes(littleEndian, bits === 64 ? 8 : 4);
  const raw = readSections(bytes);
  const names = raw[bytes.u16(bits === 64 ? 62 : 50)];
  const symbolNames = new Set(raw.filter((s) => s.type === symtab).map((s) => s.link));
  const sections = raw.map((section, index): ImageSection => {
    const name = names ? bytes.text(names.offset + section.nameOffset, 256) : '';
    const fileBytes = section.type === nobits || section.type === 0 ? 0 : section.size;
    checkInside(bytes, section.offset, fileBytes, `section ${name}`);
    return {
      name,
      offset: section.offset,
      fileBytes,
      address: section.address,
      memoryBytes: section.flags & allocFlag ? section.size : 0,
      writable: (section.flags & writeFlag) !== 0,
      compressed: (section.flags & compressedFlag) !== 0,
      bucket: symbolNames.has(index) ? 'symbols' : bucketOf(name, section),
    };
  });
  const mappings = readSegments(bytes);
  return {
    bytes,
    arch: elfArch(bytes.u16(18), bits, littleEndian),
    // The first entry of the table is always empty.
    sections: raw.length > 0 ? sections.slice(1) : mappings.map(asSection),
    mappings,
    extras: [],
    stripped: symbolNames.size === 0,
    // In an object file, they are for the linker, and relative to sections.
    relocations: isObject(bytes)
      ? []
      : raw.filter((s) => s.type === rela).map((s) => ({ offset: s.offset, bytes: s.size })),
    symbols: raw
      .filter((s) => s.type === symtab)
      .flatMap((table) => {
        const strings = raw[table.link];
        return strings
          ? [
              {
                kind: 'elf' as const,
                offset: table.offset,
                bytes: table.size,
                names: strings.offset,
                nameBytes: strings.size,
              },
            ]
          : [];
      }),
  };
}

/** A program runs without section headers, so some tools remove them. */
function asSection(segment: Segment, index: number): ImageSection {
  const { address, offset, bytes, writable, executable } = segment;
  return {
    name: `segment ${index}`,
    offset,
    fileBytes: bytes,
    address,
    memoryBytes: bytes,
    writable,
    bucket: executable ? 'code' : writable ? 'data' : 'read-only-data',
    // Headers and read-only data may be in the same segment.
    holdsTables: executable,
  };
}

/** ET_REL: the linker has not put it together with others yet. */
function isObject(bytes: Bytes): boolean {
  return bytes.u16(16) === 1;
}

function bucketOf(name: string, section: RawSection): BucketName {
  if (section.type === symtab) return 'symbols';
  const named = bucketOfName(name);
  if (named) return named;
  if (section.type !== progbits || !(section.flags & allocFlag)) return 'other';
  if (section.flags & executeFlag) return 'code';
  return section.flags & writeFlag ? 'data' : 'read-only-data';
}

function readSections(bytes: Bytes): RawSection[] {
  const wide = bytes.pointerBytes === 8;
  const table = bytes.pointer(wide ? 40 : 32);
  const entryBytes = bytes.u16(wide ? 58 : 46);
  const count = bytes.u16(wide ? 60 : 48);
  if (count === 0) return [];
  if (entryBytes < (wide ? 64 : 40)) throw new Damaged('its section table has impossible entries.');
  if (count > maxSections) throw new Damaged(`it claims ${count} sections.`);
  return Array.from({ length: count }, (_, i) => {
    const at = bytes.part(table + i * entryBytes, entryBytes);
    return wide
      ? {
          nameOffset: at.u32(0),
          type: at.u32(4),
          flags: at.u32(bytes.littleEndian ? 8 : 12),
          address: at.u64(16),
          offset: at.u64(24),
          size: at.u64(32),
          link: at.u32(40),
        }
      : {
          nameOffset: at.u32(0),
          type: at.u32(4),
          flags: at.u32(8),
          address: at.u32(12),
          offset: at.u32(16),
          size: at.u32(20),
          link: at.u32(24),
        };
  });
}

type Segment = Image['mappings'][number] & { executable: boolean };

function readSegments(bytes: Bytes): Segment[] {
  const wide = bytes.pointerBytes === 8;
  const table = bytes.pointer(wide ? 32 : 28);
  const entryBytes = bytes.u16(wide ? 54 : 42);
  const count = bytes.u16(wide ? 56 : 44);
  const mappings: Segment[] = [];
  for (let i = 0; i < count; i++) {
    const at = bytes.part(table + i * entryBytes, wide ? 56 : 32);
    if (at.u32(0) !== loadSegment) continue;
    const flags = at.u32(wide ? 4 : 24);
    const mapping = wide
      ? { offset: at.u64(8), address: at.u64(16), bytes: at.u64(32) }
      : { offset: at.u32(4), address: at.u32(8), bytes: at.u32(16) };
    checkInside(bytes, mapping.offset, mapping.bytes, 'a segment');
    mappings.push({ ...mapping, writable: (flags & 2) !== 0, executable: (flags & 1) !== 0 });
  }
  return mappings;
}
