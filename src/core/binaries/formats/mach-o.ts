import { machOArch } from './architectures.ts';
import { type Bytes, type Content, Damaged } from '../bytes/index.ts';
import { bucketOfName } from './bucket-names.ts';
import { readFixupPages } from './chained-fixups.ts';
import { type BucketName, checkInside, type Image, type ImageSection, maxSections } from './image.ts';

// mach-o/loader.h and mach-o/nlist.h
const segmentCommand = 0x1;
const segment64Command = 0x19;
const symtabCommand = 0x2;
const chainedFixupsCommand = 0x8000_0034;
const writeProtection = 2;
const zeroFill = new Set([0x1, 0xc, 0x12]);
const pureInstructions = 0x8000_0000;
const someInstructions = 0x400;

/** Reads a thin Mach-O program's load commands. Throws `Damaged`. */
export function readMachO(content: Content): Image {
  const head = content.head();
  const littleEndian = head[0] !== 0xfe;
  const wide = (littleEndian ? head[0] : head[3]) === 0xcf;
  const bytes = content.bytes(littleEndian, wide ? 8 : 4);
  const image: Image = {
    bytes,
    arch: machOArch(bytes.u32(4)),
    sections: [],
    mappings: [],
    extras: [],
    stripped: true,
    relocations: [],
  };
  const commands = bytes.u32(16);
  let at = wide ? 32 : 28;
  let fixups: Bytes | null = null;
  for (let i = 0; i < commands; i++) {
    const command = bytes.u32(at);
    const commandBytes = bytes.u32(at + 4);
    if (commandBytes < 8) throw new Damaged('a load command is too short.');
    const body = bytes.part(at, commandBytes);
    if (command === segmentCommand || command === segment64Command) {
      readSegment(image, body, command === segment64Command);
    } else if (command === symtabCommand) {
      readSymbols(image, body);
    } else if (command === chainedFixupsCommand) {
      const [offset, length] = [body.u32(8), body.u32(12)];
      checkInside(bytes, offset, length, 'the table of fixups');
      fixups = bytes.part(offset, length);
    }
    at += commandBytes;
  }
  if (fixups && wide) image.fixupPages = readFixupPages(image, fixups);
  return image;
}

function readSegment(image: Image, body: Bytes, wide: boolean): void {
  const segment = body.text(8, 16);
  const mapping = wide
    ? { address: body.u64(24), offset: body.u64(40), bytes: body.u64(48) }
    : { address: body.u32(24), offset: body.u32(32), bytes: body.u32(36) };
  checkInside(image.bytes, mapping.offset, mapping.bytes, `segment ${segment}`);
  const writable = (body.u32(wide ? 60 : 44) & writeProtection) !== 0 && segment !== '__DATA_CONST';
  image.mappings.push({ ...mapping, writable });
  const count = body.u32(wide ? 64 : 48);
  const entryBytes = wide ? 80 : 68;
  if (image.sections.length + count > maxSections) throw new Damaged(`it claims ${count} sections.`);
  for (let i = 0; i < count; i++) {
    const at = body.part((wide ? 72 : 56) + i * entryBytes, entryBytes);
    image.sections.push(readSection(image, at, wide, segment, writable));
  }
}

function readSection(
  image: Image,
  at: Bytes,
  wide: boolean,
  segment: string,
  writable: boolean,
): ImageSection {
  const name = at.text(0, 16);
  const size = wide ? at.u64(40) : at.u32(36);
  const offset = at.u32(wide ? 48 : 40);
  const flags = at.u32(wide ? 64 : 56);
  const fileBytes = zeroFill.has(flags & 0xff) ? 0 : size;
  checkInside(image.bytes, offset, fileBytes, `section ${segment},${name}`);
  return {
    name: `${segment},${name}`,
    offset,
    fileBytes,
    address: wide ? at.u64(32) : at.u32(32),
    memoryBytes: segment === '__DWARF' ? 0 : size,
    writable,
    bucket: bucketOf(segment, name, flags, writable),
  };
}

function bucketOf(segment: string, name: string, flags: number, writable: boolean): BucketName {
  if (segment === '__DWARF') return 'debug-info';
  const named = bucketOfName(name);
  if (named) return named;
  if (flags & pureInstructions || flags & someInstructions) return 'code';
  return writable ? 'data' : 'read-only-data';
}

/** Symbols imported from shared libraries are in every symbol table, so a program with only those is stripped. */
function readSymbols(image: Image, body: Bytes): void {
  const { bytes } = image;
  const entryBytes = bytes.pointerBytes === 8 ? 16 : 12;
  const [offset, count, names, nameBytes] = [body.u32(8), body.u32(12), body.u32(16), body.u32(20)];
  checkInside(bytes, offset, count * entryBytes, 'the symbol table');
  checkInside(bytes, names, nameBytes, 'the table of symbol names');
  image.extras.push(
    { offset, bytes: count * entryBytes, bucket: 'symbols' },
    { offset: names, bytes: nameBytes, bucket: 'symbols' },
  );
  image.symbols = [{ kind: 'mach-o', offset, bytes: count * entryBytes, names, nameBytes }];
  const stepSymbols = 4096;
  for (let i = 0; i < count && image.stripped; i += stepSymbols) {
    const step = Math.min(stepSymbols, count - i);
    const symbols = bytes.part(offset + i * entryBytes, step * entryBytes).buffer;
    for (let at = 4; at < symbols.length && image.stripped; at += entryBytes) {
      // N_SECT: defined here
      image.stripped = ((symbols[at] ?? 0) & 0x0e) !== 0x0e;
    }
  }
}
