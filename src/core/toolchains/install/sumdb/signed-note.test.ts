import { describe, expect, it } from 'vitest';
import { TestChecksumDatabase } from '#testing/test-checksum-database';
import { parseChecksumDatabase } from './database.ts';
import { openNote, parseNoteKey } from './signed-note.ts';

// A tree head signed by the Go checksum database, as served by `/latest`.
const genuine = `go.sum database tree
71769961
O0jlIxwRb2vZYS1na726XLlaDCtCqKUVLld+AY32AGA=

— sum.golang.org Az3grufbQia/eVmOpUINcw1UBa6rB6ikK2tQHD1unUUvIMEXtMyuoYzc+kL7vaGESkPcmXTD1s5Cu55o14FrOYfragA=
`;

describe('a signed note', () => {
  const key = parseChecksumDatabase('sum.golang.org')?.key ?? expect.fail('no key');

  it("opens with the signer's key", () => {
    expect(openNote(genuine, key)).toBe(genuine.slice(0, genuine.indexOf('\n\n') + 1));
    const stranger = '— stranger.test AAAAAAAA\n';
    expect(openNote(genuine + stranger, key)).not.toBeNull();
  });

  it('does not open when any character is changed', () => {
    for (let at = 0; at < genuine.length; at++) {
      if (genuine[at + 1] === '=') continue; // only some bits of this character count
      const letter = genuine[at] === 'A' ? 'B' : 'A';
      const changed = genuine.slice(0, at) + letter + genuine.slice(at + 1);
      expect(openNote(changed, key), `letter ${at}`).toBeNull();
    }
    expect(openNote(genuine.trimEnd(), key)).toBeNull();
    expect(openNote('', key)).toBeNull();
    expect(
      openNote(genuine, parseNoteKey(new TestChecksumDatabase(1).key) ?? expect.fail('no key')),
    ).toBeNull();
  });
});

describe('a key', () => {
  const good = new TestChecksumDatabase(1).key;
  it('is read with its name', () => expect(parseNoteKey(good)?.name).toBe('sum.burrow.test'));
  it.each([
    ['another name', good.replace('burrow', 'sorrow')],
    ['another hash', good.replace(/\+[0-9a-f]{8}\+/, '+00000000+')],
    ['not a key', 'sum.golang.org'],
    ['a short key', 'sum.golang.org+033de0ae+Ac4z'],
    ['nothing', ''],
  ])('is refused with %s', (_, text) => expect(parseNoteKey(text)).toBeNull());
});
