import type { Content } from '../bytes/index.ts';
import { checkInside, type Image, type ImageSection } from './image.ts';

/**
 * The a.out formats of Plan 9 (a.out(6), and Go's debug/plan9obj) by their magic number, always stored with the highest
 * byte first, and the address to which the text is loaded.
 */
export const plan9Machines: Record<number, { arch: string; pointerBytes: 4 | 8; base: number }> = {
  0x0000_01eb: { arch: '386', pointerBytes: 4, base: 0x1000 },
  0x0000_0647: { arch: 'arm', pointerBytes: 4, base: 0x1000 },
  0x0000_8a97: { arch: 'amd64', pointerBytes: 8, base: 0x20_0000 },
};

const pageBytes: Record<string, number> = { amd64: 0x20_0000, '386': 0x1000, arm: 0x1000 };

/** Reads a program of Plan 9: text (which also holds the read-only data), data, symbols. Throws `Damaged`. */
export function readPlan9(content: Content): Image {
  const header = content.bytes(false, 4);
  const machine = plan9Machines[header.u32(0)];
  const { arch, pointerBytes, base } = machine ?? { arch: 'unknown', pointerBytes: 4, base: 0x1000 };
  const headerBytes = pointerBytes === 8 ? 40 : 32;
  const [text, data, bss, symbols, lines] = [4, 8, 12, 16, 28].map((at) => header.u32(at));
  const bytes = content.bytes(true, pointerBytes);
  const page = pageBytes[arch] ?? 0x1000;
  const sections: ImageSection[] = [];
  let offset = headerBytes;
  const add = (name: string, size: number | undefined, rest: Pick<ImageSection, 'address' | 'bucket'>) => {
    const fileBytes = size ?? 0;
    checkInside(bytes, offset, fileBytes, `section ${name}`);
    const writable = rest.bucket === 'data';
    const memoryBytes = rest.address === 0 ? 0 : fileBytes + (writable ? (bss ?? 0) : 0);
    sections.push({
      name,
      offset,
      fileBytes,
      memoryBytes,
      writable,
      holdsTables: rest.bucket === 'code',
      ...rest,
    });
    offset += fileBytes;
  };
  const address = base + headerBytes;
  add('text', text, { address, bucket: 'code' });
  add('data', data, { address: Math.ceil((address + (text ?? 0)) / page) * page, bucket: 'data' });
  add('syms', symbols, { address: 0, bucket: 'symbols' });
  add('pcsz', lines, { address: 0, bucket: 'debug-info' });
  return {
    bytes,
    arch,
    sections,
    mappings: sections
      .filter((s) => s.address > 0)
      .map((s) => ({ address: s.address, offset: s.offset, bytes: s.fileBytes, writable: s.writable })),
    extras: [],
    stripped: symbols === 0,
    relocations: [],
  };
}
