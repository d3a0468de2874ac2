import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { archiveMagic, goMember } from './archive.ts';
import { Bytes, Cursor, Damaged, wholeContent } from '../bytes/index.ts';
import { unitRanges } from '../debug-info/index.ts';
import type { Image } from './image.ts';
import { readPlan9 } from './plan9.ts';
import { readWasm } from './wasm.ts';
import { readXcoff } from './xcoff.ts';

const member = (name: string, content: string) =>
  Buffer.from(
    `${name.padEnd(16)}${''.padEnd(32)}${String(content.length).padEnd(10)}\`\n${content}${content.length % 2 ? '\n' : ''}`,
  );
const archive = (...members: Buffer[]) => wholeContent(Buffer.concat([archiveMagic, ...members]));

it.each([
  ['of GNU', archive(member('/', 'abc'), member('go.o/', 'ELF')), 3],
  ['of BSD', archive(member('000000.o', 'x'), member('#1/8', 'go.o\0\0\0\0MACHO')), 5],
  ['without one', archive(member('other.o/', 'ELF')), null],
  ['that ends early', archive(member('go.o/', 'ELF').subarray(0, 62)), null],
  ['without a size', archive(Buffer.from(`${'go.o/'.padEnd(48)}many      \`\n`)), null],
])("finds Go's object file in an archive %s", (_, content, bytes) => {
  expect(goMember(content)?.bytes ?? null).toBe(bytes);
});

const read = (...bytes: number[]) => new Cursor(new Bytes(Buffer.from(bytes), true, 8));

it('reads signed and unsigned numbers', () => {
  expect(read(0xe5, 0x8e, 0x26).varint()).toBe(624_485);
  expect(read(0xff, 0xff, 0xff, 0xff, 0x0f).varint()).toBe(0xffff_ffff);
  expect(read(0x7f).address()).toBe(0xffff_ffff);
  expect(read(0x80, 0x80, 0x80, 0x80, 0x78).address()).toBe(0x8000_0000);
  expect(() => read(0xff, 0xff, 0xff, 0xff, 0xff, 0).varint()).toThrow(Damaged);
  expect(() => read(0x80).varint()).toThrow(Damaged);
});

const image = (sections: Record<string, Buffer>): Image => {
  const content = Buffer.concat(Object.values(sections));
  let offset = 0;
  return {
    bytes: new Bytes(content, true, 8),
    arch: 'amd64',
    sections: Object.entries(sections).map(([name, { length }]) => {
      offset += length;
      const at = { offset: offset - length, fileBytes: length, address: 0, memoryBytes: 0 };
      return { name, ...at, writable: false, bucket: 'debug-info' };
    }),
    mappings: [],
    extras: [],
    stripped: true,
    relocations: [],
  };
};

/** Bytes that begin like the format, so that more than its magic number is read. */
const starts: Record<string, [start: number[], parse: (content: Buffer) => unknown]> = {
  wasm: [[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, 11], (content) => readWasm(wholeContent(content))],
  plan9: [[0, 0, 0x8a, 0x97, 0, 0, 0, 8], (content) => readPlan9(wholeContent(content))],
  xcoff: [[1, 0xf7, 0, 2], (content) => readXcoff(wholeContent(content))],
  archive: [[...archiveMagic], (content) => goMember(wholeContent(content))],
  'debug information': [
    [],
    (content) =>
      unitRanges(image({ '.debug_aranges': content, '.debug_info': content, '.debug_abbrev': content })),
  ],
};

describe.each(Object.entries(starts))('%s', (_, [start, parse]) => {
  it('is read or refused, whatever follows', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (rest) => {
        try {
          parse(Buffer.from([...start, ...rest]));
        } catch (error) {
          expect(error).toBeInstanceOf(Damaged);
        }
      }),
      { numRuns: 500 },
    );
  });
});
