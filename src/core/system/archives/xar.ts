import { inflateSync } from 'node:zlib';
import { openForeign } from '../open-foreign.ts';

/** Where a member's bytes are in the file. */
export interface XarMember {
  /** Its path in the archive: `org.golang.go.pkg/Payload`. */
  path: string;
  /** Byte offset in the file. */
  start: number;
  bytes: number;
}

const headerBytes = 28;
/** Maximum bytes of a table of contents: that of a package has about ten entries. */
const maxTocBytes = 1024 ** 2;

/**
 * The files of a xar archive, which is the format of a .pkg (https://github.com/mackyle/xar/wiki/xarformat): a header,
 * a table of contents in compressed XML, and the bytes. Members with a second compression are left out. Throws an Error
 * with an English message when the archive is damaged.
 */
export async function xarMembers(archive: string): Promise<XarMember[]> {
  const { file, bytes: size } = await openForeign(archive);
  try {
    const header = Buffer.alloc(headerBytes);
    await file.read(header, 0, headerBytes, 0);
    if (header.toString('latin1', 0, 4) !== 'xar!') throw new Error('it is not a package');
    const at = header.readUInt16BE(4);
    const length = Number(header.readBigUInt64BE(8));
    if (at < headerBytes || length > maxTocBytes || at + length > size)
      throw new Error('its header is damaged');
    const packed = Buffer.alloc(length);
    await file.read(packed, 0, length, at);
    const toc = inflateSync(packed, { maxOutputLength: maxTocBytes }).toString('utf8');
    const members = membersOf(toc).map(({ offset, ...rest }) => ({ ...rest, start: at + length + offset }));
    return members.filter(({ start, bytes }) => start >= 0 && bytes > 0 && start + bytes <= size);
  } finally {
    await file.close();
  }
}

/** A `<file>` element while it is read. */
interface Entry {
  name: string;
  offset: number | null;
  length: number | null;
  isPlain: boolean;
}

/**
 * The files that a table of contents lists. Reads only what a path and a position need: nested `<file>` elements, the
 * `<name>` of each, and in its `<data>` `<offset>`, `<length>` and `<encoding>`. `<ea>` has such elements too.
 */
export function membersOf(toc: string): { path: string; offset: number; bytes: number }[] {
  const members: { path: string; offset: number; bytes: number }[] = [];
  const within: string[] = [];
  const files: Entry[] = [];
  let text = '';
  for (const [tag, isEnd, name = '', attributes = ''] of toc.matchAll(
    /<(\/?)([A-Za-z][\w.-]*)(?![\w.-])([^<>]*)>|[^<]+/g,
  )) {
    if (!tag.startsWith('<')) text = tag;
    else if (!isEnd) {
      const file = files.at(-1);
      if (name === 'file') files.push({ name: '', offset: null, length: null, isPlain: true });
      if (name === 'encoding' && within.at(-1) === 'data' && file) {
        file.isPlain = attributes.includes('"application/octet-stream"');
      }
      if (!attributes.endsWith('/')) within.push(name);
      text = '';
    } else {
      within.pop();
      const file = files.at(-1);
      const parent = within.at(-1);
      if (name === 'name' && parent === 'file' && file) file.name = text.trim();
      if (name === 'offset' && parent === 'data' && file) file.offset = Number(text);
      if (name === 'length' && parent === 'data' && file) file.length = Number(text);
      if (name === 'file' && file) {
        const { offset, length, isPlain } = file;
        const path = files.map((each) => each.name).join('/');
        if (offset !== null && length !== null && isPlain) members.push({ path, offset, bytes: length });
        files.pop();
      }
    }
  }
  return members;
}
