import { createHash, createPublicKey, type KeyObject, verify } from 'node:crypto';

/** A signer: a name and an Ed25519 key, in the format of golang.org/x/mod/sumdb/note. */
export interface NoteKey {
  name: string;
  /** The first four bytes of SHA-256 over the name, a newline and the key: selects the signature line. */
  hash: Buffer;
  publicKey: KeyObject;
}

const ed25519 = 1;
/** The prefix of a 32-byte Ed25519 key in the encoding that Node reads (RFC 8410, 4). */
const spkiPrefix = Buffer.from('302a300506032b6570032100', 'hex');

/** Reads a key as in GOSUMDB, `name+hash+base64`; null when it is malformed. */
export function parseNoteKey(text: string): NoteKey | null {
  const [, name = '', hash = '', encoded = ''] =
    /^([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+=*)$/.exec(text) ?? [];
  const key = Buffer.from(encoded, 'base64');
  if (key.length !== 33 || key[0] !== ed25519) return null;
  const expected = createHash('sha256').update(`${name}\n`).update(key).digest().subarray(0, 4);
  if (expected.toString('hex') !== hash) return null;
  const der = Buffer.concat([spkiPrefix, key.subarray(1)]);
  return { name, hash: expected, publicKey: createPublicKey({ key: der, format: 'der', type: 'spki' }) };
}

/**
 * Verifies a note: returns the text with its last newline if `key` signed it, otherwise null. Other signatures are
 * ignored.
 */
export function openNote(note: string, key: NoteKey): string | null {
  const end = note.lastIndexOf('\n\n');
  if (end < 0 || !note.endsWith('\n')) return null;
  const text = note.slice(0, end + 1);
  const lines = note.slice(end + 2, -1).split('\n');
  const signed = lines.some((line) => {
    const [, name, encoded = ''] = /^— (\S+) ([A-Za-z0-9+/]+=*)$/.exec(line) ?? [];
    const bytes = Buffer.from(encoded, 'base64');
    if (name !== key.name || !bytes.subarray(0, 4).equals(key.hash)) return false;
    return verify(null, Buffer.from(text), key.publicKey, bytes.subarray(4));
  });
  return signed ? text : null;
}
