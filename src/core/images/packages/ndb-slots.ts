/*
 * A reader of the values of rpm's own format of databases, in which openSUSE keeps packages (rpm's lib/backend/ndb/rpmpkg.c):
 * pages of slots that say in which blocks a value is, and the values. All numbers are little-endian.
 */

const magic = { file: 'RpmP', slot: 'Slot', start: 'BlbS', end: 'BlbE' };
const version = 0;
const fileHeaderBytes = 32;
const pageBytes = 4096;
/** The size of a slot, of a block, and of what stands before a value. */
const blockBytes = 16;
const tailBytes = 12;

/** The values of all entries, in no order. Throws `RangeError` if this is no such database, or a damaged one. */
export function ndbValues(file: Buffer): Buffer[] {
  if (text(file, 0) !== magic.file || file.readUInt32LE(4) !== version)
    throw new RangeError('not this format');
  const slotsEnd = file.readUInt32LE(12) * pageBytes;
  if (slotsEnd === 0 || slotsEnd > file.length) throw new RangeError('slots are missing');
  const values: Buffer[] = [];
  // No valid file has more content than bytes.
  let left = file.length;
  for (let slot = fileHeaderBytes; slot < slotsEnd; slot += blockBytes) {
    if (text(file, slot) !== magic.slot) throw new RangeError('no slot');
    const block = file.readUInt32LE(slot + 8);
    // A free slot.
    if (block === 0) continue;
    const value = valueAt(file, block * blockBytes, {
      index: file.readUInt32LE(slot + 4),
      bytes: file.readUInt32LE(slot + 12) * blockBytes,
    });
    left -= value.length;
    if (left < 0) throw new RangeError('it has more content than bytes');
    values.push(value);
  }
  return values;
}

/** Before a value stand its index, its time and its length, behind it a checksum and the length again. */
function valueAt(file: Buffer, at: number, slot: { index: number; bytes: number }): Buffer {
  const end = at + slot.bytes;
  const length = file.readUInt32LE(at + 12);
  const isWhole =
    end <= file.length &&
    blockBytes + length + tailBytes <= slot.bytes &&
    text(file, at) === magic.start &&
    file.readUInt32LE(at + 4) === slot.index &&
    file.readUInt32LE(end - 8) === length &&
    text(file, end - 4) === magic.end;
  if (!isWhole) throw new RangeError('a value is missing');
  return file.subarray(at + blockBytes, at + blockBytes + length);
}

function text(file: Buffer, at: number): string {
  return file.toString('latin1', at, at + 4);
}
