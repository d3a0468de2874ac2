import { expect, it } from 'vitest';
import { Bytes } from '../bytes/index.ts';
import { eachVariable } from './variables.ts';

/** The symbol table of a 64-bit ELF program with variables of 8 bytes, followed by their names. */
function withVariables(names: readonly string[]): Parameters<typeof eachVariable>[0] {
  const texts = Buffer.from(`${names.join('\0')}\0`);
  const table = Buffer.alloc(names.length * 24);
  let text = 0;
  for (const [i, name] of names.entries()) {
    table.writeUInt32LE(text, i * 24);
    table.writeUInt8(1, i * 24 + 4); // STT_OBJECT
    table.writeUInt16LE(1, i * 24 + 6);
    table.writeBigUInt64LE(BigInt(0x1000 + i * 8), i * 24 + 8);
    table.writeBigUInt64LE(8n, i * 24 + 16);
    text += name.length + 1;
  }
  const [offset, bytes] = [0, table.length];
  return {
    bytes: new Bytes(Buffer.concat([table, texts]), true, 8),
    arch: 'amd64',
    sections: [],
    mappings: [],
    extras: [],
    stripped: false,
    relocations: [],
    symbols: [{ kind: 'elf', offset, bytes, names: bytes, nameBytes: texts.length }],
  };
}

it.each([
  ['io.EOF', 'io'],
  ['github.com/mattn/go-sqlite3.errors', 'github.com/mattn/go-sqlite3'],
  ['hash..inittask', 'hash'],
  ['cmp..dict.Compare[int]', 'cmp'],
  ['ZSTD_LLcode.table', '(C)'],
  ['str.12.llvm.4711', '(C)'],
])('gives the variable %s to %s', (name, owner) => {
  const found: unknown[] = [];
  eachVariable(
    withVariables(['runtime.types', 'masks', name]),
    { colons: true, known: new Set(['io']) },
    (...each) => found.push(each),
  );
  expect(found).toEqual([[owner, 0x1010, 8]]);
});

it.each([
  ['io.EOF', ['runtime'], 'io'],
  ['io.EOF', ['runtime', 'runtime/cgo'], '(C)'],
  ['io.EOF', ['runtime', '(C) sqlite3.c'], '(C)'],
  ['table.0', ['runtime'], '(C)'],
  ['ZSTD_LLcode.table', ['runtime'], '(C)'],
])('gives %s, whose package has no function among %j, to %s', (name, known, owner) => {
  const found: string[] = [];
  eachVariable(withVariables([name]), { colons: true, known: new Set(known) }, (path) => found.push(path));
  expect(found).toEqual([owner]);
});
