import { fileOffset, type Image } from '../formats/index.ts';
import { occurrences } from '../bytes/index.ts';

const maxVersionBytes = 200;
/** A program has few strings that begin like a version. */
const maxStrings = 200;

/**
 * The version in the runtime's own variable (`runtime.buildVersion`), which also programs without build info have: a Go
 * string in the data, so a pointer and a length, of which nothing but the text tells what it is. null: not found.
 */
export function readRuntimeVersion(image: Image): string | null {
  let tried = 0;
  for (const place of image.sections) {
    if (place.bucket !== 'read-only-data' && place.bucket !== 'data' && !place.holdsTables) continue;
    const end = place.offset + place.fileBytes;
    for (const at of occurrences(image.bytes, Buffer.from('go1.'), place.offset, end)) {
      const text = image.bytes.part(at, Math.min(maxVersionBytes, end - at)).text(0, maxVersionBytes);
      if (!/^go1\.\d/.test(text)) continue;
      if (++tried > maxStrings) return null;
      const address = place.address + at - place.offset;
      const bytes = stringLength(image, address, maxVersionBytes);
      const version = bytes === null ? null : text.slice(0, bytes);
      if (version !== null && isVersion(version)) return version;
    }
  }
  return null;
}

/** As `go version` prints it: `go1.26.1`, `go1.27rc1`, `go1.26.1 X:nogreenteagc`, `go1.25.3-custom`. */
function isVersion(text: string): boolean {
  return /^go1\.\d{1,3}(\.\d{1,3}|rc\d+|beta\d+)?([ +-][\x21-\x7e ]*)?$/.test(text);
}

/** The length of the Go string that a variable has at this address, at most `maxBytes`; null: there is none. */
export function stringLength(image: Image, address: number, maxBytes: number): number | null {
  const { bytes } = image;
  const { pointerBytes } = bytes;
  const pattern = bytes.pointerTo(address);
  const lengthAt = (at: number): number | null => {
    if (at + 2 * pointerBytes > bytes.length) return null;
    const length = bytes.part(at, 2 * pointerBytes).address(pointerBytes);
    return length !== null && length > 0 && length <= maxBytes ? length : null;
  };
  for (const { offset, fileBytes, bucket, holdsTables } of image.sections) {
    if (bucket !== 'data' && !holdsTables) continue;
    for (const at of occurrences(bytes, pattern, offset, offset + fileBytes)) {
      const length = lengthAt(at);
      if (length !== null) return length;
    }
  }
  // In position-independent programs, the pointer stands in a table of (where, how, what).
  if (pointerBytes !== 8) return null;
  for (const { offset, bytes: length } of image.relocations) {
    for (const hit of occurrences(bytes, pattern, offset, offset + length)) {
      if ((hit - offset) % 24 !== 16) continue;
      const where = bytes.part(hit - 16, 8).address(0);
      const at = where === null ? null : fileOffset(image, where);
      const found = at === null ? null : lengthAt(at);
      if (found !== null) return found;
    }
  }
  return null;
}
