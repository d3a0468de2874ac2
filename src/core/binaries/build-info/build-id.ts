import type { Image } from '../formats/index.ts';

/** In ELF a note of the owner `Go` and this type (cmd/internal/buildid, note.go). */
const noteType = 4;
const noteHeaderBytes = 16;
/** In all other formats a text at the start of the code (cmd/link/internal/ld/data.go, textbuildid). */
const mark = Buffer.from('\xff Go build ID: "', 'latin1');
const end = Buffer.from('"\n \xff', 'latin1');
/** As far as Go itself looks for it, and more than any build id has. */
const searchBytes = 32 * 1024;
const maxBytes = 1024;

/**
 * What Go calls the build id of a program (`go tool buildid`): the same for the same inputs and the same content. null: it has
 * none, as those linked with `-buildid=`. Throws `Damaged`.
 */
export function readBuildId(image: Image): string | null {
  const note = image.sections.find(({ name }) => name === '.note.go.buildid');
  return note ? inNote(image, note.offset, note.fileBytes) : inText(image);
}

function inNote({ bytes }: Image, offset: number, length: number): string | null {
  if (length < noteHeaderBytes || length > noteHeaderBytes + maxBytes) return null;
  const note = bytes.part(offset, length);
  const idBytes = note.u32(4);
  const owner = note.buffer.toString('latin1', 12, noteHeaderBytes);
  if (note.u32(0) !== 4 || note.u32(8) !== noteType || owner !== 'Go\0\0') return null;
  if (idBytes === 0 || noteHeaderBytes + idBytes > length) return null;
  return note.buffer.toString('latin1', noteHeaderBytes, noteHeaderBytes + idBytes);
}

function inText({ bytes }: Image): string | null {
  const head = bytes.part(0, Math.min(searchBytes, bytes.length)).buffer;
  const at = head.indexOf(mark);
  if (at < 0) return null;
  const start = at + mark.length;
  const stop = head.subarray(0, start + maxBytes).indexOf(end, start);
  return stop <= start ? null : head.toString('latin1', start, stop);
}
