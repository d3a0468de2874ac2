import type { Bytes, Content } from '../bytes/index.ts';

/** The first bytes of every archive of `ar`. */
export const archiveMagic = Buffer.from('!<arch>\n');
const headerBytes = 60;
const maxMembers = 10_000;

/** The member of a C archive that the Go linker wrote (cmd/link/internal/ld/ar.go); null: there is none. */
export function goMember(content: Content): { offset: number; bytes: number } | null {
  const bytes = content.bytes(true, 8);
  let at = archiveMagic.length;
  for (let i = 0; i < maxMembers && at + headerBytes <= bytes.length; i++) {
    const header = bytes.part(at, headerBytes);
    const size = Number(header.text(48, 10));
    if (!Number.isSafeInteger(size) || size < 0) return null;
    const start = at + headerBytes;
    // BSD's long names stand before the content: `#1/` and their length.
    const longName = /^#1\/(\d+) *$/.exec(header.text(0, 16))?.[1];
    const nameBytes = Number(longName ?? 0);
    const name =
      longName === undefined ? header.text(0, 16) : nameIn(bytes, start, Math.min(nameBytes, size));
    if (/^go\.o\/? *$/.test(name)) {
      return start + size <= bytes.length && nameBytes < size
        ? { offset: start + nameBytes, bytes: size - nameBytes }
        : null;
    }
    at = start + size + (size % 2);
  }
  return null;
}

function nameIn(bytes: Bytes, offset: number, length: number): string {
  return offset + length <= bytes.length ? bytes.text(offset, length) : '';
}
