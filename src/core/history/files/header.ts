/**
 * The header of the history's file, https://sqlite.org/fileformat.html#the_database_header. Read without SQLite, which
 * would create a log next to the file, or delete the log of a file that it does not recognize.
 */
export const headerBytes = 100;

const pageBytes = 4096;
const offset = { pages: 28, freeList: 32, userVersion: 60, applicationId: 68 } as const;

/** The schema's version is also in the application id, below this mark, so that damage to one of them is noticed. */
const mark = 0x6275_0000;

/** The application id of a file with this schema version. */
export function applicationId(version: number): number {
  return mark + version;
}

/**
 * The version of the schema. The two places agree unless one is damaged; files of version 1 have no application id.
 * `newest`: the newest version that this Burrow knows.
 */
export function schemaVersion(header: Buffer, newest: number): number {
  const version = header.readUInt32BE(offset.userVersion);
  const id = header.readUInt32BE(offset.applicationId);
  if (id === applicationId(version)) return version;
  if (version === 0 && id === 0) return header.readUInt32BE(offset.pages) > 1 ? 1 : 0;
  if (id > mark && id <= applicationId(newest)) return id - mark;
  return version <= newest && version > 0 ? version : 1;
}

/**
 * The header as it must be in a file of `bytes` bytes, where everything has the value that Burrow writes; null if it is
 * so. `hasLog`: a write-ahead log may hold further pages, so that the number of pages is not compared.
 */
export function repairedHeader(
  header: Buffer,
  { bytes, hasLog, newest }: { bytes: number; hasLog: boolean; newest: number },
): Buffer | null {
  const fixed = Buffer.from(header);
  fixed.write('SQLite format 3\0', 0, 'latin1');
  fixed.writeUInt16BE(pageBytes, 16);
  // Both bytes are 2 with a write-ahead log, as the history has; in a backup they are 1.
  if (fixed.readUInt16BE(18) !== 0x0101) fixed.writeUInt16BE(0x0202, 18);
  // No reserved space, and the fixed fractions of a payload.
  for (const [index, byte] of [0, 64, 32, 32].entries()) fixed[20 + index] = byte;
  const pages = Math.max(1, Math.floor(bytes / pageBytes));
  const known = fixed.readUInt32BE(offset.pages);
  if (!hasLog && known !== pages) fixed.writeUInt32BE(pages, offset.pages);
  if (fixed.readUInt32BE(offset.freeList) > pages && !hasLog)
    fixed.fill(0, offset.freeList, offset.freeList + 8);
  fixed.writeUInt32BE(4, 44); // the schema's format
  fixed.writeUInt32BE(0, 52); // no auto-vacuum
  fixed.writeUInt32BE(1, 56); // UTF-8
  fixed.writeUInt32BE(0, 64);
  fixed.fill(0, 72, 92);
  const version = schemaVersion(header, newest);
  fixed.writeUInt32BE(version, offset.userVersion);
  fixed.writeUInt32BE(version > 1 ? applicationId(version) : 0, offset.applicationId);
  return fixed.equals(header) ? null : fixed;
}
